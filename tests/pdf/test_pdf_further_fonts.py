"""Fonts of the user's own: which are taken, why others are not, and that they print what ours cannot."""

from __future__ import annotations

import dataclasses
import io
import pickle
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pdf_demo import job

from sphinx_prolo import pdf
from sphinx_prolo.handout.stationery import families
from sphinx_prolo.language import profile
from sphinx_prolo.pdf.further import further_fonts, needed

CUNEIFORM = 0x12000  # a letter that none of our fonts has


def font(family: str = "Wedge", licence: int = 0, *, variable: bool = False, letter: int = CUNEIFORM) -> bytes:
    """A font with one letter: a square."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((600, 700))
    pen.lineTo((600, 0))
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({letter: "square"})
    builder.setupGlyf({".notdef": square, "square": square})
    builder.setupHorizontalMetrics({".notdef": (700, 0), "square": (700, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsType=licence)
    builder.setupPost()
    if variable:
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_a_font_of_the_users_own_prints_what_ours_cannot(tmp_path: Path) -> None:
    text = f"A wedge: {chr(CUNEIFORM)}"
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/wedge.ttf").write_bytes(font())
    (tmp_path / "OFL.txt").write_text("its licence")
    fonts, problems = further_fonts([tmp_path], "conf.py")
    assert problems == ()
    assert [each.family for each in fonts] == ["Wedge"]
    assert pickle.loads(pickle.dumps(fonts)) == fonts
    assert needed(fonts, text) == fonts
    assert needed(fonts, "Words that our fonts have: العربية ☐ 中") == ()
    plain = job("en", f"<p>{text}</p>", text)
    with pytest.raises(pdf.PrintError, match="U\\+12000"):
        pdf.render(plain)
    printed = pdf.render(dataclasses.replace(plain, fonts=tuple(each.content for each in fonts)))
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        names = {
            str(node.BaseFont)
            for node in document.objects
            if isinstance(node, pikepdf.Dictionary) and "/BaseFont" in node
        }
    assert any("Wedge" in name for name in names)
    with pytest.raises(pdf.PrintError):  # the fonts of one job are not those of the next
        pdf.render(plain)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ttf", b"", "no TTF or OTF"),
        ("a.ttf", b"I am a text.", "no TTF or OTF"),
        ("a.ttf", font()[:200], "damaged"),
        ("a.otf", b"OTTO" + b"\xff" * 400, "damaged"),
        ("a.woff2", b"wOF2" + b"\0" * 40, "WOFF"),
        ("a.ttf", b"wOFF" + b"\0" * 40, "WOFF"),
        ("a.ttc", b"ttcf" + b"\0" * 40, "several fonts"),
        ("a.ttf", font(variable=True), "variable"),
        ("a.ttf", font(licence=0x0002), "licence"),
        ("a.ttf", font(licence=0x0100), "licence"),
        ("a.ttf", font(licence=0x0208), "licence"),
        ("a.ttf", font("Noto Sans"), "comes with sphinx-prolo"),
    ],
)
def test_a_font_that_cannot_be_used_says_why(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    fonts, [problem] = further_fonts([tmp_path], "conf.py")
    assert fonts == ()
    assert (problem.code, problem.path, problem.is_error) == ("print-font", str(tmp_path / name), True)
    assert said in problem.message


@pytest.mark.parametrize("licence", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_licence_that_allows_it(tmp_path: Path, licence: int) -> None:
    (tmp_path / "a.ttf").write_bytes(font(licence=licence))
    assert further_fonts([tmp_path], "conf.py")[1] == ()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    fonts, [problem] = further_fonts([tmp_path / "none"], "/x/conf.py")
    assert (fonts, problem.path, problem.code) == ((), "/x/conf.py", "print-font")


@pytest.mark.parametrize("language", ["en", "ar", "chr", "ja"])
def test_the_users_families_stand_before_the_signs(tmp_path: Path, language: str) -> None:
    (tmp_path / "a.ttf").write_bytes(font())
    own = profile(language).fonts
    names = families(own, further_fonts([tmp_path], "")[0])
    assert names.index("Wedge") == own.index("Noto Sans Math")
    assert [name for name in names if name != "Wedge"] == list(own)
    assert families(own, ()) == own
