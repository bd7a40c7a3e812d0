"""Our own handouts as the reader gets them: every PDF of docs/, opened."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from sphinx_prolo import facts, press
from sphinx_prolo.language import profile
from sphinx_prolo.words import writer

if TYPE_CHECKING:
    from sphinx_prolo.quantity import Quantity

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
LANGUAGES = ("en", "ar", "es", "fr", "hi", "pt_BR", "ru", "vi", "zh_CN")
HANDOUTS = ("back-pain", "comparison", "conditions", "what-is-known", "what-is-prolotherapy")
BAND = "Draft – do not give to patients"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All handouts in all languages."""
    out = tmp_path_factory.mktemp("handouts")
    result = press.build(DOCS, out)
    assert [str(problem) for problem in result.problems if problem.is_error] == []
    return out


def pdf(built: Path, handout: str, language: str) -> Path:
    return built / language / "handouts" / f"{handout}.{language}.draft.pdf"


def pages(path: Path) -> list[str]:
    """The text of each page: composed, on one line, no-break spaces as spaces."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [plain(text) for text in texts]


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def holds(text: str, wanted: str, language: str) -> bool:
    """Whether the page has the words. White space does not count: a value may break over lines, Chinese has none.

    In a line that mixes directions an extractor orders the runs by its own guess, and puts vowel signs beside their
    letters; so of right-to-left text each word must be there, as the letters stand.
    """
    if profile(language).direction == "ltr":
        return re.sub(r"\s", "", plain(wanted)) in re.sub(r"\s", "", plain(text))
    return set(letters(wanted)) <= set(letters(text))


def letters(text: str) -> list[str]:
    """The words and numbers of a text, without vowel signs."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
    return re.findall(r"\d+(?:[-–.,]\d+)*|\w+", bare)


def test_five_handouts_in_nine_languages(built: Path) -> None:
    rows = json.loads((built / "handouts.json").read_text(encoding="utf-8"))["handouts"]
    assert {(row["docname"], row["language"]) for row in rows} == {
        (f"handouts/{handout}", language) for handout in HANDOUTS for language in LANGUAGES
    }
    assert all(row["status"] == "draft" and 1 <= row["pages"] <= 3 for row in rows)
    unsigned = {"unreviewed", "unsigned-source"}
    assert not [row for row in rows if set(row["reasons"]) - unsigned], "every sentence is translated"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handout", HANDOUTS)
def test_every_page_says_draft_in_both_languages_and_counts_itself(built: Path, handout: str, language: str) -> None:
    words = writer(language).labels
    texts = pages(pdf(built, handout, language))
    for number, text in enumerate(texts, 1):
        assert holds(text, BAND, "en")
        assert holds(text, words.text(BAND, "page"), language)
        counted = words.text("Page {page} of {pages}", "page", page=str(number), pages=str(len(texts)))
        assert holds(text, counted, language)
        assert holds(text, profile(language).name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_facts_is_printed_in_the_language(built: Path, language: str) -> None:
    """Whatever a handout prints of the facts, it prints it as the language writes it, digits and unit in one piece."""
    known = facts.read(DOCS / "facts/prolotherapy.yaml").facts
    assert known is not None
    text = " ".join(page for handout in HANDOUTS for page in pages(pdf(built, handout, language)))
    write = writer(language).quantity
    missing = [write(amount) for amount in amounts(known) if not holds(text, write(amount), language)]
    assert missing == []


def amounts(known: facts.Facts) -> list[Quantity]:
    """The quantities of the file, and those of the records that the handouts print."""
    assert known.risk_table is not None
    assert known.aftercare_checklist is not None
    steps = [value for step in known.aftercare_checklist.do for value in step.values().values()]
    durations = [claim.value for risk in known.risk_table.items for claim in risk.duration]
    return [*known.quantities.values(), *steps, *durations]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_names_its_language_and_title(built: Path, language: str) -> None:
    rows = json.loads((built / "handouts.json").read_text(encoding="utf-8"))["handouts"]
    for row in rows:
        if row["language"] == language:
            document = pypdfium2.PdfDocument(built / row["path"])
            assert document.get_metadata_value("Title") == row["titles"]["target"]
            assert len(list(document.get_toc())) >= 3
            document.close()


def test_verapdf_has_no_finding(built: Path) -> None:
    """PDF/UA-1 and PDF/A-3a in one file, every file."""
    validator = PROJECT / "tests/verapdf/verapdf.py"
    files = sorted(map(str, built.rglob("*.pdf")))
    run = subprocess.run(
        [sys.executable, str(validator), "-f", "ua1,3a", *files], capture_output=True, text=True, check=False
    )
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout[-3000:]


def test_a_second_build_prints_nothing_and_changes_no_byte(built: Path) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*.pdf")}
    listed = (built / "handouts.json").read_bytes()
    result = press.build(DOCS, built)
    assert result.printed == ()
    assert {path: path.read_bytes() for path in built.rglob("*.pdf")} == before
    assert (built / "handouts.json").read_bytes() == listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_breaks_after_its_first_word(built: Path, language: str) -> None:
    """What the engine did where a sentence fitted its line, but not the space between it and the mark of its source."""
    for handout in HANDOUTS:
        document = pypdfium2.PdfDocument(pdf(built, handout, language))
        lines = [line.strip() for page in document for line in page.get_textpage().get_text_range().splitlines()]
        document.close()
        assert [
            (line, below)
            for line, below in itertools.pairwise(lines)
            if re.fullmatch(r"• [^\W\d]{1,12}", line) and len(below) > 35
        ] == []
