"""Telephone numbers of a clinic: as they are dialled from anywhere, and what each is for."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from sphinx_prolo.records import Int, Shape

_WRITTEN = re.compile(r"\+?[0-9][0-9 ()./-]*[0-9]", re.ASCII)


def _as_written(value: Any) -> Any:
    """To YAML a number without spaces is a number; here it is a text of digits."""
    return value.text if isinstance(value, Int) else value


def _short(text: str) -> str:
    text = " ".join(text.split())
    digits = sum(char.isdigit() for char in text)
    if _WRITTEN.fullmatch(text) is None or digits > 15:  # ITU-T E.164: at most 15
        raise PydanticCustomError("clinic-telephone", "must be a telephone number: digits, spaces, brackets, hyphens")
    return text


def _whole(text: str) -> str:
    text = _short(text)
    if not text.startswith("+") or sum(char.isdigit() for char in text) < 7 or text.startswith("+0"):
        message = "must be a whole telephone number with the code of the country in front: +1 555 555 0100"
        raise PydanticCustomError("clinic-telephone", message)
    return text


_Digits = Annotated[str, StringConstraints(strict=True, max_length=40)]

Number = Annotated[_Digits, AfterValidator(_whole), BeforeValidator(_as_written)]
"""A number that can be called from everywhere."""

Short = Annotated[_Digits, AfterValidator(_short), BeforeValidator(_as_written)]
"""A number that may be a short one of the country: 112, 911."""


class Use(StrEnum):
    """What a number is for."""

    MAIN = "main"
    AFTER_HOURS = "after-hours"
    EMERGENCY = "emergency"


class Telephone(Shape):
    """A telephone number, and what it is for."""

    number: Number
    """The number with a plus and the code of the country: ``+1 555 555 0100``."""
    use: Use = Use.MAIN
    """main, after-hours (when the clinic is closed) or emergency (the clinic's own)."""
