"""Claims in, nodes out: a value alone, or each of several with its source, so that a disagreement is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes

from sphinx_prolo.directives.citations import note_citations
from sphinx_prolo.directives.parts import adorned, foreign, label, paragraph, sentence, value

if TYPE_CHECKING:
    from sphinx_prolo.directives.reading import FactsDirective
    from sphinx_prolo.facts import Claim, Text
    from sphinx_prolo.quantity import Quantity

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


def opinions(
    directive: FactsDirective[Any], found: Sequence[Claim[Text]], where: str, values: Mapping[str, Quantity]
) -> list[nodes.Node]:
    """A sentence for each distinct claim, with all who say so; ``where`` is for the translator, as in sentence()."""
    alike: dict[tuple[str, str | None], list[Claim[Text]]] = {}
    for claim in found:
        alike.setdefault((claim.value.msg, claim.qualifier), []).append(claim)
    said: list[nodes.Node] = []
    for (_msg, qualifier), group in alike.items():
        node = sentence(directive, group[0].value, where, values)
        if qualifier is not None:
            before, _, after = directive.writer.qualified("\0", qualifier).partition("\0")
            adorned(node, [label(before)] if before else [], [label(after)] if after else [])
        said.append(cited(directive, node, [claim.source for claim in group if claim.source is not None]))
    return said


def citation(directive: FactsDirective[Any], sources: Sequence[str]) -> list[nodes.Node]:
    """What follows a statement to name its sources: their short names, their numbers in the list of sources, nothing.

    The number of a source is its place in the facts file, so that it is the same in each handout of the file.
    """
    known = note_citations(directive, sources)
    if not known or directive.citing == "hide":
        return []
    if directive.citing == "footnote":
        numbers = directive.writer.comma.join(directive.writer.number(numbered.number) for numbered in known)
        return [nodes.superscript("", numbers, classes=["prolo-source"])]
    names = [foreign(numbered.source.short) for numbered in known]
    between = [node for name in names for node in (nodes.Text(directive.writer.comma), name)][1:]
    # The brackets of the language, and the space before them if it has one.
    before, _, after = directive.labels.text("{text} ({detail})", text="", detail="\n").partition("\n")
    space = before[: len(before) - len(before.lstrip())]
    bracketed = nodes.inline("", "", nodes.Text(before.lstrip()), *between, nodes.Text(after), classes=["prolo-source"])
    return [nodes.Text(space), bracketed] if space else [bracketed]


def cited(directive: FactsDirective[Any], node: nodes.paragraph, sources: Sequence[str]) -> nodes.paragraph:
    """The sentence with its sources behind it."""
    return adorned(node, after=citation(directive, sources))
