"""A print job in, a PDF out: tagged (PDF/UA-1), archival (PDF/A-3a), the same bytes for the same job.

The only room that knows WeasyPrint, which is not imported before it is needed: it takes most of a second, and Pango.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sphinx_prolo.pdf.engine import check_engine
from sphinx_prolo.pdf.fontfiles import CJK_FAMILY, FAMILIES, cjk_is_installed
from sphinx_prolo.pdf.job import THAI_BREAK, ZWSP, Passage, Printed, PrintError, PrintJob

if TYPE_CHECKING:
    from types import ModuleType

__all__ = [
    "CJK_FAMILY",
    "FAMILIES",
    "THAI_BREAK",
    "ZWSP",
    "Passage",
    "PrintError",
    "PrintJob",
    "Printed",
    "check_engine",
    "cjk_is_installed",
    "libraries",
    "print_pdf",
    "render",
    "warm",
]

# Pango's font map and WeasyPrint's log belong to the process, so a process prints one job at a time.
_one_at_a_time = threading.Lock()


def render(job: PrintJob) -> Printed:
    """Print a job: its PDF, the number of its pages, and what is worth a warning. Raises PrintError."""
    with _one_at_a_time:
        return _printing().render(job)  # type: ignore[no-any-return]


def print_pdf(job: PrintJob) -> bytes:
    """Print a job: the bytes of its PDF. Raises PrintError."""
    return render(job).pdf


def warm() -> None:
    """Load WeasyPrint and the fonts, so that the first job of a worker does not wait for them."""
    with _one_at_a_time:
        _printing().warm()


def libraries() -> dict[str, str]:
    """The system's libraries that decide about the bytes of a PDF, with their versions."""
    from sphinx_prolo.pdf import system

    return system.libraries()


def _printing() -> ModuleType:
    if problem := check_engine():
        raise PrintError((problem,))
    from sphinx_prolo.pdf import printing

    return printing
