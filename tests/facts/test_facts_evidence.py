"""Evidence in the facts: numbers in full, or a problem where they are not."""

import pytest

from sphinx_prolo import facts
from sphinx_prolo.facts import Certainty, Direction, Facts, Size
from sphinx_prolo.language.label_evidence import finding

SOURCES = "sources: {a: {title: A, kind: trial, interest: none}}\nquantities: {rate: 80-90 %, rest: 2 weeks}\n"
SUMMARY = """\
evidence-summary:
  outcomes:
    - outcome: Pain
      finding: {direction: better, size: small}
      certainty: low
      sources: [a]
"""
ICONS = """\
icon-array:
  of: 100
  time: 6 months
  groups:
    - label: Treated
      outcomes:
        - {label: Less pain, n: 7}
    - label: Not treated
      comparator: true
      outcomes:
        - {label: Less pain, n: 5}
  certainty: low
  sources: [a]
"""
REPORTS = """\
reported-outcomes:
  basis: anecdotal
  rate: 80-90 %
  reported_by: Doctors who give it
  items:
    - Less pain
    - {text: More strength, sources: [a]}
"""
OPTIONS = """\
treatment-comparison:
  options:
    - name: Injections
      visits: 3-6 visits
      evidence: Few studies.
    - name: No treatment
      no_treatment: true
"""


def read(text: str) -> Facts:
    reading = facts.parse(SOURCES + text, "f.yaml")
    assert reading.problems == ()
    assert reading.facts is not None
    return reading.facts


def verdict(text: str, old: str, new: str) -> list[tuple[int, str]]:
    """The problems after an edit, with lines counted from the section's own."""
    assert old in text
    problems = facts.parse(SOURCES + text.replace(old, new), "f.yaml").problems
    return [((problem.line or 0) - 2, problem.code) for problem in problems]


