"""A command line in; what the last build said out, if nothing has changed since, without starting Sphinx.

Where only some languages have changed, the others need not be read (:meth:`Memory.kept`).
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.clock import today
from sphinx_prolo.press import files, inputs, record
from sphinx_prolo.press.lock import alone
from sphinx_prolo.press.record import Chosen, Read, Record
from sphinx_prolo.press.result import BuildResult, Withheld, each_once
from sphinx_prolo.press.senses import Senses, is_fickle, is_installed
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.press.traces import Traces, look, walk

if TYPE_CHECKING:
    from sphinx_prolo.press.record import Held
    from sphinx_prolo.press.row import Row
    from sphinx_prolo.problem import Problem


class Memory:
    """What is known of an output folder, and what has changed since.

    asked    the languages of the command line
    options  whatever else decides about what is printed
    """

    def __init__(self, srcdir: Path, outdir: Path, asked: Sequence[str], options: str) -> None:
        self._srcdir, self._outdir = srcdir, outdir
        self._told = outdir / ".prolo" / "state.json", outdir / "handouts.json"
        self._asked, self._options = repr(tuple(asked)), options
        self._look = look(str(record.place(outdir)))
        self._old = record.load(outdir, srcdir) or Record()
        self._new = Record()
        self._traces = Traces(self._old.seen)
        self._others: set[str] = set()
        self._base = ""
        self._is_same = False

    def answer(self) -> BuildResult | None:
        """What a build would say that finds nothing to do; None if there may be something to do."""
        chosen = self._old.choices.get(self._asked)
        if chosen is None or inputs.translated(map(Path, self._old.locale_dirs)) != chosen.translated:
            return None
        reads = {language: self._old.reads.get(language) for language in chosen.languages}
        if not all(read is not None and self._holds(read) for read in reads.values()) or self._made() != self._old.made:
            return None
        place = self._place(self._old)
        if not all(read and read.own == self._own(language, self._old) for language, read in reads.items()):
            return None
        if self._old.shared != inputs.shared(inputs.base(place, self._traces), place, self._traces):
            return None
        stock = Stock(self._outdir, self._srcdir)
        if not self._has_all(stock, chosen.languages, only_these=self._asked == "()"):
            return None
        self._refresh()
        return _said(chosen, [read for read in reads.values() if read], stock.rows())

    def _holds(self, read: Read) -> bool:
        """Whether it was built as it is wanted now, and no day of review has passed since, or lies ahead again."""
        return read.options == self._options and _days((*read.over, *read.ahead)) == (read.over, read.ahead)

    def _made(self) -> tuple[str, str]:
        """What the state and handouts.json hold."""
        state, told = (str(path) for path in self._told)
        return self._traces.content(state), self._traces.content(told)

    def _has_all(self, stock: Stock, languages: Collection[str], *, only_these: bool) -> bool:
        """Whether each PDF of the languages lies there as it was printed, and none of a language that is gone."""
        for item in stock:
            if item.row.language not in languages:
                if only_these:
                    return False
            elif not item.digest or self._traces.content(str(stock.place(item.row.path))) != item.row.sha256:
                return False
        return True

    def _refresh(self) -> None:
        """Remember how files look that had to be read, unless somebody else is building."""
        if not self._traces.read:
            return
        with contextlib.suppress(OSError), alone(self._outdir):
            if look(str(record.place(self._outdir))) == self._look:
                self._old.seen |= self._traces.known
                record.save(self._old, self._outdir, self._srcdir)
                files.sweep(self._outdir)

    def begin(self, conf: Path) -> None:
        """Before conf.py is run: what counts is what stands there now."""
        self._traces.content(str(conf))

    def enter(self, source_language: str, locale_dirs: Iterable[Path], languages: Iterable[str]) -> None:
        """Before anything is read. What is changed while we read will be a change to the next build."""
        new = self._new
        new.source_language, new.locale_dirs = source_language, tuple(map(str, locale_dirs))
        place = self._place(self._old)
        self._base = inputs.base(self._place(new), self._traces)
        self._is_same = new.locale_dirs == self._old.locale_dirs and (
            self._old.shared == inputs.shared(self._base, place, self._traces)
        )
        for language in languages:
            new.reads[language] = Read(self._own(language, new), self._options, (), ())

    def kept(self, language: str, stock: Stock) -> Read | None:
        """What was said of a language that need not be read; None if it has to be."""
        read = self._old.reads.get(language)
        if self._made()[0] != self._old.made[0]:  # the state belongs to another record: it knows other PDFs
            return None
        if not self._is_same or read is None or not self._holds(read) or read.own != self._new.reads[language].own:
            return None
        if not self._has_all(stock, (language,), only_these=False):
            return None
        self._new.reads[language] = read
        return read

    def note(
        self,
        language: str,
        *,
        days: Iterable[str],
        problems: tuple[Problem, ...],
        withheld: tuple[Held, ...],
        withdrawn: tuple[str, ...],
    ) -> None:
        """What was said of a language that was read; ``days`` are those of review of its handouts."""
        own = self._new.reads[language].own
        self._new.reads[language] = Read(own, self._options, *_days(days), problems, withheld, withdrawn)

    def doubt(self, language: str) -> None:
        """A language that has to be read again, come what may."""
        self._new.reads.pop(language, None)

    def keep(self, chosen: Chosen, stock: Stock, senses: Senses) -> None:
        """Write down what is known, now that all is done; nothing, when something was asked that cannot be known."""
        new, place = self._new, self._place(self._new)
        others = self._opened(senses, place)
        if others is None or not all(stock.made):
            return
        if self._is_same:  # other languages than those of this run may have opened more
            others |= set(self._old.others)
            new.reads = self._old.reads | new.reads
            new.choices = self._old.choices
        new.others = tuple(sorted(others))
        new.shared = inputs.shared(self._base, self._place(new), self._traces)
        new.made = stock.made
        new.choices = new.choices | {self._asked: chosen}
        self._look_at(stock, chosen.languages)
        new.seen = (self._old.seen if self._asked != "()" else {}) | self._traces.known
        record.save(new, self._outdir, self._srcdir)

    def _look_at(self, stock: Stock, languages: Collection[str]) -> None:
        """Remember how the files look that were written, or found to be as they should be."""
        ours = [item for item in stock if item.row.language in languages]
        known = {str(stock.place(item.row.path)): item.row.sha256 for item in ours}
        for path, content in {**known, **dict(zip(map(str, self._told), stock.made, strict=True))}.items():
            self._traces.forget(path)
            self._traces.content(path, content)

    def _opened(self, senses: Senses, place: inputs.Place) -> set[str] | None:
        """The files that count besides those that always do; None if that is not sure."""
        own = {path for path in senses.modules if not inputs.is_covered(path, place)}
        conf = str(self._srcdir / "conf.py")
        if senses.strange or any(is_fickle(path) for path in {*own, conf}):
            return None
        walked = set(walk(place.srcdir, inputs.apart(place)))
        found = set(own) - walked
        searched = {os.path.abspath(folder) for folder in sys.path}  # noqa: PTH100 - Python looks for modules there
        for path, then in senses.opened.items():
            if is_installed(path) or path in walked or inputs.is_covered(path, place):
                continue
            is_folder = Path(path).is_dir()
            if is_folder and (self._is_inside(path) or path in searched):
                continue
            if look(path) != then and then is not None and not is_folder:
                return None  # changed since it was opened: nobody knows what was read
            found.add(path)
        return found

    def _is_inside(self, path: str) -> bool:
        return Path(path).is_relative_to(self._srcdir) or any(
            Path(path).is_relative_to(folder) for folder in self._new.locale_dirs
        )

    def _own(self, language: str, known: Record) -> str:
        return inputs.own(self._place(known), language, known.source_language, self._traces)

    def _place(self, known: Record) -> inputs.Place:
        return inputs.Place(str(self._srcdir), str(self._outdir), known.locale_dirs, known.others)


def _said(chosen: Chosen, reads: Sequence[Read], rows: tuple[Row, ...]) -> BuildResult:
    """The result of a build that found nothing to do."""
    problems: list[Problem] = [*chosen.problems]
    for read in reads:
        problems += read.problems
    return BuildResult(
        problems=each_once(problems),
        languages=chosen.languages,
        rows=rows,
        unchanged=tuple(row.path for row in rows if row.language in chosen.languages),
        withheld=tuple(Withheld(*one) for read in reads for one in read.withheld),
        withdrawn=tuple(dict.fromkeys(docname for read in reads for docname in read.withdrawn)),
    )


def _days(days: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The days that are over, and those that are not."""
    now = today().isoformat()
    known = sorted(set(days))
    return tuple(day for day in known if _is_over(day, now)), tuple(day for day in known if not _is_over(day, now))


def _is_over(day: str, now: str) -> bool:
    try:
        return datetime.date.fromisoformat(day).isoformat() < now
    except ValueError:
        return True
