"""A run of glyphs in, the same with each letter and its marks as one glyph out.

A vowel sign above an Arabic letter is drawn a little higher than the line. PDF has one way to say so, which cuts the
line into pieces; readers sort the pieces of a right-to-left line by place, and the signs end up in other words. Where
letter and signs are one glyph, there is one piece, and the text is read as it was written. In other scripts readers
find a space where such a piece ends; a glyph that is drawn higher by itself leaves the line whole there.
"""

from __future__ import annotations

import dataclasses
import io
import re
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import ROUND_XY_TO_GRID, USE_MY_METRICS, Glyph, GlyphComponent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_prolo.pdf.letters import Letters

_TOKEN = re.compile(r"<([0-9a-f]*)>|(-?[0-9.]+(?:e-?\d+)?)")
_EM = 1000  # positions in a PDF are thousandths of the font size

# A mark: its glyph, and where it stands from the origin of its letter, in thousandths of the font size.
Mark = tuple[int, int, int]
Cluster = tuple[int, int, tuple[Mark, ...]]  # a letter, how much higher than the line it stands, and its marks
Drawn = int | Cluster | str  # a glyph of the font, a letter with marks, or a character that is read and not drawn


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """A glyph of a line: ``x`` and ``rise`` in thousandths of the font size, from the start of the run."""

    glyph: int
    x: float
    rise: float


class Clusters:
    """The composed glyphs of one font file.

    letters        what the glyphs of the font stand for
    first          the first glyph id that the font does not use
    marks, joined  as in Letters; ``composes`` both of them
    """

    def __init__(self, letters: Letters, first: int) -> None:
        self._choice = letters
        self.letters = dict(letters.likeliest)
        self.marks, self.joined = letters.marks, letters.joined
        self.composes = letters.marks | letters.joined
        self._first = first
        self._ids: dict[Cluster | str, int] = {}

    def text(self, glyph: int, found: str) -> str:
        """What a glyph stands for, when it was first drawn for ``found``."""
        if found in self._choice.texts.get(glyph, ()):
            self.letters[glyph] = found
        return self.letters.get(glyph, found)

    def glyph(self, made: Cluster | str) -> int:
        """The id of a glyph that the font does not have."""
        return self._ids.setdefault(made, self._first + len(self._ids))

    def add_to(self, content: bytes) -> bytes:
        """The font file with the composed glyphs in it."""
        if not self._ids:
            return content
        font = TTFont(io.BytesIO(content), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        glyphs, metrics = font["glyf"], font["hmtx"]
        names = list(font.getGlyphOrder())
        names += [f"unused{number}" for number in range(len(names), self._first)]
        names += [f"made{number}" for number in range(len(self._ids))]
        for name in names[len(glyphs.glyphs) :]:
            glyphs.glyphs[name] = Glyph()
            metrics.metrics[name] = (0, 0)
        font.setGlyphOrder(names)
        glyphs.setGlyphOrder(names)
        for made, number in self._ids.items():
            if isinstance(made, str):
                continue
            glyph = _composed(names, made, font["head"].unitsPerEm)
            glyphs.glyphs[names[number]] = glyph
            glyph.recalcBounds(glyphs)
            metrics.metrics[names[number]] = (metrics.metrics[names[made[0]]][0], glyph.xMin)
        written = io.BytesIO()
        font.save(written)
        return written.getvalue()


def placed(pieces: Iterable[tuple[float, str]], widths: Mapping[int, int], size: float) -> Iterator[Placed]:
    """The glyphs of a run, which was to be drawn as ``(rise, operand of TJ)``; last its end, as glyph -1."""
    x = 0.0
    for rise, text in pieces:
        for run, move in _TOKEN.findall(text):
            if move:
                x -= float(move)
            for at in range(0, len(run), 4):
                glyph = int(run[at : at + 4], 16)
                yield Placed(glyph, x, rise * _EM / size)
                x += widths[glyph]
    yield Placed(-1, x, 0)


def composed(run: Iterable[Placed], clusters: Clusters) -> Iterator[tuple[Drawn, float]]:
    """The run, each with its place. In a right-to-left line marks come before their letter, and last before first.

    A letter is read as its first character; the others, of its marks too, are empty glyphs before it. One glyph for
    several characters would do, had readers agreed on whether to turn them round.
    """
    marks: list[Placed] = []
    for glyph in run:
        if glyph.glyph in clusters.marks:
            marks.append(glyph)
            continue
        rise = round(glyph.rise)
        text = clusters.letters[glyph.glyph] if glyph.glyph in clusters.joined else ""
        if not (marks or text or rise):
            yield glyph.glyph, glyph.x
            continue
        for mark in marks:
            yield from ((char, glyph.x) for char in reversed(clusters.letters[mark.glyph]))
        yield from ((char, glyph.x) for char in reversed(text[1:]))
        around = tuple((mark.glyph, round(mark.x - glyph.x), round(mark.rise)) for mark in marks)
        yield (glyph.glyph, rise, around), glyph.x
        marks = []


def operand(glyphs: Iterable[tuple[int, float]], widths: Mapping[int, int]) -> str:
    """The operand of TJ that draws the glyphs at their places."""
    parts, x = [], 0.0
    for glyph, place in glyphs:
        if round(place - x, 3):
            parts.append(f"{round(x - place, 3):g}")
            x = place
        if glyph >= 0:
            parts.append(f"<{glyph:04x}>")
            x += widths[glyph]
    return "".join(parts).replace("><", "")


def _composed(names: list[str], cluster: Cluster, per_em: int) -> Any:
    """A TrueType glyph that is made of others (OpenType 1.9, ``glyf``, composite glyph description)."""
    letter, rise, marks = cluster
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = [_component(names[letter], 0, rise, per_em, USE_MY_METRICS)]
    glyph.components += [_component(names[mark], x, y, per_em) for mark, x, y in marks]
    return glyph


def _component(name: str, x: int, y: int, per_em: int, flags: int = 0) -> Any:
    component = GlyphComponent()
    component.glyphName, component.x, component.y = name, round(x * per_em / _EM), round(y * per_em / _EM)
    component.flags = ROUND_XY_TO_GRID | flags
    return component
