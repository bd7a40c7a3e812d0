"""What is asked of every sentence, one class each."""

from __future__ import annotations

from sphinx_prolo.plain.rules.doses import Abbreviation, Daily, Glued, Zero
from sphinx_prolo.plain.rules.length import Length
from sphinx_prolo.plain.rules.quantities import Preposition, TypedQuantity
from sphinx_prolo.plain.rules.rule import Rule
from sphinx_prolo.plain.rules.voice import Address, Passive

RULES: tuple[type[Rule], ...] = (
    Length,
    Passive,
    Address,
    Abbreviation,
    Zero,
    Glued,
    Daily,
    TypedQuantity,
    Preposition,
)

__all__ = ["RULES", "Rule"]
