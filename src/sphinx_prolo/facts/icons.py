"""The facts of ``.. icon-array::``: how many people of the same number had what, with the treatment and without it."""

from typing import Annotated, Literal

from pydantic import Field

from sphinx_prolo.facts.amounts import Duration
from sphinx_prolo.facts.evidence import Certainty
from sphinx_prolo.facts.percentages import Weighed
from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.scalars import Flag, SourceId
from sphinx_prolo.facts.text import Text, raw_sentence
from sphinx_prolo.records import Int, Judgement, Map, Seq


class CountedOutcome(Weighed):
    """How many people of a group had something."""

    label: Text
    """What they had, in a few words: "Much less pain"."""
    n: Annotated[int, Field(strict=True, ge=0)]
    """How many of the group's people had it."""


class Group(Weighed):
    """People who had the same treatment."""

    label: Text
    """What they had: "Prolotherapy", "A control injection"."""
    comparator: Flag = False
    """true for the group that the others are compared with: no treatment, or another one."""
    outcomes: tuple[CountedOutcome, ...] = Field(min_length=1)
    """The same outcomes in each group, in the same order and words."""


class IconArray(Section):
    """Numbers of people, fit to be drawn: all groups counted in the same number of people, over the same time."""

    of: Literal[10, 100, 1000]
    """How many people each group is counted in: 10, 100 or 1000; the same in a whole document."""
    time: Duration
    """The time in which it happened: 6 months."""
    groups: tuple[Group, ...] = Field(min_length=1)
    """Two groups or more; one of them is the comparator."""
    certainty: Certainty
    """How sure one can be of these numbers: high, moderate, low, very-low (GRADE) or not-assessed."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    """The ids of the sources that counted."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Groups that cannot be compared are refused, and more people than there are."""
        groups = data.get("groups")
        if isinstance(groups, Seq) and groups:
            _judge_groups(groups, data.key_lines["groups"], judgement)
            for group, line in zip(groups, groups.lines, strict=True):
                if isinstance(group, Map):
                    _judge_counts(group, data.get("of"), judgement)
                    if _labels(group) != _labels(groups[0]):
                        message = "each group must have the same outcomes, in the same order and words as the first"
                        judgement.complain(line, "facts-groups", message)
        return super().judge(data, judgement)


def _judge_groups(groups: Seq, line: int, judgement: Judgement) -> None:
    compared = sum(isinstance(group, Map) and group.get("comparator") is True for group in groups)
    if len(groups) < 2 or compared != 1:
        message = (
            "'groups' must be two or more, one of them with 'comparator: true': what happens without the treatment, or "
            "with another one"
        )
        judgement.complain(line, "facts-groups", message)


def _judge_counts(group: Map, of: object, judgement: Judgement) -> None:
    outcomes = group.get("outcomes")
    for outcome in outcomes if isinstance(outcomes, Seq) else ():
        n = outcome.get("n") if isinstance(outcome, Map) else None
        if isinstance(outcome, Map) and isinstance(n, Int) and isinstance(of, Int) and n > of:
            judgement.complain(
                outcome.lines["n"], "facts-range", f"'n' is {n}, but the group is counted in {of} people"
            )


def _labels(group: object) -> list[str | None]:
    outcomes = group.get("outcomes") if isinstance(group, Map) else None
    found = outcomes if isinstance(outcomes, Seq) else []
    return [raw_sentence(outcome.get("label")) if isinstance(outcome, Map) else None for outcome in found]
