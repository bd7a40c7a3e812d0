"""The facts of ``.. warning-signs::``: after which signs a reader must get help, and how soon."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.record import Fact
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text
from sphinx_prolo.facts.unstated import Unstated


class Urgency(StrEnum):
    """How soon help is needed; the most urgent first."""

    EMERGENCY = "emergency"  # at once
    SAME_DAY = "same-day"
    NEXT_VISIT = "next-visit"  # it can wait


class WarningLevel(Fact):
    """Signs that need help equally soon."""

    level: Urgency
    """emergency (at once), same-day, or next-visit (it can wait)."""
    signs: tuple[Stated, ...] = Field(min_length=1)
    """The signs, each a few words: "You cannot breathe well"."""
    contact: Text | None = None
    """Whom to call. Left out for emergency and same-day, the handout says to ask the clinic."""


class WarningSigns(Unstated):
    """Signs of harm after the treatment."""

    levels: tuple[WarningLevel, ...] = ()
    """The signs, by urgency; they print with the most urgent first."""
