"""A message in, the words that a reader sees out: without markup, targets, addresses and placeholders.

Where something stood that is no word, an object replacement character stands.
"""

from __future__ import annotations

import functools
import re

from sphinx_prolo.catalogue.inline import ROLES_OF_WORDS

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_MARKED = re.compile(r"[*`|\\{}@\n]|_(?!\w)|://|www\.|  ")
_PIECE = re.compile(
    r"""
    ``(?P<literal>[^`]*)``
    | (?::(?P<role>[\w:.+-]{1,40}):)?`(?P<content>[^`]*)`(?::(?P<suffix>[\w:.+-]{1,40}):|__?)?
    | (?P<object>
        \{[^{}]{0,80}\} | \[[^\[\]\s]{1,80}\]_(?!\w) | \|[^|\s][^|]{0,80}\|_{0,2}
        | (?:[a-z][a-z+.-]{1,12}://|www\.)[!-~]{1,2000}(?<![].,;:!?)}]) | [\w.+-]{1,64}@[\w.-]{1,255}
    )
    | \\(?P<escaped>.?)
    | (?P<emphasis>\*+)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_IN_TITLE = re.compile(r"\\(.?)|\{[^{}]{0,80}\}", re.DOTALL)
_IN_TITLE = re.compile(r"\{[^{}]{0,80}\}|\\(.?)", re.DOTALL)
_TARGET = re.compile(r"\s*<[^<>]*>$")
_SPACE = re.compile(r"[ \n\t]{2,}|[\n\t]")


@functools.lru_cache(maxsize=64)
def prose(text: str) -> str:
    """What a reader sees of a message, on one line."""
    if not _MARKED.search(text):
        return text
    return _SPACE.sub(" ", _PIECE.sub(_seen, text))


def _seen(match: re.Match[str]) -> str:
    """What a reader sees of a piece of markup."""
    if match["content"] is not None:
        role = (match["role"] or match["suffix"] or "").lower()
        title = _TARGET.sub("", match["content"])
        if role and role not in ROLES_OF_WORDS and title == match["content"]:
            return OBJECT
        return _IN_TITLE.sub(lambda inner: OBJECT if inner[1] is None else inner[1].strip(), title)
    if match["escaped"] is not None:
        return str(match["escaped"]).strip()
    return "" if match["emphasis"] else OBJECT
