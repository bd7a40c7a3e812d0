"""Facts in, ordinary nodes out: what the writer gets from each directive, in every builder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

if TYPE_CHECKING:
    from projects import Project


@pytest.fixture
def tree(clinic: Project) -> nodes.document:
    return clinic.build().env.get_doctree("handouts/knee")


def tables(tree: nodes.document) -> list[nodes.table]:
    return list(tree.findall(nodes.table))


def cells(table: nodes.table) -> list[list[str]]:
    return [[entry.astext() for entry in row] for row in table.findall(nodes.row)]


def test_serious_harms_come_first_in_a_table_of_their_own(tree: nodes.document) -> None:
    serious, milder = tables(tree)
    assert serious.astext().startswith("Serious harms")
    assert "Infection" in serious.astext()
    assert "Bruise" in milder.astext() and "Infection" not in milder.astext()


def test_tables_have_a_caption_header_cells_and_a_header_in_front_of_each_row(tree: nodes.document) -> None:
    for table in tables(tree):
        assert isinstance(table[0], nodes.title)
        assert len(list(table.findall(nodes.thead))) == 1
        assert next(table.findall(nodes.colspec)).get("stub")


def test_more_frequent_harms_come_first_and_a_band_never_stands_without_its_numbers(tree: nodes.document) -> None:
    rows = cells(tables(tree)[1])
    assert rows[1][0] == "Bruise"
    assert any("1 in 10" in cell for cell in rows[1])
    assert any("3 in 100" in cell for cell in rows[2])


def test_sources_that_disagree_stand_side_by_side(tree: nodes.document) -> None:
    bruise = " ".join(cells(tables(tree)[1])[1]).replace("\N{NO-BREAK SPACE}", " ")
    assert "1–4 days" in bruise and "(Trial)" in bruise
    assert "3 weeks" in bruise and "(Site)" in bruise


def test_a_column_without_values_is_left_out(tree: nodes.document) -> None:
    assert "When it starts" not in cells(tables(tree)[1])[0]


def test_values_of_the_record_and_of_the_file_are_filled_in(tree: nodes.document) -> None:
    text = tree.astext().replace("\N{NO-BREAK SPACE}", " ")
    assert "Cool the knee 3 times a day, for 10–15 minutes." in text
    assert "Rest for 1–3 weeks. Write {rest} for the value and {rest} for the word." in text


def test_tasks_have_a_box_to_tick_and_prohibitions_a_sign_and_the_words(clinic: Project) -> None:
    text = clinic.text()
    assert "☐ Cool the knee" in text
    assert "Do not" in text
    assert "✗ Do not run." in text
    assert "✗ Aspirin" in text


def test_braces_outside_handouts_are_not_ours(clinic: Project) -> None:
    assert "braces such as {each} and {{this}} stay" in clinic.text(page="notes")


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_every_builder_prints_the_facts(clinic: Project, builder: str) -> None:
    app = clinic.build(builder, warningiserror=True, exception_on_warning=True)
    page = {"html": "handouts/knee.html", "epub": "handouts/knee.xhtml", "text": "handouts/knee.txt"}
    path = Path(app.outdir, page[builder]) if builder in page else next(Path(app.outdir).glob("*.tex"))
    text = path.read_text(encoding="utf-8")
    assert "Infection" in text and "Cool the knee" in text


def test_another_file_as_argument_and_a_body_of_yaml(clinic: Project) -> None:
    (clinic.srcdir / "handouts/other.yaml").write_text(
        "risk-table:\n  items:\n    - {effect: Rash, severity: mild, seriousness: false, frequency: not-known}\n"
    )
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(
        page.read_text()
        + "\n.. risk-table:: other.yaml\n\n"
        + ".. risk-table::\n\n   - effect: Fever\n     severity: mild\n     seriousness: false\n     frequency: rare\n"
    )
    app = clinic.build()
    assert clinic.problems(app) == []
    text = app.env.get_doctree("handouts/knee").astext()
    assert "Rash" in text and "Fever" in text


def test_a_problem_in_a_body_of_yaml_has_the_line_of_the_document(clinic: Project) -> None:
    page = clinic.srcdir / "handouts/knee.rst"
    source = page.read_text() + "\n.. risk-table::\n\n   - effect: Fever\n     severity: mildly\n"
    page.write_text(source)
    app = clinic.build()
    line = source.splitlines().index("     severity: mildly") + 1
    places = [(problem.path, problem.line) for problem in app.env.get_domain("prolo").problems()]
    assert (str(page), line) in places


def test_seriousness_selects(clinic: Project) -> None:
    clinic.edit("handouts/knee.rst", ".. risk-table::", ".. risk-table::\n   :seriousness: serious")
    tree = clinic.build().env.get_doctree("handouts/knee")
    assert len(tables(tree)) == 1


def test_a_document_is_read_again_when_its_facts_change(clinic: Project) -> None:
    assert "10–15" in clinic.text()
    clinic.edit("facts/knee.yaml", "10-15 min", "20 min")
    text = clinic.text()
    assert "20" in text and "10–15" not in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("   :version: 1.2\n", "", "handout-option"),
        ("2026-01-31", "31.1.2026", "handout-date"),
        ("2030-01-31", "2020-01-31", "handout-date"),
        ("/facts/knee.yaml", "/facts/nowhere.yaml", "facts-file"),
        ("{rest}. Write", "{test}. Write", "handout-placeholder"),
        ("{rest}. Write", "{rest. Write", "handout-placeholder"),
        (".. aftercare-checklist::", ".. handout::\n   :version: 1", "handout-twice"),
    ],
)
def test_a_mistake_of_the_writer_is_a_problem_with_file_and_line(
    clinic: Project, old: str, new: str, code: str
) -> None:
    clinic.edit("handouts/knee.rst", old, new)
    for _again in range(2):  # the second build reads nothing and must still know
        app = clinic.build()
        found = [problem for problem in app.env.get_domain("prolo").problems() if problem.code == code]
        assert found and all(problem.line for problem in found)


def test_broken_facts_are_reported_with_their_own_file_and_line(clinic: Project) -> None:
    clinic.edit("facts/knee.yaml", "10-15 min", "10-15 furlongs")
    app = clinic.build()
    facts = clinic.srcdir / "facts/knee.yaml"
    line = facts.read_text().splitlines().index("      each: 10-15 furlongs") + 1
    assert f"{facts}:{line}: WARNING: " in app.warning.getvalue()
    assert clinic.problems(app)


def test_a_fact_that_is_not_one_paragraph_is_refused(clinic: Project) -> None:
    clinic.edit("facts/knee.yaml", "action: Do not run.", "action: '- Do not run.'")
    app = clinic.build()
    assert "facts-block" in clinic.problems(app)


def test_parallel_reading_keeps_what_each_document_knows(clinic: Project) -> None:
    for number in range(12):  # Sphinx reads in parallel from six documents on
        text = (clinic.srcdir / "handouts/knee.rst").read_text()
        (clinic.srcdir / f"handouts/knee{number}.rst").write_text(":orphan:\n\n" + text.replace("{rest}. W", "{x}. W"))
    app = clinic.build(parallel=3)
    domain = app.env.get_domain("prolo")
    assert len(domain.handouts) == 13
    assert len([problem for problem in domain.problems() if problem.code == "handout-placeholder"]) == 12


def test_broken_facts_are_not_repeated_at_every_placeholder(clinic: Project) -> None:
    clinic.edit("facts/knee.yaml", "10-15 min", "10-15 furlongs")
    assert set(clinic.problems(clinic.build())) == {"facts-unit"}


def test_a_warning_of_sphinx_stands_until_the_document_is_read_again(clinic: Project) -> None:
    page = clinic.srcdir / "handouts/knee.rst"
    page.write_text(page.read_text() + "\nShort title\n-----\n\nText.\n")
    line = page.read_text().splitlines().index("Short title") + 2
    for _again in range(2):
        (problem,) = clinic.build().env.get_domain("prolo").problems()
        assert (problem.path, problem.line) == (str(page), line)
        assert problem.message.startswith("Title underline too short")


def test_a_list_that_nobody_could_read_is_an_error(clinic: Project) -> None:
    risk = "    - {effect: Rash, severity: mild, seriousness: false, frequency: not-known}\n"
    clinic.edit("facts/knee.yaml", "risk-table:\n  items:\n", "risk-table:\n  items:\n" + risk * 600)
    assert "handout-too-many" in clinic.problems(clinic.build())
    clinic.edit("handouts/knee.rst", ".. risk-table::", ".. risk-table::\n   :limit: 5")
    assert clinic.problems(clinic.build()) == []


def test_a_limit_never_leaves_out_a_serious_harm_for_a_mild_one(clinic: Project) -> None:
    clinic.edit("handouts/knee.rst", ".. risk-table::", ".. risk-table::\n   :limit: 1")
    (table,) = tables(clinic.build().env.get_doctree("handouts/knee"))
    assert "Infection" in table.astext()


@pytest.mark.parametrize("hidden", ["\u202e", "\u2067", "\x07", "\x00"])
def test_a_hidden_character_in_the_document_is_an_error(clinic: Project, hidden: str) -> None:
    clinic.edit("handouts/knee.rst", "Rest for", f"Take {hidden}05 mg. Rest for")
    line = (clinic.srcdir / "handouts/knee.rst").read_text().split("Take")[0].count("\n") + 1
    found = [problem for problem in clinic.build().env.get_domain("prolo").problems() if problem.is_error]
    assert [(problem.code, problem.line) for problem in found] == [("handout-control-character", line)]


@pytest.mark.parametrize("option", ["only", "columns"])
def test_an_option_without_a_value_is_an_error_of_the_document(clinic: Project, option: str) -> None:
    clinic.edit("handouts/knee.rst", ".. risk-table::", f".. risk-table::\n   :{option}:")
    (problem,) = clinic.build().env.get_domain("prolo").problems()
    assert problem.path.endswith("knee.rst")
    assert problem.line
