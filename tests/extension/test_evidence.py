"""What is known, and how surely: the directives of evidence, in each builder, and what each of them refuses."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

from sphinx_prolo.domain import prolo_domain

if TYPE_CHECKING:
    from projects import Project

FACTS, PAGE = "facts/knee.yaml", "handouts/knee.rst"


@pytest.fixture
def knees(project: Callable[[str], Project]) -> Project:
    return project("evidence")


@pytest.fixture
def tree(knees: Project) -> nodes.document:
    app = knees.build()
    assert knees.problems(app) == []
    return app.env.get_doctree("handouts/knee")


def plain(node: nodes.Node) -> str:
    return " ".join(node.astext().replace("\N{NO-BREAK SPACE}", " ").split())


def place(knees: Project, code: str) -> tuple[str, int | None]:
    """Where the one problem of a code is."""
    (problem,) = [one for one in prolo_domain(knees.build().env).problems() if one.code == code]
    return Path(problem.path).name, problem.line


def line_of(knees: Project, name: str, text: str) -> int:
    return next(n for n, line in enumerate((knees.srcdir / name).read_text().split("\n"), 1) if text in line)


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_every_builder_prints_the_evidence(knees: Project, builder: str) -> None:
    app = knees.build(builder, warningiserror=True, exception_on_warning=True)
    page = {"html": "handouts/knee.html", "epub": "handouts/knee.xhtml", "text": "handouts/knee.txt"}
    path = Path(app.outdir, page[builder]) if builder in page else next(Path(app.outdir).glob("*.tex"))
    text = re.sub(r"<[^>]*>|\\sphinx\w+|[{}|]", "", path.read_text(encoding="utf-8"))
    for words in ("This treatment may help a little.", "Studies have not shown this", "Sells this treatment"):
        assert " ".join(words.split()) in " ".join(text.split())


def test_a_finding_is_a_sentence_made_from_certainty_direction_and_size(tree: nodes.document) -> None:
    text = plain(tree)
    assert "Pain: This treatment may help a little." in text
    assert "How sure we are Low ●●○○" in text
    assert "Swelling: We do not know how well this works." in text
    assert "Not assessed ○○○○" in text
    assert "1,200" in text


def test_a_stronger_certainty_makes_a_stronger_sentence(knees: Project) -> None:
    knees.edit(FACTS, "      certainty: low\n", "      certainty: moderate\n")
    assert "Pain: This treatment probably helps a little." in plain(knees.build().env.get_doctree("handouts/knee"))


def test_a_finding_stays_with_its_translated_outcome(knees: Project) -> None:
    knees.catalogue("es", {"Pain": "Dolor"})
    assert "Dolor: Este tratamiento podría ayudar un poco." in knees.text("es")


def test_both_sides_are_in_words_and_drawn(tree: nodes.document) -> None:
    text = plain(tree)
    assert "● Had this: 7 in 100 people" in text and "○ Did not have this: 93 in 100 people" in text
    assert "Of 100 people in each group" in text and "Within 6 months" in text
    assert len(list(tree.findall(nodes.image))) == 4


def drawing(knees: Project, language: str) -> str:
    """The SVG of 7 in 100."""
    tree = knees.build(language=language).env.get_doctree("handouts/knee")
    uri = list(tree.findall(nodes.image))[2]["uri"]
    return base64.b64decode(uri.removeprefix("data:image/svg+xml;base64,")).decode("ascii")


def test_a_drawing_has_as_many_circles_and_fills_from_where_one_reads(knees: Project) -> None:
    knees.catalogue("ar", {"Pain": "ألم"})
    for language, first in (("en", "M1 5"), ("ar", "M91 5")):
        filled, empty = re.findall(r'<path d="([^"]*)"', drawing(knees, language))
        assert (filled.count("M"), empty.count("M")) == (7, 93)
        assert filled.startswith(first)


def test_a_drawing_says_the_same_to_those_who_cannot_see_it(knees: Project) -> None:
    app = knees.build()
    page = Path(app.outdir, "handouts/knee.html").read_text(encoding="utf-8").replace("&#160;", " ")
    assert (
        'alt="Knee injections – A new infection – Had this: 7 in 100 people. Did not have this: 93 in 100 people"'
        in page
    )
    knees.catalogue("es", {"A new infection": "Una infección"})
    app = knees.build(language="es")
    assert "– Una infección –" in Path(app.outdir, "handouts/knee.html").read_text(encoding="utf-8")


def test_no_message_is_made_of_a_drawing(knees: Project) -> None:
    app = knees.build("gettext")
    assert "7 in 100" not in Path(app.outdir, "handouts.pot").read_text(encoding="utf-8")


def test_a_document_counts_in_one_number(knees: Project) -> None:
    page = knees.srcdir / PAGE
    more = (knees.srcdir / FACTS).read_text().split("icon-array:\n")[1].split("reported-outcomes")[0]
    body = more.replace("of: 100", "of: 1000").replace("\n", "\n   ").rstrip()
    page.write_text(page.read_text() + f"\n.. icon-array::\n\n   {body}\n")
    assert place(knees, "handout-denominator") == (
        "knee.rst",
        page.read_text().splitlines().index(".. icon-array::", 20) + 1,
    )


def test_a_report_stands_under_its_basis(tree: nodes.document) -> None:
    text = plain(tree)
    assert "Nobody has counted or compared. Studies have not shown this. Reported rate 80–90% (A)" in text
    assert "Reported by Doctors who give the treatment" in text


def test_what_comes_from_trials_is_not_called_unshown(knees: Project) -> None:
    knees.edit(FACTS, "basis: anecdotal\n  rate:\n    - {value: 80-90 %, source: site}\n", "basis: trial\n")
    assert "Studies have not shown this" not in knees.text()


@pytest.mark.parametrize("layout", ["columns", "rows"])
def test_each_option_answers_each_question(knees: Project, layout: str) -> None:
    knees.edit(PAGE, ".. treatment-comparison::", f".. treatment-comparison::\n   :layout: {layout}")
    tree = knees.build().env.get_doctree("handouts/knee")
    (table,) = [one for one in tree.findall(nodes.table) if "prolo-comparison" in one["classes"]]
    cells = [[plain(cell) for cell in row] for row in table.findall(nodes.row)]
    if layout == "rows":
        cells = [list(row) for row in zip(*cells, strict=True)]
    assert {len(row) for row in cells} == {3}
    assert all(cell for row in cells for cell in row)
    assert ["How many visits", "3–6 visits (A) 3 injections (Trial)", "Does not apply"] in cells
    assert ["Against it", "It hurts. It costs money.", "Not stated in the sources"] in cells


def test_the_option_without_treatment_cannot_be_left_out(knees: Project) -> None:
    knees.edit(FACTS, "    - name: Knee injections\n", "    - name: Knee injections\n      id: knees\n")
    knees.edit(PAGE, ".. treatment-comparison::", ".. treatment-comparison::\n   :only: knees")
    assert place(knees, "handout-options")[1] == line_of(knees, PAGE, ".. treatment-comparison::")


def sources(tree: nodes.document) -> list[str]:
    (found,) = [one for one in tree.findall(nodes.bullet_list) if "prolo-sources" in one["classes"]]
    return [plain(item) for item in found]


def test_the_sources_that_are_used_are_listed_the_strongest_first_under_their_numbers(tree: nodes.document) -> None:
    assert sources(tree) == [
        "3 Trial · A trial of knee injections · The journal · Clinical trial · Published: March 4, 2025 · "
        "https://example.org/trial · Does not sell this treatment",
        "1 A · Knees and you · Website of a clinic · Read on: January 2, 2026 · Sells this treatment",
    ]
    assert [node.astext() for node in tree.findall(nodes.superscript)] == ["3", "1", "3"]


def test_a_hidden_source_is_still_listed(knees: Project) -> None:
    page = knees.srcdir / PAGE
    text = re.sub(
        r"\.\. (icon-array|reported-outcomes|treatment-comparison|risk-table)::\n(   :.*\n)?", "", page.read_text()
    )
    page.write_text(text.replace(":sources: footnote", ":sources: hide"))
    tree = knees.build().env.get_doctree("handouts/knee")
    # no directive prints a number, so the list needs none
    assert [entry.split()[0] for entry in sources(tree)] == ["Trial", "A"]


def test_all_sources_on_demand_each_in_its_language(knees: Project) -> None:
    knees.edit(PAGE, ".. source-list::", ".. source-list::\n   :all:")
    tree = knees.build().env.get_doctree("handouts/knee")
    assert [entry[0] for entry in sources(tree)] == ["3", "1", "2"]
    title = next(node for node in tree.findall(nodes.inline) if node.astext() == "Mein Knie")
    assert "language-de" in title["classes"]


def test_footnotes_without_a_list_of_sources(knees: Project) -> None:
    knees.edit(PAGE, ".. source-list::", "")
    assert place(knees, "handout-no-source-list") == ("knee.rst", line_of(knees, PAGE, ".. evidence-summary::"))


def test_a_list_of_sources_that_nothing_uses(knees: Project) -> None:
    page = knees.srcdir / PAGE
    page.write_text(page.read_text().split("Ask your")[0] + ".. source-list::\n")
    assert place(knees, "handout-source-list-empty")[1] == line_of(knees, PAGE, ".. source-list::")


def test_one_footnote_cannot_stand_for_two_sources(knees: Project) -> None:
    (knees.srcdir / "handouts/other.yaml").write_text(
        "sources: {x: {title: Another, kind: blog, interest: none}}\n"
        "evidence-summary: {outcomes: [{outcome: Rest, finding: {direction: mixed}, certainty: low, sources: [x]}]}\n"
    )
    knees.edit(PAGE, ".. source-list::", ".. evidence-summary:: other.yaml\n   :sources: footnote\n\n.. source-list::")
    assert place(knees, "handout-source-number")[1] == line_of(knees, PAGE, "other.yaml")
    knees.edit(PAGE, "other.yaml\n   :sources: footnote", "other.yaml")
    app = knees.build()
    assert knees.problems(app) == []
    assert "1 Another · Blog · Does not sell this treatment" in sources(app.env.get_doctree("handouts/knee"))


def test_columns_are_chosen_and_ordered(knees: Project) -> None:
    knees.edit(PAGE, ".. risk-table::", ".. risk-table::\n   :columns: action, frequency")
    tree = knees.build().env.get_doctree("handouts/knee")
    head = [plain(cell) for cell in next(list(tree.findall(nodes.table))[-1].findall(nodes.row))]
    assert head == ["What can happen", "What to do", "How often"]


def test_an_unknown_column_is_an_error_at_the_directive(knees: Project) -> None:
    knees.edit(PAGE, ".. risk-table::", ".. risk-table::\n   :columns: actions")
    problems = prolo_domain(knees.build().env).problems()
    (problem,) = [one for one in problems if "'actions' is not a column; known are: severity" in one.message]
    assert problem.is_error and problem.line == line_of(knees, PAGE, ".. risk-table::")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PAGE, "Ask your clinic whether it is safe for you.", "Before that.\nIt is a proven and\nsafe way."),
        (FACTS, "pros: [You may have less pain.]", "pros: [It cures pain.]"),
        (FACTS, "outcome: Swelling", "outcome: Guaranteed relief"),
    ],
)
def test_a_promise_beside_weak_evidence_is_a_warning_at_its_line(knees: Project, name: str, old: str, new: str) -> None:
    knees.edit(name, old, new)
    found = [one for one in prolo_domain(knees.build().env).problems() if one.code == "handout-promotional"]
    words = re.findall(r"proven|safe|cures|Guaranteed", new)
    assert [(Path(one.path).name, one.line) for one in found] == [
        (Path(name).name, line_of(knees, name, word)) for word in words
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is not proven that it helps.",
        "Studies haven't found it effective.",
        "Is it safe?",
        "Ask if it is safe to drive.",
        "Nobody can guarantee that.",
        "Approvals and safety.",
    ],
)
def test_a_sentence_that_denies_doubts_or_asks_promises_nothing(knees: Project, text: str) -> None:
    knees.edit(PAGE, "Ask your clinic whether it is safe for you.", text)
    assert knees.problems(knees.build()) == []


def test_strong_evidence_may_be_called_so(knees: Project) -> None:
    knees.edit(PAGE, "Ask your clinic whether it is safe for you.", "It is proven to help.")
    knees.edit(FACTS, "      certainty: low\n", "      certainty: high\n")
    assert knees.problems(knees.build()) == []
