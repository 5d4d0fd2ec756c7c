"""Programs of a journey: each is started with its output in a file, and all of them end with the journey."""
import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

PRCTL = ctypes.CDLL(None).prctl
DIES_WITH_PARENT, ADOPTS_ORPHANS = 1, 36
GRACE = 4


class Programs:
    """What was started, the last first to end."""

    def __init__(self, folder):
        self.folder, self._running = Path(folder), []
        # What a browser or a bus leaves behind comes to this process, which ends it: nothing outlives a journey.
        PRCTL(ADOPTS_ORPHANS, 1)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    def start(self, name, words, env, **more):
        """Starts a program; it dies when this process does, however that ends."""
        with open(self.folder / f"{name}.log", "ab") as log:
            more.setdefault("stdout", log)
            program = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=log, env=env, start_new_session=True,
                                       preexec_fn=lambda: PRCTL(DIES_WITH_PARENT, signal.SIGTERM), **more)
        self._running.append(program)
        return program

    def log(self, name, lines=15):
        """The last lines that a program wrote."""
        file = self.folder / f"{name}.log"
        return "\n".join(file.read_text("utf-8", "replace").splitlines()[-lines:]) if file.exists() else ""

    def end(self):
        for program in reversed(self._running):
            for sign in (signal.SIGTERM, signal.SIGKILL):
                if program.poll() is None:
                    os.killpg(program.pid, sign)
                    try:
                        program.wait(GRACE)
                    except subprocess.TimeoutExpired:
                        continue
        self._running = []
        self._end_orphans()

    @staticmethod
    def _end_orphans():
        own = str(os.getpid())
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                # After the name in brackets come the state and the parent.
                parent = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1]
                if parent == own:
                    os.kill(int(process), signal.SIGKILL)
            except (OSError, IndexError):
                continue
        try:
            while os.waitpid(-1, 0)[0]:
                pass
        except ChildProcessError:
            pass
