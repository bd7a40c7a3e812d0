"""Numbers in, CLDR plural forms out: of a number, of a range, and a sample number of each form for gettext's rules."""

from __future__ import annotations

import functools
from decimal import Decimal

from sphinx_prolo.language.cldr import lineage, locale_of
from sphinx_prolo.language.cldr48 import PLURAL_RANGES


def form(code: str, low: Decimal, high: Decimal) -> str:
    """The CLDR plural form (zero, one, two, few, many, other) of a number, or of a range when the ends differ."""
    rule = locale_of(code).plural_form
    end = rule(high)
    if low == high:
        return end
    table = next((PLURAL_RANGES[name] for name in lineage(code) if name in PLURAL_RANGES), {})
    return table.get((rule(low), end), end)


@functools.cache
def samples(code: str) -> dict[str, int]:
    """For each plural form of the language the smallest whole number that takes it.

    Gettext's rules know whole numbers only. Where a form is for fractions alone (Russian ``other``: 0,5 дозы) it takes
    the number of ``few`` (2 дозы), which is the same word in the Slavic languages, where this happens.
    """
    locale = locale_of(code)
    rule = locale.plural_form
    found: dict[str, int] = {}
    for number in [*range(201), 1_000, 1_000_000]:
        found.setdefault(rule(number), number)
    for name in rule.tags | {"other"}:
        found.setdefault(name, found.get("few", 100))
    return found
