"""Ledgers: what is read of them, what is refused, and how a signature gets into one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo import reviews
from sphinx_prolo.reviews import Signature, State, state_of
from sphinx_prolo.reviews.editing import HEADER, sign
from sphinx_prolo.reviews.ledger import parse
from sphinx_prolo.reviews.names import NotANameError, clean, same_person

ONE, TWO = "sha256:" + "1" * 64, "sha256:" + "2" * 64
DAY = datetime.date(2026, 11, 20)
SOURCE = Signature(clinician="Test Clinician", date=DAY, version="1.0", source=ONE, printed=TWO)
SPANISH = Signature(translator="Test Translator", reviser="Test Reviser", date=DAY, version="1.0", source=ONE,
                    printed=TWO)  # fmt: skip
ENTRY = f"""\
handouts/knee:
  translator: "Test Translator"
  reviser: "Test Reviser"
  date: 2026-11-20
  version: "1.0"
  source: {ONE}
  printed: {TWO}
"""


def signed(text: str, docname: str = "handouts/knee", signature: Signature = SPANISH) -> str:
    made = sign(text, "reviews.yaml", docname, signature)
    assert isinstance(made, str), made
    return made


def refused(text: str, *, of_source: bool = False) -> list[tuple[int | None, str]]:
    reading = parse(text, "reviews.yaml", of_source=of_source)
    assert reading.signatures == {}
    return [(problem.line, problem.code) for problem in reading.problems]


def test_the_first_signature_makes_the_file() -> None:
    assert signed("") == HEADER + ENTRY


def test_what_was_written_is_read_again() -> None:
    text = signed(signed(""), "handouts/hip")
    reading = parse(text, "reviews.yaml", of_source=False)
    assert reading.problems == ()
    assert reading.signatures == {"handouts/knee": SPANISH, "handouts/hip": SPANISH}
    assert reading.lines == {"handouts/hip": 3, "handouts/knee": 10}
    assert parse(signed("", signature=SOURCE), "f", of_source=True).signatures == {"handouts/knee": SOURCE}


def test_entries_are_sorted_and_only_one_changes() -> None:
    text = ""
    for docname in ("b", "d", "a", "c"):
        text = signed(text, docname)
    assert [line for line in text.split("\n") if line[:1].isalpha()] == ["a:", "b:", "c:", "d:"]
    later = Signature(**{**SPANISH.model_dump(), "version": "1.1"})
    changed = [(a, b) for a, b in zip(text.split("\n"), signed(text, "c", later).split("\n"), strict=True) if a != b]
    assert changed == [('  version: "1.0"', '  version: "1.1"')]
    assert signed(text, "c") == text


def test_comments_of_others_stay() -> None:
    text = f"# ours\n\n# about the knee\n{ENTRY}\n# the end\n"
    assert signed(text) == text
    more = signed(text, "handouts/hip")
    assert more.index("# ours") < more.index("handouts/hip") < more.index("# about the knee\nhandouts/knee")
    assert signed(text, "handouts/toe").endswith("# the end\n")
    assert "# ours\n\n# about the knee\n" in signed(text, "handouts/toe")


@pytest.mark.parametrize("comment", ["  # seen by two\n", "  date: 2026-11-20  # seen by two\n"])
def test_a_comment_inside_the_entry_is_refused_not_lost(comment: str) -> None:
    text = ENTRY.replace("  date: 2026-11-20\n", comment if "date" in comment else f"{comment}  date: 2026-11-20\n")
    problem = sign(text, "reviews.yaml", "handouts/knee", SPANISH)
    assert not isinstance(problem, str)
    assert (problem.line, problem.code) == (4, "reviews-comment")


def test_a_number_sign_in_a_name_is_no_comment() -> None:
    other = Signature(**{**SPANISH.model_dump(), "reviser": "Test #2 Reviser"})
    text = signed("", signature=other)
    assert parse(text, "f", of_source=False).signatures == {"handouts/knee": other}
    assert signed(text) == HEADER + ENTRY


def test_line_ends_stay() -> None:
    text = signed("").replace("\n", "\r\n")
    assert signed(text) == text


def test_a_ledger_in_braces_is_refused() -> None:
    problem = sign("{}", "reviews.yaml", "knee", SPANISH)
    assert not isinstance(problem, str)
    assert problem.code == "reviews-flow"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20))
def test_any_document_name_can_be_signed(docname: str) -> None:
    text = signed(signed("", docname), "m")
    assert set(parse(text, "f", of_source=False).signatures) == {docname, "m"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n", [(1, "reviews-type")]),
        ("knee: 3\n", [(1, "reviews-type")]),
        (ENTRY + ENTRY, [(8, "reviews-duplicate-key")]),
        ("<<<<<<< HEAD\n" + ENTRY, [(1, "reviews-syntax")]),
        (ENTRY.replace("2026-11-20", "2026-02-30"), [(4, "reviews-date")]),
        (ENTRY.replace(ONE, "sha256:1"), [(6, "reviews-digest")]),
        (ENTRY.replace("Test Reviser", "TEST  translator"), [(3, "reviews-same-person")]),
        (ENTRY.replace("Test Reviser", "\\u202eX"), [(3, "reviews-control-character")]),
        (ENTRY.replace('"Test Reviser"', '" "'), [(3, "reviews-name")]),
        (ENTRY.replace("  reviser", "  revisor"), [(2, "reviews-role"), (3, "reviews-unknown-key")]),
        (ENTRY.replace("  date: 2026-11-20\n", ""), [(2, "reviews-missing-key")]),
        (ENTRY.replace('"1.0"', "1.0"), [(5, "reviews-type")]),
        (ENTRY.replace("translator", "clinician", 1), [(2, "reviews-role"), (2, "reviews-role")]),
    ],
)
def test_a_broken_ledger_is_a_located_problem_and_has_no_signature(text: str, found: list[tuple[int, str]]) -> None:
    assert sorted(refused(text)) == sorted(found)


def test_the_source_is_signed_by_a_clinician_alone() -> None:
    assert (2, "reviews-role") in refused(ENTRY, of_source=True)


def test_one_broken_entry_takes_the_others_with_it() -> None:
    assert refused(signed("") + "toe: {}\n")


def test_a_missing_ledger_is_an_empty_one(tmp_path: Path) -> None:
    reading = reviews.read(tmp_path / "reviews.yaml", of_source=True)
    assert (reading.signatures, reading.problems) == ({}, ())


def test_a_ledger_that_is_not_utf8_is_a_located_problem(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    path.write_bytes(ENTRY.encode() + b"toe: \xff\n")
    reading = reviews.read(path, of_source=False)
    assert [(problem.line, problem.code) for problem in reading.problems] == [(8, "reviews-encoding")]


def test_a_ledger_is_written_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "es" / "reviews.yaml"
    assert reviews.put(path, "handouts/knee", SPANISH) == reviews.put(path, "toe", SPANISH) == ()
    assert set(reviews.read(path, of_source=False).signatures) == {"handouts/knee", "toe"}
    assert [each.name for each in path.parent.iterdir()] == ["reviews.yaml"]
    assert b"\r" not in path.read_bytes()


def test_a_ledger_that_cannot_be_written_or_is_broken_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "es").write_text("a file")
    assert [problem.code for problem in reviews.put(tmp_path / "es/reviews.yaml", "toe", SPANISH)] == ["reviews-file"]
    path = tmp_path / "reviews.yaml"
    path.write_text("toe: [\n")
    assert [problem.code for problem in reviews.put(path, "toe", SPANISH)] == ["reviews-syntax"]
    assert path.read_text() == "toe: [\n"


@pytest.mark.parametrize("name", ["", "  ", "\t\n", "Test\x00", "a\u202eb", "\u200b", "123", "-", "x" * 101, "\ud800"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(NotANameError):
        clean(name)


@pytest.mark.parametrize("name", ["Test Reviser", "مراجع تجريبي", "测试审校", "می\u200cآزماید", "O'Test-Name, RN"])
def test_names_of_every_script(name: str) -> None:
    assert clean(f"  {name} ") == name


@pytest.mark.parametrize(
    "other", ["test reviser", " Test   Reviser ", "TEST REVISER", "Test\u00a0Reviser", "Ｔest Reviser"]
)
def test_the_same_person_in_other_letters(other: str) -> None:
    assert same_person("Test Reviser", other)


def test_other_people_are_other_people() -> None:
    assert not same_person("Test Reviser", "Test Reviser 2")


def test_a_signature_holds_for_its_text_alone() -> None:
    assert state_of(None, ONE, TWO) is State.UNSIGNED
    assert state_of(SPANISH, ONE, TWO) is state_of(SPANISH, ONE, None) is State.SIGNED
    assert state_of(SPANISH, TWO, TWO) is state_of(SPANISH, ONE, ONE) is state_of(SPANISH, TWO, None) is State.STALE
