"""A project that was written to be awkward, in two languages of which one is hardly begun, in all editions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from pdfreader import lines, places, sizes, text_of

from sphinx_prolo import press

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("awkward")
    shutil.copytree(PROJECT / "tests/roots/test-awkward", home, dirs_exist_ok=True)
    result = press.build(home, home / "out")
    assert [str(problem) for problem in result.problems if problem.is_error] == []
    assert len(result.printed) == 10
    return home / "out"


def pdf(built: Path, name: str) -> Path:
    document, language, *_ = name.split(".")
    return built / language / "handouts" / f"{document}.{name.partition('.')[2]}.draft.pdf"


def test_verapdf_has_no_finding(built: Path) -> None:
    files = sorted(map(str, built.rglob("*.pdf")))
    command = [sys.executable, str(PROJECT / "tests/verapdf/verapdf.py"), "-f", "ua1,3a", *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout[-3000:]


def test_nothing_runs_off_the_paper(built: Path) -> None:
    for path in sorted(built.rglob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            image = page.render(scale=0.5).to_pil().convert("L")
            for left in (0, image.width - 8):
                assert image.crop((left, 0, left + 8, image.height)).getextrema() == (255, 255), path.name
        document.close()


def test_lists_begin_as_their_author_wrote(built: Path) -> None:
    found = lines(pdf(built, "awkward.en"))
    for line in ("a. four", "2. again three", "iv. four", "v. five", "term two: classifier", "[1] The first footnote."):
        assert line in found, line


def test_no_heading_is_smaller_than_the_text(built: Path) -> None:
    assert min(sizes(pdf(built, "awkward.en"))) >= 8.9
    assert min(sizes(pdf(built, "other.en"))) >= 9
    assert "https://" not in text_of(pdf(built, "other.en"))


def test_a_pair_that_spans_a_page_goes_on_in_both_halves(built: Path) -> None:
    """The long paragraph is the same in both languages; the reader's letters are larger, and its half is longer."""
    path = pdf(built, "other.ar.bilingual")
    firsts = {half: _first_words(path, half) for half in ("left", "right")}
    assert len(firsts["left"]) >= 2
    assert firsts["left"].keys() >= firsts["right"].keys() or firsts["left"].keys() <= firsts["right"].keys()
    for page in firsts["left"].keys() & firsts["right"].keys():
        assert abs(firsts["left"][page] - firsts["right"][page]) < 8, page


def _first_words(path: Path, half: str) -> dict[int, float]:
    """On each page, how high the long paragraph begins in a half."""
    found: dict[int, float] = {}
    for line in lines(path):
        if line.startswith("word"):
            for page, top in places(path, line, half):
                found[page] = max(top, found.get(page, 0))
    return found
