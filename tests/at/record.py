"""What was said and what the cells showed, in the order in which it came."""
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One utterance, with the language in which the voice was asked to say it."""
    text: str
    lang: str
    at: float = 0.0


@dataclass(frozen=True)
class Shown:
    """One state of the braille display: its text, and its dots as Unicode braille."""
    text: str
    dots: str
    at: float = 0.0


class Record:
    """The time line of a journey. The readers of speech and braille write it, the person at the keyboard waits on it."""

    def __init__(self):
        self._events, self._news = [], threading.Condition()

    def add(self, event):
        with self._news:
            self._events.append(event)
            self._news.notify_all()

    def mark(self):
        """A place in the time line, to look at what comes after it."""
        with self._news:
            return len(self._events)

    def since(self, mark):
        with self._news:
            return self._events[mark:]

    def said(self, mark=0):
        return [event for event in self.since(mark) if isinstance(event, Said)]

    def shown(self, mark=0):
        """The rows of the display since the mark, each once in a row: a cursor that moves or blinks makes no new one."""
        states = []
        for event in self.since(mark):
            if isinstance(event, Shown) and (not states or states[-1].text != event.text):
                states.append(event)
        return states

    def display(self):
        """What the cells show now; `None` before they showed anything."""
        return next((event for event in reversed(self.since(0)) if isinstance(event, Shown)), None)

    def wait(self, holds, patience):
        """Waits until `holds()`; asked again at each event. False when the patience is over."""
        end = time.monotonic() + patience
        while not holds():
            left = end - time.monotonic()
            if left <= 0:
                return False
            with self._news:
                # What holds may also depend on the page, which sends no event.
                self._news.wait(min(left, 0.1))
        return True

    def quiet(self, mark, rest, patience):
        """Waits until nothing new was said or shown for `rest` seconds."""
        start = time.monotonic()

        def calm():
            last = [event.at for event in self.said(mark)[-1:] + self.shown(mark)[-1:]]
            return time.monotonic() - max([start, *last]) >= rest

        return self.wait(calm, patience)
