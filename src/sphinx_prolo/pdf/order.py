"""Boxes of a page in, painted in the order of the text out.

CSS paints what floats before the text around it, and what is positioned (the bullets of lists are) after it (CSS 2,
appendix E). On paper nobody sees a difference, as long as nothing overlaps; but a program that takes the text out of
the PDF without its structure gets all bullets, boxes and labels at the ends of the page.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from weasyprint import draw, stacking
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.stacking import StackingContext

from sphinx_prolo.pdf.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.pdf.structure import Box


@contextlib.contextmanager
def in_reading_order() -> Iterator[None]:
    """While this lasts, WeasyPrint paints what floats or is positioned where it stands in the text."""
    block_level, inline_level = draw.draw_block_level, draw.draw_inline_level

    def paint_blocks(page: Any, stream: Any, blocks: dict[Any, Any]) -> None:
        for block, inner in blocks.items():
            if isinstance(block, StackingContext):
                draw.draw_stacking_context(stream, block)
            else:
                block_level(page, stream, {block: inner})

    def paint_inline(stream: Any, page: Any, box: Any, *args: Any, **kwargs: Any) -> None:
        if isinstance(box, StackingContext):
            draw.draw_stacking_context(stream, box)
        else:
            inline_level(stream, page, box, *args, **kwargs)

    with (
        replaced(stacking, "_dispatch_children", _dispatch_children),
        replaced(draw, "draw_block_level", paint_blocks),
        replaced(draw, "draw_inline_level", paint_inline),
    ):
        yield


def _dispatch_children(
    box: Box, page: Any, contexts: list[Any], blocks: list[Any], floats: list[Any], cells: dict[Any, Any]
) -> Box:
    """WeasyPrint's own, but that a float stays where it is."""
    if not isinstance(box, boxes.ParentBox):
        return box
    children = []
    for child in box.children:
        real = child._box if isinstance(child, AbsolutePlaceholder) else child
        if not _is_aside(real):
            result = stacking._dispatch(child, page, contexts, blocks, floats, cells)
            if result is not None:
                children.append(result)
        elif isinstance(box, (boxes.LineBox, boxes.InlineBox)):
            children.append(StackingContext.from_box(real, page, contexts))
        else:
            cells[StackingContext.from_box(real, page, contexts)] = {}
    return box.copy_with_children(children)


def _is_aside(box: Box) -> bool:
    """Whether a box floats or is positioned, without layers of its own (``z-index``, ``opacity`` …)."""
    style = box.style
    layered = style["z_index"] != "auto" or style["opacity"] < 1 or style["transform"] or style["overflow"] != "visible"
    return not layered and (style["position"] != "static" or box.is_floated())
