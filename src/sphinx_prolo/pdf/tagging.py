"""Layout boxes in, structure elements out, by WeasyPrint; a note of which box each element was made from."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from weasyprint import pdf as weasyprint_pdf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import stream, tags

from sphinx_prolo.pdf.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.pdf.drawing import Painter
    from sphinx_prolo.pdf.structure import Box, Node


@contextlib.contextmanager
def noted(painter: Painter) -> Iterator[list[tuple[Node, Box]]]:
    """While this lasts, WeasyPrint paints with our painter and fills the list with (element, box)."""
    made: list[tuple[Node, Box]] = []
    build = tags._build_box_tree

    def build_and_note(box: Box, *args: Any) -> Iterator[Node]:
        if isinstance(box, boxes.MarginBox) or _is_decorative(box):
            return  # no part of the text: it is painted as an artifact
        for element in build(box, *args):
            made.append((element, box))
            yield element

    with (
        replaced(tags, "_build_box_tree", build_and_note),
        replaced(weasyprint_pdf, "Stream", painter.stream_class()),
        replaced(stream, "Font", painter.font),
    ):
        yield made


def artifacts(document: Any) -> Iterator[tuple[int, Box, str]]:
    """What is no part of the text: (index of its page, box, type of artifact) (ISO 14289-1, 7.1 and 7.8).

    That is: all in the margins of the page, and pictures that say they are decorative (``alt=""``, ``aria-hidden``).
    """
    for index, page in enumerate(document.pages):
        for box in page._page_box.children:
            in_margin = isinstance(box, boxes.MarginBox)
            for part in box.descendants(placeholders=True):
                # What is positioned absolutely is drawn in place of its placeholder.
                real = getattr(part, "_box", part)
                if in_margin or _is_decorative(real):
                    yield index, real, "/Pagination" if in_margin else "/Layout"


def _is_decorative(box: Box) -> bool:
    if not isinstance(box, boxes.ReplacedBox) or box.element is None:
        return False
    return bool(box.element.get("alt") == "" or box.element.get("aria-hidden") == "true")
