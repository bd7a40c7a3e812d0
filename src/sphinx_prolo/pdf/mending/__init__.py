"""WeasyPrint's tagged PDF in, a conformant one out (PDF/UA-1 and PDF/A-3a). Each repair names the clause it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.pdf.mending import fonts, identity, images, languages, links, lists, tables

if TYPE_CHECKING:
    from sphinx_prolo.pdf.structure import Structure

REPAIRS = (
    links.unnest,
    links.describe,
    lists.wrap_bodies,
    lists.number,
    tables.scope,
    languages.tag,
    images.sharpen,
    fonts.name_programs,
    identity.declare,
)


def mend(structure: Structure) -> None:
    """Do every repair, in order."""
    for repair in REPAIRS:
        repair(structure)
