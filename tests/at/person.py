"""A blind person at the keyboard: they press a key, hear what is said, feel what the cells show."""
import json
import re
import time
from contextlib import contextmanager

from braille import CELLS
from cells import blank
from record import Said

# How long a person waits for what must come. Long, because the machine may be busy: nothing waits for its end but a failure.
PATIENCE = 20
# Nothing said for so long: it has been said to the end. A busy machine makes pauses of its own between the pieces of one line.
REST = 1.2
# The same where one reads on, line by line or heading by heading, and would only read a line too many.
LINE_REST = 0.5
STOPS = 150
LINES = 60
# The keys that go from stop to stop, each with the one that goes back.
BACK = {"Tab": "shift+Tab", "shift+Tab": "Tab"}
# Not told for so long, where a stop is told in less than a second.
SILENCE = 5
# True for a field in which one writes.
WRITES = "field.matches('textarea, input:not([type=radio], [type=checkbox])')"
# Selects everything in a field, on the keyboard of any script.
ALL = "ctrl+Home ctrl+shift+End"
# How long typed letters may take to stand in their field.
TYPING = 5
# What a field holds once a text is typed where the cursor is.
TYPED = "field.value.slice(0, field.selectionStart) + %s + field.value.slice(field.selectionEnd)"


class Failure(Exception):
    """What was expected did not come; the sentence tells what came instead."""


