"""The facts about care and people: what they hold, and what they refuse, each at its line."""

import pickle

import pytest

from sphinx_prolo import facts, quantity
from sphinx_prolo.facts import Actor, AgentRole, Course, DisclaimerKind, Facts, Qualifier, Urgency

CARE = """\
sources: {a: {title: A, kind: blog, interest: unknown}}
quantities: {rest: 2 days}
injection-contents:
  agents:
    - {id: sugar, inn: Dextrose, role: irritant, strength: 15 %, sources: [a]}
    - {id: numb, inn: Lidocaine, role: anaesthetic}
  combinations: [[sugar, numb], {agents: [sugar], sources: [a]}]
  depends_on: [Your age]
procedure-steps:
  steps: [{text: "Rest: {rest}", sources: [a]}, {msg: Go home, critical: true}]
treatment-schedule:
  courses:
    - {value: {count: 3-30 injections, span: 6 months}, source: a, qualifier: up-to}
    - value: {count: 3 visits}
avoid-list: {items: [{action: Lifting, until: 2 weeks}]}
warning-signs: {levels: [{level: emergency, signs: [Fever]}]}
question-list: {items: [Why?]}
success-factors: {items: [{factor: Rest, actor: patient}]}
disclaimer: {items: [{kind: no-endorsement}]}
contact-card: {phones: [{number: +1 (555) 010-0199}]}
"""


def problems(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in facts.parse(text, "f.yaml").problems]


@pytest.fixture
def care() -> Facts:
    reading = facts.parse(CARE, "f.yaml")
    assert reading.problems == ()
    assert reading.facts is not None
    return reading.facts


def test_an_injection(care: Facts) -> None:
    assert care.injection_contents is not None
    sugar, numb = care.injection_contents.agents
    assert (sugar.role, numb.role) == (AgentRole.IRRITANT, AgentRole.ANAESTHETIC)
    assert sugar.strength[0].value == quantity.parse("15 %")
    both, alone = care.injection_contents.combinations
    assert (both.agents, both.sources) == (("sugar", "numb"), ())
    assert (alone.agents, alone.sources) == (("sugar",), ("a",))


def test_a_step_is_a_sentence_alone_or_with_its_sources(care: Facts) -> None:
    assert care.procedure_steps is not None
    rest, home = care.procedure_steps.steps
    assert (rest.text.placeholders, rest.text.line, rest.sources) == (("rest",), 10, ("a",))
    assert (home.text.msg, home.text.critical, home.sources) == ("Go home", True, ())


def test_courses_keep_their_units_and_sources(care: Facts) -> None:
    assert care.treatment_schedule is not None
    shots, visits = care.treatment_schedule.courses
    assert shots.value == Course(count=quantity.parse("3-30 injections"), span=quantity.parse("6 months"))
    assert (shots.source, shots.qualifier) == ("a", Qualifier.UP_TO)
    assert visits.value.count == quantity.parse("3 visits")


def test_signs_questions_factors_disclaimers_and_the_clinic(care: Facts) -> None:
    assert care.warning_signs is not None and care.warning_signs.levels[0].level is Urgency.EMERGENCY
    assert care.question_list is not None and care.question_list.ruled_lines == 0
    assert care.success_factors is not None and care.success_factors.items[0].actor is Actor.PATIENT
    assert care.disclaimer is not None and care.disclaimer.items[0].kind is DisclaimerKind.NO_ENDORSEMENT
    assert care.contact_card is not None and care.contact_card.phones[0].number == "+1 (555) 010-0199"


def test_the_records_can_be_pickled(care: Facts) -> None:
    assert pickle.loads(pickle.dumps(care)) == care


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("numb], {", "nub], {", (7, "facts-agent")),
        ("[[sugar, numb], {agents: [sugar]", "[[], {agents: [sugar]", (7, "facts-empty")),
        ("[[sugar, numb]", "[sugar", (7, "facts-type")),
        ("role: irritant", "role: natural", (5, "facts-choice")),
        ("strength: 15 %", "strength: strong", (5, "facts-quantity")),
        ("strength: 15 %", "strength: 3 per day", (5, "facts-quantity")),
        ("{id: numb", "{id: sugar", (7, "facts-agent")),
        ("{rest}", "{count}", (10, "facts-placeholder")),
        ("count: 3-30 injections", "count: 3-30", (13, "facts-quantity")),
        ("count: 3-30 injections", "count: 3-30 months", (13, "facts-quantity")),
        ("count: 3-30 injections, ", "", (13, "facts-missing-key")),
        ("span: 6 months", "span: 6 visits", (13, "facts-quantity")),
        ("level: emergency", "level: urgent", (16, "facts-choice")),
        ("signs: [Fever]", "signs: []", (16, "facts-empty")),
        ("{levels: [", "{none_stated: true, levels: [", (16, "facts-none-stated")),
        ("items: [Why?]", "ruled_lines: 6, items: [Why?]", (17, "facts-number")),
        ("items: [Why?]", "ruled_lines: -1, items: [Why?]", (17, "facts-number")),
        ("items: [Why?]", "ruled_lines: true, items: [Why?]", (17, "facts-type")),
        ("items: [Why?]", "items: []", (17, "facts-empty")),
        ("actor: patient", "actor: doctor", (18, "facts-choice")),
        ("kind: no-endorsement", "kind: none", (19, "facts-choice")),
        ("number: +1 (555) 010-0199", "number: call us", (20, "facts-phone")),
        ("{phones: [{number: +1 (555) 010-0199}]}", "{phones: []}", (20, "facts-empty")),
    ],
)
def test_what_is_wrong_is_refused_at_its_line(old: str, new: str, verdict: tuple[int, str]) -> None:
    assert old in CARE
    assert verdict in problems(CARE.replace(old, new))


def test_nothing_known_can_be_said_of_warning_signs() -> None:
    reading = facts.parse("warning-signs: {none_stated: true}", "f.yaml")
    assert reading.facts is not None and reading.facts.warning_signs is not None
    assert reading.facts.warning_signs.none_stated
    assert problems("warning-signs: {none_stated: false}") == [(1, "facts-empty")]


def test_a_second_agent_of_the_same_name_is_refused() -> None:
    text = CARE.replace("id: numb,", "id: sugar,").replace("[[sugar, numb], {", "[{")
    assert (3, "facts-name") in problems(text)
