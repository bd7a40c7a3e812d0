"""Text boxes in, marked content of the page out; and a note of every character that could not be drawn as it should.

WeasyPrint has no hook for either, so :class:`Painter` makes a subclass of its page stream (WeasyPrint is pinned).
"""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pydyf
from fontTools.ttLib import TTFont

from sphinx_prolo.pdf.glyphs import DOTTED_CIRCLE, Flaw, lonely_mark
from sphinx_prolo.pdf.lettering import LetteredFont, LetteredStream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_prolo.pdf.clusters import Clusters

# Scripts whose glyphs do not follow the order of the letters: from the glyphs alone, readers get stray and lost
# characters. Not right-to-left scripts: readers turn /ActualText of theirs round, and read the glyphs rightly.
_REORDERED = re.compile("[\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]")
# A number in groups, such as a telephone's: fonts draw a no-break space as a space, and with spaces in it readers would
# take the groups out of a right-to-left line last before first.
_UNBROKEN = re.compile("(?=.*\u00a0)[-+0-9./()\u00a0]+")
# Where combining marks are, and more, but no Chinese or Japanese: it takes 0.1 s to find the circle in a CJK font.
_MAY_BREAK = re.compile(
    "[\u0300-\u036f\u0483-\u10ff\u135d-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\ua66f-\uabff\U00010a00-\U0001ffff]"
)
# Soft hyphens that broke no line, and zero-width spaces: where a line might have broken.
_UNPRINTED = dict.fromkeys(map(ord, "\u00ad\u200b"))

_circles: dict[tuple[str, int], str] = {}


class Painter:
    """Paints the boxes of one job: those of ``artifacts`` as artifacts, all others with what a reader needs."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.artifacts: Mapping[int, str] = {}  # id of each box that is no part of the text, and why
        self.flaws: list[Flaw] = []
        self._clusters: dict[str, Clusters] = {}
        self._box: Any = None
        self._circles = 0
        self._may_break = False

    def missing(self, codepoint: int) -> None:
        """Note a character that no font has; WeasyPrint says so while it draws the box."""
        self.flaws.append(Flaw(chr(codepoint), _text(self._box), self._language()))

    def stream_class(self) -> type[LetteredStream]:
        """A page stream that paints for this job."""
        painter = self

        class PageStream(LetteredStream):
            @contextmanager
            def marked(self, box: Any, tag: str) -> Iterator[None]:
                with painter.painting(box):
                    if self._tags is None:
                        yield
                    elif id(box) in painter.artifacts:
                        with _content(self, "Artifact", {"Type": painter.artifacts[id(box)]}), _readable(self, box):
                            yield
                    else:
                        mcid = len(self._tags)
                        self._tags[box] = {"tag": tag, "mcid": mcid}
                        with _content(self, tag, {"MCID": mcid, **_actual_text(box)}):
                            yield

            def show_text(self, text: str) -> None:
                super().show_text(text)
                painter.shown(self, text)

            def clone(self, **kwargs: Any) -> LetteredStream:
                copy: LetteredStream = super().clone(**kwargs)
                copy.__class__ = type(self)
                return copy

        return PageStream

    def font(self, *args: Any) -> LetteredFont:
        """A font of this job."""
        return LetteredFont(self._clusters, *args)

    @contextmanager
    def painting(self, box: Any) -> Iterator[None]:
        """While this lasts, what is drawn belongs to ``box``."""
        text = _text(box)
        self._box, self._circles, self._may_break = box, 0, bool(_MAY_BREAK.search(text))
        yield
        if self._circles > text.count(DOTTED_CIRCLE):
            self.flaws.append(Flaw(lonely_mark(text), text, self._language(), broken=True))
        self._box, self._may_break = None, False

    def shown(self, stream: LetteredStream, glyphs: str) -> None:
        """Count the dotted circles in a run of glyphs, written as ``<00410042>-7<0043>``."""
        if self._may_break and (circle := _circle(stream)) and circle in glyphs:
            runs = re.findall("<([0-9a-f]+)>", glyphs)
            self._circles += sum(run[at : at + 4] == circle for run in runs for at in range(0, len(run), 4))

    def _language(self) -> str:
        return (self._box is not None and self._box.style["lang"]) or self.language


@contextmanager
def _content(stream: LetteredStream, tag: str, properties: dict[str, Any]) -> Iterator[None]:
    """Begin and end marked content (ISO 32000-1, 14.6)."""
    stream.begin_marked_content(tag, pydyf.Dictionary(properties))
    yield
    stream.end_marked_content()


@contextmanager
def _readable(stream: LetteredStream, box: Any) -> Iterator[None]:
    """Who copies a header gets its letters in order too, though nobody reads it aloud."""
    if text := _actual_text(box):
        with _content(stream, "Span", text):
            yield
    else:
        yield


def _actual_text(box: Any) -> dict[str, Any]:
    text = getattr(box, "text", None)
    if not text or not (_REORDERED.search(text) or _UNBROKEN.fullmatch(text)):
        return {}
    return {"ActualText": pydyf.String(text.translate(_UNPRINTED))}


def _text(box: Any) -> str:
    """The text of a box; of a drawing, all the text in it."""
    text = getattr(box, "text", None)
    if text is None and getattr(box, "element", None) is not None:
        text = " ".join(box.element.itertext()) or box.element.get("alt", "")
    return text or ""


def _circle(stream: LetteredStream) -> str:
    """The glyph of U+25CC in the font in use, as four hex digits; empty if it has none."""
    name = stream._current_font[0]
    font = next(font for font in stream._fonts.values() if font.hash == name)
    key = (name, len(font.file_content))
    if key not in _circles:
        source = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        glyph = source.getBestCmap().get(ord(DOTTED_CIRCLE))
        _circles[key] = f"{source.getGlyphID(glyph):04x}" if glyph else ""
    return _circles[key]
