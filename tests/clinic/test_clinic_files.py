"""Clinic files as people write them: what they say, and every mistake at once with its line."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sphinx_prolo import clinic
from sphinx_prolo.clinic import Use
from sphinx_prolo.problem import Problem

LEAST = "name: Hand Clinic\ncountry: US\n"

BROKEN = """\
nme: Hand Clinic
country: usa
phones:
  - {number: 555, use: mian}
hours:
  - {days: mon-fry, times: 8-5}
  - {days: mon-fri, times: 08:00-12:00}
  - {days: fri, times: closed}
interpreter: 911
colour: #0b4a6f
website: example.org
email: desk
web: https://example.org/{lang}/{docname}
lines: [name, name, foo]
paper: A5
"""


def read(tmp_path: Path, text: str) -> clinic.ClinicReading:
    path = tmp_path / "hand.yaml"
    path.write_text(text, encoding="utf-8")
    return clinic.read(path)


def test_all_mistakes_of_a_file_at_once_with_their_lines(tmp_path: Path) -> None:
    reading = read(tmp_path, BROKEN)
    assert reading.clinic is None
    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (1, "clinic-missing-key"),
        (1, "clinic-unknown-key"),
        (2, "clinic-country"),
        (4, "clinic-choice"),
        (4, "clinic-telephone"),
        (6, "clinic-days"),
        (6, "clinic-times"),
        (8, "clinic-days"),
        (9, "clinic-telephone"),
        (10, "clinic-colour"),
        (11, "clinic-url"),
        (12, "clinic-email"),
        (13, "clinic-web"),
        (14, "clinic-choice"),
        (14, "clinic-lines"),
        (15, "clinic-choice"),
    ]
    said = {problem.code: problem.message for problem in reading.problems}
    assert "did you mean 'name'" in said["clinic-unknown-key"]
    assert "quotes" in said["clinic-colour"]
    assert "{lang}" in said["clinic-web"] and "{docname}" in said["clinic-web"]


def test_what_yaml_takes_for_a_number_is_a_number_to_call(tmp_path: Path) -> None:
    text = (
        LEAST + "emergency: 112\nphones:\n  - {number: +12125550100}\n  - {number: +1 212 555 0101, use: after-hours}\n"
    )
    found = read(tmp_path, text).clinic
    assert found is not None
    assert found.emergency == "112"
    assert [(phone.number, phone.use) for phone in found.phones] == [
        ("+12125550100", Use.MAIN),
        ("+1 212 555 0101", Use.AFTER_HOURS),
    ]


@pytest.mark.parametrize(
    "number", ["555 0100", "+0 212 555 0100", "+1 555", "call us", "+1 212 555 0100 extension", "+" + "1" * 16]
)
def test_a_number_must_be_callable_from_everywhere(tmp_path: Path, number: str) -> None:
    [problem] = read(tmp_path, f'{LEAST}interpreter: "{number}"\n').problems
    assert (problem.code, problem.line) == ("clinic-telephone", 3)


def test_hours_are_data(tmp_path: Path) -> None:
    text = LEAST + (
        "hours:\n  - {days: mon-wed, times: [08:00-12:00, 13:00-24:00]}\n"
        "  - {days: [Thursday, sat-sun], times: 20:00-06:00}\n  - {days: fri, times: closed}\n"
    )
    found = read(tmp_path, text).clinic
    assert found is not None and found.hours is not None
    first, second, third = found.hours
    assert first.runs == ((0, 2),)
    assert first.times[1] == (datetime.time(13), datetime.time(0))
    assert second.runs == ((3, 3), (5, 6))
    assert third.times == ()
    always = read(tmp_path, LEAST + "hours: always\n").clinic
    assert always is not None and always.hours is not None
    assert always.hours[0].is_daily and always.hours[0].is_always


@pytest.mark.parametrize(
    "times",
    ["25:00-26:00", "08:00", "08:00-08:00", "8:00-9:00", "[08:00-12:00, 11:00-13:00]", "[]", "08:00-24:30", "open"],
)
def test_times_that_nobody_can_keep(tmp_path: Path, times: str) -> None:
    problems = read(tmp_path, f"{LEAST}hours:\n  - {{days: mon, times: {times}}}\n").problems
    assert [(problem.code, problem.line) for problem in problems] == [("clinic-times", 4)]


@pytest.mark.parametrize(
    "text", ["", "- a", "name: [", "\x00", "a: &x 1", "name: !!python/object x", "name: 5\ncountry: US\n", "hours: 3"]
)
def test_whatever_the_file_holds_is_a_problem_never_a_traceback(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)
    assert reading.clinic is None
    assert all(problem.code.startswith("clinic-") for problem in reading.problems)
    assert reading.problems


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    [problem] = clinic.read(tmp_path / "none.yaml").problems
    assert problem.code == "clinic-file"


@pytest.mark.parametrize("name", ["a b", "ä", "..", "-a", "con", "LPT1", "a" * 65, "a.b"])
def test_the_name_of_the_file_becomes_that_of_a_folder(name: str) -> None:
    found = clinic.identifier(Path(f"/x/{name}.yaml"))
    assert isinstance(found, Problem)
    assert found.code == "clinic-id"
    assert clinic.identifier(Path("/x/Knee_clinic-2.yaml")) == "Knee_clinic-2"


def test_a_handouts_place_on_the_web(tmp_path: Path) -> None:
    found = read(tmp_path, LEAST + "web: https://example.org/{language}/{docname}.pdf\n").clinic
    assert found is not None
    assert found.address_of("handouts/knee", "zh_CN") == "https://example.org/zh_CN/handouts/knee.pdf"
