"""Fonts with numbered glyphs: only what is drawn is embedded, and a reader finds each glyph by its number."""

from __future__ import annotations

import dataclasses
import io
import zlib
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools import subset
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pdf_demo import handout, job
from weasyprint.text.ffi import ffi, harfbuzz_subset

from sphinx_prolo import pdf
from sphinx_prolo.pdf import cid_fonts, fontfiles, lettering

FEW = "一二三十骨"
UNKNOWN = "".join(chr(0x12000 + n) for n in range(5))  # cuneiform, which none of our fonts has


def programs(printed: bytes) -> list[tuple[str, bytes, Any]]:
    """(/Subtype, the program, the font's dictionary) of each font that is not TrueType."""
    with pikepdf.open(io.BytesIO(printed)) as document:
        fonts = [
            node
            for node in document.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/Subtype") == pikepdf.Name.CIDFontType0
        ]
        streams = [(node, node.FontDescriptor.FontFile3) for node in fonts]
        return [(str(file.Subtype), file.read_bytes(), {*node.keys()}) for node, file in streams]


def pictures(printed: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(printed)
    drawn = [page.render(scale=2, grayscale=True).to_pil().tobytes() for page in document]
    document.close()
    return drawn


def look_alike(one: bytes, other: bytes) -> bool:
    """The edges of letters differ a little."""
    pairs = zip(pictures(one), pictures(other), strict=True)
    return all(max(abs(a - b) for a, b in zip(*pair, strict=True)) < 40 for pair in pairs)


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ko"])
def test_only_the_glyphs_that_are_drawn_are_embedded(language: str) -> None:
    text = {"ja": "注射の後は、痛い所を冷やしてください。", "ko": "주사 후 아픈 곳을 차게 하십시오."}
    body = f"<p>{text[language]}</p>" if language in text else None
    printed = pdf.print_pdf(job(language, body, text[language]) if body else handout(language))
    found = programs(printed)
    assert found
    for subtype, program, keys in found:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(program), None)
        assert subtype == "/CIDFontType0C"
        assert "/CIDToGIDMap" not in keys
        assert len(fonts[0].charset) < 200
    assert len(printed) < 80_000


def test_it_looks_as_with_the_whole_font(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = pdf.print_pdf(handout("zh-Hans"))
    monkeypatch.setattr(lettering, "cid_program", lambda *_args, **_options: None)
    theirs = pdf.print_pdf(handout("zh-Hans"))
    assert len(theirs) > 4 * len(ours)
    assert len(zlib.compress(pictures(ours)[0])) > 5_000, "there is something to see"
    assert look_alike(ours, theirs)


def subset_font() -> bytes:
    """Five numbered glyphs, taken from ours, whose numbers are not their places any more; for letters of no font."""
    [path] = [path for path in fontfiles.files() if path.name == "NotoSansCJKjp-Regular.otf"]
    options = subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"])
    with TTFont(path, lazy=True) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=FEW)
        subsetter.subset(font)
        known = font.getBestCmap()
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language, table.reserved, table.length = 3, 10, 0, 0, 0
        table.cmap = {ord(UNKNOWN[n]): known[ord(char)] for n, char in enumerate(FEW)}
        font["cmap"].tables = [table]
        return saved(font, "Few")


def named_font() -> bytes:
    """Glyphs with names: bars of three heights."""
    names = [".notdef", "low", "high", "middle"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(UNKNOWN[n]): name for n, name in enumerate(names[1:])})
    drawn = {}
    for name, height in zip(names, (10, 100, 700, 400), strict=True):
        pen = T2CharStringPen(700, None)
        pen.moveTo((0, 0))
        for point in ((0, height), (600, height), (600, 0)):
            pen.lineTo(point)
        pen.closePath()
        drawn[name] = pen.getCharString()
    builder.setupCFF("Bars", {}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (700, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Bars", "styleName": "Regular", "psName": "Bars"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    return saved(builder.font, "Bars")


def saved(font: TTFont, family: str) -> bytes:
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 16}:
            record.string = family
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def own(font: bytes, family: str, text: str) -> bytes:
    """A page with letters of a font of the user's own."""
    plain = job("en", f'<p style="font: 30pt {family}">{text}</p>', text)
    return pdf.print_pdf(dataclasses.replace(plain, fonts=(font,)))


def test_a_font_that_somebody_has_subset_shows_the_same_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader finds its glyphs by numbers that the page does not use, unless they are changed."""
    ours = own(subset_font(), "Few", UNKNOWN)
    assert [subtype for subtype, _, _ in programs(ours)] == ["/CIDFontType0C"]
    monkeypatch.setattr(lettering, "cid_program", lambda *_args, **_options: None)
    assert look_alike(ours, own(subset_font(), "Few", UNKNOWN))
    assert not look_alike(ours, own(subset_font(), "Few", UNKNOWN[::-1]))


def test_a_font_with_names_keeps_its_places() -> None:
    printed = own(named_font(), "Bars", UNKNOWN[1])
    assert [subtype for subtype, _, _ in programs(printed)] == ["/OpenType"]
    assert pictures(printed) != pictures(own(named_font(), "Bars", UNKNOWN[0]))


def test_a_font_that_cannot_be_subset_is_left_to_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    """HarfBuzz says so with a null pointer, and to go on with that ends the process."""

    class Failing:
        def __getattr__(self, name: str) -> Any:
            return getattr(harfbuzz_subset, name)

        def hb_subset_plan_create_or_fail(self, *_args: Any) -> Any:
            return ffi.NULL

    monkeypatch.setattr(cid_fonts, "harfbuzz_subset", Failing())
    printed = pdf.print_pdf(handout("zh-Hans"))
    assert {subtype for subtype, _, _ in programs(printed)} == {"/OpenType"}
