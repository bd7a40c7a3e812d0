"""Sheets without Sphinx, and a press without WeasyPrint. A module of its own name, so that workers can import it."""

from __future__ import annotations

import dataclasses
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sphinx_prolo.handout.sheet import Sheet, Status
from sphinx_prolo.pdf import Passage, Printed, PrintJob
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.pressroom import Pressroom
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.press.worker import Failed, Outcome
from sphinx_prolo.problem import error


def copy(job) -> Outcome:
    """The HTML is the PDF; a page that says "refuse" cannot be printed, one that says "faulty" has a problem."""
    if "refuse" in job.html:
        return Failed((error("a.rst", 3, "print-glyph", "no font has it"),))
    problems = (error("a.rst", 4, "print-image", "no image"),) if "faulty" in job.html else ()
    return Printed(f"%PDF {job.html}".encode(), pages=2, problems=problems)


def die(job) -> Outcome:
    """Ends the process over a page that says "die"; over one that names a file, the first time only."""
    if job.html.startswith("die"):
        os._exit(7)
    once = Path(job.html)
    if once.is_absolute() and not once.exists():
        once.touch()
        os._exit(7)
    time.sleep(0.02)
    return copy(job)


def bug(job) -> Outcome:
    raise ZeroDivisionError("a bug of ours")


def sheet(docname="handouts/after", language="es", html="page", status=Status.DRAFT, line=1, **more) -> Sheet:
    job = PrintJob(
        name=f"{docname}.{language}",
        html=html,
        css="",
        language=language,
        passages=(Passage("text", "/project/a.rst", line),),
        created="2026-11-20",
    )
    fields = {
        "docname": docname,
        "language": language,
        "bcp47": language,
        "edition": "standard",
        "clinic": None,
        "status": status,
        "reasons": ("unreviewed",) if status is Status.DRAFT else (),
        "title": "Después",
        "source_title": "After",
        "version": "1.0",
        "published": "2026-11-20",
        "review_by": "2029-11-20",
    }
    return Sheet(**fields | more, job=job)


@dataclasses.dataclass
class Run:
    """Builds of one output folder, one after the other, with languages as a dictionary of sheets."""

    outdir: object
    home: object

    def __call__(self, languages, work=copy, executors=ThreadPoolExecutor, subset=False, **options) -> Pressroom:
        pool = Pool(2, executors, work)
        room = Pressroom(Stock(self.outdir, self.home), pool, **options)
        try:
            for language, sheets in languages.items():
                for each in sheets:
                    room.accept(each)
                room.finish(language, {each.docname for each in sheets})
            if not subset:
                room.retire(languages)
            room.settle()
        finally:
            room.save()
            pool.close()
        return room

    def files(self):
        """Every file of the output folder but the state."""
        found = (path for path in self.outdir.rglob("*") if path.is_file())
        return {path.relative_to(self.outdir).as_posix() for path in found} - {".prolo/state.json"}