class Person:
    def __init__(self, seat, browser, cells):
        self.seat, self.browser, self.cells, self.record = seat, browser, cells, seat.record
        self.patience = PATIENCE
        # Stops that the screen reader told only when they were reached again.
        self.silences = []

    # What a person does

    def open(self, url, **expected):
        return self._settled(self._do(f"open {url}", lambda: self.browser.open(url), expected))

    def _settled(self, mark):
        """Waits until a page is loaded and all that is said of it has been said: a key that comes earlier meets a screen reader that is still
        on the page before."""
        self.record.wait(lambda: self.browser.devtools.evaluate("document.readyState") == "complete", self.patience)
        self.record.quiet(mark, REST, self.patience)
        return mark

    def press(self, key, **expected):
        begun, words = time.monotonic(), wanted(expected)
        mark = self._key(key, (lambda mark: heard(self.record.said(mark), words)) if words else None)
        # What did not come has been waited for already.
        expected.setdefault("patience", max(REST, self.patience - (time.monotonic() - begun)))
        return self._wait(key, mark, expected)

    def _key(self, key, came=None):
        """Presses a key; gives the place in the time line from which on its answer comes. `came(mark)` tells whether that answer was
        heard. A stop of which it was not is left and reached once more, as a person does who is not sure where they are: Orca 43 may
        take the caret of a field, which moves first, for its focus, and then says its own mode or nothing of it, whatever the page;
        more rarely it shows a link on the cells and says nothing. What is heard the second time must be all that is expected. It is
        counted, and told with the walk."""
        mark, before = self.record.mark(), self._place()
        self.seat.key(key)
        if came is None or self.record.wait(lambda: came(mark), min(SILENCE, self.patience)):
            return mark
        reached, silent = self.browser.focused(), not self.record.said(mark)
        if reached is None or self._place() == before or not (key in BACK or silent and self._field(WRITES)):
            return mark
        self.silences.append(reached)
        back = self.record.mark()
        self.seat.key(BACK.get(key, "shift+Tab"))
        self.record.wait(lambda: self.record.said(back), self.patience)
        self.record.quiet(back, REST, self.patience)
        mark = self.record.mark()
        self.seat.key(key if key in BACK else "Tab")
        return mark

    def follow_to(self, url):
        """Opens an address and waits until whatever is said of it has been said, what has the focus above all: a key that comes while
        the screen reader is still meeting the page finds it elsewhere."""
        mark = self.record.mark()
        self.browser.open(url)
        self.record.wait(lambda: self.browser.devtools.evaluate("document.readyState") == "complete", self.patience)

        def met():
            said, now = self.record.said(mark), self.browser.focused()
            return said and (now is None or heard(said, [now[1][:CELLS]]))
        self._wait(f"open {url}", mark, {"until": met})
        self.record.quiet(mark, REST, self.patience)

    @contextmanager
    def impatient(self, seconds):
        """For what must not come: it is not waited for as long as for what must."""
        usual, self.patience = self.patience, seconds
        try:
            yield
        finally:
            self.patience = usual

    def follow(self, key="Return", **expected):
        """A key that leads to another page: what comes late of the page that is left must not be taken for what comes next."""
        return self._settled(self.press(key, **expected))

    def type(self, text, over=False, **expected):
        """A text, letter by letter; `over` what the field holds. When the keyboard changes its script the window may learn of it after the first letter: what the field holds is
        looked at, and typed again."""
        whole = text if over else self._field(TYPED % json.dumps(text))
        if over:
            self.seat.key(ALL)
        mark = self.record.mark()
        with self.seat.layout(text):
            for typed in (text, whole, whole):
                self.seat.type(typed)
                if self.record.wait(self.holds(whole), TYPING):
                    break
                self.seat.key(ALL)
        return self._wait(f"type {text}", mark, dict(expected, until=self.holds(whole)))

    def _field(self, script):
        return self.browser.devtools.evaluate(f"((field) => {script})(document.activeElement)")

    def fill(self, name, text, key="Tab", **expected):
        """Goes to a field and replaces what it holds."""
        self.tab_to(name, key=key)
        return self.type(text, over=True, **expected)

    def holds(self, text):
        """For `until`: the field with the focus holds this."""
        return Holds(self.browser, text)

    def head_for(self, title, **expected):
        """From heading to heading, the way a page is crossed, to the one of this name."""
        for _ in range(LINES):
            mark = self.record.mark()
            self.press("h", until=lambda: self.record.said(mark))
            self.record.quiet(mark, LINE_REST, self.patience)
            if heard(self.record.said(mark), [title]):
                return self._wait(f"h to {title}", mark, dict({"shows": title}, **expected))
        raise Failure(f"h does not reach “{title}”\n{self.came(mark)}")

    def read_to(self, *texts, key="Down", **expected):
        """Reads on, line by line, until a line says these, in this order."""
        start = self.record.mark()
        for _ in range(LINES):
            mark = self.record.mark()
            self.press(key, until=lambda: self.record.said(mark))
            self.record.quiet(mark, LINE_REST, self.patience)
            if heard(self.record.said(mark), texts):
                return self._wait(f"{key} to {texts[0]}", mark, expected)
        raise Failure(f"{key} does not read “{', '.join(texts)}”\n{self.came(start)}")

    def feel(self, key, **expected):
        """A key of the display: `FwinRt` shows what follows."""
        return self._do(f"display {key}", lambda: self.seat.display.press(key), expected)

    def feel_to(self, text):
        """Feels along the line, from one end of the cells to the other, until they show this."""
        for _ in range(CELLS):
            if text in blank(self.record.display().text):
                return
            mark = self.record.mark()
            self.feel("FwinRt", until=lambda: self.record.shown(mark))
        raise Failure(f"the cells do not lead to “{text}”\n{self.came(mark)}")

    def wait(self, what, **expected):
        """Does nothing: what is expected comes by itself."""
        return self._do(f"wait for {what}", lambda: None, expected)

    def pick(self, name, option, key="Tab"):
        """Goes to a list of choices and along it to one of them; each is told on the way."""
        self.tab_to(name, "combobox", key=key)
        self._along_to(option, "document.activeElement", "select.selectedOptions[0].text", "[...select.options].map((one) => one.text)")

    def choose(self, name, option, key="Tab"):
        """Goes to a group of radio buttons by the one that is reached first, along it to one of them, and takes it."""
        self.tab_to(name, "radio", key=key)
        self._along_to(option, "document.activeElement", "select.labels[0].innerText", "[...document.getElementsByName(select.name)].map((one) => one.labels[0].innerText)")
        # A screen reader that is reading goes to a button without taking it.
        taken = lambda: self.browser.devtools.evaluate("document.activeElement.checked")
        if not taken():
            self.press("space", until=taken)

    def _along_to(self, option, element, current, every):
        """Up or Down, whichever leads there; what is reached must be told."""
        ask = lambda script: self.browser.devtools.evaluate(f"((select) => {script})({element})")
        words = [text.strip() for text in ask(every)]
        aim = next((at for at, text in enumerate(words) if fits(text, option)), None)
        if aim is None:
            raise Failure(f"there is no “{option}” among {', '.join(words)}")
        at = words.index(ask(current).strip())
        arrow, step = ("Down", 1) if at < aim else ("Up", -1)
        while at != aim:
            at += step
            self.press(arrow, says=words[at], until=lambda: ask(current).strip() == words[at])

    def tab_to(self, name, role=None, key="Tab", **expected):
        """Tabs to the element of this name. Every stop on the way must be told by its name, in speech and on the cells."""
        met, places = [], []
        for _ in range(STOPS):
            before = self._place()
            mark = self._key(key, lambda mark: self._is_told(mark, before))
            now = self._told(key, mark, before)
            if fits(now[1], name) and (role is None or now[0] == role):
                return self._wait(f"{key} to {name}", mark, expected)
            at = self._place()
            if at in places:
                break
            places.append(at)
            met.append(now)
        raise Failure(f"{key} does not reach “{name}” on {self.browser.address()}; it met: " + ", ".join(f"{role} “{name}”" for role, name in met))

    def _place(self):
        """Which element has the focus; two may have the same name. A player has several stops."""
        at = self._field("[...document.all].indexOf(field)")
        return (at, self.browser.focused()) if self._field("field.matches('audio, video')") else at

    def _told(self, key, mark, before):
        """Waits until the focus has left `before` and the screen reader has told where it is now; gives role and name of that."""
        if not self.record.wait(lambda: self._is_told(mark, before), self.patience):
            raise Failure(f"{key}: the focus is on {self.browser.focused()}, and it is not told\n{self.came(mark)}")
        return self.browser.focused()

    def _is_told(self, mark, before):
        if self._place() == before:
            return False
        now = self.browser.focused()
        # On its way past the last element of the page the focus is nowhere.
        return now is not None and heard(self.record.said(mark), [now[1][:CELLS]])

    # What they expect

    def _do(self, name, action, expected):
        mark = self.record.mark()
        action()
        return self._wait(name, mark, expected)

    def _wait(self, name, mark, expected):
        """`says`: one or more texts or patterns, heard in this order. `shows`: the beginning of the cells, or a pattern.
        `once`: a text that is said one single time. `never`: what must not be said. `until`: what must hold besides."""
        says, shows, once, never, until = (expected.pop(word, None) for word in ("says", "shows", "once", "never", "until"))
        patience = expected.pop("patience", self.patience)
        assert not expected, f"unknown: {expected}"
        says = wanted({"says": says, "once": once})

        def came():
            return heard(self.record.said(mark), says) and self._felt(mark, shows) and (until is None or until())
        if not self.record.wait(came, patience):
            raise Failure(f"{name}\n  expected {self._wanted(says, shows, until)}\n{self.came(mark)}")
        if once:
            self.told_once(mark, once)
        if never:
            self.record.quiet(mark, REST, self.patience)
            if any(fits(plain(event.text), never, anywhere=True) for event in self.record.said(mark)):
                raise Failure(f"{name}\n  expected never: {never}\n{self.came(mark)}")
        return mark

    def told_once(self, mark, text):
        """Fails when something, a text or a pattern, was said twice since the mark, or not at all."""
        self.record.quiet(mark, REST, self.patience)
        told = sum(fits(plain(event.text), text, anywhere=True) for event in self.record.said(mark))
        if told != 1:
            raise Failure(f"expected once, said {told} times: {text}\n{self.came(mark)}")

    def _felt(self, mark, shows):
        if shows is None:
            return True
        rows = [event.text for event in self.record.shown(mark)]
        if isinstance(shows, re.Pattern):
            return any(shows.search(row) for row in rows)
        return any(self.cells.begins(row, shows) for row in rows)

    def _wanted(self, says, shows, until):
        words = [f"said “{text.pattern if isinstance(text, re.Pattern) else text}”" for text in says]
        if shows is not None:
            words.append(f"shown “{shows.pattern if isinstance(shows, re.Pattern) else ' or '.join(self.cells.rows(shows))}”")
        return ", then ".join(words + ([until.__doc__ or "its own condition"] if until else []))

    def came(self, mark):
        """What came instead, for a message; what was said just before may have been meant for this key, or this key for it."""
        told = lambda event: f"[{event.lang}] {' / '.join(event.text.split(chr(10)))}"
        before = self.record.said()[:-len(self.record.said(mark)) or None][-2:]
        said = [f"  before {time.monotonic() - event.at:.1f} s ago {told(event)}" for event in before]
        said += [f"  said   {told(event)}" for event in self.record.said(mark)] or ["  said   nothing"]
        shown = [f"  shown  [{event.text}] {event.dots}" for event in self.record.shown(mark)]
        display = self.record.display()
        still = [f"  still  [{display.text}] {display.dots}"] if display and not shown else []
        return "\n".join(said + (shown or still or ["  shown  nothing"]))


class Holds:
    """What the field with the focus must hold; its words go into the message."""

    def __init__(self, browser, text):
        self._browser, self._text = browser, text
        self.__doc__ = f"the field to hold “{text}”"

    def __call__(self):
        return self._browser.devtools.evaluate("document.activeElement.value") == self._text


def wanted(expected):
    """What must be heard: that which is said, or said once."""
    says, once = expected.get("says"), expected.get("once")
    says = [says] if isinstance(says, (str, re.Pattern)) else list(says or [])
    return says or ([once] if once else [])


def plain(text):
    """Without differences that nobody hears: spaces, and apostrophes of two kinds."""
    return " ".join(text.replace("’", "'").split())


def fits(text, expected, anywhere=False):
    if isinstance(expected, re.Pattern):
        return bool(expected.search(text))
    return plain(expected) in plain(text) if anywhere else plain(text).startswith(plain(expected))


def heard(said, expected):
    """True when all that is expected was said, in this order."""
    text, at = plain("\n".join(event.text for event in said if isinstance(event, Said))), 0
    for one in expected:
        found = one.search(text, at) if isinstance(one, re.Pattern) else re.compile(re.escape(plain(one))).search(text, at)
        if not found:
            return False
        at = found.end()
    return True
