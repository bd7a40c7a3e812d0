"""A print job in, a Printed out, by WeasyPrint. Imported by the first job, never before."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

import weasyprint

from sphinx_prolo import problem
from sphinx_prolo.pdf import glyphs
from sphinx_prolo.pdf.drawing import Painter
from sphinx_prolo.pdf.engine import environment
from sphinx_prolo.pdf.fetcher import DataFetcher
from sphinx_prolo.pdf.job import ZWSP, Printed, PrintError, PrintJob
from sphinx_prolo.pdf.journal import Journal
from sphinx_prolo.pdf.leading import even_lines
from sphinx_prolo.pdf.lettering import joiners_drawn
from sphinx_prolo.pdf.markup import Markup
from sphinx_prolo.pdf.mending import mend
from sphinx_prolo.pdf.order import in_reading_order
from sphinx_prolo.pdf.structure import Structure
from sphinx_prolo.pdf.tagging import artifacts, noted
from sphinx_prolo.pdf.thai import broken
from sphinx_prolo.pdf.typefaces import Typefaces, typefaces

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem

_MANY = 16  # style sheets to remember: one for each edition and paper
_sheets: dict[tuple[str, Typefaces], Any] = {}
_VARIANT = "pdf/a-3a"  # the PDF/UA-1 mark is added in mending.identity


def warm() -> None:
    """Load the fonts, and print a page that nobody sees: the first one takes three times as long as the others."""
    head = '<title>A</title><style>* { font-family: "Noto Sans" }</style>'
    body = "<h1>A</h1><p>A <b>b</b></p><ul><li>a</li></ul><table><tr><th>a</th><td>b</td></tr></table>"
    page = f'<html lang="en"><head>{head}</head><body>{body}</body></html>'
    render(PrintJob("sample", page, "", "en", (), "2000-01-01", is_xml=True))


def render(job: PrintJob) -> Printed:
    """Print a job. Raises PrintError with everything that is wrong."""
    job = dataclasses.replace(job, html=broken(job.html))
    painter, fetcher = Painter(job.language), DataFetcher()
    journal = Journal(painter.missing)
    fonts = typefaces(job.fonts)
    failure = None
    with journal.listening(), joiners_drawn(), even_lines(), environment(SOURCE_DATE_EPOCH=_epoch(job)):
        try:
            page = Markup(job, fetcher)
            wrong = _source_problems(job, page)
            document = _laid_out(job, page, fonts, _style_sheet(job.css, fonts, fetcher, journal))
            pdf = _written(document, painter)
        except Exception as crash:  # one handout fails, whatever WeasyPrint stumbles over; the others are printed
            failure = crash
    found = [*_refusals(job, fetcher), *journal.problems(job.name, fetcher.refused)]
    if failure:
        raise PrintError((*found, _crashed(job, failure))) from failure
    found = [*wrong, *found, *glyphs.problems(painter.flaws, job)]
    if any(each.is_error for each in found):
        raise PrintError(tuple(found))
    return Printed(pdf, len(document.pages), tuple(found))


def _style_sheet(css: str, fonts: Typefaces, fetcher: DataFetcher, journal: Journal) -> Any:
    """A style sheet, parsed once in this process (a tenth of the time of a page), unless something is to be said of it.

    What is said belongs to each job that uses it, so a sheet that is not clean is parsed again.
    """
    key = css, fonts
    if key not in _sheets:
        before = len(journal.records), len(fetcher.refused)
        sheet = weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetcher)
        if before != (len(journal.records), len(fetcher.refused)):
            return sheet
        if len(_sheets) >= _MANY:
            _sheets.clear()
        _sheets[key] = sheet
    return _sheets[key]


def _laid_out(job: PrintJob, page: Any, fonts: Typefaces, sheet: Any) -> Any:
    document = page.render(font_config=fonts, stylesheets=[sheet], pdf_variant=_VARIANT)
    document.metadata.lang = job.language
    document.metadata.created = document.metadata.modified = job.created
    for each in document.pages:  # a bookmark has no lines that could break
        each.bookmarks = [(level, label.replace(ZWSP, ""), *rest) for level, label, *rest in each.bookmarks]
    return document


def _written(document: Any, painter: Painter) -> bytes:
    unread = list(artifacts(document))
    painter.artifacts = {id(box): kind for _, box, kind in unread}
    with noted(painter) as made, in_reading_order():

        def finish(_document: Any, pdf: Any) -> None:
            structure = Structure(pdf, made)
            for page, box, _ in unread:
                if box.link_annotation:  # a link has to be part of the text (ISO 14289-1, 7.18.5)
                    structure.node(pdf.page_references[page])["Annots"].remove(box.link_annotation.reference)
            mend(structure)

        return document.write_pdf(finisher=finish, pdf_variant=_VARIANT)  # type: ignore[no-any-return]


def _source_problems(job: PrintJob, page: Any) -> list[Problem]:
    """What the page itself has wrong: no title (ISO 14289-1, 7.1), a link to a file of this machine."""
    found = []
    title = page.etree_element.find(".//title")
    if title is None or not (title.text or "").strip():
        message = "the page has no <title>, and a PDF needs one; give the handout a title"
        found.append(problem.error(job.name, None, "print-title", message))
    for link in page.etree_element.iter("a"):
        address = link.get("href", "")
        if address.lower().startswith("file:"):
            message = f"a link leads to a file of this machine ({address}); link to a web address, or take the link out"
            found.append(problem.error(job.name, None, "print-link", message))
    return found


def _refusals(job: PrintJob, fetcher: DataFetcher) -> list[Problem]:
    return [
        problem.error(
            job.name,
            None,
            "print-url",
            f"{url} was not fetched: nothing outside the page is read while printing; put the file into the project",
        )
        for url in dict.fromkeys(fetcher.refused)
    ]


def _crashed(job: PrintJob, crash: Exception) -> Problem:
    cause = " ".join(f"{type(crash).__name__}: {crash}".split())
    message = f"WeasyPrint could not lay out this page ({cause}); simplify the part that was changed last"
    return problem.error(job.name, None, "print-engine", message)


def _epoch(job: PrintJob) -> str:
    """The job's date in seconds, which fontTools writes into the fonts it subsets where HarfBuzz-Subset is missing."""
    date = datetime.datetime.fromisoformat(job.created)
    return str(int(date.replace(tzinfo=datetime.UTC).timestamp()))
