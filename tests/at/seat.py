"""A seat as a blind trainee has it: a screen that nobody sees, a screen reader, a voice, 20 braille cells, a keyboard."""
import os
import re
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

from braille import Display
from programs import Programs
from record import Record
from speech import Voice

HERE = Path(__file__).resolve().parent
LOCALES = {"fr": "fr_FR.UTF-8", "ar": "ar_DZ.UTF-8", "en": "en_GB.UTF-8"}
# The table of the cells: French computer braille (TBFR 2007), with Arabic letters for a mixed line.
TABLES = {"fr": "fr-2007", "ar": str(HERE / "tables" / "fr-ar.ttb"), "en": "en_GB"}
LOUIS = Path("/usr/share/liblouis/tables")
# BrlAPI counts its addresses from this port.
BRLAPI = 4101
# A started program has this long to be ready; the machine may be busy with something else.
PATIENCE = 60
SCREEN = "1280x900x24"

ORCA = """
import orca.settings as s
s.enableSpeech = s.enableBraille = s.enableFlashMessages = True
s.enableBrailleMonitor = s.enableSound = s.enableKeyEcho = s.enableModifierKeys = False
s.sayAllOnLoad = s.pageSummaryOnLoad = False
s.brailleFlashTime = 5000
s.profile = ['Default', 'default']
"""


class NotReady(RuntimeError):
    """A part of the seat does not start: that says nothing of the product."""


class Seat:
    """Everything around the browser. `lang` is the language of the screen reader, `contraction` a table of liblouis."""

    def __init__(self, folder, lang, contraction=None):
        self.folder, self.lang, self.contraction = Path(folder), lang, contraction
        self.record, self.programs = Record(), Programs(folder)
        for name in ("home", "run", "orca", "brltty", "bin"):
            (self.folder / name).mkdir(mode=0o700)
        self.env = self._environment()

    def _environment(self):
        home, locale = f"{self.folder}/home", LOCALES[self.lang]
        return {
            "PATH": os.environ["PATH"], "HOME": home, "LANG": locale, "LC_ALL": locale, "LANGUAGE": self.lang,
            "XDG_RUNTIME_DIR": f"{self.folder}/run", "XDG_DATA_HOME": f"{home}/.local/share",
            "XDG_CONFIG_HOME": f"{home}/.config", "XDG_CACHE_HOME": f"{home}/.cache", "TMPDIR": str(self.folder),
            "GSETTINGS_BACKEND": "memory", **({"LOCPATH": os.environ["PLATEAU_LOCALES"]} if "PLATEAU_LOCALES" in os.environ else {}), "GIO_USE_VFS": "local", "GTK_MODULES": "", "ACCESSIBILITY_ENABLED": "1",
            "SPEECHD_ADDRESS": f"unix_socket:{self.folder}/voice", "BRLAPI_AUTH": "none",
        }

    def take(self):
        """Starts it all, up to the first words of the screen reader."""
        self._screen()
        bus = self.programs.start("bus", ["dbus-daemon", "--session", "--nofork", "--print-address=1"], self.env, stdout=subprocess.PIPE)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.programs.start("atspi", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], self.env)
        self.programs.start("windows", ["openbox"], self.env)
        self._cells()
        self._reader()

    def _screen(self):
        told, tells = os.pipe()
        self.programs.start("screen", ["Xvfb", "-displayfd", str(tells), "-screen", "0", SCREEN, "-nolisten", "tcp", "-ac"], self.env, pass_fds=(tells,))
        os.close(tells)
        with os.fdopen(told) as lines:
            number = lines.readline().strip()
        if not number:
            raise NotReady(f"Xvfb did not start:\n{self.programs.log('screen')}")
        self.env["DISPLAY"] = f":{number}"
        self._keyboard("us")

    def _keyboard(self, layout):
        subprocess.run(["setxkbmap", "-layout", layout], env=self.env, check=True)

    @contextmanager
    def layout(self, text):
        """The keyboard on which this text is written, while it is typed. The keys of the screen reader are those of the first one."""
        name = "ara" if re.search("[\u0600-\u06ff]", text) else "us" if text.isascii() else "fr"
        if name == "us":
            yield
            return
        self._keyboard(name)
        try:
            yield
        finally:
            self._keyboard("us")

    def _cells(self):
        self.display = Display(f"{self.folder}/cells", self.record)
        port = free_port()
        self.env["BRLAPI_HOST"] = f"127.0.0.1:{port - BRLAPI}"
        # -q: its greeting would stay on the cells for four seconds. No screen and no voice of its own: the screen reader has both.
        self.programs.start("brltty", [
            "brltty", "-n", "-e", "-q", "-l", "info", "-f", "/dev/null", "-b", "vr", "-d", f"client:{self.folder}/cells", "-s", "no", "-x", "no",
            "-t", TABLES[self.lang], "-A", f"auth=none,host={self.env['BRLAPI_HOST']}", "-U", f"{self.folder}/brltty", "-P", f"{self.folder}/brltty.pid",
        ], self.env)
        if not self.display.ready.wait(PATIENCE) or not self.record.wait(lambda: listens(port), PATIENCE):
            raise NotReady(f"BRLTTY did not start:\n{self.programs.log('brltty')}")

    def _reader(self):
        self.voice = Voice(f"{self.folder}/voice", self.record)
        settings = ORCA
        if self.contraction:
            settings += f"s.enableContractedBraille = True\ns.brailleContractionTable = {str(LOUIS / self.contraction)!r}\n"
        (self.folder / "orca" / "orca-customizations.py").write_text(settings)
        # Orca asks pgrep whether it already runs, for the whole machine; each seat has a screen and a bus of its own.
        alone = self.folder / "bin" / "pgrep"
        alone.write_text("#!/bin/sh\nexit 1\n")
        alone.chmod(0o755)
        env = dict(self.env, PATH=f"{self.folder}/bin:{self.env['PATH']}")
        self.programs.start("orca", ["/usr/bin/orca", "-u", f"{self.folder}/orca"], env)
        if not self.record.wait(lambda: self.record.said(), PATIENCE):
            raise NotReady(f"Orca says nothing:\n{self.programs.log('orca')}")

    def key(self, name):
        """A key as xdotool calls it (`Tab`, `shift+Tab`, `Return`), or several in a row, through the X server, so that the screen reader sees it."""
        subprocess.run(["xdotool", "key", *name.split()], env=self.env, check=True)

    def type(self, text):
        """A text, letter by letter, whatever its script."""
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self.env, check=True)

    def window(self):
        """Waits for the window of the browser, and until the screen reader has met it."""
        mark = self.record.mark()

        def met():
            search = ["xdotool", "search", "--onlyvisible", "--class", "chromium"]
            return self.record.said(mark) and subprocess.run(search, env=self.env, capture_output=True).returncode == 0
        if not self.record.wait(met, PATIENCE):
            raise NotReady(f"the browser does not open:\n{self.programs.log('chromium')}")

    def leave(self):
        self.programs.end()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
        return True
    except OSError:
        return False
