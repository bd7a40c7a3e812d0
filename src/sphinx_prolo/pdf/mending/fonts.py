"""Fonts: what a bare font program is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_prolo.pdf.cid_fonts import is_bare

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Structure


def name_programs(structure: Structure) -> None:
    """A bare program of a CID-keyed font says so (ISO 32000-1, table 126). A map to glyphs is for TrueType alone (table
    117): here a program itself says which glyph is meant.
    """
    for font in structure.pdf.objects:
        if not (isinstance(font, dict) and font.get("Subtype") == "/CIDFontType0"):
            continue
        stream: Any = structure.node(structure.node(font["FontDescriptor"])["FontFile3"])
        if is_bare(stream.stream[0]):
            stream.extra["Subtype"] = "/CIDFontType0C"
        font.pop("CIDToGIDMap", None)
