"""Editions: the ways in which one handout is printed, and the text in the source language that one of them needs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sphinx_prolo.pdf import Passage

STANDARD = "standard"
LARGE_PRINT = "large-print"
BILINGUAL = "bilingual"
EDITIONS = (STANDARD, LARGE_PRINT, BILINGUAL)

# What each says of itself at the head of its pages; the standard edition says nothing.
LABELS = {LARGE_PRINT: "Large print", BILINGUAL: "In two languages"}


def chosen(names: object) -> tuple[str, ...]:
    """The editions among ``names``, in our order; the standard one where none is named. What is no list, names none."""
    wanted = names if isinstance(names, (list, tuple)) else ()
    return tuple(edition for edition in EDITIONS if edition in wanted) or (STANDARD,)


@dataclasses.dataclass(frozen=True, slots=True)
class HandoutText:
    """A handout in one language.

    body: its HTML.
    passages: where each of its texts was written.
    is_xml: whether a parser of XML reads the same from it: all of it was written by us, and nothing by hand.
    """

    body: str
    passages: tuple[Passage, ...]
    is_xml: bool = False


class SourceTexts(Protocol):
    """The handouts of a project in the source language, by document."""

    def keep(self, docname: str, text: HandoutText) -> None:
        """A handout has been read in the source language."""

    def get(self, docname: str) -> HandoutText | None:
        """The handout, or None where it cannot be printed in the source language."""


class KeptTexts(dict[str, HandoutText]):
    """Source texts in memory: the source language is read before the others."""

    def keep(self, docname: str, text: HandoutText) -> None:
        self[docname] = text
