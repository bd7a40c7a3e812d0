"""The facts of ``.. disclaimer::``: what a handout must not be taken for."""

from enum import StrEnum

from pydantic import Field

from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.text import Text


class DisclaimerKind(StrEnum):
    """What is disclaimed; each kind has a sentence of ours, in every language that sphinx-prolo has."""

    MEDICAL = "medical"  # the handout does not replace advice
    EVIDENCE = "evidence"  # nobody knows how well the treatment works
    TRANSLATION = "translation"  # the handout was translated; printed in translations only
    NO_ENDORSEMENT = "no-endorsement"  # to name somebody does not recommend them


class Disclaimed(Fact):
    """One thing that the handout is not."""

    kind: DisclaimerKind
    """medical, evidence, translation or no-endorsement."""
    text: Text | None = None
    """The words, in place of the standard sentence of the kind; they are printed in every language."""


class Disclaimer(Section):
    """What the handout is not."""

    items: tuple[Disclaimed, ...] = Field(min_length=1)
    """The disclaimers."""
