"""The facts of ``.. key-points::`` and ``.. treatment-summary::``: what a reader should know first."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.statement import Stated
from sphinx_prolo.facts.text import Text


class KeyPoints(Section):
    """What a reader should take along who reads nothing else."""

    main_message: Stated | None = None
    """The one thing to know."""
    call_to_action: Stated | None = None
    """The one thing to do: "Talk to your doctor before you decide."."""
    points: tuple[Stated, ...] = Field((), max_length=5)
    """At most five further points, each a sentence."""


class Category(StrEnum):
    """How a treatment stands to what doctors usually give."""

    MAINSTREAM = "mainstream"  # it is what doctors usually give
    COMPLEMENTARY = "complementary"  # it is given together with that
    ALTERNATIVE = "alternative"  # it is given in place of that
    EXPERIMENTAL = "experimental"  # it is still being tested


class TreatmentSummary(Section):
    """The treatment in a few lines."""

    name: Text
    """What the treatment is called."""
    definition: Claims[Text]
    """What it is, in one sentence."""
    category: Category | None = None
    """mainstream, complementary, alternative or experimental."""
    goals: tuple[Stated, ...] = ()
    """What it is meant to do; not what it was shown to do."""
    setting: tuple[Stated, ...] = ()
    """Where it is given: "In an outpatient clinic"."""
    acceptance: Claims[Text] = ()
    """What doctors think of it, and how widely they use it."""
    history: Claims[Text] = ()
    """Where it comes from, and since when it is known."""
