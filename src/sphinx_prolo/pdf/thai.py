"""A page with places where a line of Thai may break in, the same with those out that Pango does not find by itself.

Pango breaks Thai by libthai, better than ICU does: it leaves more compounds whole. But a Pango can be built without it,
as Homebrew's for macOS is, and then a Thai paragraph is one word to it.
"""

from __future__ import annotations

import functools

from weasyprint.text.line_break import can_break_text

from sphinx_prolo.pdf.job import THAI_BREAK, ZWSP

_TWO_WORDS = "กินข้าว"


def broken(html: str) -> str:
    """Let the marked places be places to break, or nothing."""
    if THAI_BREAK not in html:
        return html
    return html.replace(THAI_BREAK, "" if finds_words() else ZWSP)


@functools.cache
def finds_words() -> bool:
    """Whether this Pango knows Thai words."""
    return bool(can_break_text(_TWO_WORDS, "th"))
