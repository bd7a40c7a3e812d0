"""A whole facts file becomes frozen records that know their lines."""

import datetime
import pickle
from pathlib import Path

import pydantic
import pytest

from sphinx_prolo import facts, quantity
from sphinx_prolo.facts import Band, Claim, Facts, Frequency, HarmSeverity, Qualifier, Text

WHOLE = Path(__file__).parent / "whole.yaml"


@pytest.fixture
def whole() -> Facts:
    reading = facts.read(WHOLE)
    assert reading.problems == ()
    assert reading.facts is not None
    return reading.facts


def test_sources_and_quantities(whole: Facts) -> None:
    assert whole.path == str(WHOLE)
    assert whole.sources["page-1"].short == "A page about injections"
    assert whole.sources["page-3"].short == "Clinic"
    assert whole.sources["page-3"].date == datetime.date(2020, 2, 28)
    assert whole.sources["page-3"].interest is facts.Interest.SELLS_TREATMENT
    assert whole.quantities == {"cold_pack": quantity.parse("10-15 min"), "rounds": quantity.parse("10")}


def test_a_sentence_is_folded_and_knows_its_line(whole: Facts) -> None:
    assert whole.risk_table is not None
    stiff, leak = whole.risk_table.items
    assert stiff.effect == Text("Stiffness or soreness for {duration}", 14)
    assert stiff.effect.placeholders == ("duration",)
    assert stiff.plain == Text("The treated place is *stiff* for some days, {{really}}.", 17)
    assert stiff.plain.placeholders == ()
    assert stiff.action == Text("Put on a cold pack for {cold_pack}.", 25)
    assert leak.effect == Text("Spinal fluid leak", 28, 40, "see the glossary", critical=True)


def test_a_risk(whole: Facts) -> None:
    assert whole.risk_table is not None
    stiff, leak = whole.risk_table.items
    assert (stiff.severity, stiff.seriousness) == (HarmSeverity.MILD, False)
    assert stiff.frequency == (Claim[Frequency](value=Frequency(Band.NOT_KNOWN)),)
    assert stiff.verbal_source == "in some rare circumstances"
    assert leak.frequency == (Claim[Frequency](value=Frequency(n=3, of=100), source="page-3"),)
    shorter, longer = leak.duration
    assert (shorter.value, shorter.source) == (quantity.parse("1-4 days"), "page-3")
    assert (longer.qualifier, longer.locator) == (Qualifier.UP_TO, "page 12")
    assert leak.onset == ()


def test_aftercare(whole: Facts) -> None:
    care = whole.aftercare_checklist
    assert care is not None
    (step,), (avoid,), (medicine,), (drive, work) = care.do, care.avoid, care.medicines, care.resume
    assert step.values() == {
        "times": quantity.parse("3 per day"),
        "each": quantity.parse("10-15 min"),
        "when": quantity.parse("1-5 days"),
    }
    assert (step.box, step.until) == (False, Text("until it is gone", 44))
    assert avoid.examples == (Text("running", 49), Text("lifting {until}", 49))
    assert medicine.use is facts.Use.AVOID
    assert (drive.after, work.after) == (quantity.parse("1 d"), None)


def test_values_are_those_on_which_the_sources_agree(whole: Facts) -> None:
    assert whole.risk_table is not None
    stiff, leak = whole.risk_table.items
    assert stiff.values() == {"onset": quantity.parse("up to 2 h"), "duration": quantity.parse("1-3 weeks")}
    assert leak.values() == {}


def test_sections_go_by_the_name_of_their_directive(whole: Facts) -> None:
    assert whole.section("risk-table") is whole.risk_table
    assert {"risk-table", "aftercare-checklist"} <= set(facts.SECTIONS)
    with pytest.raises(KeyError):
        whole.section("risk_table")


def test_records_are_frozen_plain_and_picklable(whole: Facts) -> None:
    assert whole.risk_table is not None
    with pytest.raises(pydantic.ValidationError):
        whole.risk_table.items[0].seriousness = True  # type: ignore[misc]
    assert type(whole.risk_table.items[0].sources[0]) is str
    assert type(whole.risk_table.items[0].effect.msg) is str
    again = pickle.loads(pickle.dumps(whole))
    assert again == whole and again.path == whole.path


