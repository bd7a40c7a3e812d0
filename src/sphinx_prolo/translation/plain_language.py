"""The handouts of a build in the source language in, remarks about their plain language out.

The documents are read back as they were kept: with every sentence of the facts in its place, and every value filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo import plain
from sphinx_prolo.directives.glossary_terms import GLOSSARY
from sphinx_prolo.directives.reading import document_facts
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.sentences import sentences
from sphinx_prolo.translation.localise import BRACES, LITERAL

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.problem import Problem

_NO_PROSE = (*LITERAL, nodes.footnote_reference, nodes.citation_reference, nodes.problematic)


def plain_language(env: BuildEnvironment) -> Iterator[Problem]:
    """The remarks about all handouts."""
    for docname, handout in sorted(prolo_domain(env).handouts.items()):
        tree = env.get_doctree(docname)
        terms = tuple(_unexplained(env, docname, tree))
        sheet = plain.Handout(handout.path, handout.line, tuple(_passages(tree)), terms)
        yield from plain.remarks(sheet, env.config.handout_source_language)


def _passages(tree: nodes.document) -> Iterator[plain.Passage]:
    """What the writer wrote: the sentences that are translated, but no word of ours."""
    for node, _message in sentences(tree):
        if isinstance(node, nodes.TextElement) and not isinstance(node, LITERAL):
            title = isinstance(node, nodes.title)
            line = (node.line or 1) - (title and isinstance(node.parent, nodes.section))  # docutils has its rule's line
            yield plain.Passage(node.source or tree["source"], line, "".join(_text(node)), title)


def _text(node: nodes.Element) -> Iterator[str]:
    """The prose of a node: without what directives put around it, and with placeholders for their values."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield str(child)
        elif isinstance(child, nodes.Element) and not isinstance(child, _NO_PROSE):
            classes: list[str] = child["classes"]
            if not any(name.startswith("prolo-") for name in classes):
                yield from _text(child)
            elif BRACES.fullmatch(child.rawsource):  # a value, see Localise
                yield child.rawsource


def _unexplained(env: BuildEnvironment, docname: str, tree: nodes.document) -> Iterator[str]:
    """The words that the facts explain, without those whose meaning is printed in the document."""
    facts = document_facts(env, docname)
    lists = [found for found in tree.findall(nodes.definition_list) if GLOSSARY in found["classes"]]
    printed = {"".join(_text(term)).strip() for found in lists for term in found.findall(nodes.term)}
    for entry in facts.glossary_terms.items if facts is not None and facts.glossary_terms is not None else ():
        if entry.term.msg not in printed:
            yield entry.term.msg
