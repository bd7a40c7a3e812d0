"""Facts for a directive: the document's file, another one, or a body in, a typed section out."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from docutils.parsers.rst import directives as options
from sphinx.util.docutils import SphinxDirective

from sphinx_prolo import facts
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.words import reader

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.facts import Fact, Facts, Reading, Section
    from sphinx_prolo.language import Labels, Writer

# No patient reads a list of hundreds, and to lay out tens of thousands would take an hour.
MOST_ENTRIES = 500

S = TypeVar("S", bound="Section")
F = TypeVar("F", bound="Fact")


def document_facts(env: BuildEnvironment, docname: str) -> Facts | None:
    """The facts that the document's ``handout`` directive names, if it names any and they are in order."""
    handout = prolo_domain(env).handouts.get(docname)
    if handout is None or handout.facts is None:
        return None
    return facts.read(Path(handout.facts)).facts


def _citing(argument: str) -> str:
    return options.choice(argument, ("show", "footnote", "hide"))


def _names(argument: str | None) -> list[str]:
    names = (argument or "").replace(",", " ").split()
    if not names:
        raise ValueError("give one name or several, with commas between them")
    return names


class FactsDirective(SphinxDirective, Generic[S]):
    """A directive that prints one section of the facts.

    Without argument and body it reads the document's facts; an argument names another file; a YAML body is facts
    given in place.
    """

    section: ClassVar[str]
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    # Every facts directive selects, orders and cites in the same way; a directive adds its own options to these.
    option_spec: ClassVar = {"sources": _citing, "only": _names, "limit": options.positive_int}

    facts: Facts

    @property
    def writer(self) -> Writer:
        """Writes values in the reader's language."""
        return reader(self.env)

    @property
    def labels(self) -> Labels:
        """Our own words in the reader's language."""
        return self.writer.labels

    def run(self) -> list[nodes.Node]:
        found = self.find()
        if found is None:
            return []
        self.facts = found
        section = found.section(self.section)
        if section is None:
            self.complain("facts-no-section", f"{found.path} has no section '{self.section}'; add it there")
            return []
        return self.render(cast("S", section))

    @abc.abstractmethod
    def render(self, section: S) -> list[nodes.Node]:
        """The nodes that print the section."""

    def select(self, entries: Sequence[F], among: Iterable[Fact] | None = None) -> list[F]:
        """The entries that the options choose: ``:only:`` by id, in its order, then the first ``:limit:`` of them.

        ``among`` are all entries that ``:only:`` may name, where ``entries`` are one of several lists.
        """
        return self.limited(self.chosen(entries, among))

    def chosen(self, entries: Sequence[F], among: Iterable[Fact] | None = None) -> list[F]:
        """The entries that ``:only:`` names, in its order; all without it."""
        wanted = list(entries)
        if "only" in self.options:
            named = {entry.id: entry for entry in entries if entry.id is not None}
            known_ids = [entry.id for entry in (entries if among is None else among) if entry.id is not None]
            for name in self.options["only"]:
                if name not in known_ids:
                    known = ", ".join(known_ids) or "none has an id"
                    self.complain("handout-only", f":only: '{name}' is not the id of an entry; known are: {known}")
            wanted = [named[name] for name in self.options["only"] if name in named]
        return wanted

    def limited(self, entries: Sequence[F]) -> list[F]:
        """The first ``:limit:`` entries; for a directive that sorts, after it has sorted."""
        wanted = list(entries)[: self.options.get("limit")]
        if len(wanted) > MOST_ENTRIES:
            self.complain(
                "handout-too-many",
                f"{len(wanted):,} entries are too many to print; choose at most {MOST_ENTRIES} with :only: or :limit:",
            )
        return wanted[:MOST_ENTRIES]

    @property
    def citing(self) -> str:
        """How sources are named: ``show`` their short names, ``footnote`` their numbers, ``hide`` them."""
        return str(self.options.get("sources", "show"))

    def complain(self, code: str, message: str) -> None:
        """Report an error at the directive's own line."""
        source, line = self.get_source_info()
        report(self.env, self.env.docname, [error(source, line, code, message)])

    def find(self) -> Facts | None:
        """The facts of the body, of the file that the argument names, or of the document; None after a report."""
        if self.content:
            return self._body()
        return self._file() if self.arguments else self._document()

    def _body(self) -> Facts | None:
        """The facts given in place, which may name the document's sources and quantities."""
        source, line = self.get_source_info()
        if self.arguments:
            self.complain("facts-two-places", "the directive has an argument and a body; keep one of them")
        body_source, offset = self.content.info(0)  # counted from 0
        first_line = line if offset is None else offset + 1
        beside = document_facts(self.env, self.env.docname)
        text = "\n".join(self.content)
        return self._checked(facts.parse(text, body_source or source, first_line, self.section, beside))

    def _file(self) -> Facts | None:
        """The facts of the file that the argument names."""
        _relative, path = self.env.relfn2path(self.arguments[0], self.env.docname)
        self.env.note_dependency(path)
        if not Path(path).is_file():
            self.complain("facts-file", f"there is no file {path}; check its name")
            return None
        return self._checked(facts.read(Path(path)))

    def _document(self) -> Facts | None:
        """The document's facts; what is wrong with them the directive 'handout' has said."""
        handout = prolo_domain(self.env).handouts.get(self.env.docname)
        if handout is None or handout.facts is None:
            self.complain(
                "facts-not-named",
                f"'{self.name}' does not know its facts; name them in '.. handout::' above (:facts:), "
                "or give a file as argument or YAML as body",
            )
            return None
        self.env.note_dependency(handout.facts)
        return facts.read(Path(handout.facts)).facts

    def _checked(self, reading: Reading) -> Facts | None:
        report(self.env, self.env.docname, reading.problems)
        return reading.facts
