"""Placeholders in a translated tree in, words and numbers of the reader's language out.

A transform just after Sphinx's ``Locale`` (20) and its progress count (25), before anything collects titles, tables of
contents or references. By regular expression, never ``str.format``: a message is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_prolo.directives.reading import document_facts
from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.sentences import sentences
from sphinx_prolo.slot import slot_of
from sphinx_prolo.words import author, reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.language import Writer
    from sphinx_prolo.quantity import Quantity

# "{{" and "}}" are literal braces; "{name}" is a placeholder; any other brace is a mistake.
BRACES = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}|[{}]")
LITERAL = (nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.raw, nodes.FixedTextElement)


class Localise(SphinxTransform):
    """Fill the placeholders of a handout, and of any sentence that a directive made from facts."""

    default_priority = 30

    def apply(self, **_kwargs: Any) -> None:
        docname = self.env.current_document.docname
        self.is_handout = docname in prolo_domain(self.env).handouts
        facts = document_facts(self.env, docname)
        if facts is None and self.is_handout and prolo_domain(self.env).handouts[docname].facts is not None:
            return  # the facts are broken, which is reported; every placeholder would only repeat it
        shared: Mapping[str, Quantity] = {} if facts is None else facts.quantities
        for node in self._sentences():
            slot = slot_of(node)
            values = shared if slot is None else {**shared, **slot.values}
            self._fill(node, values, self._writer(node))

    def _sentences(self) -> Iterator[nodes.Element]:
        """The nodes whose text may hold placeholders: each translatable node once."""
        seen: set[int] = set()
        for node, _message in list(sentences(self.document)):
            if id(node) not in seen and (self.is_handout or slot_of(node) is not None):
                seen.add(id(node))
                yield node

    def _writer(self, node: nodes.Element) -> Writer:
        """A sentence that was not translated keeps the numbers of its own language too."""
        return reader(self.env) if node.get("translated") else author(self.env)

    def _fill(self, node: nodes.Element, values: Mapping[str, Quantity], writer: Writer) -> None:
        for leaf in list(node.findall(nodes.Text)):
            if _is_literal(leaf) or not BRACES.search(leaf):
                continue
            pieces = list(self._pieces(leaf, node, values, writer))
            assert leaf.parent is not None
            leaf.parent.replace(leaf, pieces)
        if isinstance(node, nodes.image) and "alt" in node:
            node["alt"] = "".join(
                piece.astext() for piece in self._pieces(nodes.Text(node["alt"]), node, values, writer)
            )

    def _pieces(
        self, text: str, node: nodes.Element, values: Mapping[str, Quantity], writer: Writer
    ) -> Iterator[nodes.Node]:
        end = 0
        for match in BRACES.finditer(text):
            if match.start() > end:
                yield nodes.Text(text[end : match.start()])
            end = match.end()
            yield self._piece(match, node, values, writer)
        if end < len(text):
            yield nodes.Text(text[end:])

    def _piece(
        self, match: re.Match[str], node: nodes.Element, values: Mapping[str, Quantity], writer: Writer
    ) -> nodes.Node:
        if match[0] in {"{{", "}}"}:
            return nodes.Text(match[0][0])
        name = match[1]
        if name in values:
            return nodes.inline(match[0], writer.quantity(values[name]), classes=["prolo-value"])
        if name is None:
            self._complain(node, f"a lone '{match[0]}'; write '{match[0] * 2}' for a brace, or {{name}} for a value")
        else:
            known = ", ".join(sorted(values)) or "none; name the facts in '.. handout::'"
            self._complain(node, f"{{{name}}} is not a quantity of the facts; known are: {known}")
        return nodes.Text(match[0])

    def _complain(self, node: nodes.Element, message: str) -> None:
        problem = error(node.source or self.document["source"], node.line, "handout-placeholder", message)
        report(self.env, self.env.current_document.docname, [problem])


def _is_literal(leaf: nodes.Node) -> bool:
    parent = leaf.parent
    while parent is not None:
        if isinstance(parent, LITERAL):
            return True
        parent = parent.parent
    return False


def setup_localise(app: Sphinx) -> None:
    app.add_transform(Localise)
