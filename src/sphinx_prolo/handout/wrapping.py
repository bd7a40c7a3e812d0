"""The HTML of a page in, the same out with the places marked where lines of Thai, Lao, Khmer and Burmese may break.

The last thing that is done to a page: whatever else reads its text (signatures, checks, titles, text alternatives)
never sees the marks, and the print room leaves them out of what can be read from the PDF.
"""

from __future__ import annotations

import itertools
import re

from sphinx_prolo.language import UNSPACED, pieces
from sphinx_prolo.pdf import THAI_BREAK, ZWSP

# What is no text, or is text of the document and not of the page.
_NO_TEXT = r"""<(?P<kind>title|style|script)\b.*?</(?P=kind)>|<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>"""
# A word may be longer than the link that it begins with.
_WITHIN_WORDS = r"(?:</?(?:a|abbr|b|bdi|cite|code|em|i|span|strong|u)\b[^<>]*>)+"
_PIECE = re.compile(rf"{_NO_TEXT}|(?P<run>[{UNSPACED}]+(?:{_WITHIN_WORDS}[{UNSPACED}]+)*)", re.DOTALL)
_TAG = re.compile(r"(<[^<>]*>)")
_NEEDED = re.compile(f"[{UNSPACED}]")


def wrappable(html: str) -> str:
    """Mark the places with a zero-width space (U+200B), by which the print engine knows them; in Thai with a mark that
    says that the engine may know better.
    """
    return _PIECE.sub(_marked, html) if _NEEDED.search(html) else html


def _marked(match: re.Match[str]) -> str:
    if match["run"] is None:
        return match[0]
    ends = set(itertools.accumulate(map(len, pieces(_TAG.sub("", match["run"])))))
    at, found = 0, []
    for part in _TAG.split(match["run"]):
        is_tag = part.startswith("<")
        for char in [part] if is_tag else part:
            found.append(char)
            at += not is_tag
            if not is_tag and at in ends:
                found.append(THAI_BREAK if "\u0e00" <= char < "\u0e80" else ZWSP)
    return "".join(found[:-1])  # none after the last word: a full stop may follow
