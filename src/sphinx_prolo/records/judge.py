"""What pydantic found in, problems in plain words out, each with the line of the very value."""

from __future__ import annotations

import dataclasses
import difflib
import reprlib
from typing import TYPE_CHECKING, Any

from sphinx_prolo.records.tree import BROKEN, Float, Int, Map, Place, Seq, locate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from sphinx_prolo.problem import Problem
    from sphinx_prolo.records.kind import Kind


@dataclasses.dataclass(slots=True)
class Judgement:
    """What the records of a file must know of the file while they are judged, and the problems that they find.

    kind   what the file is for
    names  what the file defines and its records may name, under the names of these groups ("sources")
    """

    path: str
    kind: Kind
    names: Mapping[str, frozenset[str]] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def complain(self, line: int, code: str, message: str) -> None:
        """Note an error at a line."""
        self.problems.append(self.kind.error(self.path, line, code, message))

    def remark(self, line: int, code: str, message: str) -> None:
        """Note a remark at a line."""
        self.problems.append(self.kind.note(self.path, line, code, message))


# pydantic's name of an error -> our code and words. ``{…}`` are the numbers that pydantic gives along.
_MAPPING = ("records-type", "must be a mapping (lines of 'key: value')")
_LIST = ("records-type", "must be a list (lines that start with '- ')")
_WORDS: Mapping[str, tuple[str, str]] = {
    "bool_type": ("records-type", "must be true or false"),
    "int_type": ("records-type", "must be a whole number"),
    "string_type": ("records-type", "must be text; put it in quotes if it is meant so"),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": ("records-empty", "is empty; write at least one or delete it"),
    "too_long": ("records-too-long", "has more than {max_length} entries"),
    "string_too_short": ("records-empty", "is empty; write it or delete the line"),
    "string_too_long": ("records-too-long", "has more than {max_length} characters"),
    "greater_than_equal": ("records-number", "must be at least {ge}"),
    "less_than_equal": ("records-number", "must be at most {le}"),
    "enum": ("records-choice", "must be one of: {expected}"),
    "literal_error": ("records-choice", "must be one of: {expected}"),
}
# After these it helps to say what stands there instead.
_SHOWN = ("-type", "-choice", "-number")


def problems_of(exc: ValidationError, tree: object, judgement: Judgement, line: int) -> list[Problem]:
    """A problem for every error of pydantic, but for what has one already. ``line`` is where the tree starts."""
    found = []
    for detail in exc.errors(include_url=False):
        place = locate(tree, detail["loc"], line)
        say = _missing if detail["type"] == "missing" else _wrong
        problem = say(detail, place, judgement.path, judgement.kind)
        if problem is not None:
            found.append(problem)
    return found


def _missing(detail: ErrorDetails, place: Place, path: str, kind: Kind) -> Problem | None:
    if place.whole:  # the key is there, and was refused for what it holds
        return None
    return kind.error(path, place.line, "records-missing-key", f"'{detail['loc'][-1]}' is missing here; add it")


def _wrong(detail: ErrorDetails, place: Place, path: str, kind: Kind) -> Problem | None:
    if place.value is BROKEN or _follows(detail, place):
        return None
    code, words = _in_words(detail, kind)
    subject = f"an entry of '{place.name}' " if place.entry else f"'{place.name}' " if place.name else ""
    shown = f", not {describe(place.value)}" if code.endswith(_SHOWN) else ""
    return kind.error(path, place.line, code, f"{subject}{words}{shown}")


def _follows(detail: ErrorDetails, place: Place) -> bool:
    """Whether the error only follows from others. pydantic counts the entries that are right: a list that holds
    something is not too short; and it cannot make a default out of a value that is wrong.
    """
    kind = detail["type"]
    return kind == "default_factory_not_called" or (kind == "too_short" and bool(place.value))


def _in_words(detail: ErrorDetails, asked: Kind) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    if asked.knows(kind):  # raised by our own validators
        return asked.code(kind), detail["msg"]
    code, words = _WORDS.get(kind, ("records-value", detail["msg"]))
    return asked.code(code), words.format_map(context) if kind in _WORDS else words


def describe(value: object) -> str:
    """A value of the tree as a writer would call it."""
    if isinstance(value, Map):
        return "a mapping"
    if isinstance(value, Seq):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Int | Float):
        return f"the number {value.text}"
    return reprlib.repr(str(value))


def unknown(kind: str, name: str, known: Collection[str]) -> str:
    """What to say of a name that is not known: the nearest one that is, or all of them."""
    plain = {other.lower().replace("-", "_"): other for other in reversed(list(known))}
    nearest = difflib.get_close_matches(name[:60].lower().replace("-", "_"), plain, 1, 0.6)
    if nearest:
        return f"the {kind} '{name[:60]}' is not known; did you mean '{plain[nearest[0]]}'?"
    return f"the {kind} '{name[:60]}' is not known; known are: {', '.join(list(known)[:30]) or 'none'}"


def sort(problems: Iterable[Problem], kind: Kind, limit: int = 1000) -> tuple[Problem, ...]:
    """The problems by line, each once; of a hopeless file the first thousand and how many more there are."""
    unique = sorted(set(problems), key=lambda problem: (problem.line or 0, problem.code, problem.message))
    rest = len(unique) - limit
    if rest <= 0:
        return tuple(unique)
    last = unique[limit - 1]
    return (
        *unique[:limit],
        kind.error(last.path, last.line, "records-too-many", f"and {rest:,} more problems after these"),
    )


def context_of(value: Any) -> Judgement | None:
    """The judgement that is going on, or None when a record is made in Python."""
    return value if isinstance(value, Judgement) else None
