"""Our own handouts in all editions, as the reader gets them: nothing is lost, and all of it is large enough to read."""

from __future__ import annotations

import functools
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from sphinx_prolo import press
from sphinx_prolo.language import profile
from sphinx_prolo.words import writer

PROJECT = Path(__file__).parents[2]
LANGUAGES = ("en", "ar", "es", "zh_CN", "hi")
TRANSLATIONS = LANGUAGES[1:]
HANDOUTS = ("back-pain", "comparison", "conditions", "what-is-known", "what-is-prolotherapy")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All editions; one build for English, one without it, which has to read it all the same."""
    out = tmp_path_factory.mktemp("editions")
    editions = ("standard", "large-print", "bilingual")
    for languages in (TRANSLATIONS, ("en",)):
        result = press.build(PROJECT / "docs", out, languages=languages, editions=editions)
        assert [str(problem) for problem in result.problems if problem.is_error] == []
    return out


def file(built: Path, handout: str, language: str, edition: str = "") -> Path:
    words = [handout, language, *([edition] if edition else []), "draft", "pdf"]
    return built / language / "handouts" / ".".join(words)


@functools.cache
def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def words(path: Path) -> frozenset[str]:
    """The words and numbers of a PDF, without vowel signs; of scripts without spaces the letters."""
    return frozenset(taken_apart(text_of(path)))


def sure(path: Path) -> frozenset[str]:
    """The words whose letters an extractor gives in one order: without Arabic vowel signs, and of one script."""
    unsure = {
        bare
        for token in re.findall(r"[\w\u064b-\u0652\u0670]+", unicodedata.normalize("NFD", text_of(path)))
        if re.search(r"[\u064b-\u0655\u0670]|[\u0620-\u064a][A-Za-z]|[A-Za-z][\u0620-\u064a]", token)
        for bare in taken_apart(token)
    }
    return words(path) - unsure


def missing(path: Path, wanted: frozenset[str]) -> set[str]:
    """The words that a PDF does not hold; one that breaks over two lines is held, and the number of a page may go."""
    held = "".join(taken_apart(text_of(path)))
    return {word for word in wanted if word not in held and not re.fullmatch(r"\d{1,2}|[^\W\d]", word)}


def taken_apart(text: str) -> list[str]:
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
    return re.findall(r"[\u4e00-\u9fff]|\d+(?:[-–.,]\d+)*|[^\W\d\u4e00-\u9fff]+", bare)


def sizes(path: Path) -> set[float]:
    """The sizes in which letters are painted, in points."""
    found = set()
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if chr(pdfium.FPDFText_GetUnicode(text, index)).isalnum():
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, index, matrix)
                found.add(round(pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d), 1))
    document.close()
    return found


def furniture(language: str, edition: str) -> set[str]:
    """Words that only the head and foot of some edition have."""
    label = {"large-print": "Large print", "bilingual": "In two languages"}[edition]
    return {*taken_apart(writer(language).labels.text(label, "page")), *taken_apart(profile(language).name)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handout", HANDOUTS)
def test_large_print_says_all_that_the_standard_edition_says(built: Path, handout: str, language: str) -> None:
    large = file(built, handout, language, "large-print")
    assert missing(large, sure(file(built, handout, language))) == set()
    assert furniture(language, "large-print") <= words(large)


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("handout", HANDOUTS)
def test_in_two_languages_both_say_all(built: Path, handout: str, language: str) -> None:
    both = file(built, handout, language, "bilingual")
    for one in (language, "en"):
        alone = sure(file(built, handout, one))
        # In a line of both directions an extractor may take a word with a vowel sign apart.
        unsure = 1 if profile(language).direction == "rtl" else 0
        assert len(missing(both, alone) - _only_in_its_own_furniture(one)) <= unsure
    assert furniture(language, "bilingual") | set(taken_apart("English")) <= words(both)


def _only_in_its_own_furniture(language: str) -> set[str]:
    """The foot and the head of a bilingual page are in the reader's language."""
    if language != "en":
        return set()
    labels = ("Version", "Published", "Review by", "Page of", "Patient information", "November")
    return {word for label in labels for word in taken_apart(label)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sizes(built: Path, language: str) -> None:
    """12 points and 18 points for the text; nothing below 9 and 16, head, foot and marks of sources included."""
    factor = profile(language).size
    for edition, text, least in (("", 12, 9), ("large-print", 18, 16)):
        found = set().union(*(sizes(file(built, handout, language, edition)) for handout in HANDOUTS))
        assert min(found) >= least, (edition, sorted(found))
        assert any(abs(size - text * factor) < 0.2 for size in found), (edition, sorted(found))


def test_large_print_runs_off_no_page(built: Path) -> None:
    for path in sorted(built.rglob("*.large-print.draft.pdf")):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            width, height = page.get_size()
            for image_or_text in page.get_objects():
                left, bottom, right, top = image_or_text.get_bounds()
                assert left >= 20 and right <= width - 20 and bottom >= 10 and top <= height - 10, path.name
        document.close()


def test_the_source_language_has_no_edition_in_two_languages(built: Path) -> None:
    assert list((built / "en").rglob("*.bilingual.*")) == []
    assert len(list(built.rglob("*.pdf"))) == len(HANDOUTS) * (3 * len(LANGUAGES) - 1)


def test_verapdf_has_no_finding(built: Path) -> None:
    files = sorted(map(str, built.rglob("*.pdf")))
    run = subprocess.run(
        [sys.executable, str(PROJECT / "tests/verapdf/verapdf.py"), "-f", "ua1,3a", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout[-3000:]
