"""The plain values of a record: a line of text, yes or no, a day, an address, a name; each refuses what it is not."""

from __future__ import annotations

import datetime
import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_ID = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise PydanticCustomError("records-empty", "is empty; write it or delete the line")
    return text


def _day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:  # the 30th of February
        pass
    raise PydanticCustomError("records-date", "must be a day of the calendar, written as 2026-11-20")


def _link(text: str) -> str:
    """Only the web: an address is printed and can be followed by a click."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and text.isprintable() and " " not in text
    except ValueError:
        usable = False
    if not usable:
        raise PydanticCustomError("records-url", "must be a whole web address, such as https://example.org/page")
    return text


def _language(text: str) -> str:
    if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text, re.ASCII) is None:
        raise PydanticCustomError("records-language", "must be the tag of a language, such as en or pt-BR")
    return text


def _phone(text: str) -> str:
    if re.fullmatch(r"\+?[0-9 ()./-]+", text, re.ASCII) is None or not any(character.isdigit() for character in text):
        raise PydanticCustomError("records-phone", "must be a telephone number, such as +1 555 010 0199")
    return text


def _new_id(text: str) -> str:
    if re.fullmatch(_ID, text, re.ASCII) is None:
        raise PydanticCustomError("records-name", "is not a name; use letters, digits, '-', '_' and '.'")
    return text


Line = Annotated[str, StringConstraints(strict=True, max_length=1000), AfterValidator(_one_line)]
"""Text that is printed as it stands and never translated: names, titles, the words of a source."""

Flag = Annotated[bool, Field(strict=True)]
"""true or false, and nothing that looks like it."""

Link = Annotated[str, StringConstraints(strict=True, max_length=2000), AfterValidator(_link)]
"""The address of a web page."""

Day = Annotated[datetime.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, by ISO 8601."""

LanguageTag = Annotated[str, StringConstraints(strict=True, max_length=35), AfterValidator(_language)]
"""A language, by BCP 47."""

Phone = Annotated[str, StringConstraints(strict=True, max_length=40), AfterValidator(_one_line), AfterValidator(_phone)]
"""A telephone number: digits with spaces, brackets, dots, strokes or hyphens, and a plus in front."""

NewId = Annotated[str, AfterValidator(_new_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID}$"})]
"""A name that a file gives to something."""
