"""What goes in and out of printing: PrintJob, Printed, PrintError. Plain data that can cross to another process."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem

# Where a line may break that has no spaces; and where a line of Thai may, if nobody knows better (see thai.py). A
# character that never stands in a text (Unicode 16, 23.7).
ZWSP, THAI_BREAK = "\u200b", "\ufdd0"


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """A text that is printed, and where it was written: the place to blame when it cannot be printed."""

    text: str
    path: str
    line: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class PrintJob:
    """Everything needed to print one PDF, and nothing else: the same job gives the same bytes.

    name: what to call it, as in ``handouts/aftercare.es``; problems of the whole page are reported there.
    html: the whole page, self-contained, with a ``<title>``; images are ``data:`` URLs. It may hold THAI_BREAK.
    css: the style sheet.
    language: BCP 47 tag, as in ``zh-Hans``; becomes the document's ``/Lang``.
    passages: what is printed and where it was written.
    created: ISO date for the metadata; no clock is read.
    fonts: further font files (TTF or OTF), whole; style sheets name their families.
    is_xml: whether the page means the same to a parser of XML, which is ten times as fast as one of HTML.
    """

    name: str
    html: str
    css: str
    language: str
    passages: tuple[Passage, ...]
    created: str
    fonts: tuple[bytes, ...] = ()
    is_xml: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Printed:
    """A printed job: the PDF, how many pages it has, and what is wrong with it that did not stop it."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


class PrintError(Exception):
    """The job cannot be printed; ``problems`` says why, all at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