def test_evidence_is_read() -> None:
    whole = read(SUMMARY + ICONS + REPORTS + OPTIONS)
    assert whole.evidence_summary and whole.icon_array and whole.reported_outcomes and whole.treatment_comparison
    (pain,) = whole.evidence_summary.outcomes
    assert (pain.finding.direction, pain.finding.size, pain.certainty) == (Direction.BETTER, Size.SMALL, Certainty.LOW)
    assert whole.icon_array.of == 100
    assert [group.comparator for group in whole.icon_array.groups] == [False, True]
    assert [item.sources for item in whole.reported_outcomes.items] == [(), ("a",)]
    assert str(whole.treatment_comparison.options[0].visits[0].value) == "3-6 visit"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("sources: [a]", "sources: []", [(6, "facts-empty")]),
        ("      sources: [a]\n", "", [(3, "facts-missing-key")]),
        ("better, size: small", "mixed, size: small", [(4, "facts-finding")]),
        ("certainty: low", "certainty: sure", [(5, "facts-choice")]),
        ("better, size: small}\n      certainty: low", "mixed}\n      certainty: high", [(5, "facts-certainty")]),
        ("better, size: small}\n      certainty: low", "unknown}\n      certainty: low", [(5, "facts-certainty")]),
        ("outcome: Pain", "outcome: Pain in 30 % of all", [(3, "facts-percentage")]),
        ("outcome: Pain", "outcome: Pain in 30 percent", [(3, "facts-percentage")]),
        ("outcome: Pain", "outcome: 'Pain: {rate}'", [(3, "facts-percentage")]),
        ("outcome: Pain", "outcome: 'Pain after {rest}'", []),
        ("sources: [a]", "sources: [a]\n      n_people: 30 %", [(7, "facts-quantity")]),
    ],
)
def test_findings_that_are_refused(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert verdict(SUMMARY, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("of: 100", "of: 50", [(2, "facts-choice")]),
        ("n: 7", "n: 107", [(7, "facts-range")]),
        ("n: 7", "n: -1", [(7, "facts-number")]),
        ("n: 7", "n: 7 %", [(7, "facts-type")]),
        ("      comparator: true\n", "", [(4, "facts-groups")]),
        ("Less pain, n: 5", "No pain, n: 5", [(8, "facts-groups")]),
        ("  time: 6 months\n", "", [(1, "facts-missing-key")]),
        ("  certainty: low\n", "", [(1, "facts-missing-key")]),
        ("  sources: [a]\n", "", [(1, "facts-missing-key")]),
        ("label: Treated", "label: 7 % of the treated", [(5, "facts-percentage")]),
    ],
)
def test_numbers_that_are_refused(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert verdict(ICONS, old, new) == expected


def test_one_group_alone_is_no_comparison() -> None:
    start, end = ICONS.index("    - label: Not"), ICONS.index("  certainty")
    assert verdict(ICONS, ICONS[start:end], "") == [(4, "facts-groups")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  reported_by: Doctors who give it\n", "", [(3, "facts-missing-key")]),
        ("basis: anecdotal", "basis: trial", [(3, "facts-percentage")]),
        ("basis: anecdotal", "basis: survey", [(3, "facts-percentage")]),
        ("basis: anecdotal\n  rate: 80-90 %", "basis: survey\n  rate: 80 in 100", []),
        ("rate: 80-90 %", "rate: 3 weeks", [(3, "facts-quantity")]),
        ("- Less pain", "- 'Less pain in {rate}'", [(6, "facts-percentage")]),
        ("text: More strength", "text: More strength in 9 %", [(7, "facts-percentage")]),
    ],
)
def test_reports_that_are_refused(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert verdict(REPORTS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("      no_treatment: true\n", "", [(2, "facts-options")]),
        ("    - name: No treatment\n      no_treatment: true\n", "", [(2, "facts-options")]),
        ("Few studies.", "It helps 9 of 10, or 90 %.", [(5, "facts-percentage")]),
        ("3-6 visits", "3-6 weeks", [(4, "facts-quantity")]),
    ],
)
def test_options_that_are_refused(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert verdict(OPTIONS, old, new) == expected


@pytest.mark.parametrize("text", [SUMMARY, ICONS, REPORTS, OPTIONS])
@pytest.mark.parametrize(
    "wrong", ["3", "[]", "[3, [], {}]", "{a: {}}", "x", "true", "", "[{outcomes: 3}, {outcomes: [3]}]"]
)
def test_every_field_of_the_wrong_kind_is_a_located_problem(text: str, wrong: str) -> None:
    lines = text.splitlines()
    for number, line in enumerate(lines):
        key = line.partition(":")[0]
        rest = [
            after for after in lines[number + 1 :] if not after.startswith(" " * (len(line) - len(line.lstrip()) + 1))
        ]
        for problem in facts.parse("\n".join([SOURCES, *lines[:number], f"{key}: {wrong}", *rest]), "f.yaml").problems:
            assert problem.line and problem.message


def test_a_percentage_of_the_document_is_known_in_a_body() -> None:
    body = facts.parse("outcomes: [{outcome: 'In {rate}', finding: {direction: mixed}, certainty: low, sources: [a]}]",
                       "p.rst", section="evidence-summary", beside=read(SUMMARY))  # fmt: skip
    assert [problem.code for problem in body.problems] == ["facts-percentage"]


@pytest.mark.parametrize(
    ("words", "remarked"),
    [
        ("Rare infection", True),
        ("This is uncommon.", True),
        ("It sometimes hurts.", True),
        ("Common cold", False),
        ("Rare, in 1 of 1000 people", False),
        ("It rarely lasts for {rest}", False),
        ("Infection", False),
    ],
)
def test_a_word_for_how_often_without_a_number_is_remarked_and_nothing_is_lost(words: str, remarked: bool) -> None:
    text = f"risk-table: {{items: [{{severity: mild, seriousness: false, frequency: not-known, effect: '{words}'}}]}}"
    reading = facts.parse(SOURCES + text, "f.yaml")
    assert reading.facts is not None
    assert [(one.line, one.severity, one.code) for one in reading.problems] == (
        [(3, "note", "facts-frequency-word")] if remarked else []
    )


def test_every_finding_has_a_sentence_and_the_weaker_level_never_the_stronger_sentence() -> None:
    for direction in Direction:
        for size in (*Size, "") if direction in (Direction.BETTER, Direction.WORSE) else ("",):
            sentences = [finding(certainty, direction, size) for certainty in Certainty]
            assert sentences[-1] == "We do not know how well this works."
            if direction in (Direction.BETTER, Direction.WORSE, Direction.NO_DIFFERENCE):
                assert len(set(sentences)) == len(Certainty)
                assert "probably" in sentences[1] and " may " in sentences[2] and "uncertain" in sentences[3]
