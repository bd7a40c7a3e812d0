"""Sheets of all languages in, PDFs and handouts.json out: what changed is printed, what is gone is removed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_prolo.handout.sheet import Status
from sphinx_prolo.pdf import Printed
from sphinx_prolo.press.digest import blame, digest
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.result import Withheld
from sphinx_prolo.press.row import Row
from sphinx_prolo.press.stock import Item, content_hash
from sphinx_prolo.press.worker import Crashed, Late, place
from sphinx_prolo.problem import error

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.press.pool import Pool
    from sphinx_prolo.press.record import Read
    from sphinx_prolo.press.stock import Stock
    from sphinx_prolo.press.worker import Outcome
    from sphinx_prolo.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """A sheet that is being printed, with its digests. The job itself is with the pool."""

    sheet: Sheet
    digest: str
    blame: str


class Pressroom:
    """The press of the handout builder, for any number of languages.

    printed, unchanged, removed: the paths of this run; ``withheld`` are drafts that nobody wanted, ``withdrawn`` the
    handouts of which nothing is printed any more. ``spared`` tells the rows that this run was not asked for: they stay.
    """

    def __init__(
        self,
        stock: Stock,
        pool: Pool[Order],
        *,
        final_only: bool = False,
        progress: Progress | None = None,
        spared: Callable[[Row], bool] = lambda _row: True,
    ) -> None:
        self._stock = stock
        self._pool = pool
        self._final_only = final_only
        self._spared = spared
        self._progress = progress or Progress()
        self._seen: dict[str, dict[tuple[str, str, str | None], str]] = {}
        self.problems: list[Problem] = []
        self.found: dict[str, list[Problem]] = {}  # the same by language, but for those of files
        self.unsure: set[str] = set()  # languages in which something went wrong that may go right the next time
        self.printed: list[str] = []
        self.unchanged: list[str] = []
        self.withheld: list[Withheld] = []
        self.withdrawn: list[str] = []
        self.removed: list[str] = []

    def accept(self, sheet: Sheet) -> None:
        """Print the sheet when a worker is free, unless the same was printed before."""
        self._seen.setdefault(sheet.language, {})[sheet.docname, sheet.edition, sheet.clinic] = sheet.path
        if self._final_only and sheet.status is not Status.FINAL:
            self.withheld.append(Withheld(sheet.path, sheet.docname, sheet.language, sheet.reasons))
            self._drop(sheet.path)
            return
        order = Order(sheet, digest(sheet.job), blame(sheet.job.passages))
        before = self._stock.item(sheet.path)
        if before is not None and _is_same(before, order):
            self._keep(before, sheet)
        else:
            self._progress.accepted()
            self._pool.submit(order, sheet.job)
        self.collect()

    def withdraw(self, docname: str) -> None:
        """Remember a handout of which nothing is printed; :meth:`finish` removes what was."""
        if docname not in self.withdrawn:
            self.withdrawn.append(docname)

    def refuse(self, problem: Problem) -> None:
        """Keep the problem of a sheet that cannot be made; :meth:`finish` removes its PDF."""
        self.problems.append(problem)

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:
        """All sheets of a language are in: what is no longer among them goes. Problems come with :meth:`settle`.

        A sheet that was not asked for in this run keeps its PDF, if its handout is still printable.
        """
        seen = self._seen.get(language, {})
        paths = set(seen.values())
        # A final that is a draft by now must not stay, whatever this run was asked for.
        drafts = {docname: path.endswith(".draft.pdf") for (docname, _, _), path in seen.items()}
        for item in self._stock:
            row = item.row
            is_seen = (row.docname, row.edition, row.clinic) in seen
            is_other = drafts.get(row.docname, row.status == "draft") != (row.status == "draft")
            is_gone = is_seen or is_other or row.docname not in docnames or not self._spared(row)
            if row.language == language and row.path not in paths and is_gone:
                self._drop(row.path)
        for path in paths:
            # A build that was killed may have left it without a trace in the state.
            self._drop(_counterpart(path))
        self.collect()
        return ()

    def doubt(self, clinics: Collection[str]) -> None:
        """Clinics whose files are broken: their PDFs stay, but nobody may say that they are up to date."""
        for item in self._stock:
            if item.row.clinic in clinics:
                self._stock.doubt(item.row.path)

    def give_up(self, language: str) -> None:
        """A language that could not be read: its PDFs stay, but nobody may say that they are up to date."""
        for item in self._stock:
            if item.row.language == language:
                self._stock.doubt(item.row.path)

    def retire(self, languages: Collection[str]) -> None:
        """Remove the PDFs of every language but these."""
        for item in self._stock:
            if item.row.language not in languages:
                self._drop(item.row.path)

    def keep(self, language: str, read: Read) -> None:
        """A language that need not be read, because nothing has changed: all is as it was, and so is what was said."""
        self.unchanged += [item.row.path for item in self._stock if item.row.language == language]
        self._find(language, read.problems)
        self.withheld += [Withheld(*one) for one in read.withheld]
        for docname in read.withdrawn:
            self.withdraw(docname)

    def settle(self) -> None:
        """Wait for what is still being printed."""
        for order, outcome in self._pool.drain():
            self._deliver(order, outcome)

    def save(self) -> None:
        """Write handouts.json and the state."""
        try:
            self._stock.save()
        except OSError as refused:
            self._complain(refused, "handouts.json")

    def rows(self) -> tuple[Row, ...]:
        """What handouts.json says."""
        return self._stock.rows()

    def collect(self) -> None:
        """Write what has been printed since the last time."""
        for order, outcome in self._pool.done():
            self._deliver(order, outcome)

    def _keep(self, before: Item, sheet: Sheet) -> None:
        """The PDF is the same; what is said of it may have changed."""
        row = Row.of(sheet, before.row.pages, before.row.sha256)
        self._stock.note(dataclasses.replace(before, row=row))
        self.unchanged.append(sheet.path)
        self._find(sheet.language, before.problems)

    def _deliver(self, order: Order, outcome: Outcome) -> None:
        path, language = order.sheet.path, order.sheet.language
        if isinstance(outcome, Printed):
            self._find(language, outcome.problems)
            self._write(order, outcome)
        elif isinstance(outcome, (Crashed, Late)):
            self._stock.doubt(path)
            self.unsure.add(language)
            self._find(language, [_crash(order) if isinstance(outcome, Crashed) else _late(order, outcome)])
        else:
            self._find(language, outcome.problems)
            if any(problem.code == "print-failed" for problem in outcome.problems):
                self.unsure.add(language)
            self._drop(path)
        self._stock.save_now_and_then()
        self._progress.done()

    def _write(self, order: Order, outcome: Printed) -> None:
        row = Row.of(order.sheet, outcome.pages, content_hash(outcome.pdf))
        item = Item(order.digest, order.blame, len(outcome.pdf), row, outcome.problems)
        try:
            self._stock.put(item, outcome.pdf)
        except OSError as refused:
            self._complain(refused, row.path)
        else:
            self.printed.append(row.path)

    def _drop(self, path: str) -> None:
        try:
            if self._stock.drop(path):
                self.removed.append(path)
        except OSError as refused:
            self._complain(refused, path)

    def _complain(self, refused: OSError, path: str) -> None:
        """The disk is full, the folder is read-only, or a reader holds the file (an open PDF on Windows)."""
        message = (
            f"cannot write or remove it ({refused.strerror or refused}); "
            "close the program that shows it, see to room and permissions, and build again"
        )
        self.problems.append(error(str(self._stock.place(path)), None, "print-write", message))
        self.unsure.add("*")

    def _find(self, language: str, problems: Iterable[Problem]) -> None:
        problems = tuple(problems)
        self.problems += problems
        self.found.setdefault(language, []).extend(problems)


def _is_same(before: Item, order: Order) -> bool:
    """Whether it was printed from this, and its problems, if any, still point to the right lines."""
    return before.digest == order.digest and (not before.problems or before.blame == order.blame)


def _counterpart(path: str) -> str:
    """The path that the same sheet has in the other status."""
    stem = path.removesuffix(".pdf")
    return f"{stem.removesuffix('.draft')}.pdf" if stem.endswith(".draft") else f"{stem}.draft.pdf"


def _crash(order: Order) -> Problem:
    message = (
        f"the print engine crashed twice over {order.sheet.job.name}; the PDF of the build before, if any, was left as "
        "it is and is not in handouts.json; simplify the page (very large images and tables first) and report this"
    )
    return error(place(order.sheet.job), None, "print-crashed", message)


def _late(order: Order, outcome: Late) -> Problem:
    message = (
        f"{order.sheet.job.name} was not printed within {outcome.seconds:g} seconds and was given up; the PDF of the "
        "build before, if any, was left as it is and is not in handouts.json; simplify the page (very large tables "
        "first), or allow more with --timeout"
    )
    return error(place(order.sheet.job), None, "print-timeout", message)
