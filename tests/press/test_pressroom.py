"""The press: what changed is printed, what is gone goes, and nothing old pretends to be current."""

import hashlib
import json
import shutil

import presskit
import pytest
from presskit import Run, sheet

from sphinx_prolo.handout.sheet import Status
from sphinx_prolo.press.processes import processes

DRAFT = "es/handouts/after.es.draft.pdf"
FINAL = "es/handouts/after.es.pdf"


def rows(run):
    return json.loads((run.outdir / "handouts.json").read_bytes())["handouts"]


def test_handouts_json(run):
    run({"es": [sheet()]})
    content = (run.outdir / DRAFT).read_bytes()
    assert rows(run) == [
        {
            "docname": "handouts/after",
            "language": "es",
            "bcp47": "es",
            "edition": "standard",
            "clinic": None,
            "status": "draft",
            "reasons": ["unreviewed"],
            "titles": {"target": "Después", "source": "After"},
            "pages": 2,
            "path": DRAFT,
            "sha256": hashlib.sha256(content).hexdigest(),
            "version": "1.0",
            "dates": {"published": "2026-11-20", "review_by": "2029-11-20"},
        }
    ]
    assert run.files() == {DRAFT, "handouts.json"}


def test_rows_are_in_order_whatever_the_order_of_printing(run, tmp_path):
    sheets = [sheet("b"), sheet("a"), sheet("a", edition="large-print"), sheet("a", clinic="north")]
    run({"es": sheets, "ar": [sheet("a", "ar")]})
    places = [(row["docname"], row["language"], row["edition"], row["clinic"]) for row in rows(run)]
    assert places == [
        ("a", "ar", "standard", None),
        ("a", "es", "large-print", None),
        ("a", "es", "standard", None),
        ("a", "es", "standard", "north"),
        ("b", "es", "standard", None),
    ]
    other = Run(tmp_path / "other", run.home)
    other({"ar": [sheet("a", "ar")], "es": sheets[::-1]})
    assert (other.outdir / "handouts.json").read_bytes() == (run.outdir / "handouts.json").read_bytes()


def test_nothing_is_printed_twice(run):
    first = run({"es": [sheet()]})
    second = run({"es": [sheet()]})
    assert (first.printed, first.unchanged) == ([DRAFT], [])
    assert (second.printed, second.unchanged) == ([], [DRAFT])


def test_a_copied_folder_is_not_printed_again(run, tmp_path):
    run({"es": [sheet()]})
    shutil.copytree(run.outdir, tmp_path / "copy")
    assert Run(tmp_path / "copy", run.home)({"es": [sheet()]}).printed == []


@pytest.mark.parametrize("harm", ["change", "delete", "forget", "garble"])
def test_what_was_tampered_with_is_printed_again(run, harm):
    run({"es": [sheet()]})
    path, state = run.outdir / DRAFT, run.outdir / ".prolo" / "state.json"
    good = path.read_bytes()
    if harm == "change":
        path.write_bytes(good.swapcase())
    elif harm == "delete":
        path.unlink()
    elif harm == "forget":
        state.unlink()
    else:
        state.write_text('{"format": 1, "prints": [{"digest": 7}]}')
    assert run({"es": [sheet()]}).printed == [DRAFT]
    assert path.read_bytes() == good


def test_only_what_changed_is_printed(run):
    run({"es": [sheet("a"), sheet("b")], "ar": [sheet("a", "ar")]})
    room = run({"es": [sheet("a"), sheet("b", html="new")], "ar": [sheet("a", "ar")]})
    assert room.printed == ["es/b.es.draft.pdf"]


def test_the_row_is_new_even_if_the_page_is_not(run):
    run({"es": [sheet()]})
    assert run({"es": [sheet(reasons=("fuzzy",))]}).printed == []
    assert rows(run)[0]["reasons"] == ["fuzzy"]


def test_a_final_replaces_its_draft_and_a_draft_its_final(run):
    run({"es": [sheet()]})
    room = run({"es": [sheet(status=Status.FINAL)]})
    assert (room.printed, room.removed) == ([FINAL], [DRAFT])
    assert run.files() == {FINAL, "handouts.json"}
    run({"es": [sheet()]})
    assert run.files() == {DRAFT, "handouts.json"}
    assert [row["path"] for row in rows(run)] == [DRAFT]


def test_a_final_that_a_killed_build_forgot_goes_too(run):
    run({"es": [sheet(status=Status.FINAL)]})
    shutil.rmtree(run.outdir / ".prolo")
    run({"es": [sheet()]})
    assert run.files() == {DRAFT, "handouts.json"}


def test_a_handout_that_is_gone_goes_with_its_folder(run):
    run({"es": [sheet(), sheet("other/b")]})
    room = run({"es": [sheet()]})
    assert room.removed == ["es/other/b.es.draft.pdf"]
    assert not (run.outdir / "es" / "other").exists()
    assert len(rows(run)) == 1


