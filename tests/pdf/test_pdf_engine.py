"""Loading WeasyPrint and the fonts: late, quietly, and with one sentence when something is missing."""

from __future__ import annotations

import concurrent.futures
import io
import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pdf_demo import SENTENCES, handout, job

from sphinx_prolo import pdf
from sphinx_prolo.pdf import fontfiles

HERE = Path(__file__).parent


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=False)


def gothic() -> bytes:
    """A font with one letter, U+10330, and a space: Pango looks for a space in the font of the letter before."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "ahsa"])
    builder.setupCharacterMap({0x20: "space", 0x10330: "ahsa"})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({".notdef": empty, "space": empty, "ahsa": pen.glyph()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "space", "ahsa"), (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Tiny Gothic", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_importing_the_room_does_not_import_weasyprint_or_sphinx() -> None:
    done = run("import sys, sphinx_prolo.pdf; print({'weasyprint', 'sphinx', 'pydyf'} & set(sys.modules))")
    assert done.stdout == "set()\n"


def test_a_machine_without_pango_is_told_what_to_install() -> None:
    code = """
import cffi
def missing(self, name, flags=0): raise OSError("cannot load library 'libgobject-2.0-0'")
cffi.FFI.dlopen = missing
from sphinx_prolo import pdf
print(pdf.check_engine())
try: pdf.warm()
except pdf.PrintError as error: print(error.problems == (pdf.check_engine(),))
"""
    done = run(code)
    first, second = done.stdout.splitlines()
    assert first.startswith("sphinx-prolo: error: no PDF can be printed without the library Pango; on ")
    assert "install" in first
    assert first.endswith("[print-engine]")
    assert second == "True"
    assert done.stderr == ""


def test_loading_is_quiet_and_leaves_the_environment_alone() -> None:
    code = """
import os; before = dict(os.environ)
from sphinx_prolo import pdf
print(pdf.check_engine()); pdf.warm(); print(dict(os.environ) == before)
"""
    done = run(code)
    assert (done.stdout, done.stderr) == ("None\nTrue\n", "")


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    code = "import pdf_demo; from sphinx_prolo import pdf; pdf.print_pdf(pdf_demo.handout('zh-Hans'))"
    environment = {**os.environ, "TMPDIR": str(tmp_path), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-B", "-c", code], cwd=HERE, env=environment, check=True)
    assert list(tmp_path.iterdir()) == []


def test_the_log_is_given_back(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.level, logger.propagate, list(logger.handlers))
    with pytest.raises(pdf.PrintError):
        pdf.render(job("en", "<p>𐌰"))
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


@pytest.mark.parametrize("broken", [b"", b"not a font"])
def test_a_font_that_cannot_be_loaded_is_an_error_and_no_crash(broken: bytes) -> None:
    one = job("en", "<p>x")
    with pytest.raises(pdf.PrintError) as caught:
        pdf.render(pdf.PrintJob(one.name, one.html, one.css, "en", (), one.created, (broken,)))
    assert [problem.code for problem in caught.value.problems] == ["print-fonts"]


def test_no_font_at_all_is_an_error_and_no_crash(tmp_path: Path) -> None:
    code = f"""
import pathlib
from sphinx_prolo.pdf import fontfiles
fontfiles.FOLDER = pathlib.Path({str(tmp_path)!r}); fontfiles._CJK_PACKAGES = ("no_such_package",)
import pdf_demo; from sphinx_prolo import pdf
try: pdf.render(pdf_demo.job("en", "<p>x"))
except pdf.PrintError as error: print(error)
"""
    done = run(code)
    assert "[print-fonts]" in done.stdout
    assert done.returncode == 0


def test_a_font_of_the_users_prints_its_letters_and_only_for_that_job() -> None:
    plain = job("en", "<p>𐌰 x")
    mine = pdf.PrintJob(plain.name, plain.html, plain.css, "en", (), plain.created, (gothic(),))
    assert pdf.print_pdf(mine) == pdf.print_pdf(mine)
    with pytest.raises(pdf.PrintError):
        pdf.render(plain)


def test_jobs_prints_and_errors_cross_to_another_process() -> None:
    with concurrent.futures.ProcessPoolExecutor(1, initializer=pdf.warm) as pool:
        printed = pool.submit(pdf.render, handout("es")).result()
        failure = pool.submit(pdf.render, job("en", "<p>𐌰")).exception()
    assert printed.pdf == pdf.print_pdf(handout("es"))
    assert isinstance(failure, pdf.PrintError)
    assert [problem.code for problem in failure.problems] == ["print-glyph"]
    assert pickle.loads(pickle.dumps(failure)).problems == failure.problems


def test_threads_wait_for_one_another() -> None:
    alone = [pdf.print_pdf(handout(language)) for language in SENTENCES]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(pdf.print_pdf, map(handout, SENTENCES))) == alone


def test_the_families_we_name_are_the_families_we_have() -> None:
    fonts = [TTFont(io.BytesIO(path.read_bytes())) for path in sorted(fontfiles.FOLDER.glob("*.ttf"))]
    names = {font["name"].getBestFamilyName() for font in fonts}
    assert names == set(pdf.FAMILIES)
    assert not any({"fpgm", "prep", "fvar"} & set(font.keys()) for font in fonts)  # unhinted and static
    bold = {font["name"].getBestFamilyName() for font in fonts if font["OS/2"].usWeightClass == 700}
    assert names - bold == {"Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2"}


def test_the_licence_names_every_font() -> None:
    licence = (fontfiles.FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert all(f"{family}: Copyright" in licence for family in pdf.FAMILIES)
    assert "PERMISSION & CONDITIONS" in licence


def test_the_cjk_extra_is_found() -> None:
    assert pdf.cjk_is_installed()
    assert [path.suffix for path in fontfiles.files()[-2:]] == [".otf", ".otf"]
