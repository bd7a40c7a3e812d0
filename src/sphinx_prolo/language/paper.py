"""A language in, its likely territory out; a territory in, its paper out."""

from __future__ import annotations

from typing import Literal

from sphinx_prolo.language.cldr import likely
from sphinx_prolo.language.cldr48 import LETTER_TERRITORIES

Paper = Literal["A4", "Letter"]


def territory(code: str) -> str:
    """The ISO 3166 code of the territory that the language code names or makes likely: en -> US, es -> ES."""
    return likely(code)[2]


def paper(territory: str) -> Paper:
    """The paper that printers of the territory hold: US Letter where CLDR says so (US, CA, MX, PH …), else A4."""
    return "Letter" if territory.upper() in LETTER_TERRITORIES else "A4"
