"""The facts of ``.. procedure-steps::`` and ``.. treatment-schedule::``: what happens, and how many times."""

from pydantic import Field

from sphinx_prolo.facts.amounts import Duration, Visits
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.record import Record, Section
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text


class ProcedureSteps(Section):
    """What happens on the day of the treatment."""

    before: tuple[Stated, ...] = ()
    """What happens, or what the reader does, before it."""
    steps: tuple[Stated, ...] = Field(min_length=1)
    """What is done, in order."""
    after: tuple[Stated, ...] = ()
    """What happens right after it, still in the clinic."""
    target: tuple[Stated, ...] = ()
    """The parts of the body that are treated, each a few words: "a ligament"."""
    duration: Claims[Duration] = ()
    """How long it takes: 20-30 min."""


class Course(Record):
    """A whole course of treatment."""

    count: Visits
    """How many rounds, visits, sessions or injections, in the source's own unit: 3-6 visits."""
    span: Duration | None = None
    """In what time all of them are given: 6 months."""
    interval: Duration | None = None
    """The time between two of them: 2-4 weeks."""


class TreatmentSchedule(Section):
    """How many treatments, and when they can be expected to help."""

    courses: Claims[Course]
    """The courses that the sources name, each as the source counts it: nothing is converted, nothing averaged."""
    depends_on: tuple[Stated, ...] = ()
    """What the number depends on."""
    time_to_effect: Claims[Text] = ()
    """When readers may notice something, and that they may not."""
