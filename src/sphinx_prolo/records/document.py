"""YAML text in, a tree of located values out; duplicate keys, anchors, aliases and tags are problems.

Built from ruamel.yaml's events, not from its nodes: events come one at a time, so that a hostile file is given up at
the first value too deep or too many, and every value still knows its mark. Nothing is ever constructed from a tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sphinx_prolo.records import intake, mistakes
from sphinx_prolo.records.tree import BROKEN, Float, Int, Map, Seq, Str

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.problem import Problem
    from sphinx_prolo.records.kind import Kind

# Far above any honest file: facts are five levels deep, and 10,000 full records are some 300,000 values and keys.
MAX_DEPTH = 24
MAX_VALUES = 500_000

# YAML 1.2, the core schema (10.3.2). Numbers beyond 18 digits stay text: nobody counts so far.
_NULL = re.compile(r"null|Null|NULL|~|")
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]{1,18}(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)


def build(text: str, path: str, kind: Kind, first_line: int = 1) -> tuple[object, list[Problem]]:
    """The tree of a YAML text and its problems; the tree is BROKEN when nothing could be read, None when empty."""
    if len(text) > intake.MAX_BYTES:
        return BROKEN, [intake.too_large(path, kind)]
    text = intake.plain_lines(text)
    problems = intake.unreadable(text, path, first_line, kind)
    if problems:
        return BROKEN, problems
    builder = _Builder(text, path, first_line, kind)
    try:
        tree = builder.document()
    except _GivenUp:
        tree = BROKEN
    except YAMLError as exc:
        tree = BROKEN
        line, code, message = mistakes.explain(exc, text)
        line = builder.line if line is None else first_line + line
        if all(problem.line != line for problem in builder.problems):  # else said already, and better
            builder.complain(line, code, message)
    except (ValueError, IndexError, AttributeError, TypeError, AssertionError):
        # The scanner is not hardened: an escape beyond Unicode, for one, ends in chr(). Not our bug, nor a crash.
        tree = BROKEN
        builder.complain(builder.line, "records-syntax", "the YAML cannot be read here; check the quotes and escapes")
    return tree, builder.problems


class _GivenUp(Exception):  # noqa: N818 - not an error: the problem is already noted
    """The file is not worth reading on."""


class _Builder:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int, kind: Kind) -> None:
        self.text = text
        self.kind = kind
        self.path = path
        self.first_line = first_line
        self.line = first_line
        self.values = 0
        self.problems: list[Problem] = []
        self.events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)

    def complain(self, line: int, code: str, message: str) -> None:
        self.problems.append(self.kind.error(self.path, line, code, message))

    def next(self) -> Any:
        event = next(self.events)
        self.line = self.first_line + event.start_mark.line
        return event

    def document(self) -> object:
        """The value of the one document of the text."""
        tree: object = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                self.line = self.first_line + event.start_mark.line
                self._judge_start(event, documents)
                tree = self.value(self.next(), 0)
        return tree

    def _judge_start(self, event: DocumentStartEvent, documents: int) -> None:
        if documents > 1:
            self.complain(self.line, "records-syntax", "a second document starts here; delete the line '---'")
            raise _GivenUp
        if event.version is not None or event.tags:
            self.complain(self.line, "records-syntax", "lines that start with % are not read; delete them")
            raise _GivenUp

    def value(self, event: Any, depth: int) -> object:
        """The value that starts with this event, read to its end."""
        self.values += 1
        if self.values > MAX_VALUES:
            self.complain(self.line, "records-too-large", f"there are more than {MAX_VALUES:,} values; split the file")
            raise _GivenUp
        if depth > MAX_DEPTH:
            self.complain(
                self.line, "records-depth", f"this is nested more than {MAX_DEPTH} levels deep; write it flatter"
            )
            raise _GivenUp
        usable = self._judge_node(event)
        if isinstance(event, ScalarEvent):
            value = self.scalar(event)
        elif isinstance(event, SequenceStartEvent):
            value = self.sequence(event, depth)
        elif isinstance(event, MappingStartEvent):
            value = self.mapping(event, depth)
        else:
            value = BROKEN
        return value if usable else BROKEN

    def _judge_node(self, event: Any) -> bool:
        """Whether the value is written out, without YAML's references and tags."""
        quotes = "; if it is meant as text, put the whole sentence in quotes"
        if isinstance(event, AliasEvent):
            self.complain(self.line, "records-alias", f"references (*{event.anchor[:40]}) are not read{quotes}")
            return False
        if event.anchor is not None:
            self.complain(self.line, "records-alias", f"anchors (&{event.anchor[:40]}) are not read{quotes}")
            return False
        if event.tag is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")[:40]
            self.complain(self.line, "records-tag", f"tags ({tag}) are not read{quotes}")
            return False
        return True

    def sequence(self, event: SequenceStartEvent, depth: int) -> Seq:
        found = Seq(self.line)
        while not isinstance(event := self.next(), SequenceEndEvent):
            line = self.line
            found.put(self.value(event, depth + 1), line)
        return found

    def mapping(self, event: Any, depth: int) -> Map:
        found = Map(self.line, flow=bool(event.flow_style))
        while not isinstance(event := self.next(), MappingEndEvent):
            key_line = self.line
            key = self.value(event, depth + 1)
            event = self.next()
            line = self.line
            value = self.value(event, depth + 1)
            if isinstance(key, Map | Seq | None):
                self.complain(key_line, "records-syntax", "a key must be one word, followed by a colon")
            elif key is not BROKEN:
                self._put(found, _as_written(key), key_line, value, line)
        return found

    def _put(self, found: Map, key: str, key_line: int, value: object, line: int) -> None:
        if key in found.key_lines:
            message = f"'{key[:60]}' is here twice, first in line {found.key_lines[key]}; delete one of them"
            self.complain(key_line, "records-duplicate-key", message)
        else:
            found.put(key, key_line, value, line)

    def scalar(self, event: ScalarEvent) -> object:
        text: str = event.value
        if event.style in ("'", '"', "|", ">"):
            character = intake.find_control(text)  # by an escape, "\x00"
            if character is not None:
                self.complain(self.line, "records-control-character", intake.control_character(character))
                return BROKEN
            return Str(text, self._first_word(event))
        return _plain(text, self.line)

    def _first_word(self, event: ScalarEvent) -> int:
        """The line of the first word: below the sign for a block scalar, which may start with empty lines."""
        if event.style not in ("|", ">"):
            return self.line
        block = self.text[event.start_mark.index : event.end_mark.index].split("\n")
        return self.line + next((number for number, line in enumerate(block) if number and line.strip()), 0)


def _plain(text: str, line: int) -> object:
    """What a value without quotes is, by the core schema of YAML 1.2."""
    if _NULL.fullmatch(text):
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return Int(text)
    if _FLOAT.fullmatch(text):
        return Float(text)
    return Str(text, line)


def _as_written(key: object) -> str:
    return key.text if isinstance(key, Int | Float) else str(key).lower() if isinstance(key, bool) else str(key)
