"""Claims in, nodes out: a value alone, or each of several with its source, so that a disagreement is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes

from sphinx_prolo.directives.parts import foreign, label, paragraph, value

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
            lines[text].append(directive.facts.sources[claim.source].short)
    disagree = len(lines) > 1
    return [_line(text, names if disagree else ()) for text, names in lines.items()]


def _line(text: str, names: Sequence[str]) -> nodes.paragraph:
    line = paragraph(value(text), classes=["prolo-claim"])
    if names:
        line += nodes.Text(" ")
        source = label("", "prolo-source")
        source += nodes.Text("(")
        for index, name in enumerate(names):
            if index:
                source += nodes.Text(", ")
            source += foreign(name)
        source += nodes.Text(")")
        line += source
    return line
