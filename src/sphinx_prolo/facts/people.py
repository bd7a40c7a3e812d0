"""The facts of ``.. question-list::``, ``.. success-factors::`` and ``.. contact-card::``: readers and their clinic."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sphinx_prolo.facts.record import Fact, Record, Section
from sphinx_prolo.facts.scalars import Line, Phone
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text


class QuestionList(Section):
    """What the reader may want to ask."""

    items: tuple[Stated, ...] = Field(min_length=1)
    """The questions."""
    ruled_lines: Annotated[int, Field(strict=True, ge=0, le=5)] = 0
    """How many lines to write on are printed under each question: 0 to 5."""


class Actor(StrEnum):
    """Who can do something about it."""

    PATIENT = "patient"
    CLINICIAN = "clinician"


class SuccessFactor(Fact):
    """Something that is said to matter for the outcome."""

    factor: Text
    """What matters: "You come to all visits"."""
    actor: Actor | None = None
    """patient or clinician: who can do something about it; leave it out if nobody can."""


class SuccessFactors(Section):
    """What the outcome is said to depend on."""

    items: tuple[SuccessFactor, ...] = Field(min_length=1)
    """The factors."""


class Telephone(Record):
    """A telephone number, and what it is for."""

    number: Phone
    """The number, with the code of the country: +1 555 010 0199."""
    label: Text | None = None
    """When or for what to call it: "At night and on weekends"."""


class ContactCard(Section):
    """Where the reader finds the clinic. Without a number to call, the handout says to ask for one."""

    name: Line | None = None
    """The clinic's name, printed as it stands."""
    phones: tuple[Telephone, ...] = ()
    """The numbers to call."""
    hours: Text | None = None
    """When somebody is there."""
    address: Line | None = None
    """Where the clinic is, printed as it stands."""
    emergency: Text | None = None
    """What to do in an emergency: "Call 112."."""
