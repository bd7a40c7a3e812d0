"""records: YAML text in, frozen typed records out, or problems with lines. Knows no Sphinx; the door of ruamel.yaml.

intake -> document -> judge -> shape: bytes become text, text a tree whose values know their lines, the tree is judged
by record classes. What the records say is the business of the rooms that build on this one.
"""

from __future__ import annotations

from sphinx_prolo.records.document import build
from sphinx_prolo.records.intake import decode, load
from sphinx_prolo.records.judge import Judgement, context_of, describe, sort, unknown
from sphinx_prolo.records.kind import Kind
from sphinx_prolo.records.reading import Reading, judge, parse, read
from sphinx_prolo.records.scalars import Day, Flag, LanguageTag, Line, Link, NewId, Phone
from sphinx_prolo.records.shape import Shape, explanations, keys
from sphinx_prolo.records.tree import BROKEN, Float, Int, Map, Seq, Str

__all__ = [
    "BROKEN",
    "Day",
    "Flag",
    "Float",
    "Int",
    "Judgement",
    "Kind",
    "LanguageTag",
    "Line",
    "Link",
    "Map",
    "NewId",
    "Phone",
    "Reading",
    "Seq",
    "Shape",
    "Str",
    "build",
    "context_of",
    "decode",
    "describe",
    "explanations",
    "judge",
    "keys",
    "load",
    "parse",
    "read",
    "sort",
    "unknown",
]
