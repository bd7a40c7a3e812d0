"""Lists: bodies and numbering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Box, Structure

_NUMBERING = {
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "upper-roman": "/UpperRoman",
    "lower-roman": "/LowerRoman",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
}


def wrap_bodies(structure: Structure) -> None:
    """A list item holds Lbl and LBody only (ISO 14289-1, 7.2): what else is in it goes into one LBody.

    ``<li><p>``, which docutils writes, comes as LI > Lbl, P.
    """
    for item in list(structure.elements("/LI")):
        kids = structure.kids(item)
        tags = [node.get("S") if node is not None else None for _, node in kids]
        if set(tags) <= {"/Lbl", "/LBody"}:
            continue
        body: Any = structure.new("/LBody", item)
        for (kid, node), tag in zip(kids, tags, strict=True):
            if node is not None and tag == "/LBody":
                structure.move(list(node["K"]), node, body)
            elif tag != "/Lbl":
                structure.move([kid], item, body)
        labels = (kid for (kid, _), tag in zip(kids, tags, strict=True) if tag == "/Lbl")
        item["K"] = pydyf.Array([*labels, body.reference])


def number(structure: Structure) -> None:
    """A list with labels says how it is numbered (ISO 14289-1, 7.6; ISO 32000-1, table 347)."""
    for item, box in structure.made:
        if item["S"] == "/LI" and any(child["S"] == "/Lbl" for child in structure.children(item)):
            parent = structure.parent(item)
            if parent.get("S") == "/L" and "A" not in parent:
                parent["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": _numbering(box)})


def _numbering(item: Box) -> str:
    style = item.style["list_style_type"]
    if isinstance(style, str) and style in _NUMBERING:
        return _NUMBERING[style]
    # Other numbers (decimal-leading-zero, arabic-indic) count in tens as well; a string is no number.
    return "/Decimal" if isinstance(style, str) and style != "none" else "/None"
