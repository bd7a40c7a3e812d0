"""Words of a header or footer in, how many rows they take out: the margin that holds them must be high enough.

The engine lets a running element that is higher than its margin run over the text of the page, so its height is
reckoned from the widths of letters, a little on the wide side.
"""

from __future__ import annotations

import dataclasses
import math
import unicodedata
from collections.abc import Iterable

_NARROW = frozenset(" .,:;·'’!|-()ijlf")
_BREADTHS = {"narrow": 0.3, "digit": 0.575, "capital": 0.66, "latin": 0.555, "other": 0.6}
_MARKS = frozenset({"Mn", "Cf"})


@dataclasses.dataclass(frozen=True, slots=True)
class Type:
    """Letters of a size in points, on lines so many millimetres long."""

    size: float
    width: float

    @property
    def em(self) -> float:
        """The size in millimetres."""
        return self.size * 25.4 / 72

    @property
    def row(self) -> float:
        """The height of a row in millimetres (see ``.page-foot`` of the theme)."""
        return 1.35 * self.em

    def rows(self, pieces: Iterable[str], gap: float) -> int:
        """How many rows whole pieces take, with a gap in em between them. A piece that is longer than a line wraps."""
        room = self.width / self.em
        count, left = 0, 0.0
        for breadth in map(em, pieces):
            if breadth > left:
                count += math.ceil(breadth / room)
                left = math.ceil(breadth / room) * room
            left -= breadth + gap
        return count


def em(text: str) -> float:
    """How wide a text is in Noto Sans, about; Chinese letters are as wide as they are high."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.category(letter) in _MARKS:
        return 0
    if letter == "·" or unicodedata.east_asian_width(letter) in "WF":  # Chinese fonts have a wide dot
        return 1
    if letter in _NARROW:
        return _BREADTHS["narrow"]
    if letter.isdigit():
        return _BREADTHS["digit"]
    if letter > "ɏ":
        return _BREADTHS["other"]
    return _BREADTHS["capital" if letter.isupper() else "latin"]
