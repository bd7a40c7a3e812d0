"""The sources that a document names, noted while it is read, for its list of sources and its footnotes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.directives.reading import FactsDirective
    from sphinx_prolo.facts import Facts, Source

_KEY = "prolo-citations"


@dataclasses.dataclass(frozen=True, slots=True)
class Numbered:
    """A source and its number: its place in the facts file, so that it is the same in each handout of the file."""

    number: int
    source: Source


@dataclasses.dataclass(frozen=True, slots=True)
class Citation:
    """A source as a directive cited it: by its number or otherwise, and where the directive stands."""

    numbered: Numbered
    is_footnote: bool
    path: str
    line: int


def numbered_sources(facts: Facts) -> dict[str, Numbered]:
    """All sources of the facts with their numbers, by id."""
    return {name: Numbered(number, source) for number, (name, source) in enumerate(facts.sources.items(), 1)}


def note_citations(directive: FactsDirective[Any], sources: Sequence[str]) -> list[Numbered]:
    """Note that the document uses these sources, also where it hides them; return them with their numbers."""
    known = numbered_sources(directive.facts)
    path, line = directive.get_source_info()
    cited = [known[source] for source in dict.fromkeys(sources)]
    is_footnote = directive.citing == "footnote"
    citations(directive.env).extend(Citation(numbered, is_footnote, path, line) for numbered in cited)
    return cited


def citations(env: BuildEnvironment) -> list[Citation]:
    """What the document that is being read has cited so far."""
    return cast("list[Citation]", env.current_document.setdefault(_KEY, []))
