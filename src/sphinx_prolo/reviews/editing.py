"""The text of a ledger and a signature in, the text with the signature in its place out. Every other line stays.

The text is edited and not written anew: comments of others stay where they are, and a diff shows one entry.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_prolo import records
from sphinx_prolo.reviews.signature import KIND

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem
    from sphinx_prolo.reviews.signature import Signature

HEADER = (
    "# Who has signed which handout. Written by 'sphinx-prolo approve'; a signature holds for the text it names.\n\n"
)

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_COMMENT = re.compile(r"(^|[ \t])#")


def sign(text: str, path: str, docname: str, signature: Signature) -> str | Problem:
    """Put the signature of a document into the text of a ledger, in place of the one that was there.

    The ledger must be free of errors. A comment inside the entry that goes is refused, not lost.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text.strip() else HEADER[:-1].split("\n")
    tree, _problems = records.build("\n".join(lines), path, KIND)
    entry = _entry(docname, signature)
    if isinstance(tree, records.Map) and tree.flow:
        message = "the ledger is written in braces and cannot be edited by line; write one key per line, without braces"
        return KIND.error(path, tree.line, "reviews-flow", message)
    starts = {key: line - 1 for key, line in tree.key_lines.items()} if isinstance(tree, records.Map) else {}
    if docname in starts:
        start = starts[docname]
        end = _end(lines, min((line for line in starts.values() if line > start), default=len(lines)))
        comment = _comment(lines[start:end], entry)
        if comment is not None:
            message = f"a comment stands inside the entry of '{docname}', which is about to be replaced; move it above"
            return KIND.error(path, start + 1 + comment, "reviews-comment", message)
        lines[start:end] = entry
    else:
        place = _place(lines, starts, docname)
        lines[place:place] = entry
    return newline.join([*lines, ""])


def _entry(docname: str, signature: Signature) -> list[str]:
    """The lines of an entry: always in the same order, names and versions always in quotes."""
    values = {
        **{role: _quoted(name) for role, name in signature.names.items()},
        "date": signature.date.isoformat(),
        "version": _quoted(signature.version),
        "source": signature.source,
        "printed": signature.printed,
    }
    return [f"{_key(docname)}:", *(f"  {key}: {value}" for key, value in values.items())]


def _key(docname: str) -> str:
    return docname if _PLAIN_KEY.fullmatch(docname) and docname.lower() not in _WORDS else _quoted(docname)


def _quoted(text: str) -> str:
    """JSON's strings are YAML's in double quotes (YAML 1.2, chapter 1.3)."""
    return json.dumps(text, ensure_ascii=False)


def _end(lines: list[str], following: int) -> int:
    """Where an entry ends: comments and empty lines above the next one belong to that."""
    while lines[following - 1].startswith("#") or not lines[following - 1].strip():
        following -= 1
    return following


def _comment(old: list[str], new: list[str]) -> int | None:
    """The number of the first line of an entry that holds a comment; names that we wrote may hold a number sign."""
    for number, line in enumerate(old):
        outside_quotes = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', "''", line)
        if line not in new and _COMMENT.search(outside_quotes):
            return number
    return None


def _place(lines: list[str], starts: dict[str, int], docname: str) -> int:
    """The line before which a new entry stands: entries are sorted, with the comments above them."""
    later = [start for key, start in starts.items() if key > docname]
    if not later:
        return _end(lines, len(lines)) if starts else len(lines)
    place = min(later)
    above = place
    while above and lines[above - 1].startswith("#"):
        above -= 1
    return place if above == 0 else above  # what stands at the very top is about the file
