"""The facts of ``.. mechanism-steps::``: how a treatment works, or is thought to, step by step."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.statement import Stated


class Understanding(StrEnum):
    """How sure it is that the treatment works in this way."""

    ESTABLISHED = "established"  # it was observed
    THOUGHT = "thought"  # a theory that some find likely
    UNKNOWN = "unknown"  # nobody knows


class MechanismSteps(Section):
    """What happens in the body, in order."""

    steps: tuple[Stated, ...] = Field(min_length=1)
    """The steps, each a sentence."""
    certainty: Understanding
    """established, thought or unknown; the handout says so before the steps unless it is established."""
