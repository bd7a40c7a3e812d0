"""WeasyPrint's fonts and text operators in, the same out for text that readers can take out of the PDF again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weasyprint.pdf import fonts
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import get_hb_object_data
from weasyprint.text.line_break import Layout

from sphinx_prolo.pdf.cid_fonts import cid_program, is_bare
from sphinx_prolo.pdf.clusters import Clusters, Drawn, composed, operand, placed
from sphinx_prolo.pdf.letters import DRAWN_ZWNJ, ZWNJ, Letters, letters
from sphinx_prolo.pdf.replacing import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_ARABIC_ZWNJ = re.compile(f"(?<=[\u0600-\u08ff]){ZWNJ}")


def joiners_drawn() -> AbstractContextManager[None]:
    """While this lasts, lines are laid out with a joiner between Arabic letters that leaves a glyph behind."""
    set_text = Layout.set_text

    def drawn(layout: Layout, text: str, *args: Any, **kwargs: Any) -> None:
        set_text(layout, _ARABIC_ZWNJ.sub(DRAWN_ZWNJ, text) if ZWNJ in text else text, *args, **kwargs)

    return replaced(Layout, "set_text", drawn)


class LetteredFont(Font):  # type: ignore[misc]  # WeasyPrint has no types
    """A font whose glyphs stand for what the font says, with glyphs of ours for letters with marks.

    clusters  those glyphs: WeasyPrint has one Font for each size, but embeds one file for all of them
    """

    def __init__(self, clusters: dict[str, Clusters], *args: Any) -> None:
        self._file: bytes | None = None
        with replaced(fonts, "get_hb_object_data", lambda _face: None):
            super().__init__(*args)
        known = Letters()
        self.composes = "glyf" in self.tables
        if self.composes:  # Chinese, Japanese and Korean fonts are not TrueType, and have nothing to tell
            known = letters(f"{self.family} {self.style} {self.weight}", self.file_content, self.index)
        self.clusters = clusters.setdefault(self.hash, Clusters(known, self.glyph_count))
        self.to_unicode = _Texts(self.clusters)

    @property
    def file_content(self) -> bytes:
        """The font file; read when it is wanted, because that of a Chinese font has 17 MB and often is not."""
        if self._file is None:
            self._file = get_hb_object_data(self.hb_face)
        return self._file

    @file_content.setter
    def file_content(self, content: bytes | None) -> None:
        self._file = content

    def clean(self, to_unicode: dict[int, str], hinting: bool) -> None:
        """Embed what is drawn, and the composed glyphs, which the font file does not have yet."""
        super().clean({glyph: text for glyph, text in to_unicode.items() if glyph < self.glyph_count}, hinting)
        self.file_content = self.clusters.add_to(self.file_content)

    def subset(self, to_unicode: dict[int, str], hinting: bool) -> None:
        """Take what is not drawn out of the font file."""
        is_ours = "CFF " in self.tables and to_unicode and not self.missing
        program = cid_program(self.hb_face, to_unicode, hinting=hinting) if is_ours else None
        if program is None:
            super().subset(to_unicode, hinting)
        else:
            self.file_content = program

    @property
    def type(self) -> str:
        """How it is embedded: "otf" for FontFile3, "ttf" for FontFile2."""
        return "otf" if is_bare(self.file_content) else str(super().type)

    def glyph(self, drawn: Drawn) -> int:
        """The glyph that draws a letter with marks, or nothing that can be read."""
        if isinstance(drawn, int):
            return drawn
        glyph = self.clusters.glyph(drawn)
        letter = None if isinstance(drawn, str) else drawn[0]
        self.widths[glyph] = 0 if letter is None else self.widths[letter]
        text = str(drawn) if letter is None else self.to_unicode[letter]
        self.to_unicode[glyph] = text[:1] if letter in self.clusters.joined else text
        return glyph


class _Texts(dict[int, str]):
    """WeasyPrint's map from glyph to text; what the font says is preferred to what WeasyPrint found."""

    def __init__(self, clusters: Clusters) -> None:
        super().__init__()
        self._clusters = clusters

    def __setitem__(self, glyph: int, text: str) -> None:
        super().__setitem__(glyph, self._clusters.text(glyph, text))


class LetteredStream(Stream):  # type: ignore[misc]
    """A page stream that keeps back the text of a font until the run is whole, and composes what leaves the line."""

    _run: tuple[tuple[float, str], ...] = ()  # rise and operand of TJ
    _rise = 0.0
    _font: Any = None
    _next_font: Any = None

    def set_font_size(self, font: str, size: float) -> None:
        """Begin a run in another font or size."""
        self._finish_run()
        self._font = self._next_font
        super().set_font_size(font, size)

    def set_text_rise(self, rise: float) -> None:
        """Raise what follows, or keep in mind to raise it."""
        if self._composes():
            self._rise = rise
        else:
            super().set_text_rise(rise)

    def show_text(self, text: str) -> None:
        """Draw glyphs, or keep them back."""
        if self._composes():
            self._run += ((self._rise, text),)
        else:
            super().show_text(text)

    def end_text(self) -> None:
        """End the run."""
        self._finish_run()
        super().end_text()

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        """The font that is used from here on."""
        found: tuple[Any, float] = super().add_font(pango_font)
        self._next_font = found[0]
        return found

    def _composes(self) -> bool:
        return self._font is not None and self._font.composes

    def _finish_run(self) -> None:
        run, self._run, self._rise = self._run, (), 0.0
        if not run:
            return
        font, size = self._font, self._current_font[1]
        if not (font.clusters.composes or any(rise for rise, _ in run)):
            super().show_text("".join(text for _, text in run))
            return
        glyphs = list(placed(run, font.widths, size))
        drawn = [(font.glyph(found), x) for found, x in composed(glyphs, font.clusters)]
        super().show_text(operand(drawn, font.widths))
