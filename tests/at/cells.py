"""What a text looks like on the cells: as it is, or contracted by a table of liblouis."""
import functools
import re

from braille import CELLS
from seat import LOUIS


class Cells:
    """The braille of one seat."""

    def __init__(self, contraction=None):
        self.contraction = contraction

    def rows(self, text):
        """The rows, from the first cell, that may show this text. Contracted braille has two: the word under the cursor is spelled out."""
        text = re.sub(r"[ \n\t]+", " ", text).strip()
        texts = [contracted(text, self.contraction, spelled) for spelled in (True, False)] if self.contraction else [text]
        return [blank(row)[:CELLS].rstrip() for row in texts]

    def begins(self, row, text):
        """True when the row of the display begins with this text."""
        return any(blank(row).startswith(expected) for expected in self.rows(text))


def blank(row):
    """A space that does not break is a blank cell like any other."""
    return row.replace("\u00a0", " ").replace("\u202f", " ")


@functools.cache
def contracted(text, table, spelled):
    """The text in contracted braille, in the letters that stand for its cells; `spelled`: the cursor is on the first word."""
    import louis
    mode = louis.compbrlAtCursor if spelled else 0
    return louis.translate([str(LOUIS / table)], text, cursorPos=0, mode=mode)[0]
