"""The program under test: a demo of its own, on a free port, in a folder of its own."""
import json
import os
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass

from seat import free_port


@dataclass(frozen=True)
class Account:
    role: str
    login: str
    person: str
    password: str


# Where a run keeps the demo of which each walk has a copy.
TEMPLATE = "PLATEAU_AT_DEMO"


def fill(program, folder):
    """Fills a folder with a demo, once for all walks of a run; the program has ended when it is given."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    child = subprocess.Popen([program, "demo", "--json", "--port", str(free_port()), "--data", folder], env=own, stdout=subprocess.PIPE)
    told = any(line.startswith(b"{") for line in child.stdout)
    child.send_signal(signal.SIGTERM)
    child.wait(timeout=30)
    if not told:
        raise SystemExit("the demo could not be made")
    os.environ[TEMPLATE] = folder


class Server:
    """Started at once; `told()` waits until it serves."""

    def __init__(self, programs, program, env):
        own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own["PLATEAU_LOG"] = env.get("PLATEAU_LOG", "warn")
        data = str(programs.folder / "data")
        if TEMPLATE in os.environ:
            shutil.copytree(os.environ[TEMPLATE], data)
        words = [program, "demo", "--json", "--port", str(free_port()), "--data", data]
        self._programs = programs
        self._child = programs.start("plateau", words, own, stdout=subprocess.PIPE)

    def told(self):
        """The address and the accounts, as the program prints them."""
        for line in self._child.stdout:
            if line.startswith(b"{"):
                told = json.loads(line)
                # Nobody reads the rest; a full pipe would stop the program.
                threading.Thread(target=self._child.stdout.read, daemon=True).start()
                accounts = [Account(one["role"], one.get("login", one["name"]), one["person"], one["password"]) for one in told["accounts"]]
                return told["url"].rstrip("/"), accounts
        raise RuntimeError(f"the demo did not start:\n{self._programs.log('plateau')}")
