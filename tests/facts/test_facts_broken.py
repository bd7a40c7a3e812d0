"""Broken facts: each problem at its own line, all at once. A fixture states its own verdict after ``#!``."""

import codecs
import re
from pathlib import Path

import pytest

from sphinx_prolo import facts

BROKEN = Path(__file__).parent / "broken"

RISK = """\
risk-table:
  items:
    - effect: Pain
      severity: mild
      seriousness: false
      frequency: rare
"""


def verdict(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in facts.parse(text, "f.yaml").problems]


def marks(text: str) -> list[tuple[int, str]]:
    found = [(number, line.split("#!")[1]) for number, line in enumerate(text.split("\n"), 1) if "#!" in line]
    return sorted((number, code) for number, codes in found for code in codes.split() if code != "code")


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_fixture_gives_exactly_the_problems_that_it_states(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('"#! code …"', "")
    reading = facts.read(path)
    assert reading.facts is None
    assert sorted((problem.line, problem.code) for problem in reading.problems) == marks(text)
    assert [problem.line for problem in reading.problems] == [line for line, _ in marks(text)]


JARGON = re.compile(r"\b(pydantic|str|int|dict|tuple|NoneType|None|validat\w*|instance|string|input|schema|regex)\b")


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_messages_are_one_plain_line(path: Path) -> None:
    for problem in facts.read(path).problems:
        assert problem.message.isprintable()
        assert not JARGON.search(problem.message), problem
        assert problem.path == str(path)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("plain: Pain: sharp", "facts-syntax"),
        ("plain: 'Pain", "facts-syntax"),
        ("plain: {each} of rest", "facts-syntax"),
        ("plain: `literal` text", "facts-syntax"),
        ("plain: @home", "facts-syntax"),
        ('plain: "a" b', "facts-syntax"),
        ("plain:no space", "facts-syntax"),
        ("no colon", "facts-syntax"),
        (" plain: too far in", "facts-syntax"),
        ('plain: "a\\d"', "facts-syntax"),
        ('plain: "\\U00110000"', "facts-syntax"),
        ('plain: "bell \\x07"', "facts-control-character"),
        ("plain: bell \x07", "facts-control-character"),
        ("plain: over\u202eride", "facts-control-character"),
        ("plain: half \ud800 a pair", "facts-control-character"),
        ("\tplain: x", "facts-tab"),
        ("plain:\tx\ty", "facts-tab"),
        ("plain: *bold* words", "facts-alias"),
        ("plain: !bold words", "facts-tag"),
    ],
)
def test_yaml_that_cannot_be_read(line: str, code: str) -> None:
    assert verdict(f"{RISK}      {line}\n") == [(7, code)]


def test_an_open_quotation_mark_is_blamed_where_it_opens() -> None:
    assert verdict(RISK.replace("Pain", "'Pain")) == [(3, "facts-syntax")]


def test_all_tabs_and_control_characters_at_once() -> None:
    assert verdict("a: b\n\tc: d\ne: \x00\n \tf: g\n") == [
        (2, "facts-tab"),
        (3, "facts-control-character"),
        (4, "facts-tab"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "{}", "\ufeff", "---\n"])
def test_empty(text: str) -> None:
    assert verdict(text) == [(1, "facts-empty")]


@pytest.mark.parametrize("text", ["- a", "a", "3", "'a'", "true"])
def test_no_mapping(text: str) -> None:
    assert verdict(text) == [(1, "facts-type")]


def test_one_document_and_no_directives() -> None:
    assert verdict("quantities: {a: 3 min}\n---\nb: c\n") == [(2, "facts-syntax")]
    assert verdict("%YAML 1.1\n---\nquantities: {a: 3 min}\n") == [(2, "facts-syntax")]


def test_unknown_names_suggest_the_nearest() -> None:
    assert "did you mean 'risk-table'?" in facts.parse("risk_tabel: {}", "f").problems[0].message
    assert "did you mean 'verbal_source'?" in facts.parse(f"{RISK}      verbal-source: x", "f").problems[0].message
    assert "known are: sources, quantities, risk-table" in facts.parse("xyz: {}", "f").problems[0].message


def test_an_unknown_unit_and_a_reversed_range_say_what_is_allowed() -> None:
    unit, order = facts.parse("quantities:\n  a: 3 fortnights\n  b: 15-10 min\n", "f").problems
    assert (unit.line, unit.code) == (2, "facts-unit") and "known are: min, minute" in unit.message
    assert (order.line, order.code) == (3, "facts-range") and "write 10-15" in order.message


def test_a_word_without_a_band_is_explained() -> None:
    (problem,) = facts.parse(RISK.replace("rare", "rarely"), "f").problems
    assert (problem.line, problem.code) == (6, "facts-frequency")
    assert "not-known" in problem.message and "verbal_source" in problem.message


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("quantities:\n  a: 3 min\n  # Größe\n".encode("latin-1"))
    (problem,) = facts.read(path).problems
    assert (problem.path, problem.line, problem.code) == (str(path), 3, "facts-encoding")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "wide.yaml"
    path.write_bytes("quantities: {a: 3 min}\n".encode(encoding))
    reading = facts.read(path)
    assert reading.facts is None
    assert reading.problems[0].code in ("facts-encoding", "facts-control-character")


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(codecs.BOM_UTF8 + b"quantities:\r\n  a: 3 min\r\n  b: 3 mins\r\n")
    (problem,) = facts.read(path).problems
    assert (problem.line, problem.code) == (3, "facts-unit")


def test_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "nul\0.yaml"):
        (problem,) = facts.read(path).problems
        assert (problem.line, problem.code) == (None, "facts-file")
