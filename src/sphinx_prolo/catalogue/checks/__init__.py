"""The checks on a translated message, one class each, in the order in which they are asked."""

from __future__ import annotations

from sphinx_prolo.catalogue.checks.addresses import Addresses
from sphinx_prolo.catalogue.checks.characters import Characters
from sphinx_prolo.catalogue.checks.check import Check, Outcome, Place
from sphinx_prolo.catalogue.checks.length import Length
from sphinx_prolo.catalogue.checks.markup import Markup
from sphinx_prolo.catalogue.checks.placeholders import Placeholders

# The guards come first: after them, a message is short and has nothing in it that cannot be seen.
CHECKS: tuple[type[Check], ...] = (Length, Characters, Placeholders, Addresses, Markup)

__all__ = ["CHECKS", "Check", "Outcome", "Place"]
