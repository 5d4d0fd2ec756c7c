"""A braille display of 20 cells for BRLTTY: the application side of its virtual driver."""
import re
import socket
import threading
import time

from record import Shown

CELLS = 20


class Line:
    """The cells as the driver tells them, one line of its protocol at a time."""

    def __init__(self, cells=CELLS):
        self._cells, self._text = cells, ""

    def read(self, line):
        """The state of the display when this line completes one, otherwise `None`. The dots come after their text."""
        message = re.match(r'(\w+) "(.*)"$', line)
        if not message:
            return None
        kind, value = message.groups()
        if kind == "Visual":
            self._text = unescaped(value).ljust(self._cells)
        return Shown(self._text, dots(value), time.monotonic()) if kind == "Braille" else None


def unescaped(text):
    """The text of a `Visual` line: a backslash before a quote or a backslash, `\\Xhh…` for what is not ASCII."""
    def plain(found):
        sign = found.group(1)
        return chr(int(sign[1:], 16)) if len(sign) > 1 else sign
    return re.sub(r"\\(X[0-9A-Fa-f]{2,8}|.)", plain, text)


def dots(cells):
    """`1|12|` as Unicode braille."""
    return "".join(chr(0x2800 + sum(1 << int(dot) - 1 for dot in cell if dot in "12345678")) for cell in cells.split("|"))


class Display:
    """Waits for BRLTTY on a socket, says how many cells there are, writes down what they show."""

    def __init__(self, path, record, cells=CELLS):
        self._record, self.cells, self._driver = record, cells, None
        self.ready = threading.Event()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(path)
        self._socket.listen(1)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        self._driver, _ = self._socket.accept()
        self._driver.sendall(f"cells {self.cells} 1\n".encode())
        self.ready.set()
        line = Line(self.cells)
        try:
            with self._driver.makefile("rb") as lines:
                for text in lines:
                    shown = line.read(text.decode("utf-8", "replace").rstrip("\r\n"))
                    if shown:
                        self._record.add(shown)
        except OSError:
            return

    def press(self, key):
        """A key of the display itself: `FwinRt`, `FwinLt`, `Route 6`…"""
        self._driver.sendall(key.encode() + b"\n")
