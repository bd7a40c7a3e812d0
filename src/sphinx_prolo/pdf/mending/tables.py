"""Tables: which cells a header cell speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Box, Node, Structure

_SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


def scope(structure: Structure) -> None:
    """Each TH has a Scope, so that every TD finds its headers (ISO 14289-1, 7.5).

    WeasyPrint lists the headers of each TD instead, and misses those of a column that a cell spans, which leaves a TD
    without any or, worse, with some of its headers only. Its lists go; the scopes are right for every table of HTML.
    """
    for element, box in structure.made:
        if element["S"] == "/TH" and "A" in element:
            element["A"]["Scope"] = _scope(structure, element, box)
        elif element["S"] == "/TD" and "A" in element:
            element["A"].pop("Headers", None)


def _scope(structure: Structure, cell: Node, box: Box) -> str:
    written = box.element.get("scope", "") if box.element is not None else ""
    if written in _SCOPES:
        return _SCOPES[written]
    row = structure.parent(cell)
    heads_row = any(other["S"] == "/TD" for other in structure.children(row))
    return "/Row" if heads_row else "/Column"
