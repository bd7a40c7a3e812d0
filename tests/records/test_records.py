"""What every kind of YAML file shares: a record, or problems with their lines under the prefix of the kind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo.records import Day, Flag, Judgement, Kind, Line, Link, Map, NewId, Phone, Shape, parse, read

KIND = Kind("toy", "toy file")


class Part(Shape):
    name: NewId
    on: Flag = True


class Toy(Shape):
    title: Line
    day: Day | None = None
    link: Link | None = None
    phone: Phone | None = None
    parts: tuple[Part, ...] = ()

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        if data.get("title") == "Odd":
            judgement.remark(data.lines["title"], "toy-odd", "this is odd")
        return super().judge(data, judgement)


def found(text: str) -> list[tuple[int | None, str]]:
    reading = parse(text, "toy.yaml", Toy, KIND)
    assert (reading.record is None) == any(problem.is_error for problem in reading.problems)
    return [(problem.line, problem.code) for problem in reading.problems]


def test_a_record_of_the_asked_class() -> None:
    reading = parse("title: A\nparts:\n  - {name: x, on: false}\n", "toy.yaml", Toy, KIND)
    assert reading.problems == ()
    assert reading.record == Toy(title="A", parts=(Part(name="x", on=False),))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [(1, "toy-type")]),
        ("- a", [(1, "toy-type")]),
        ("title: A\ntitel: B\n", [(2, "toy-unknown-key")]),
        ("day: 2026-01-01\n", [(1, "toy-missing-key")]),
        ("title: A\nday: 2026-02-30\n", [(2, "toy-date")]),
        ("title: A\nlink: javascript:x\n", [(2, "toy-url")]),
        ("title: A\nphone: call me\n", [(2, "toy-phone")]),
        ("title: A\nparts:\n  - name: 'a b'\n    on: 1\n", [(3, "toy-name"), (4, "toy-type")]),
        ("title: A\n\tday: 2026-01-01\n", [(2, "toy-tab")]),
        ("title: &a A\n", [(1, "toy-alias")]),
        ("title: !!str A\n", [(1, "toy-tag")]),
        ("title: A\ntitle: B\n", [(2, "toy-duplicate-key")]),
        ("title: [\n", [(2, "toy-syntax")]),
        ("title: A\n<<<<<<< ours\nday: 2026-01-01\n=======\n>>>>>>> theirs\n", [(2, "toy-syntax"), (5, "toy-syntax")]),
        ("title: Odd\n", [(1, "toy-odd")]),
        ('title: "\\u202e"\n', [(1, "toy-control-character")]),
    ],
)
def test_codes_take_the_prefix_of_the_kind(text: str, wanted: list[tuple[int, str]]) -> None:
    assert found(text) == wanted


def test_lines_count_from_where_the_text_starts() -> None:
    [problem] = parse("a: 1\ntitle: A\n", "page.rst", Toy, KIND, first_line=40).problems
    assert (problem.path, problem.line, problem.code) == ("page.rst", 40, "toy-unknown-key")


def test_messages_call_the_file_by_its_name(tmp_path: Path) -> None:
    [problem] = read(tmp_path / "absent.yaml", Toy, KIND).problems
    assert (problem.line, problem.code) == (None, "toy-file")
    assert "toy file" in problem.message
    path = tmp_path / "toy.yaml"
    path.write_bytes(b"title: A\nday: \xff\n")
    [problem] = read(path, Toy, KIND).problems
    assert (problem.line, problem.code) == (2, "toy-encoding")


@given(st.text(st.characters(), max_size=60) | st.text("{}[]:-,&*!|>'\"%@` \n#?title<", max_size=60))
def test_any_text(text: str) -> None:
    for _line, code in found(text):
        assert code.startswith("toy-")


def test_the_room_knows_no_other() -> None:
    ask = (
        "import sys, sphinx_prolo.records;"
        "print(sorted({name.split('.')[1] for name in sys.modules if name.startswith('sphinx_prolo.')}))"
    )
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert answer.strip() == "['problem', 'records']"
