"""Every conf.py value of ours, once: its type, default, check and explanation."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from sphinx_prolo.handout.editions import EDITIONS
from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


@dataclasses.dataclass(frozen=True, slots=True)
class Option:
    """One value of conf.py.

    rebuild  "env" when documents have to be read again after a change, "" when only printing depends on it
    check    returns what is wrong with a value, or None
    """

    name: str
    default: Any
    types: tuple[type, ...]
    rebuild: Literal["env", ""]
    check: Callable[[Any], str | None]
    help: str


def _anything(_value: Any) -> str | None:
    return None


def _strings(value: Any) -> str | None:
    if all(isinstance(item, str) for item in value):
        return None
    return "must be a list of strings"


def _paper(value: Any) -> str | None:
    return None if value in {"auto", "A4", "Letter"} else f"must be 'auto', 'A4' or 'Letter', not {value!r}"


def _editions(value: Any) -> str | None:
    for name in value if isinstance(value, (list, tuple)) else [value]:
        if name not in EDITIONS:
            return f"may name {', '.join(map(repr, EDITIONS))}, not {name!r}"
    return None


OPTIONS = (
    Option("handout_source_language", "en", (str,), "env", _anything,
           "What the sources are written in, whatever -D language says."),
    Option("handout_languages", [], (list, tuple), "", _strings,
           "The languages to print; empty: the source language and every language with a catalogue."),
    Option("handout_paper", "auto", (str,), "", _paper,
           "'A4', 'Letter', or 'auto': by the territory of the source language."),
    Option("handout_editions", ["standard"], (list, tuple), "", _editions,
           "The editions to print: 'standard', 'large-print', 'bilingual'."),
    Option("handout_clinic", "", (str,), "", _anything,
           "The file of the clinic whose letterhead is printed, seen from conf.py; empty: neutral handouts."),
    Option("handout_fonts", [], (list, tuple), "", _strings,
           "Folders with further fonts (TTF, OTF), seen from conf.py."),
    Option("handout_glossary", "", (str,), "", _anything,
           "The file with the terms that translations must use, seen from conf.py; empty: none."),
    Option("handout_final_only", False, (bool,), "", _anything,
           "Print finals only."),
)  # fmt: skip


def check_config(config: Config) -> list[Problem]:
    """Judge every value of ours; a wrong one is a problem of conf.py that names the value."""
    return [
        error("conf.py", None, "handout-config", f"{option.name} {complaint}")
        for option in OPTIONS
        if (complaint := option.check(config[option.name])) is not None
    ]


def setup_config(app: Sphinx) -> None:
    """Declare the values to Sphinx."""
    for option in OPTIONS:
        app.add_config_value(option.name, option.default, option.rebuild, option.types, option.help)
