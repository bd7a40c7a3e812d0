"""Languages: each phrase in another language than its surroundings says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Node, Structure


def tag(structure: Structure) -> None:
    """A change of language is declared where it happens (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2)."""
    own = {id(element): box.style["lang"] for element, box in structure.made if box.style["lang"]}
    document = structure.pdf.catalog["Lang"].string
    for element, _ in structure.made:
        language = own.get(id(element))
        if language and language != _above(structure, element, own, document):
            element["Lang"] = pydyf.String(language)


def _above(structure: Structure, element: Node, own: dict[int, str], document: str) -> str:
    above = structure.parent(element)
    while "S" in above:
        if id(above) in own:
            return own[id(above)]
        above = structure.parent(above)
    return document