def test_the_same_bytes_are_judged_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("quantities: {a: 3 min}\n")
    first = facts.read(path)
    assert facts.read(path) is first
    path.write_text("quantities: {a: 4 min}\n")
    second = facts.read(path).facts
    assert second is not None and second.quantities["a"] == quantity.parse("4 min")


def test_yaml_1_2_has_no_norway_problem() -> None:
    text = "risk-table: {items: [{effect: no, plain: 12:30:45, severity: mild, seriousness: false, frequency: rare}]}"
    reading = facts.parse(text, "f")
    assert reading.facts is not None and reading.facts.risk_table is not None
    assert reading.facts.risk_table.items[0].effect.msg == "no"
    assert reading.facts.risk_table.items[0].plain == Text("12:30:45", 1)


def test_a_no_break_space_is_kept() -> None:
    text = "aftercare-checklist: {resume: [{activity: 'a  b\u00a0c\u2028 d'}]}"
    reading = facts.parse(text, "f")
    assert reading.facts is not None and reading.facts.aftercare_checklist is not None
    assert reading.facts.aftercare_checklist.resume[0].activity.msg == "a b\u00a0c d"


ITEM = "- effect: Pain {cold_pack}\n  severity: mild\n  seriousness: false\n  frequency: rare\n  sources: [page-1]\n"


def indent(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("body", "shift"),
    [(ITEM, 0), (f"items:\n{indent(ITEM)}", 1), (f"risk-table:\n  items:\n{indent(indent(ITEM))}", 2)],
)
def test_the_body_of_a_directive(whole: Facts, body: str, shift: int) -> None:
    reading = facts.parse(body, "doc.rst", first_line=40, section="risk-table", beside=whole)
    assert reading.problems == ()
    assert reading.facts is not None and reading.facts.risk_table is not None
    assert reading.facts.risk_table.items[0].effect.line == 40 + shift
    assert reading.facts.sources == whole.sources
    assert reading.facts.path == "doc.rst"


def test_a_body_may_bring_its_own_quantities() -> None:
    own = "quantities: {cold_pack: 3 min}\nsources: {page-1: {title: A, kind: blog, interest: none}}\n"
    body = f"{own}items:\n{ITEM}"
    reading = facts.parse(body, "doc.rst", 1, "risk-table")
    assert reading.problems == ()


def test_a_body_alone_knows_no_sources() -> None:
    problems = facts.parse(ITEM, "doc.rst", 40, "risk-table").problems
    assert [(p.line, p.code) for p in problems] == [(40, "facts-placeholder"), (44, "facts-source")]


@pytest.mark.parametrize(
    ("body", "section", "code"),
    [
        ("", "risk-table", "facts-empty"),
        ("words", "risk-table", "facts-type"),
        ("itmes: []", "risk-table", "facts-unknown-key"),
        ("[]", "risk-table", "facts-empty"),
        ("- action: Walk", "aftercare-checklist", "facts-type"),
        ("do: []", "aftercare-checklist", "facts-empty"),
    ],
)
def test_a_broken_body(body: str, section: str, code: str) -> None:
    problems = facts.parse(body, "doc.rst", 40, section).problems
    assert code in [problem.code for problem in problems]
    assert {problem.line for problem in problems} == {40}


def test_a_section_of_a_new_kind_needs_only_a_class() -> None:
    class Course(facts.Record):
        value: facts.Claims[Text]
        times: facts.Times | None = None

    made = Course.model_validate({"value": "Come {times}", "times": "3 per day"})
    assert made.value[0].value.msg == "Come {times}"
    assert made.values() == {"times": quantity.parse("3 per day")}


@pytest.mark.parametrize(
    "msg", ["{", "}", "{}", "{0}", "{a.b}", "{a!r}", "{a:3}", "{a[0]}", "{A}", "{ a }", "{{a}", "{a}}"]
)
def test_braces_hold_names_and_nothing_else(msg: str) -> None:
    with pytest.raises(facts.PlaceholderError):
        facts.placeholders(msg)


def test_placeholders_come_once_and_in_order() -> None:
    assert facts.placeholders("{b} {a} {{c}} {b} {{{d}}}") == ("b", "a", "d")
