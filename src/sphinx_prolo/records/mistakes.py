"""A YAML error in, plain words out: where it is, and what the writer most likely did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

_QUOTES = "put the whole sentence in quotes"

# Part of what ruamel.yaml says -> what we say. The first that fits counts.
_WORDS = (
    ("mapping values are not allowed", f"a colon does not fit here; if it belongs to a sentence, {_QUOTES}"),
    ("could not find expected ':'", f"a colon after the key is missing, or a sentence runs on; {_QUOTES}"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed; close it"),
    ("unexpected document separator", "a quotation mark is opened here and never closed; close it"),
    ("unknown escape character", "a backslash in double quotes starts an escape; use single quotes"),
    ("escape sequence of", "a backslash in double quotes starts an escape; use single quotes"),
    ("did not find expected key", f"this does not fit the lines above; check the indentation, or {_QUOTES}"),
    ("expected <block end>", f"this does not fit the lines above; check the indentation, or {_QUOTES}"),
    ("expected ',' or", "a bracket or brace that was opened before is not closed; close it, or put text in quotes"),
    ("sequence entries are not allowed", "a list cannot start here; put the first '-' on a line of its own"),
    ("block sequence entries", "a list cannot start here; put the first '-' on a line of its own"),
    ("expected the node content", "a comma, bracket or brace too many stands here; delete it, or put text in quotes"),
    ("expected '<document start>'", f"this does not belong to the lines above; check the indentation, or {_QUOTES}"),
    ("undefined tag handle", f"text must not start with an exclamation mark; {_QUOTES}"),
    ("alias", f"text must not start with an asterisk; {_QUOTES}"),
    ("anchor", f"text must not start with an ampersand; {_QUOTES}"),
    ("while scanning a directive", "lines that start with % are not read; delete the line, or put text in quotes"),
)
# Errors whose cause is where a construct began, not where the parser noticed.
_AT_START = ("unexpected end of stream", "unexpected document separator", "could not find expected ':'")


def explain(exc: YAMLError, text: str) -> tuple[int | None, str, str]:
    """The line (from 0; None if unknown), the code and the message for an error of the YAML parser."""
    said = " ".join(str(part) for part in (getattr(exc, "context", ""), getattr(exc, "problem", "")) if part)
    mark = getattr(exc, "problem_mark", None) or getattr(exc, "context_mark", None)
    if any(words in said for words in _AT_START):
        mark = getattr(exc, "context_mark", None) or mark
    line = None if mark is None else mark.line
    if "cannot start any token" in said:
        character = text[mark.index : mark.index + 1] if mark is not None else ""
        if character == "\t":
            return line, "records-tab", "a tab stands here; use spaces"
        return line, "records-syntax", f"text must not start with {character or 'this character'}; {_QUOTES}"
    for words, message in _WORDS:
        if words in said:
            return line, "records-syntax", message
    return (
        line,
        "records-syntax",
        f"the YAML cannot be read here ({' '.join(said.split())[:120] or type(exc).__name__})",
    )
