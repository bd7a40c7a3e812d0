"""A language in, its likely territory out; a territory in, its paper out."""

from __future__ import annotations

from typing import Literal

from sphinx_prolo.language.cldr import likely, locale_of
from sphinx_prolo.language.cldr48 import LETTER_TERRITORIES

# CLDR's codes for unions, outlying places, pseudo-locales and what is unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

Paper = Literal["A4", "Letter"]


def territory(code: str) -> str:
    """The ISO 3166 code of the territory that the language code names or makes likely: en -> US, es -> ES."""
    return likely(code)[2]


def paper(territory: str) -> Paper:
    """The paper that printers of the territory hold: US Letter where CLDR says so (US, CA, MX, PH …), else A4."""
    return "Letter" if territory.upper() in LETTER_TERRITORIES else "A4"


def is_territory(code: str) -> bool:
    """Whether CLDR knows a country or territory of that ISO 3166 code: GB, but not UK."""
    return len(code) == 2 and code in locale_of("en").territories and code not in _NO_COUNTRIES
