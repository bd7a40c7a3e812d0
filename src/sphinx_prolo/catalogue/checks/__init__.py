"""The checks on a translated message, one class each, in the order in which they are asked."""

from __future__ import annotations

from sphinx_prolo.catalogue.checks.addresses import Addresses
from sphinx_prolo.catalogue.checks.characters import Characters, HiddenInNumbers
from sphinx_prolo.catalogue.checks.check import Check, Outcome, Place
from sphinx_prolo.catalogue.checks.completeness import Identical, IdenticalWords, SourceLeft
from sphinx_prolo.catalogue.checks.glossary import NamesKept, TermsUsed
from sphinx_prolo.catalogue.checks.length import Length
from sphinx_prolo.catalogue.checks.markup import Markup
from sphinx_prolo.catalogue.checks.negation import Negation, NegationUnknown
from sphinx_prolo.catalogue.checks.neighbours import Neighbours
from sphinx_prolo.catalogue.checks.numbers_kept import LostNumbers, NewNumbers, NumberOrder
from sphinx_prolo.catalogue.checks.placeholders import Placeholders
from sphinx_prolo.catalogue.checks.space import Proportion, Room
from sphinx_prolo.catalogue.checks.typography import Composition, EndPunctuation, Invisible, Spaces
from sphinx_prolo.catalogue.checks.units import Units

# The guards come first: after them, a message is short and has nothing in it that cannot be seen.
_GUARDS: tuple[type[Check], ...] = (Length, Characters)
# What can be decided: not printed.
_REJECTING: tuple[type[Check], ...] = (
    HiddenInNumbers,
    Placeholders,
    Neighbours,
    Addresses,
    Markup,
    NewNumbers,
    NumberOrder,
)
# What a person has to judge: printed, but never final.
_HOLDING: tuple[type[Check], ...] = (LostNumbers, Units, Negation, Identical, SourceLeft, TermsUsed, NamesKept, Room)
_REMARKING: tuple[type[Check], ...] = (
    NegationUnknown,
    IdenticalWords,
    EndPunctuation,
    Spaces,
    Invisible,
    Composition,
    Proportion,
)
CHECKS: tuple[type[Check], ...] = (*_GUARDS, *_REJECTING, *_HOLDING, *_REMARKING)

__all__ = ["CHECKS", "Check", "Outcome", "Place"]
