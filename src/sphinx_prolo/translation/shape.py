"""A node of the document in, what stands in it besides words out: the same for a sentence and its translation.

``catalogue.structure`` compares two messages before Sphinx reads them, with every name unknown. This compares what
Sphinx made of them, with every role known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    Piece = tuple[object, ...]

# Emphasis may move within reason, which the catalogue room has judged. The others only style the words in them.
_FREE = (nodes.emphasis, nodes.strong)
# What an element does, by attribute: where it leads, what it inserts, how it looks. Numbers and names that Sphinx gives
# to each new node (ids, names, backrefs) are no part of it, nor are titles.
_ATTRIBUTES = (
    "refuri", "refname", "refid", "anonymous", "reftype", "refdomain", "reftarget", "filename", "uri", "candidates",
    "format", "auto", "classes", "target", "language", "height", "width", "scale", "role", "xml:space",
)  # fmt: skip


def shape(node: nodes.Element, children: list[nodes.Node]) -> Counter[Piece]:
    """The elements among the descendants of a node, counted, each with what it does; ``children`` are the node's."""
    found: Counter[Piece] = Counter()
    words = False
    for child in children:
        for below in child.findall():
            if isinstance(below, nodes.Text):
                words = words or bool(below.strip())
            elif isinstance(below, nodes.Element) and not isinstance(below, _FREE) and not _names_a_link(below):
                found[_piece(below, node)] += 1
    if not words and not found:
        found[("nothing",)] += 1
    return found


def _names_a_link(element: nodes.Element) -> bool:
    """Whether an element only makes the title of a link its name, as docutils does for `title <address>`_."""
    return isinstance(element, nodes.target) and ("refuri" in element or "refname" in element)


def _piece(element: nodes.Element, node: nodes.Element) -> Piece:
    known = tuple(
        (name, repr(element.attributes[name])) for name in _ATTRIBUTES if element.attributes.get(name) not in (None, [])
    )
    return (element.tagname, known, *_content(element, node))


def _content(element: nodes.Element, node: nodes.Element) -> Iterator[object]:
    """The words of an element that must not be translated."""
    if isinstance(element, addnodes.index):
        if not isinstance(node, nodes.term):  # its entry is the term itself
            yield tuple(entry[:2] for entry in element["entries"])
    elif isinstance(element, nodes.raw | nodes.math | nodes.problematic | nodes.system_message) or (
        isinstance(element, nodes.literal) and not isinstance(element.parent, addnodes.pending_xref)
    ):
        yield element.astext()


def difference(before: Counter[Piece], after: Counter[Piece]) -> str:
    """In words, the first thing that is new or missing; "" if nothing is."""
    for piece in after - before:
        return f"a {piece[0]} is new" if piece != ("nothing",) else "nothing is left of it"
    for piece in before - after:
        return f"a {piece[0]} is missing"
    return ""
