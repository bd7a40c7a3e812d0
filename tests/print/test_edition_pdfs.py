"""Our own handouts in all editions, as the reader gets them: nothing is lost, and all of it is large enough to read."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from babel.messages.pofile import read_po
from pdfreader import gap_above_foot, inks, lines, missing, places, sizes, sure, taken_apart, text_of, vowelled, words

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


def furniture(language: str, edition: str) -> set[str]:
    """Words that only the head and foot of some edition have."""
    label = {"large-print": "Large print", "bilingual": "In two languages"}[edition]
    return {*taken_apart(writer(language).labels.text(label, "page")), *taken_apart(profile(language).name)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handout", HANDOUTS)
def test_large_print_says_all_that_the_standard_edition_says(built: Path, handout: str, language: str) -> None:
    large = file(built, handout, language, "large-print")
    standard = file(built, handout, language)
    assert missing(large, sure(standard)) == set()
    assert furniture(language, "large-print") <= words(large)


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("handout", HANDOUTS)
def test_in_two_languages_both_say_all(built: Path, handout: str, language: str) -> None:
    both = file(built, handout, language, "bilingual")
    for one in (language, "en"):
        text = text_of(file(built, handout, one))
        lost = missing(both, words(file(built, handout, one))) - _only_in_its_own_furniture(one, language)
        # There most lines hold both languages, and most words with vowel signs are turned round.
        assert lost <= vowelled(text)
    assert furniture(language, "bilingual") | set(taken_apart("English")) <= words(both)


def _only_in_its_own_furniture(one: str, language: str) -> set[str]:
    """The foot and the head of a bilingual page are in the reader's language, and name it so."""
    if one != "en":
        return set(taken_apart(writer("en").language(language)))
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


@pytest.mark.parametrize("language", ["en", "es"])
def test_lines_are_of_60_to_70_letters(built: Path, language: str) -> None:
    """WCAG 2.2, 1.4.8: none over 80, but in a table that is as wide as the page."""
    for edition in ("", "large-print"):
        found = [len(line) for handout in HANDOUTS for line in lines(file(built, handout, language, edition))]
        long = sorted(length for length in found if length > 40)
        assert 45 <= statistics.median(long) <= 70
        assert long[int(0.9 * len(long))] <= 80, edition


@pytest.mark.parametrize("edition", ["", "large-print", "bilingual"])
@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_grey_copy_can_be_read(built: Path, language: str, edition: str) -> None:
    """Each letter differs from its ground by 4.5 to 1, also where a copier knows no colours."""
    found = inks(file(built, "back-pain", language, edition))
    assert len(found) >= 4, "ink, accent, alert, white on alert"
    assert {pair: round(ratio, 1) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", ["", "large-print", "bilingual"])
def test_the_foot_stands_clear_of_the_text(built: Path, language: str, edition: str) -> None:
    for handout in HANDOUTS if edition != "bilingual" or language != "en" else ():
        assert gap_above_foot(file(built, handout, language, edition)) >= 4, handout


def test_steps_in_two_languages_keep_their_numbers(built: Path) -> None:
    text = text_of(file(built, "what-is-prolotherapy", "es", "bilingual"))
    assert [len(re.findall(rf"\b{number}\. ", text)) for number in (1, 2, 3, 4)] == [4, 4, 4, 2], (
        "two lists, two languages"
    )


def test_each_block_stands_beside_its_other(built: Path) -> None:
    """Headings of both languages, in the same order on the same page, begin at the same height."""
    with (PROJECT / "locales/es/LC_MESSAGES/handouts.po").open("rb") as po:
        catalogue = read_po(po)
    known = {str(message.id): str(message.string) for message in catalogue if message.id}
    short = {source: target for source, target in known.items() if len(source) < 30 and source[0].isupper()}
    checked = 0
    for handout in HANDOUTS:
        path = file(built, handout, "es", "bilingual")
        for source, target in short.items():
            left, right = places(path, target, "left"), places(path, source, "right")
            if len(left) == len(right) == 1:
                assert left[0][0] == right[0][0] and abs(left[0][1] - right[0][1]) < 5, (handout, source, target)
                checked += 1
    assert checked > 20


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
