"""Images: no interpolation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Structure


def sharpen(structure: Structure) -> None:
    """An image is not interpolated (ISO 19005-3, 6.2.8)."""
    for node in structure.pdf.objects:
        extra = getattr(node, "extra", None) or {}
        if extra.get("Subtype") == "/Image" and "Interpolate" in extra:
            extra["Interpolate"] = "false"
