"""Sheets without Sphinx, and a press without WeasyPrint. A module of its own name, so that workers can import it."""

from __future__ import annotations

import dataclasses
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2

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


class Copier(ThreadPoolExecutor):
    """Prints without WeasyPrint."""

    def submit(self, fn, /, *args, **kwargs):
        return super().submit(copy, *args) if args else super().submit(fn)


def slow_copy(job) -> Outcome:
    """A copy that takes as long as a small page."""
    time.sleep(0.1)
    return copy(job)


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


def endless(job) -> Outcome:
    """Loops for ever over a page that says so."""
    while job.html.startswith("endless"):
        pass
    return copy(job)


def die_or_loop(job) -> Outcome:
    """Both."""
    return endless(job) if job.html.startswith("endless") else die(job)


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


def outcomes(pool, pages) -> dict[str, Outcome]:
    """What becomes of the pages."""
    try:
        for page in pages:
            pool.submit(page, sheet(html=page).job)
        return dict(pool.drain())
    finally:
        pool.close()


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


CONF = """\
extensions = ["sphinx_prolo"]
locale_dirs = ["locales"]
exclude_patterns = ["locales"]
"""
HANDOUT = """\
{title}
{rule}

.. handout::
   :facts: /facts.yaml
   :version: 1.0
   :published: 2026-01-31
   :review-by: 2099-01-31

{text}

.. note:: Ask us.

.. risk-table::
"""
FACTS = """\
risk-table:
  items:
    - {effect: Bruise, severity: mild, seriousness: false, frequency: common, duration: 1-4 days}
"""
PO = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


class Project:
    """A small project on disk: two handouts and a document that is none, in English and Spanish."""

    def __init__(self, folder: Path) -> None:
        self.srcdir = folder / "docs"
        self.outdir = folder / "out"
        self.write("conf.py", CONF)
        self.write("facts.yaml", FACTS)
        self.write("index.rst", "Index\n=====\n\n.. toctree::\n\n   knee\n   hip\n")
        self.handout("knee", "Your knee", "Rest well.")
        self.handout("hip", "Your hip", "Walk a little.")
        self.translate("es", "knee", {"Your knee": "Su rodilla", "Rest well.": "Descanse bien.", **WORDS})
        self.translate("es", "hip", {"Your hip": "Su cadera", "Walk a little.": "Camine un poco.", **WORDS})

    def write(self, name: str, text: str) -> Path:
        path = self.srcdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def handout(self, name: str, title: str, text: str) -> None:
        self.write(f"{name}.rst", HANDOUT.format(title=title, rule="=" * len(title), text=text))

    def translate(self, language: str, domain: str, messages: dict[str, str]) -> Path:
        entries = (f'\nmsgid "{source}"\nmsgstr "{target}"\n' for source, target in messages.items())
        text = PO.format(language=language) + "".join(entries)
        return self.write(f"locales/{language}/LC_MESSAGES/{domain}.po", text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.srcdir / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def pdfs(self) -> set[str]:
        return {path.relative_to(self.outdir).as_posix() for path in self.outdir.rglob("*.pdf")}

    def text(self, path: str) -> str:
        """What a reader gets."""
        document = pypdfium2.PdfDocument(self.outdir / path)
        try:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()


WORDS = {"Ask us.": "Pregúntenos.", "Bruise": "Moretón"}
