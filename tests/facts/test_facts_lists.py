"""The facts of the list directives: what a writer may leave out, what is refused, and at which line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from sphinx_prolo import facts
from sphinx_prolo.facts import Facts, Statement, Text
from sphinx_prolo.quantity import parse

NEEDLES = Path(__file__).parents[1] / "roots/test-lists/facts/needles.yaml"


@pytest.fixture
def needles() -> Facts:
    reading = facts.read(NEEDLES)
    assert reading.problems == ()
    assert reading.facts is not None
    return reading.facts


def verdict(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in facts.parse(text, "f.yaml").problems]


def test_a_statement_is_a_sentence_alone_or_with_its_sources(needles: Facts) -> None:
    assert needles.treatment_summary is not None
    pain, movement = needles.treatment_summary.goals
    assert (pain.text.msg, pain.sources) == ("Less pain", ("review", "clinic"))
    assert (movement.text.msg, movement.sources, movement.id) == ("Easier movement", (), None)
    lines = NEEDLES.read_text(encoding="utf-8").splitlines()
    assert lines[movement.text.line - 1].strip() == "- Easier movement"


def test_a_statement_may_have_what_its_translator_needs() -> None:
    body = "points:\n  - {msg: Rest., note: not sleep, max: 20}\n  - {text: {msg: Walk., note: slowly}, id: walk}\n"
    reading = facts.parse(f"key-points:\n  {body.replace(chr(10), chr(10) + '  ')}", "f")
    assert reading.facts is not None and reading.facts.key_points is not None
    rest, walk = reading.facts.key_points.points
    assert rest == Statement(text=Text("Rest.", 3, 20, "not sleep"))
    assert (walk.text, walk.id) == (Text("Walk.", 4, None, "slowly"), "walk")


def test_the_quantities_of_a_criterion_can_stand_in_its_sentence() -> None:
    text = "eligibility-criteria: {defer: [{criterion: 'wait {wait}', wait: 6 weeks}]}"
    reading = facts.parse(text, "f")
    assert reading.facts is not None and reading.facts.eligibility_criteria is not None
    assert reading.facts.eligibility_criteria.defer[0].values() == {"wait": parse("6 weeks")}


def test_lists_are_picklable(needles: Facts) -> None:
    assert pickle.loads(pickle.dumps(needles)) == needles


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("key-points: {points: [a, b, c, d, e, f]}", "facts-too-long"),
        ("key-points: {points: []}", "facts-empty"),
        ("key-points: {points: [3]}", "facts-type"),
        ("key-points: {points: [[a]]}", "facts-type"),
        ("key-points: {points: [{text: a, source: b}]}", "facts-unknown-key"),
        ("key-points: {points: [{text: a, sources: [b]}]}", "facts-source"),
        ("key-points: {points: [{id: a}]}", "facts-missing-key"),
        ("key-points: {points: ['{dose}']}", "facts-placeholder"),
        ("treatment-summary: {name: A}", "facts-missing-key"),
        ("treatment-summary: {name: A, definition: B, category: natural}", "facts-choice"),
        ("treatment-summary: {name: A, definition: [{value: B, source: c}]}", "facts-source"),
        ("mechanism-steps: {steps: [a]}", "facts-missing-key"),
        ("mechanism-steps: {steps: [a], certainty: proven}", "facts-choice"),
        ("mechanism-steps: {steps: [], certainty: thought}", "facts-empty"),
        ("indication-list: {groups: [{region: Back, items: []}]}", "facts-empty"),
        ("indication-list: {groups: [{region: Back, items: [{condition: a, acuity: old}]}]}", "facts-choice"),
        ("eligibility-criteria: {include: [{criterion: a, min_duration: 3 visits}]}", "facts-quantity"),
        ("eligibility-criteria: {}", "facts-empty"),
        ("contraindication-list: {none_stated: false}", "facts-empty"),
        ("contraindication-list: {none_stated: yes}", "facts-type"),
        ("contraindication-list: {items: []}", "facts-empty"),
        ("contraindication-list: {none_stated: true, items: [{condition: a}]}", "facts-none-stated"),
        ("practitioner-list: {roles: [{role: a, degrees: MD}]}", "facts-type"),
        ("organization-list: {items: [{role: clinic}]}", "facts-missing-key"),
        ("organization-list: {items: [{name: a, url: 'javascript:x'}]}", "facts-url"),
        ("organization-list: {items: [{name: a, phone: call us}]}", "facts-phone"),
        ("organization-list: {items: [{name: a, phone: '( )'}]}", "facts-phone"),
        ("organization-list: {items: [{name: a, verified: yesterday}]}", "facts-date"),
        ("glossary-terms: {items: [{term: a}]}", "facts-missing-key"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    assert verdict(text) == [(1, code)]


def test_a_term_that_comes_twice_is_refused_where_it_comes_again() -> None:
    text = "{0}:\n  items:\n    - {{term: Bone, plain: x}}\n    - term: >\n        bone\n      plain: y\n"
    (problem,) = facts.parse(text.format("glossary-terms"), "f").problems
    assert (problem.line, problem.code) == (5, "facts-duplicate")
    assert "line 3" in problem.message
    synonyms = "synonym-list: {items: [{term: Bone}, {term: {msg: BONE}}, {term: 3}, x]}"
    assert verdict(synonyms) == [(1, "facts-duplicate"), (1, "facts-type"), (1, "facts-type")]


@pytest.mark.parametrize(
    "text",
    [
        "eligibility-criteria: {include: [{id: a, criterion: x}], exclude: [{id: a, criterion: y}]}",
        "indication-list: {groups: [{id: a, region: x, items: [{id: a, condition: y}]}]}",
        "practitioner-list: {requirement: {id: a, text: x}, roles: [{id: a, role: y}]}",
    ],
)
def test_an_id_is_unique_in_all_lists_of_a_section(text: str) -> None:
    assert verdict(text) == [(1, "facts-name")]
