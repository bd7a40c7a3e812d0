"""A pydyf PDF in, its structure tree out: elements, their children, and how to change them (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

# WeasyPrint and pydyf have no types; these names say what an Any of theirs is.
Box = Any
Node = dict[str, Any]  # a pydyf.Dictionary: a structure element, an annotation, an object reference


class Structure:
    """The structure tree of a PDF, and the layout box that each element was made from."""

    def __init__(self, pdf: Any, made: list[tuple[Node, Box]]) -> None:
        self.pdf = pdf
        self.made = made
        self._elements = [node for node in pdf.objects if isinstance(node, dict) and node.get("Type") == "/StructElem"]
        root = self.node(pdf.catalog["StructTreeRoot"])
        self._owners: list[Any] = self.node(root["ParentTree"])["Nums"]

    def elements(self, *tags: str) -> Iterator[Node]:
        """All elements with one of the tags (``/LI``), in the order of reading."""
        return (element for element in self._elements if element["S"] in tags)

    def node(self, reference: Any) -> Node:
        """The object that a reference (``b"12 0 R"``) points to."""
        return self.pdf.objects[int(reference.split()[0])]  # type: ignore[no-any-return]

    def kids(self, element: Node) -> list[tuple[Any, Node | None]]:
        """The children as (what stands in /K, the node); the node is None for a piece of page content (an MCID)."""
        return [(kid, None if isinstance(kid, int) else self.node(kid)) for kid in element.get("K", ())]

    def children(self, element: Node) -> Iterator[Node]:
        """The children that are elements."""
        return (node for _, node in self.kids(element) if node is not None and "S" in node)

    def parent(self, element: Node) -> Node:
        """The element above; above the highest stands the root, which has no /S."""
        return self.node(element["P"])

    def new(self, tag: str, parent: Node) -> Any:
        """A new element without children, not yet in the /K of its parent."""
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": tag, "K": pydyf.Array(), "P": parent.reference}  # type: ignore[attr-defined]
        )
        if "Pg" in parent:
            element["Pg"] = parent["Pg"]
        self.pdf.add_object(element)
        self._elements.append(element)
        return element

    def move(self, kids: list[Any], old: Any, new: Any) -> None:
        """Give children of ``old`` to ``new``: elements, page content and annotations."""
        new["K"].extend(kids)
        for kid in kids:
            if isinstance(kid, int):
                self._own_content(kid, old, new)
            elif "S" in (node := self.node(kid)):
                node["P"] = new.reference
            elif "Obj" in node:
                self._own_annotation(self.node(node["Obj"]), new)

    def forget_annotation(self, annotation: Node) -> None:
        """Take an annotation out of the parent tree."""
        number = annotation.pop("StructParent", None)
        keys = self._owners[::2]
        if number in keys:
            at = 2 * keys.index(number)
            del self._owners[at : at + 2]

    def _own_content(self, mcid: int, old: Any, new: Any) -> None:
        page = self.pdf.page_references.index(old["Pg"])
        self._owners[2 * self._owners[::2].index(page) + 1][mcid] = new.reference

    def _own_annotation(self, annotation: Node, new: Any) -> None:
        number = annotation.get("StructParent")
        self._owners[2 * self._owners[::2].index(number) + 1] = new.reference
