"""The Sphinx domain ``prolo``: what is known of each document, kept in the environment between builds.

A second build of an unchanged document reads nothing and so warns of nothing; the problems that stand, the handouts
and their progress are therefore kept here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from sphinx_prolo.reviews import LedgerReading

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.problem import Problem
    from sphinx_prolo.status import Review
    from sphinx_prolo.translation.vetting import VettedDomain


@dataclasses.dataclass(frozen=True, slots=True)
class Handout:
    """What the ``handout`` directive says. Dates are ISO 8601; ``facts`` is an absolute path or None; of a handout that
    is ``withdrawn`` nothing is printed.
    """

    facts: str | None
    version: str
    published: str
    review_by: str
    path: str
    line: int
    withdrawn: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is translated, in messages of that document. ``fuzzy``, ``rejected`` and ``missing`` are not
    printed and disjoint; ``held`` are printed, and a person has to look at them.
    """

    total: int = 0
    fuzzy: int = 0
    rejected: int = 0
    missing: int = 0
    held: int = 0

    @property
    def translated(self) -> int:
        return self.total - self.fuzzy - self.rejected - self.missing


class ProloDomain(Domain):
    """Handouts, their progress and their standing problems, per document."""

    name = "prolo"
    label = "sphinx-prolo"
    data_version = 3
    initial_data: ClassVar[dict[str, Any]] = {
        "handouts": {},
        "titles": {},
        "progress": {},
        "problems": {},
        "read_with": {},
        "messages": {},
        "source_digests": {},
        "said": {},
    }

    # Of this build only: what became of the catalogues and ledgers, which are read again each time.
    vetted: Mapping[str, VettedDomain] = MappingProxyType({})
    catalogue_problems: tuple[Problem, ...] = ()
    source_ledger = LedgerReading()
    ledger = LedgerReading()
    # While a handout is resolved to see what would be printed of it, nobody may ask for its status.
    resolving = False

    def setup(self) -> None:
        super().setup()
        self.reviews: dict[str, Review] = {}  # by document, as far as somebody has asked

    @property
    def handouts(self) -> dict[str, Handout]:
        return cast("dict[str, Handout]", self.data["handouts"])

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the handouts in the source language."""
        return cast("dict[str, str]", self.data["titles"])

    @property
    def source_digests(self) -> dict[str, str]:
        """What was written of each handout, in one word (see translation/source_text.py)."""
        return cast("dict[str, str]", self.data["source_digests"])

    @property
    def progress(self) -> dict[str, Progress]:
        return cast("dict[str, Progress]", self.data["progress"])

    def note(self, docname: str, problems: Iterable[Problem]) -> None:
        """Keep problems of a document until it is read again."""
        kept = self.data["problems"].setdefault(docname, [])
        kept.extend(problem for problem in problems if problem not in kept)

    def problems(self, docname: str | None = None) -> tuple[Problem, ...]:
        """The problems that stand: of one document, or of all and of the catalogues, sorted and each once."""
        if docname is not None:
            return tuple(self.data["problems"].get(docname, ()))
        found = {problem for kept in self.data["problems"].values() for problem in kept}
        return tuple(sorted(found.union(self.catalogue_problems), key=_place))

    def clear_doc(self, docname: str) -> None:
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for kind in self.initial_data:
            for docname in docnames & otherdata[kind].keys():
                self.data[kind][docname] = otherdata[kind][docname]


def _place(problem: Problem) -> tuple[str, int, str, str]:
    return problem.path, problem.line or 0, problem.code, problem.message


def prolo_domain(env: BuildEnvironment) -> ProloDomain:
    """Our domain of an environment, with its type."""
    return cast("ProloDomain", env.domains["prolo"])
