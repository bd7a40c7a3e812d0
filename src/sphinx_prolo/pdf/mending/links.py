"""Links: one annotation for each, inside a Link element, described in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from sphinx_prolo.pdf.job import ZWSP

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Box, Node, Structure


def unnest(structure: Structure) -> None:
    """Link annotations stand in Link elements only (ISO 14289-1, 7.18.5).

    ``<a><span>`` gives the span an annotation of its own, inside that of the ``<a>``: it goes. A block that is a link
    has no Link element: its content is put into one.
    """
    dropped = []
    for element in list(structure.elements(*_tags(structure))):
        for kid, annotation in _annotations(structure, element):
            if _inside_link(structure, element):
                element["K"].remove(kid)
                structure.forget_annotation(annotation)
                dropped.append(annotation)
            elif element["S"] != "/Link":
                _wrap(structure, element)
    _drop(structure, dropped)


def describe(structure: Structure) -> None:
    """An annotation says in words where it leads, not by its address (ISO 14289-1, 7.18.5; ISO 32000-1, 14.9.3)."""
    boxes = {id(element): box for element, box in structure.made}
    for link in structure.elements("/Link"):
        box = boxes.get(id(link)) or boxes.get(id(structure.parent(link)))  # the parent, where unnest() made the link
        for _, annotation in _annotations(structure, link):
            if words := _words(box):
                annotation["Contents"] = pydyf.String(words)


def _tags(structure: Structure) -> set[str]:
    return {element["S"] for element, box in structure.made if box.link_annotation}


def _annotations(structure: Structure, element: Node) -> list[tuple[object, Node]]:
    found = []
    for kid, node in structure.kids(element):
        if node is not None and node.get("Type") == "/OBJR":
            annotation = structure.node(node["Obj"])
            if annotation.get("Subtype") == "/Link":
                found.append((kid, annotation))
    return found


def _inside_link(structure: Structure, element: Node) -> bool:
    above = structure.parent(element)
    while "S" in above:
        if above["S"] == "/Link" and _annotations(structure, above):
            return True
        above = structure.parent(above)
    return False


def _wrap(structure: Structure, element: Node) -> None:
    link = structure.new("/Link", element)
    kids, element["K"] = element["K"], pydyf.Array([link.reference])
    structure.move(kids, element, link)


def _drop(structure: Structure, annotations: list[Node]) -> None:
    gone = {annotation.reference for annotation in annotations}  # type: ignore[attr-defined]
    for annotation in annotations:
        annotation.clear()
    for reference in structure.pdf.page_references if gone else ():
        page = structure.node(reference)
        if "Annots" in page:
            page["Annots"] = pydyf.Array(kept for kept in page["Annots"] if kept not in gone)


def _words(box: Box) -> str:
    """What the page says of the link in its title; else the text of the link, of a picture its text alternative."""
    if box is None or box.element is None:
        return ""
    if said := " ".join(box.element.get("title", "").split()):
        return said
    texts = [box.element.text or ""]
    for part in box.element.iter():
        if part is not box.element:
            texts += [part.get("alt", ""), part.text or "", part.tail or ""]
    return " ".join(" ".join(texts).replace(ZWSP, "").split())
