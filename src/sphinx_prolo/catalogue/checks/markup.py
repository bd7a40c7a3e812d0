"""A translation must have the structure of its source: one paragraph, the same links, roles and references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.structure import LINE_BREAK, is_one_paragraph, structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.inline import Element, Structure
    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

# Sphinx takes this off the end of a translation and then keeps quiet about what is wrong with it.
_NOQA = re.compile(r"(?<!\\)#\s*noqa\s*$")
# "1. Introduction" is a list to docutils, but a fine heading for Sphinx.
_HEADINGS = frozenset({("enumerated_list", "list_item", "paragraph"), ("bullet_list", "list_item", "paragraph")})
_PER_SOURCE = 2
# Lists in lists and broken tables take docutils a time that grows with the square of their length.
_LONG = 2000


class Markup(Check):
    """A translation changes words and nothing else. It is one paragraph, with the same links, roles, references,
    substitutions, footnotes and ``literals`` as its source, in any order. Their titles are translated, their targets
    are not: `here <https://example.org>`_ becomes `aquí <https://example.org>`_. Words may lose their emphasis, and one
    stretch of emphasis may become two (as "do **not** go" does in French), but none appears where the source has none.
    """

    code = "catalogue-markup"

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            findings = [list(self._compare(source, form)) for source in sources if source != form]
            if len(findings) == len(sources) and all(findings):
                yield from (self.problem(message, text) for text in findings[-1])

    def _compare(self, source: str, form: str) -> Iterator[str]:
        if _NOQA.search(form):
            yield "'#noqa' at the end would switch off warnings; delete it"
            return
        if form.rstrip().endswith("::") and not source.rstrip().endswith("::"):
            yield "two colons at the end would announce a code block; write one colon"
            return
        if LINE_BREAK.search(form) and not LINE_BREAK.search(source):
            yield "the translation has a line break, which its source has not; write it on one line"
            return
        if len(form) > _LONG and not is_one_paragraph(form):
            yield f"'{excerpt(form.lstrip()[:12])}' at the start of a long text; begin with a word"
            return
        try:
            wanted, found = (structure(text, self.place.language) for text in (source, form))
        except Exception:
            yield "docutils cannot read the markup of this message; simplify it"
            return
        yield from _blocks(wanted, found, form)
        yield from _inline(wanted, found)
        for placeholder in found.unfilled - wanted.unfilled:
            yield f"{placeholder} stands in a role where no value is printed; take it out of there"


def _blocks(wanted: Structure, found: Structure, form: str) -> Iterator[str]:
    """What is wrong with the structure of lines and paragraphs."""
    allowed = wanted.blocks == ("paragraph",) or wanted.blocks in _HEADINGS
    if allowed and found.blocks in {("paragraph",), wanted.blocks}:
        return
    if not allowed:
        yield "the source is more than a sentence and cannot be judged; leave the translation empty"
    elif form[:1].isspace():
        yield "the translation starts with a space; delete it"
    else:
        start = excerpt(form.lstrip()[:12])
        yield f"'{start}' at the start makes something else than a paragraph of it; begin with a word"


def _inline(wanted: Structure, found: Structure) -> Iterator[str]:
    """What is wrong with the markup within the sentence."""
    if len(found.broken) > len(wanted.broken):
        yield f"the markup '{excerpt(found.broken[-1])}' is opened, but not closed or not known"
    for element in found.elements - wanted.elements:
        yield f"{_call(element)} is not in the source; take it out"
    for element in wanted.elements - found.elements:
        yield f"{_call(element)} of the source is missing; copy it, with a space or '\\ ' before and after it"
    if found.emphasis > _PER_SOURCE * wanted.emphasis:
        yield "the translation emphasises (* or **) what the source does not; take it out"
    for mark in sorted(found.stray - wanted.stray):
        yield f"'{mark}' would be printed as it stands; markup needs a space or '\\ ' before and after it"


def _call(element: Element) -> str:
    """An inline element as a translator would call it."""
    kind, target = element
    match kind:
        case "link":
            return f"the link to '{excerpt(target)}'"
        case "literal":
            return f"the literal ``{excerpt(target)}``"
        case "substitution":
            return f"the substitution |{excerpt(target)}|"
        case "footnote" | "citation":
            return f"the {kind} [{excerpt(target)}]_"
        case "reference":
            return f"the reference to '{excerpt(target)}' (`your words <{excerpt(target)}_>`_)"
        case _ if kind.startswith("role "):
            return f"the {excerpt(kind)}`{excerpt(target)}`" if target else f"the {excerpt(kind)}"
    return f"the {kind} '{excerpt(target)}'" if target else f"the {kind}"