def test_a_language_that_is_gone_goes_in_a_full_build_only(run):
    run({"es": [sheet()], "ar": [sheet(language="ar")]})
    run({"es": [sheet(html="new")]}, subset=True)
    assert {row["language"] for row in rows(run)} == {"ar", "es"}
    run({"es": [sheet(html="new")]})
    assert {row["language"] for row in rows(run)} == {"es"}
    assert not (run.outdir / "ar").exists()


def test_a_handout_that_cannot_be_printed_loses_its_pdf(run):
    run({"es": [sheet(), sheet("b")]})
    for _ in range(2):  # the problem stands in the second, unchanged build too
        room = run({"es": [sheet(html="refuse"), sheet("b")]})
        assert [problem.code for problem in room.problems] == ["print-glyph"]
        assert run.files() == {"es/b.es.draft.pdf", "handouts.json"}
        assert [row["docname"] for row in rows(run)] == ["b"]


def test_a_fault_that_did_not_stop_the_print_is_told_each_time(run):
    assert len(run({"es": [sheet(html="faulty")]}).problems) == 1
    again = run({"es": [sheet(html="faulty")]})
    assert (again.printed, len(again.problems)) == ([], 1)
    # Its line has moved, so the remembered problem would point to the wrong one.
    assert run({"es": [sheet(html="faulty", line=5)]}).printed == [DRAFT]


def test_a_crash_keeps_the_old_pdf_but_not_its_row(run):
    run({"es": [sheet(), sheet("b")]})
    old = (run.outdir / DRAFT).read_bytes()
    room = run({"es": [sheet(html="die"), sheet("b")]}, work=presskit.die, executors=processes())
    [problem] = room.problems
    assert (problem.code, problem.path) == ("print-crashed", "/project/a.rst")
    assert (run.outdir / DRAFT).read_bytes() == old
    assert [row["docname"] for row in rows(run)] == ["b"]
    # The sheet of the build before would be the same, and still it is printed again.
    assert run({"es": [sheet(), sheet("b")]}).printed == [DRAFT]
    run({"es": [sheet("b")]})
    assert run.files() == {"es/b.es.draft.pdf", "handouts.json"}


def test_a_folder_that_cannot_be_written_is_a_problem_and_the_rest_is_printed(run):
    run.outdir.mkdir()
    (run.outdir / "ar").write_text("a file where the folder should be")
    room = run({"ar": [sheet(language="ar")], "es": [sheet()]})
    [problem] = room.problems
    assert problem.code == "print-write"
    assert problem.path == str(run.outdir / "ar/handouts/after.ar.draft.pdf")
    assert [row["language"] for row in rows(run)] == ["es"]
    (run.outdir / "ar").unlink()
    assert run({"ar": [sheet(language="ar")], "es": [sheet()]}).printed == ["ar/handouts/after.ar.draft.pdf"]


def test_final_only_keeps_drafts_back_and_removes_old_ones(run):
    run({"es": [sheet(), sheet("b", status=Status.FINAL)]})
    room = run({"es": [sheet(), sheet("b", status=Status.FINAL)]}, final_only=True)
    assert ([one.path for one in room.withheld], room.removed, room.unchanged) == ([DRAFT], [DRAFT], ["es/b.es.pdf"])
    assert run.files() == {"es/b.es.pdf", "handouts.json"}
    room = run({"es": [sheet("b")]}, final_only=True)
    assert room.removed == ["es/b.es.pdf"]
    assert rows(run) == []


def test_an_edition_that_was_not_asked_for_stays(run):
    run({"es": [sheet(), sheet(edition="large-print")]})
    run({"es": [sheet()]})
    assert [row["edition"] for row in rows(run)] == ["large-print", "standard"]


def test_a_language_that_could_not_be_read_keeps_its_files_but_no_rows(run):
    room = run({"es": [sheet()]})
    room.give_up("es")
    room.save()
    assert run.files() == {DRAFT, "handouts.json"}
    assert rows(run) == []


def test_problems_are_kept_relative_to_the_project(run):
    from sphinx_prolo.press.row import Row
    from sphinx_prolo.press.stock import Item, Stock
    from sphinx_prolo.problem import error

    inside = str(run.home / "handouts" / "a.rst")
    problems = tuple(
        error(path, 3, "print-image", "no image") for path in (inside, "handouts/after.es", "/elsewhere/b")
    )
    stock = Stock(run.outdir, run.home)
    stock.put(Item("digest", "blame", 1, Row.of(sheet(), 1, ""), problems), b"x")
    stock.save()
    assert str(run.home) not in (run.outdir / ".prolo" / "state.json").read_text()
    [item] = Stock(run.outdir, run.home)
    assert item.problems == problems
