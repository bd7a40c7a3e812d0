"""The facts of ``.. reported-outcomes::``: what people say of the treatment, and on what ground."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sphinx_prolo.facts.amounts import Share
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.percentages import Weighed
from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.statement import OrSentence, Statement
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map, Seq


class Basis(StrEnum):
    """What stands behind a report."""

    ANECDOTAL = "anecdotal"  # somebody says so; nobody has counted or compared
    SURVEY = "survey"  # people were asked; nobody was compared
    TRIAL = "trial"  # people were compared


class ReportedOutcome(Weighed, Statement):
    """Something that is said to happen, as a sentence or a few words."""


class ReportedOutcomes(Section):
    """What is reported of the treatment. Its basis is printed with it."""

    basis: Basis
    """anecdotal (somebody says so), survey (people were asked) or trial (people were compared)."""
    rate: Claims[Share] = ()
    """A rate that is reported: 80-90 %. It prints only as a report, so 'reported_by' must stand with it."""
    reported_by: Text | None = None
    """Who reports the rate: "Doctors who give the treatment"."""
    items: tuple[Annotated[ReportedOutcome, OrSentence()], ...] = Field(min_length=1)
    """What is reported."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """A rate must have a reporter, and must not pass for a result."""
        if "rate" in data:
            line, basis = data.lines["rate"], data.get("basis")
            if "reported_by" not in data:
                message = "'reported_by' is missing: a rate prints only with who reports it; add it or delete 'rate'"
                judgement.complain(line, "facts-missing-key", message)
            if basis == Basis.TRIAL:
                message = "the rate of a trial needs both groups; give the numbers in 'icon-array' and delete 'rate'"
                judgement.complain(line, "facts-percentage", message)
            elif basis == Basis.SURVEY and any("%" in written for written in _written(data["rate"])):
                message = "a survey has counted people; write how many of how many, as in 30 in 100"
                judgement.complain(line, "facts-percentage", message)
        return super().judge(data, judgement)


def _written(rate: object) -> list[str]:
    """The rates as the writer typed them: one alone, or those of several claims."""
    found = rate if isinstance(rate, Seq) else [rate]
    return [str(claim.get("value") if isinstance(claim, Map) else claim) for claim in found]
