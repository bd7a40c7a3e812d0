"""A node of a document in; out, for the translator, where it is printed. "Rest" is a verb, a noun or a heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    Kind = type

# What a node itself tells.
_OWN: tuple[tuple[Kind, str], ...] = (
    (nodes.image, "what a picture shows; read aloud"),
    (nodes.caption, "words below a picture"),
    (nodes.rubric, "small heading"),
    (nodes.term, "word that is explained"),
    (nodes.field_name, "label, with its text behind it"),
    (nodes.attribution, "who said it"),
    (nodes.line, "line of verse or of an address"),
    (nodes.meta, "for search engines; not printed"),
    (addnodes.toctree, "entry of a table of contents"),
)
# What stands around a title.
_TITLES: tuple[tuple[Kind, str], ...] = (
    (nodes.table, "title of a table"),
    (nodes.Admonition, "title of a box"),
    (nodes.topic, "title of a box"),
    (nodes.sidebar, "title of a box"),
    (nodes.section, "heading"),
    (nodes.document, "heading"),
)
# What a paragraph stands in; the nearest one tells most.
_AROUND: tuple[tuple[Kind, str], ...] = (
    (nodes.entry, "table cell"),
    (nodes.footnote, "footnote"),
    (nodes.warning, "warning box"),
    (nodes.danger, "warning box"),
    (nodes.caution, "warning box"),
    (nodes.Admonition, "box"),
    (nodes.definition, "meaning of a word"),
    (nodes.list_item, "item of a list"),
    (nodes.field_body, "text behind a label"),
    (nodes.legend, "words below a picture"),
    (nodes.block_quote, "quotation"),
)


def where(node: nodes.Element) -> str:
    """Where a translatable node is printed; "" for a paragraph of the running text."""
    if isinstance(node, nodes.title):
        return _tell(node.parent, _TITLES)
    ancestors = list(_ancestors(node))
    if any(isinstance(ancestor, nodes.thead) for ancestor in ancestors):
        return "table header"
    return _tell(node, _OWN) or next(filter(None, (_tell(ancestor, _AROUND) for ancestor in ancestors)), "")


def _tell(node: nodes.Node | None, kinds: tuple[tuple[Kind, str], ...]) -> str:
    return next((words for kind, words in kinds if isinstance(node, kind)), "")


def _ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
