"""A document tree in, its sentences that can be translated out: those of Sphinx's ``extract_messages``, found sooner.

Sphinx writes each node that it passes over as XML for its debugging log, and a handout is asked for its sentences ten
times on its way: that took a fifth of the time of reading, and another tenth where Sphinx asks itself.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import cast

import sphinx.util.nodes
from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import extract_messages


def sentences(tree: nodes.Element) -> Iterable[tuple[nodes.Element, str]]:
    """Each translatable node with its message; a node with several messages comes several times."""
    return extract_messages(cast("nodes.Element", _Sooner(tree)))


@contextlib.contextmanager
def undescribed() -> Iterator[None]:
    """While this lasts, Sphinx writes no node for that log. It has no hook for it."""
    before = sphinx.util.nodes.repr_domxml
    sphinx.util.nodes.repr_domxml = lambda node, length=0: ""  # noqa: ARG005 - Sphinx's names
    try:
        yield
    finally:
        sphinx.util.nodes.repr_domxml = before


class _Sooner:
    """Stands for the tree where Sphinx looks for nodes."""

    def __init__(self, tree: nodes.Element) -> None:
        self._tree = tree

    def findall(self, condition: Callable[[nodes.Node], bool]) -> Iterator[nodes.Node]:
        return (node for node in self._tree.findall(nodes.Element) if not _is_ours(node) and condition(node))


def _is_ours(node: nodes.Element) -> bool:
    """Whether a text has no source or is not to be translated, which is what Sphinx would say after writing it out."""
    return (
        isinstance(node, nodes.TextElement)
        and not isinstance(node, addnodes.translatable)
        and not (node.source and node.get("translatable", True))
    )
