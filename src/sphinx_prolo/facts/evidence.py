"""The facts of ``.. evidence-summary::``: what was found for each outcome, in whom, and how sure one can be of it."""

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sphinx_prolo.facts.amounts import Count, Duration
from sphinx_prolo.facts.percentages import Weighed
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.scalars import SourceId
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map, Shape


class Certainty(StrEnum):
    """How sure one can be of a finding: the four levels of GRADE, or nobody has judged it."""

    HIGH = "high"  # further research is very unlikely to change it
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_ASSESSED = "not-assessed"


class Direction(StrEnum):
    """What happened to the outcome with the treatment, compared with the comparator. Better is better for the reader:
    less pain, more strength.
    """

    BETTER = "better"
    NO_DIFFERENCE = "no-difference"  # little or none
    WORSE = "worse"
    MIXED = "mixed"  # studies contradict one another
    UNKNOWN = "unknown"  # nobody has measured it


class Size(StrEnum):
    """How large the difference is, to the reader."""

    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small"


class Finding(Shape):
    """What was found. The sentence that the reader sees is made from it and from the certainty."""

    direction: Direction
    """better, no-difference, worse, mixed (studies contradict one another) or unknown (nobody has measured it)."""
    size: Size | None = None
    """large, moderate or small, for better and worse."""

    @model_validator(mode="after")
    def _has_a_size_only_if_something_changed(self) -> "Finding":
        if self.size is not None and self.direction not in (Direction.BETTER, Direction.WORSE):
            reason = f"has a size, but '{self.direction}' is not a change; delete 'size'"
            raise PydanticCustomError("facts-finding", "{reason}", {"reason": reason})
        return self


# GRADE rates a finding down when its studies contradict one another, and rates nothing that nobody has measured.
_IMPOSSIBLE = {
    (Direction.MIXED, Certainty.HIGH): "studies that contradict one another cannot give high certainty",
    (Direction.UNKNOWN, Certainty.HIGH): "what nobody has measured cannot be certain",
    (Direction.UNKNOWN, Certainty.MODERATE): "what nobody has measured cannot be certain",
    (Direction.UNKNOWN, Certainty.LOW): "what nobody has measured cannot be certain",
}


class Outcome(Weighed, Fact):
    """One outcome, and what is known of it."""

    outcome: Text
    """What was measured, in a few words and without a verb: "Pain after the treatment"."""
    finding: Finding
    """What was found: direction, and size if there is one."""
    certainty: Certainty
    """How sure one can be: high, moderate, low, very-low (GRADE), or not-assessed if no source has judged it."""
    population: Text | None = None
    """Who was studied: "Adults with back pain that lasts a long time"."""
    comparator: Text | None = None
    """What the treatment was compared with: "A control injection"."""
    timeframe: Duration | None = None
    """How long after the treatment it was measured: 6 months."""
    n_studies: Count | None = None
    """How many studies."""
    n_people: Count | None = None
    """How many people were in these studies."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    """The ids of the sources that say so; evidence must have one."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Refuse a certainty that the finding cannot have."""
        finding = data.get("finding")
        direction = finding.get("direction") if isinstance(finding, Map) else None
        for (found, certainty), reason in _IMPOSSIBLE.items():
            if (direction, data.get("certainty")) == (found, certainty):
                message = f"'certainty' {reason}; lower it, or look at 'direction' again"
                judgement.complain(data.lines["certainty"], "facts-certainty", message)
        return super().judge(data, judgement)


class EvidenceSummary(Section):
    """What studies found."""

    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    """The outcomes that matter to the reader, the most important first."""
