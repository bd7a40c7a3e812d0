"""Text: a sentence for the reader, translatable, with named places for quantities; from a YAML string or mapping."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from sphinx_prolo.records import Map, Shape, Str

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

# A paragraph of a handout is far shorter; what is longer is a mistake, such as a quotation mark that was not closed.
MAX_CHARACTERS = 5000

# Line ends and spaces fold into one space, as in a paragraph; a no-break space stays what it is.
_SPACE = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_BRACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class PlaceholderError(ValueError):
    """The braces of a sentence cannot be read; the message says which and what to do."""


def placeholders(msg: str) -> tuple[str, ...]:
    """The names in braces, each once and in order. ``{{`` and ``}}`` are literal braces.

    Raises PlaceholderError for a lone brace and for anything in braces but a name: the whole language of
    ``str.format`` (conversions, format specifiers, attributes) is refused, in the facts as in translations.
    """
    names: dict[str, None] = {}
    for match in _BRACE.finditer(msg):
        if match[0] in ("{", "}"):
            raise PlaceholderError(f"the lone brace '{match[0]}' must be a pair {{name}}, or doubled to print a brace")
        name = match[1]
        if name is None:
            continue
        if _NAME.fullmatch(name) is None:
            raise PlaceholderError(
                f"'{match[0][:40]}' is not a placeholder; write only a name in braces (a-z, 0-9, _), as in {{each}}"
            )
        names[name] = None
    return tuple(names)


def fold(text: str) -> str:
    """The sentence on one line: wrapped lines joined, runs of spaces made one."""
    return _SPACE.sub(" ", text).strip(" ")


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """A sentence for the reader. May hold RST inline markup and ``{placeholders}``.

    msg            the sentence, on one line; it is the msgid of the catalogues
    line           the line of the YAML where it starts, from 1; 0 for a text that no file holds
    max            how many characters a translation may have at most, or None
    note           what the translator should know, or None
    critical       a mistake here could harm someone: never printed as final without review
    placeholders   the names in braces, each once and in order
    """

    msg: str
    line: int = 0
    max: int | None = None
    note: str | None = None
    critical: bool = False
    placeholders: tuple[str, ...] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "placeholders", placeholders(self.msg))

    def __str__(self) -> str:
        return self.msg

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """From YAML by :func:`_read`; to an editor's completion, a string or the long form."""
        written = core_schema.union_schema([core_schema.str_schema(min_length=1), handler.generate_schema(LongForm)])
        return core_schema.json_or_python_schema(
            json_schema=written, python_schema=core_schema.with_info_plain_validator_function(_read)
        )


class LongForm(Shape):
    """A sentence with what its translator must know."""

    msg: Annotated[str, StringConstraints(strict=True)]
    """The sentence. May hold {placeholders} named after quantities."""
    max: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many characters a translation may have at most."""
    note: Annotated[str, StringConstraints(strict=True)] | None = None
    """What the translator should know: where the sentence stands, what a word means here."""
    critical: Annotated[bool, Field(strict=True)] = False
    """True if a mistake in the translation could harm someone."""


_SHORT = LongForm(msg="")


def _read(value: object, info: ValidationInfo[Any]) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return _sentence(value, _SHORT, getattr(value, "line", 0))
    if isinstance(value, dict):
        if isinstance(value, Map) and value.flow and None in value.values():
            raise PydanticCustomError("facts-syntax", "starts with a brace; put the whole sentence in quotes")
        form = LongForm.model_validate(value, context=info.context)
        return _sentence(form.msg, form, line_of(value))
    raise PydanticCustomError("facts-type", "must be a sentence")


def raw_sentence(value: object) -> str | None:
    """The sentence in a value of the tree, in its short or long form; None if there is none."""
    if isinstance(value, Map):
        value = value.get("msg")
    return value if isinstance(value, str) else None


def line_of(value: object) -> int:
    """The line where the sentence of such a value starts; 0 if it is not known."""
    if isinstance(value, dict):
        value = value.get("msg")
    return value.line if isinstance(value, Str) else 0


def _sentence(raw: str, form: LongForm, line: int) -> Text:
    msg = fold(raw)
    if not msg:
        raise PydanticCustomError("facts-empty", "is empty; write the sentence or delete the line")
    limit = min(form.max or MAX_CHARACTERS, MAX_CHARACTERS)
    if len(msg) > limit:
        raise PydanticCustomError("facts-too-long", f"has {len(msg):,} characters, but at most {limit:,} are allowed")
    try:
        return Text(msg, line, form.max, None if form.note is None else fold(form.note), form.critical)
    except PlaceholderError as exc:
        raise PydanticCustomError("facts-placeholder", "is not right: {reason}", {"reason": str(exc)}) from exc
