"""A project's folder, languages and clinics in; the CPU seconds of WeasyPrint alone for its pages out, on stdout.

Each page is printed by plain ``HTML(...).write_pdf(...)``, one after the other in this one process, with the style
sheet, the fonts and the PDF variant that we use, and without anything of ours: no mending of tags, no checks, no files.
A first page that is not counted warms it up. Of many handouts only some are printed, and the rest is reckoned from
them. Run as a program of its own, so that nothing else has been loaded.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import pdf

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.pdf import PrintJob
    from sphinx_prolo.problem import Problem


MOST = 100  # pages that are printed


class Collector:
    """A press that keeps the jobs."""

    def __init__(self) -> None:
        self.jobs: list[PrintJob] = []

    def accept(self, sheet: Sheet) -> None:
        self.jobs.append(sheet.job)

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:  # noqa: ARG002 - the protocol's
        return ()


def jobs(srcdir: Path, languages: list[str], clinics: list[Path]) -> list[PrintJob]:
    """What the press would print."""
    from sphinx_prolo.handout.stationery import stationery
    from sphinx_prolo.press.reading import read_language

    collector, paper = Collector(), stationery(srcdir, clinics, [])
    with tempfile.TemporaryDirectory() as outdir:
        for language in languages:
            read_language(srcdir, Path(outdir), language, collector, stationery=paper)
    return collector.jobs


def cpu(pages: list[PrintJob]) -> float:
    """Print the pages; the CPU seconds that it took."""
    pdf.warm()
    from weasyprint import CSS, HTML  # noqa: TID251 - its own share is the question

    from sphinx_prolo.pdf.typefaces import typefaces

    fonts = typefaces()

    def write(job: PrintJob) -> None:
        sheet = CSS(string=job.css, font_config=fonts)
        HTML(string=job.html).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a")

    write(pages[0])
    some = pages[:: -(-len(pages) // MOST)]
    begin = time.process_time()
    for job in some:
        write(job)
    return (time.process_time() - begin) * len(pages) / len(some)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("srcdir", type=Path)
    parser.add_argument("languages", nargs="+")
    parser.add_argument("--clinic", dest="clinics", type=Path, action="append", default=[])
    given = parser.parse_args()
    print(cpu(jobs(given.srcdir, given.languages, given.clinics)))
