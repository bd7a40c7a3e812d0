"""Sheet: one PDF to be, from the builder to the press: the print job and what handouts.json says of it."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sphinx_prolo.pdf import PrintJob
    from sphinx_prolo.problem import Problem


class Status(StrEnum):
    """Whether a handout may be handed out. Anything unfinished makes it a draft."""

    DRAFT = "draft"
    FINAL = "final"


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about one PDF before it is printed. Picklable; dates are ISO 8601 strings.

    docname     the Sphinx document, e.g. ``handouts/aftercare``
    language    as Sphinx and the locale folders write it, e.g. ``zh_CN``; ``bcp47`` as PDF and HTML do, ``zh-Hans``
    edition     ``standard``, …
    clinic      the clinic file's name without its ending, or None for a neutral handout
    status      draft or final, with the reasons that make it a draft (codes, the first one weighs most)
    titles      the title as the reader sees it, and in the source language
    """

    docname: str
    language: str
    bcp47: str
    edition: str
    clinic: str | None
    status: Status
    reasons: tuple[str, ...]
    title: str
    source_title: str
    version: str
    published: str
    review_by: str
    job: PrintJob

    @property
    def path(self) -> str:
        """The place of the PDF below the output folder (DESIGN section 3, "Files out")."""
        words = [self.docname, self.language]
        if self.edition != "standard":
            words.append(self.edition)
        if self.status is Status.DRAFT:
            words.append("draft")
        folder = self.language if self.clinic is None else f"clinics/{self.clinic}/{self.language}"
        return f"{folder}/{'.'.join(words)}.pdf"


class Press(Protocol):
    """Takes sheets and prints them; the builder knows no more of it."""

    def accept(self, sheet: Sheet) -> None:
        """Print the sheet, now or later, unless the same was printed before."""

    def withdraw(self, docname: str) -> None:
        """Nothing is to be printed of this handout."""

    def finish(self, language: str, docnames: frozenset[str]) -> tuple[Problem, ...]:
        """All sheets of a language are in: wait for them, prune what is not among ``docnames``, return the problems."""
