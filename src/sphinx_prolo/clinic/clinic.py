"""What a clinic file says: the record, field by field."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sphinx_prolo.clinic.hours import Week, judge_week
from sphinx_prolo.clinic.phones import Number, Short, Telephone  # noqa: TC001 - pydantic reads the annotations
from sphinx_prolo.records import Judgement, Kind, Line, Link, Map, Seq, Shape

KIND = Kind("clinic", "clinic file")

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN = ("docname", "language")


def _country(text: str) -> str:
    if re.fullmatch("[A-Z]{2}", text) is None:
        raise PydanticCustomError("clinic-country", "must be the code of a country in two capital letters: US, ES, GB")
    return text


def _email(text: str) -> str:
    if _EMAIL.fullmatch(text) is None or len(text) > 254:
        raise PydanticCustomError("clinic-email", "must be an e-mail address: desk@example.org")
    return text


def _web(text: str) -> str:
    """A web address with placeholders, each known."""
    for name in _PLACEHOLDER.findall(text):
        if name not in _KNOWN:
            message = f"knows no {{{name}}}; write {{docname}} for the handout and {{language}} for its language"
            raise PydanticCustomError("clinic-web", message)
    bare = _PLACEHOLDER.sub("x", text)
    if "{" in bare or "}" in bare or not bare.isascii() or len(text) > 300:
        message = (
            "must be a web address in letters of ASCII, of at most 300, with braces around docname or language only"
        )
        raise PydanticCustomError("clinic-web", message)
    return text


def _several(value: Any) -> Any:
    return value if isinstance(value, (Seq, list, tuple)) else (value,)


Country = Annotated[Line, AfterValidator(_country)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_several), Field(min_length=1, max_length=8)]
Email = Annotated[str, StringConstraints(strict=True, max_length=254), AfterValidator(_email)]
Pattern = Annotated[Link, AfterValidator(_web)]


class Blank(StrEnum):
    """Something to write on the handout by hand."""

    NAME = "name"
    DATE = "date"
    NEXT = "next-appointment"
    NOTES = "notes"


class Clinic(Shape):
    """A clinic, as its handouts name it. Names and addresses are printed as they stand, in every language."""

    name: Line
    """The clinic's name."""
    country: Country
    """The country, by ISO 3166: US, ES. It decides the paper."""
    address: Lines | None = None
    """Where the clinic is: a line, or a list of lines."""
    phones: Annotated[tuple[Telephone, ...], Field(max_length=8)] = ()
    """The numbers to call, the first one first."""
    hours: Week | None = None
    """When somebody is there: entries of days and times, or ``always``."""
    emergency: Short | None = None
    """The number for emergencies in the region: 112, 911."""
    interpreter: Number | None = None
    """The number to call for an interpreter."""
    website: Link | None = None
    """The clinic's page on the web."""
    email: Email | None = None
    """The clinic's e-mail address."""
    logo: Line | None = None
    """A picture beside this file, SVG, PNG or JPEG."""
    colour: Line | None = None
    """The colour of headings and frames, in quotes: ``"#0b4a6f"``. Text in it must be readable on white."""
    paper: Literal["A4", "Letter"] | None = None
    """A4 or Letter; without it, the paper of the country."""
    lines: Annotated[tuple[Blank, ...], Field(max_length=4)] = ()
    """What is printed with space to write: name, date, next-appointment, notes."""
    web: Pattern | None = None
    """Where a handout is on the web, with ``{docname}`` and ``{language}``; a code to scan leads there."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys, that no day comes twice, and the one mistake that YAML itself makes easy."""
        if "colour" in data and data["colour"] is None:
            message = "'colour' is empty, because # starts a remark; put the colour in quotes: \"#0b4a6f\""
            judgement.complain(data.key_lines["colour"], "clinic-colour", message)
            data = data.without({"colour"})
        lines = data.get("lines")
        if isinstance(lines, Seq):
            for number, item in enumerate(lines):
                if isinstance(item, str) and item in lines[:number]:
                    judgement.complain(lines.lines[number], "clinic-lines", f"'{item[:40]}' is here twice; keep one")
        judge_week(data.get("hours"), judgement)
        return super().judge(data, judgement)

    @property
    def place(self) -> str:
        """The address on one line; empty without one."""
        return ", ".join(self.address or ())

    def address_of(self, docname: str, language: str) -> str | None:
        """Where a handout is on the web, or None."""
        if self.web is None:
            return None
        return self.web.replace("{docname}", docname).replace("{language}", language)
