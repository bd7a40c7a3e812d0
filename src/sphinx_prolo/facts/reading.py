"""A facts file in, frozen records or problems out: decode, build the tree, judge it."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from sphinx_prolo import records
from sphinx_prolo.facts.facts import Facts, section_class
from sphinx_prolo.problem import Problem, error
from sphinx_prolo.quantity import Unit
from sphinx_prolo.records import BROKEN, Judgement, Kind, Map, Seq, describe, keys, sort

if TYPE_CHECKING:
    from pathlib import Path

# What the YAML room needs to know of facts.
FACTS = Kind("facts", "facts file")


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What reading a facts file gave.

    facts      the records; None if, and only if, there is an error
    problems   all problems of the file, by line; remarks among them
    """

    facts: Facts | None
    problems: tuple[Problem, ...]


def read(path: Path) -> Reading:
    """Read a facts file. Never raises for what the file holds, nor for a file that cannot be read."""
    data = records.load(path, FACTS)
    return Reading(None, (data,)) if isinstance(data, Problem) else _read(data, str(path))


@functools.lru_cache(maxsize=128)  # each language asks for all files of a project, one after the other
def _read(data: bytes, path: str) -> Reading:
    """The reading of the same bytes is the same; every handout in every language asks for it again."""
    text = records.decode(data, path, FACTS)
    return Reading(None, (text,)) if isinstance(text, Problem) else parse(text, path)


def parse(
    text: str, path: str, first_line: int = 1, section: str | None = None, beside: Facts | None = None
) -> Reading:
    """Read facts from a text that starts in line ``first_line`` of the file ``path``.

    With ``section`` the text is the body of that directive: the content of the section alone, its one list alone, or a
    whole facts mapping. ``beside`` gives facts whose sources and quantities may be named too: those of the document.
    """
    tree, problems = records.build(text, path, FACTS, first_line)
    if tree is BROKEN:
        return Reading(None, sort(problems, FACTS))
    tree = tree if section is None else _unfold(tree, section)
    if not isinstance(tree, Map) or not tree:
        wanted = keys(Facts) if section is None else keys(section_class(section))
        return Reading(None, sort([*problems, _no_mapping(tree, wanted, path, first_line)], FACTS))
    facts, found = _judge(tree, path, beside)
    problems = [*problems, *found]
    return Reading(None if any(problem.is_error for problem in problems) else facts, sort(problems, FACTS))


def _judge(tree: Map, path: str, beside: Facts | None) -> tuple[Facts | None, list[Problem]]:
    names = {
        "sources": _names(tree.get("sources")) | frozenset(beside.sources if beside else ()),
        "quantities": _names(tree.get("quantities")) | frozenset(beside.quantities if beside else ()),
        "percentages": _percentages(tree.get("quantities"), beside),
    }
    facts, problems = records.judge(tree, Facts, Judgement(path, FACTS, names))
    return (facts.beside(beside) if facts and beside else facts), problems


def _names(value: object) -> frozenset[str]:
    """The names that a mapping defines, whether or not what they name is right: one problem for each mistake."""
    return frozenset(value) if isinstance(value, Map) else frozenset()


def _percentages(value: object, beside: Facts | None) -> frozenset[str]:
    """The names of the quantities that are percentages, as far as they are right."""
    written = value.items() if isinstance(value, Map) else ()
    known = beside.quantities.items() if beside else ()
    return frozenset(
        [name for name, text in written if isinstance(text, str) and text.rstrip().endswith("%")]
        + [name for name, quantity in known if quantity.unit is Unit.PERCENT]
    )


def _unfold(tree: object, section: str) -> object:
    """The body of a directive as a whole facts mapping."""
    whole = Map(tree.line if isinstance(tree, Map | Seq) else 1)
    if isinstance(tree, Seq) and "items" in keys(section_class(section)):
        content = Map(tree.line)
        content.put("items", tree.line, tree, tree.line)
        whole.put(section, tree.line, content, tree.line)
        return whole
    if not isinstance(tree, Map) or section in tree:
        return tree
    content = Map(tree.line)
    own = keys(section_class(section))
    for key, value in tree.items():
        # 'sources' is a mapping where a file describes them, and a list where a section names them
        target = content if key not in keys(Facts) or (key in own and isinstance(value, Seq)) else whole
        target.put(key, tree.key_lines[key], value, tree.lines[key])
    if content:
        whole.put(section, content.line, content, content.line)
    return whole


def _no_mapping(tree: object, wanted: tuple[str, ...], path: str, line: int) -> Problem:
    names = ", ".join(wanted)
    if tree is None or tree == {}:
        return error(path, line, "facts-empty", f"there are no facts here; write one of: {names}")
    message = f"facts must be a mapping (lines of 'key: value'; the keys are: {names}), not {describe(tree)}"
    return error(path, getattr(tree, "line", line), "facts-type", message)
