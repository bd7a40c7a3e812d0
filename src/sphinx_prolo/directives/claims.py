"""Claims in, nodes out: a value alone, or each of several with its source, so that a disagreement is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes

from sphinx_prolo.directives.parts import adorned, foreign, paragraph, value

if TYPE_CHECKING:
    from sphinx_prolo.directives.reading import FactsDirective
    from sphinx_prolo.facts import Claim

T = TypeVar("T")


def claims(
    directive: FactsDirective[Any], found: Sequence[Claim[T]], write: Callable[[T], str]
) -> list[nodes.Node] | None:
    """One line for each distinct value; where sources disagree, each with those that say it. None without claims."""
    if not found:
        return None
    lines: dict[str, list[str]] = {}
    for claim in found:
        text = write(claim.value)
        if claim.qualifier is not None:
            text = directive.writer.qualified(text, claim.qualifier)
        lines.setdefault(text, [])
        if claim.source is not None:
            lines[text].append(claim.source)
    return [
        paragraph(value(text), *citation(directive, sources), classes=["prolo-claim"])
        for text, sources in lines.items()
    ]


def citation(directive: FactsDirective[Any], sources: Sequence[str]) -> list[nodes.Node]:
    """What follows a statement to name its sources: their short names, their numbers in the list of sources, nothing.

    The number of a source is its place in the facts file, so that it is the same in each handout of the file.
    """
    known = list(directive.facts.sources)
    if not sources or directive.citing == "hide":
        return []
    if directive.citing == "footnote":
        numbers = ", ".join(directive.writer.number(known.index(source) + 1) for source in dict.fromkeys(sources))
        return [nodes.superscript("", numbers, classes=["prolo-source"])]
    names = [foreign(directive.facts.sources[source].short) for source in dict.fromkeys(sources)]
    between = [node for name in names for node in (nodes.Text(", "), name)][1:]
    return [nodes.Text(" "), nodes.inline("", "", nodes.Text("("), *between, nodes.Text(")"), classes=["prolo-source"])]


def cited(directive: FactsDirective[Any], node: nodes.paragraph, sources: Sequence[str]) -> nodes.paragraph:
    """The sentence with its sources behind it."""
    return adorned(node, after=citation(directive, sources))
