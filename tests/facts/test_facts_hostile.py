"""Whatever the text: a Reading, located problems, bounded time; never an exception."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_prolo import facts
from sphinx_prolo.facts import Reading
from sphinx_prolo.records import intake

WHOLE = (Path(__file__).parent / "whole.yaml").read_text(encoding="utf-8")


def hold(reading: Reading, lines: int) -> None:
    """What is true of every reading of a text of so many lines."""
    assert (reading.facts is None) == any(problem.is_error for problem in reading.problems)
    assert len(reading.problems) <= 1001
    for problem in reading.problems:
        assert problem.line is None or 1 <= problem.line <= lines
        assert problem.message.isprintable() and len(problem.message) < 700
        assert problem.code.startswith("facts-")
    assert list(reading.problems) == sorted(reading.problems, key=lambda problem: problem.line or 0)


def lines(text: str) -> int:
    return len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@given(st.text(st.characters(), max_size=60) | st.text("{}[]:-,&*!|>'\"%@` \n#?ab1~.", max_size=60))
@example('"\\U00110000"')
@example("%YAML 9999999999999.1\n---\na")
@example("? a\n? [b")
@example("\ud800")
@example("*\U0001239a")
def test_any_text(text: str) -> None:
    hold(facts.parse(text, "f"), lines(text))
    hold(facts.parse(text, "f", section="risk-table"), lines(text))


@given(st.binary(max_size=60))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    hold(facts.read(path), data.count(b"\n") + data.count(b"\r") + 1)


SCALARS = [
    "3",
    "3.5",
    "true",
    "null",
    "x",
    "''",
    "[]",
    "{}",
    "[[a]]",
    "{a: b}",
    "1-3 weeks",
    "{value: 3}",
    "'{x}'",
    "*a",
]


@settings(max_examples=150)
@given(st.data())
def test_every_field_of_a_wrong_type(data: st.DataObject) -> None:
    """One line of a whole file gets another value, or goes."""
    rows = WHOLE.split("\n")
    number = data.draw(st.integers(0, len(rows) - 1))
    key = rows[number].split(":")[0]
    rows[number] = f"{key}: {data.draw(st.sampled_from(SCALARS))}" if data.draw(st.booleans()) else ""
    hold(facts.parse("\n".join(rows), "f"), len(rows))


def seconds(text: str) -> tuple[float, Reading]:
    start = time.process_time()
    reading = facts.parse(text, "f")
    return time.process_time() - start, reading


BOMB = "a: &a [x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(50))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 500_000, "facts-depth"),
        ("{a: " * 100_000, "facts-depth"),
        ("- " * 100_000, "facts-depth"),
        ("? " * 100_000, "facts-depth"),
        ("".join(f"{' ' * n}a:\n" for n in range(300)), "facts-depth"),
        (BOMB, "facts-alias"),
        ("a: !!python/object/apply:os.system [x]", "facts-tag"),
        ("quantities: {a: " + "9" * 50_000 + "}", "facts-quantity"),
        ("quantities: {a: 1 " + "m" * 50_000 + "}", "facts-unit"),
        ("k" * 50_000 + ": v", "facts-syntax"),
        ("x" * (intake.MAX_BYTES + 1), "facts-too-large"),
        ("a: 1\n" * 3000, "facts-too-many"),
        ("\x00" * 50_000, "facts-control-character"),
    ],
    ids=lambda value: value[:20].strip(),
)
def test_hostile_text_is_given_up_soon(text: str, code: str) -> None:
    taken, reading = seconds(text)
    assert code in {problem.code for problem in reading.problems}
    hold(reading, lines(text))
    assert taken < 5


def test_a_sentence_of_50_000_characters() -> None:
    item = "{effect: " + "word " * 10_000 + ", severity: mild, seriousness: false, frequency: rare}"
    _, reading = seconds(f"risk-table:\n  items:\n    - {item}\n")
    assert [(problem.line, problem.code) for problem in reading.problems] == [(3, "facts-too-long")]


def test_time_grows_with_the_number_of_records_and_not_faster() -> None:
    def text(count: int) -> str:
        item = "    - {effect: Soreness, severity: mild, seriousness: false, frequency: not-known}\n"
        return "risk-table:\n  items:\n" + item * count

    few, _ = seconds(text(300))
    many, reading = seconds(text(1500))
    assert reading.facts is not None and reading.facts.risk_table is not None
    assert len(reading.facts.risk_table.items) == 1500
    assert many < few * 5 * 2.5  # linear, with room for a busy machine


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(intake.MAX_BYTES * 100)
    (problem,) = facts.read(path).problems
    assert problem.code == "facts-too-large"
