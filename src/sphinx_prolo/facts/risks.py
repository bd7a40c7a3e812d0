"""The facts of ``.. risk-table::``: unwanted effects, how bad, how often, how long, and what to do."""

import re
from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.amounts import Duration
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.frequency import Frequency
from sphinx_prolo.facts.record import Fact, Section, sentences
from sphinx_prolo.facts.scalars import Flag, Line
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map

# English only: a facts file does not say its language. The words are chosen so that other languages hardly have them.
_HOW_OFTEN = re.compile(
    r"\b(?:rare(?:ly)?|(?:un)?common(?:ly)?(?! cold)|seldom|(?:in)?frequent(?:ly)?|(?:un)?usual(?:ly)?|"
    r"occasional(?:ly)?|often|sometimes)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|\{\w")


class HarmSeverity(StrEnum):
    """How strong an effect is while it lasts. Not the same as serious: a severe headache may be harmless."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    LIFE_THREATENING = "life-threatening"


class Risk(Fact):
    """One unwanted effect of the treatment."""

    effect: Text
    """The effect, in a few words: "Stiffness and soreness"."""
    plain: Text | None = None
    """What that means in plain words."""
    severity: HarmSeverity
    """How strong it is: mild, moderate, severe or life-threatening."""
    seriousness: Flag
    """true if it can threaten life, need a hospital or leave lasting harm."""
    frequency: Claims[Frequency]
    """How many people have it: a band (very-common, common, uncommon, rare, very-rare, not-known), or "3 in 100"."""
    verbal_source: Line | None = None
    """The source's own words for how often, such as "in some rare circumstances"; they never make a band."""
    onset: Claims[Duration] = ()
    """How long after the treatment it starts."""
    duration: Claims[Duration] = ()
    """How long it lasts."""
    action: Text | None = None
    """What the reader should do about it."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Remark on words for how often that stand next to no number: people take them for far more than is meant."""
        data = super().judge(data, judgement)
        for line, sentence in sentences(cls, data):
            word = _HOW_OFTEN.search(sentence)
            if word is not None and _NUMBER.search(sentence) is None:
                message = f"'{word[0]}' says how often without a number; say it in 'frequency', or take it out here"
                judgement.remark(line, "facts-frequency-word", message)
        return data


class RiskTable(Section):
    """Every unwanted effect that a source names."""

    items: tuple[Risk, ...] = Field(min_length=1)
    """The effects."""
