"""One journey: a demo of its own, a seat of its own, and the count of what passed."""
import re
import time
from contextlib import contextmanager
from pathlib import Path

import orca
from browser import Browser
from cells import Cells
from person import Failure, Person
from seat import Seat
from server import Server
from texts import ROOT, Texts


CODES = ROOT / "crates/desk/src/calls/codes.csv"
# The room that a role finds behind the door.
ROOMS = {"trainee": "practice-title", "trainer": "calls-desk-title"}


class Stopped(Exception):
    """A step failed, and what follows it makes no sense."""


class Day:
    """What a journey knows: `t` the texts, `orca` the screen reader's own words, `person` who walks."""

    def __init__(self, title, lang, contraction, program, folder, shots=None):
        self.title, self.lang, self.contraction, self.shots = title, lang, contraction, shots
        self.passed = self.failed = 0
        self.t, self.orca = Texts(lang), orca.WORDS[lang]
        self.seat = Seat(folder, lang, contraction)
        self._server = Server(self.seat.programs, program, self.seat.env)
        self.person = None

    def begin(self):
        """The demo fills while the seat is taken."""
        self.seat.take()
        self.browser = Browser(self.seat)
        self.url, self._accounts = self._server.told()
        self.person = Person(self.seat, self.browser, Cells(self.contraction))

    def end(self):
        self.seat.leave()

    def account(self, role):
        """The demo has two trainees and two trainers: the second ones work in Arabic."""
        own = [account for account in self._accounts if account.role == role]
        return own[-1] if self.lang == "ar" else own[0]

    @contextmanager
    def step(self, sentence):
        """One thing that must be heard and felt. The journey ends where it is not."""
        start = time.monotonic()
        try:
            yield self.person
        except Failure as failure:
            self.failed += 1
            self._tell("FAIL", sentence, start)
            print("      " + str(failure).replace("\n", "\n      "), flush=True)
            self._picture(sentence)
            raise Stopped from failure
        self.passed += 1
        self._tell("ok  ", sentence, start)

    def _tell(self, word, sentence, start):
        print(f"{word}  {self.title} · {sentence} ({time.monotonic() - start:.1f} s)", flush=True)

    def _picture(self, sentence):
        if self.shots:
            import base64
            name = re.sub(r"\W+", "-", f"{self.title} {sentence}")[:80]
            Path(self.shots, f"{name}.png").write_bytes(base64.b64decode(self.browser.picture()))

    # What several journeys do

    def page(self, title):
        """What is heard and felt on a page that begins at its heading."""
        return {"says": [title, self.orca.heading], "shows": title}

    def sign_in(self, role):
        """Signs in at the door, by keyboard; every journey begins so."""
        account, t, person = self.account(role), self.t, self.person
        person.open(f"{self.url}/sign-in", says=t("sessions-login"), shows=t("sessions-login"))
        person.type(account.login)
        person.tab_to(t("sessions-password"))
        person.type(account.password)
        person.follow(**self.page(t(ROOMS[role])))
        return account

    def code(self, kind, code):
        """The words of a reason or an outcome, as the product lists them."""
        lines = (line.split(",") for line in CODES.read_text("utf-8").splitlines())
        french, arabic = next(line[2:4] for line in lines if line[:2] == [kind, code])
        return {"fr": french, "ar": arabic}[self.lang]
