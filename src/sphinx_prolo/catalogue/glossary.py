"""A glossary file in; the words that translations must use, and those that they must leave as they are, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sphinx_prolo.records import Judgement, Kind, Line, Map, Reading, Seq, Shape, read

if TYPE_CHECKING:
    from pathlib import Path

KIND = Kind("glossary", "glossary file")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]{2,8})*", re.ASCII)


def _language(text: str) -> str:
    if _LANGUAGE.fullmatch(text) is None:
        raise PydanticCustomError("glossary-language", "must be the code of a language as Sphinx writes it: es, pt_BR")
    return text


def _form(text: str) -> str:
    if not any(char.isalnum() for char in text) or "*" in text.strip("*"):
        message = "must be a word or some words; a '*' stands at an end only, for any letters: ligament*"
        raise PydanticCustomError("glossary-form", message)
    return text


def _several(value: Any) -> Any:
    """One word may stand where several are allowed."""
    return value if isinstance(value, (Seq, list, tuple)) else (value,)


Form = Annotated[Line, AfterValidator(_form)]
Forms = Annotated[tuple[Form, ...], BeforeValidator(_several), Field(min_length=1)]
Language = Annotated[str, StringConstraints(strict=True, max_length=35), AfterValidator(_language)]


class Term(Shape):
    """A term of the source with the words for it in other languages."""

    term: Form
    """The term, as the source writes it; its plural is found too. A ``*`` at the end stands for any letters."""
    also: Forms = ()
    """Other words of the source that are translated in the same way."""
    translations: dict[Language, Forms]
    """By language: the word, or a list of words of which one must be used."""
    note: Line | None = None
    """Why, for translators; printed with the problem."""


class Glossary(Shape):
    """What a glossary file says."""

    terms: tuple[Term, ...] = ()
    """The terms that have a fixed translation."""
    keep: tuple[Form, ...] = ()
    """Names and abbreviations that are not translated, but left as they are."""

    @property
    def kept(self) -> tuple[str, ...]:
        """The names that stay as they are."""
        return self.keep

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, and that each term comes once."""
        terms = data.get("terms")
        seen: dict[str, int] = {}
        for entry in terms if isinstance(terms, Seq) else ():
            term = entry.get("term") if isinstance(entry, Map) else None
            if isinstance(entry, Map) and isinstance(term, str):
                line = entry.lines["term"]
                first = seen.setdefault(" ".join(term.split()).casefold(), line)
                if first != line:
                    judgement.complain(line, "glossary-twice", f"the term stands in line {first} too; keep one")
        return super().judge(data, judgement)


def read_glossary(path: Path) -> Reading[Glossary]:
    """Read a glossary file; the record is None if there is an error in it."""
    return read(path, Glossary, KIND)
