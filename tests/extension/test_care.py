"""The directives about care and people, on a treatment of which the code knows nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

if TYPE_CHECKING:
    from projects import Project

SHOT, GAP = "handouts/shot", "handouts/gap"


@pytest.fixture
def care(project: Callable[[str], Project]) -> Project:
    return project("care")


def plain(text: str) -> str:
    """The text on one line, with ordinary spaces."""
    return re.sub(r"\s+", " ", text)


def section(text: str, start: str, end: str) -> str:
    return text[text.index(start) : text.index(end, text.index(start))]


def test_the_most_urgent_signs_come_first_and_each_level_says_whom_to_call(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    box = section(text, "Warning signs:", "What is in the injection")
    heads = ["Get emergency help at once", "Call your clinic on the same day", "Tell your clinic at your next visit"]
    assert [box.index(head) for head in heads] == sorted(box.index(head) for head in heads)
    assert "You cannot breathe well (Leaflet)" in box
    assert "Fever for more than: 2–3 days" in box
    emergency, later = section(box, heads[0], heads[1]), section(box, heads[1], heads[2])
    assert "Whom to call: Call 112." in emergency
    assert "Whom to call: Ask your clinic before you go home ____" in later
    assert "Whom to call" not in box[box.index(heads[2]) :]


def test_where_nobody_says_anything_the_reader_is_told_to_ask(care: Project) -> None:
    text = plain(care.text(page=GAP))
    assert "Warning signs: Our sources do not say which signs mean that you need help." in text
    assert "Strength and amount: Ask your clinic" in text
    assert "Telephone: Ask your clinic" in text


def test_the_warning_box_is_a_box_with_a_class_for_the_style_sheet(care: Project) -> None:
    tree = care.build().env.get_doctree(SHOT)
    boxes = {box["classes"][0]: box for box in tree.findall(nodes.admonition)}
    assert set(boxes) == {"prolo-warning-signs", "prolo-contact"}
    assert not any(title.get("translatable", True) for box in boxes.values() for title in box.findall(nodes.title))


def test_agents_by_name_with_every_claim_of_their_strength(care: Project) -> None:
    (table,) = care.build().env.get_doctree(SHOT).findall(nodes.table)
    steroid, numbing = [[plain(cell.astext()) for cell in row] for row in table.findall(nodes.row)][1:]
    assert steroid[0] == "Triamcinolone (Leaflet) a steroid"
    assert "40 milligrams (Leaflet)" in steroid[2] and "10–40 milligrams (Site)" in steroid[2]
    assert numbing[1:3] == ["Numbing medicine (anesthetic)", "Not stated in the sources"]


def test_what_is_used_together(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    assert "* Triamcinolone + Lidocaine (Leaflet) * Triamcinolone (on its own)" in text
    care.edit("handouts/shot.rst", ".. injection-contents::", ".. injection-contents::\n   :only: numbing")
    assert "Triamcinolone" not in care.text(page=SHOT)


def test_the_allergy_warning_is_always_there(care: Project) -> None:
    for page in (SHOT, GAP):
        assert "Tell your clinic about all your allergies" in care.text(page=page)


def test_steps_are_numbered_between_before_and_after(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    steps = section(text, "How long it takes", "How often")
    assert "How long it takes: 10–15 minutes Treated parts of the body: a joint" in steps
    assert "1. The doctor cleans the skin. (Leaflet) 2. The doctor injects the medicine." in steps
    assert steps.index("sign a form") < steps.index("1.") < steps.index("Rest: 2–3 days.")


def test_every_course_with_its_source_and_its_own_unit(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    assert "* maximum: 3 injections (Leaflet) Time for all of them: 1 year Time between two of them: 3–4 months" in text
    assert "* 3–6 visits (Site, Leaflet)" in text
    assert "The sources do not agree. All values are shown." in text
    assert "Do not compare these numbers." in text


def test_sources_that_agree_are_not_said_to_differ(care: Project) -> None:
    facts = (care.srcdir / "facts/shot.yaml").read_text()
    care.edit("facts/shot.yaml", section(facts, "    - {value: {count: 3 injections", "    - {value: {count: 3-6"), "")
    text = care.text(page=SHOT)
    assert "3–6" in text and "do not agree" not in text and "Do not compare" not in text


def test_a_course_cannot_be_hidden(care: Project) -> None:
    care.edit("handouts/shot.rst", ".. treatment-schedule::", ".. treatment-schedule::\n   :limit: 1")
    assert 'unknown option: "limit"' in care.build().warning.getvalue()


def test_avoid_list_and_aftercare_print_the_same(care: Project) -> None:
    care.edit("handouts/shot.rst", ".. success-factors::", ".. aftercare-checklist::\n\n.. success-factors::")
    facts = (care.srcdir / "facts/shot.yaml").read_text()
    items = section(facts, "avoid-list:", "question-list:").replace("avoid-list:", "aftercare-checklist:")
    (care.srcdir / "facts/shot.yaml").write_text(facts + items.replace("items:", "avoid:"))
    text = care.text(page=SHOT)
    first, second = text.split("-[ Do not ]-")[1:]
    assert "✗ Lifting heavy things" in first
    assert second.startswith(first.rstrip())


def test_factors_are_grouped_by_who_can_do_something(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    assert "-[ What you can do ]- * You rest (Site) -[ What your doctor or nurse can do ]- * The right place" in text
    assert "-[ What else matters ]- * Your age" in text


@pytest.mark.parametrize(("option", "lines"), [("", 4), ("\n   :ruled-lines: 0", 0), ("\n   :only: trained", 2)])
def test_lines_to_write_on(care: Project, option: str, lines: int) -> None:
    care.edit("handouts/shot.rst", ".. question-list::", f".. question-list::{option}")
    tree = care.build().env.get_doctree(SHOT)
    questions = next(one for one in tree.findall(nodes.bullet_list) if "prolo-questions" in one["classes"])
    assert len([one for one in questions.findall(nodes.paragraph) if "prolo-ruled" in one["classes"]]) == lines


def test_more_lines_than_a_page_has_room_for_are_refused(care: Project) -> None:
    care.edit("handouts/shot.rst", ".. question-list::", ".. question-list::\n   :ruled-lines: 9")
    assert "ruled-lines" in care.build().warning.getvalue()


def test_disclaimers_are_the_writers_words_or_ours(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    assert "It does not replace the advice of your doctor or nurse. Nobody has tested this well. (Leaflet)" in text
    assert "does not mean that we recommend it" in text
    assert "We do not know how well" not in text
    assert "was translated" not in text


def test_only_a_translation_says_that_it_was_translated(care: Project) -> None:
    assert "Este folleto es una traducción." in plain(care.text("es", page=SHOT))


def test_a_telephone_number_is_a_link_that_dials_and_keeps_its_order(care: Project) -> None:
    links = {one.astext(): one["refuri"] for one in care.build().env.get_doctree(SHOT).findall(nodes.reference)}
    assert links == {"+44 (0)20 7946 0018": "tel:+442079460018", "112 55": "tel:11255"}
    text = plain(care.text(page=SHOT))
    assert "Your clinic: Clinic by the Sea In an emergency: Call 112. Telephone: +44 (0)20 7946 0018" in text
    assert "At night: 112 55 Open: Monday to Friday Address: 1 Sea Road, Anytown" in text


def test_document_control_prints_what_handout_says(care: Project) -> None:
    text = plain(care.text(page=SHOT))
    control = text[text.index("Version: 1.2") :]
    assert control.startswith("Version: 1.2 Published: January 31, 2026 Review by: January 31, 2030 Language: English")
    assert control.endswith("Status: Draft * This text has not been signed by a clinician ")


def test_the_status_is_that_of_the_day_of_writing(care: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = "The review date of this text has passed"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")  # 2026-02-01
    assert reason not in care.text(page=GAP)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 2026-03-01
    app = care.build("text", freshenv=False)
    Path(app.outdir, f"{GAP}.txt").unlink()  # nothing is read again, it is only written again
    assert reason in care.text(page=GAP)


def test_reasons_are_those_of_each_document_and_language(care: Project) -> None:
    assert "2 frases no están traducidas" in plain(care.text("es", page=GAP))  # the title and the name of the agent
    care.edit("handouts/gap.rst", "Salt water, role: diluent", "Salt water, role: water")
    app = care.build("text")
    assert "This text has problems that must be solved" in Path(app.outdir, f"{GAP}.txt").read_text()
    assert "This text has problems" not in Path(app.outdir, f"{SHOT}.txt").read_text()


def test_one_tree_of_several_documents_has_the_control_of_each(care: Project) -> None:
    app = care.build("singlehtml")
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert page.count('class="prolo-control') == 2
    assert "January 31, 2030" in page and "February 1, 2026" in page


def test_document_control_needs_a_handout(care: Project) -> None:
    care.edit("index.rst", ".. toctree::", ".. document-control::\n\n.. toctree::")
    assert care.problems(care.build()) == ["handout-none"]


@pytest.mark.parametrize(
    ("page", "directive", "code"),
    [
        ("shot", "warning-signs", "handout-only"),
        ("shot", "procedure-steps", "handout-only"),
        ("shot", "avoid-list", "handout-only"),
        ("shot", "question-list", "handout-only"),
        ("shot", "success-factors", "handout-only"),
        ("shot", "disclaimer", "handout-only"),
    ],
)
def test_a_selection_that_does_not_exist_is_refused(care: Project, page: str, directive: str, code: str) -> None:
    care.edit(f"handouts/{page}.rst", f".. {directive}::", f".. {directive}::\n   :only: nobody")
    assert set(care.problems(care.build())) == {code}


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_every_builder_prints_everything_without_a_warning(care: Project, builder: str) -> None:
    app = care.build(builder, warningiserror=True, exception_on_warning=True)
    page = {"html": f"{SHOT}.html", "epub": f"{SHOT}.xhtml", "text": f"{SHOT}.txt"}
    path = Path(app.outdir, page[builder]) if builder in page else next(Path(app.outdir).glob("*.tex"))
    text = path.read_text(encoding="utf-8")
    for words in ("Your face swells", "Lidocaine", "cleans the skin", "Some never do", "Hot baths", "What does it cost",
                  "The right place", "7946 0018", "Nobody has tested", "has not been signed"):  # fmt: skip
        assert words in text
