"""The tree between YAML and records: plain Python values that know their line in the file."""

from __future__ import annotations

import dataclasses


class Str(str):
    """A string; ``line`` is where its first word stands."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int) -> Str:
        """A string and its line; strings are made in ``__new__``."""
        self = super().__new__(cls, text)
        self.line = line
        return self


class Int(int):
    """A whole number that remembers how it was written, so that a quantity can be read from it."""

    text: str

    def __new__(cls, text: str) -> Int:
        """The number, and the text that it was read from."""
        self = super().__new__(cls, text)
        self.text = text
        return self


class Float(float):
    """A decimal number that remembers how it was written: 0.50 is not 0.5."""

    text: str

    def __new__(cls, text: str) -> Float:
        """The number, and the text that it was read from."""
        self = super().__new__(cls, text)
        self.text = text
        return self


class Map(dict[str, object]):
    """A mapping, with the line of each key and of each value; ``flow`` when it was written in braces."""

    __slots__ = ("flow", "key_lines", "line", "lines")

    def __init__(self, line: int, *, flow: bool = False) -> None:
        super().__init__()
        self.line = line
        self.flow = flow
        self.key_lines: dict[str, int] = {}
        self.lines: dict[str, int] = {}

    def put(self, key: str, key_line: int, value: object, line: int) -> None:
        """Add a value with its lines."""
        self[key] = value
        self.key_lines[key] = key_line
        self.lines[key] = line

    def without(self, keys: set[str]) -> Map:
        """A copy that lacks the keys, with the same lines."""
        copy = Map(self.line, flow=self.flow)
        copy.key_lines, copy.lines = self.key_lines, self.lines
        copy.update((key, value) for key, value in self.items() if key not in keys)
        return copy


class Seq(list[object]):
    """A list, with the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []

    def put(self, value: object, line: int) -> None:
        """Add an item with its line."""
        self.append(value)
        self.lines.append(line)


class Broken:
    """Stands for a value that already has its problem, so that nobody complains of it twice."""


BROKEN = Broken()


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A spot in the tree: the line to show, what stands there, and the nearest name that the writer gave it."""

    line: int
    value: object
    name: str
    entry: bool  # True for an entry of the list of that name
    whole: bool  # False when the path led to something that is not in the tree, such as a missing key


def locate(tree: object, path: tuple[int | str, ...], line: int) -> Place:
    """Follow a path of keys and indexes as far as it goes. Steps that the tree does not have are passed over: a value
    may stand alone where the records want a list of one. A collection is shown at the line of its key.
    """
    value, name, entry, whole = tree, "", False, True
    for step in path:
        whole = True
        if isinstance(value, Map) and isinstance(step, str) and step in value.key_lines:
            child = value.get(step)
            line = value.key_lines[step] if isinstance(child, Map | Seq) else value.lines[step]
            value, name, entry = child, step, False
        elif isinstance(value, Seq) and isinstance(step, int) and 0 <= step < len(value):
            line, value, entry = value.lines[step], value[step], True
        else:
            whole = False
    return Place(line, value, name, entry, whole)
