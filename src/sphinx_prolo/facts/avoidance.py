"""The facts of ``.. avoid-list::``: what the reader should not do, also after the treatment."""

from pydantic import Field

from sphinx_prolo.facts.amounts import Amount
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.text import Text


class Avoidance(Fact):
    """Something not to do."""

    action: Text
    """What not to do, named without "not": "Heavy lifting"."""
    until: Amount | None = None
    """For how long: 2 weeks."""
    reason: Text | None = None
    """Why."""
    examples: tuple[Text, ...] = ()
    """Examples of it, each a few words."""


class AvoidList(Section):
    """What not to do, before the treatment or after it."""

    items: tuple[Avoidance, ...] = Field(min_length=1)
    """What not to do."""
