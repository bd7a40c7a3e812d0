"""A line of text in whatever fonts its letters need in, the same line on the base line of its paragraph's font out.

WeasyPrint centres each piece of text in its line by the metrics of the fonts that were drawn. A number in an Arabic
line, of another font, would stand on another base line there, and lines with numbers would be further apart than those
without. CSS takes the first font of the paragraph for all of them (CSS 2.1, 10.8.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline
from weasyprint.text.line_break import strut

from sphinx_prolo.pdf.replacing import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def even_lines() -> AbstractContextManager[None]:
    """While this lasts, lines of one paragraph are at equal distances, whatever fonts their letters need."""
    split = inline.split_first_line

    def split_evenly(text: str, style: Any, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
        *found, height, _ = split(text, style, *args, **kwargs)
        line_height, baseline = strut(style)
        return *found, height, baseline - (line_height - height) / 2  # WeasyPrint adds half of the leading again

    return replaced(inline, "split_first_line", split_evenly)
