"""The first use of an explained word links to its meaning: once, in prose, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from projects import Project

LINK = re.compile(r'<a class="prolo-term reference internal" href="#([^"]+)">(?:<[^>]*>)*([^<]*)<')


@pytest.fixture
def needles(project: Callable[[str], Project]) -> Project:
    return project("lists")


def links(project: Project, language: str = "en") -> list[tuple[str, str]]:
    """The links of the page, as (the word that is explained there, the words of the link)."""
    app = project.build("html", language)
    html = Path(app.outdir, "handouts/needles.html").read_text(encoding="utf-8")
    explained = {target: " ".join(words.split()) for target, words in re.findall(r'<dt id="([^"]+)">([^<]*)<', html)}
    return [(explained[target].strip(), " ".join(words.split())) for target, words in LINK.findall(html)]


def write(project: Project, text: str) -> None:
    page = project.srcdir / "handouts/needles.rst"
    head = page.read_text(encoding="utf-8").split(".. key-points::")[0]
    page.write_text(f"{head}{text}\n\n.. glossary-terms::\n", encoding="utf-8")


def test_the_first_use_is_linked_and_no_other(needles: Project) -> None:
    assert links(needles) == [("tendon", "tendon"), ("trigger point", "trigger point")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A tendon.", ["tendon"]),
        ("Tendon first.", ["Tendon"]),
        ("Many tendons and a subtendon.", []),
        ("A ``tendon`` in `a tendon <https://example.org/>`__ and :math:`tendon`.", []),
        ("A **tendon**.", ["tendon"]),
        ("A trigger and a trigger point.", ["trigger", "trigger point"]),
        ("A trigger point and a trigger.", ["trigger point", "trigger"]),
        ("A trigger\npoint.", ["trigger point"]),
        ("A\n- tendon\n", ["tendon"]),
        ("tendon\n------", []),
        ("+--------+\n| tendon |\n+--------+", ["tendon"]),
    ],
)
def test_prose_is_linked_and_nothing_else(needles: Project, text: str, found: list[str]) -> None:
    write(needles, text)
    assert [words for _term, words in links(needles)] == found


def test_nothing_is_linked_without_a_list_of_words(needles: Project) -> None:
    needles.edit("handouts/needles.rst", ".. glossary-terms::", "")
    assert links(needles) == []


def test_the_words_of_the_reader_are_found(needles: Project) -> None:
    write(needles, "A tendon hurts.")
    needles.catalogue("es", {"tendon": "tendón", "A tendon hurts.": "Duele un tendón."})
    assert links(needles, "es") == [("tendón", "tendón")]


def test_a_language_without_spaces(needles: Project) -> None:
    write(needles, "A tendon hurts.")
    needles.catalogue("zh_CN", {"tendon": "肌腱", "A tendon hurts.": "那条肌腱疼。"})
    assert links(needles, "zh_CN") == [("肌腱", "肌腱")]


def test_a_message_is_extracted_as_it_was_written(needles: Project) -> None:
    write(needles, "A tendon hurts.")
    app = needles.build("gettext")
    assert 'msgid "A tendon hurts."' in Path(app.outdir, "handouts.pot").read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", ["latex", "singlehtml", "epub"])
def test_links_lead_somewhere_in_builders_that_join_documents(needles: Project, builder: str) -> None:
    needles.build(builder, warningiserror=True, exception_on_warning=True)
    out = Path(needles.apps[-1].outdir)
    if builder == "latex":
        tex = next(out.glob("*.tex")).read_text(encoding="utf-8")
        target = r"handouts/needles:handouts-needles-term-1"
        assert rf"\hypertarget{{{target}}}" in tex.replace("\\detokenize", "") or tex.count(target) == 2
    else:
        page = out / ("index.html" if builder == "singlehtml" else "handouts/needles.xhtml")
        html = page.read_text(encoding="utf-8")
        assert 'href="#handouts-needles-term-1"' in html and 'id="handouts-needles-term-1"' in html
