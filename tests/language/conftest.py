"""Writers for any language, with the shipped labels where we ship them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import sphinx_prolo
from sphinx_prolo.language import Labels, Writer, profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.messages.catalog import Catalog

LOCALES = Path(sphinx_prolo.__file__).parent / "locales"


@functools.cache
def shipped(code: str) -> Catalog:
    with (LOCALES / code / "LC_MESSAGES/sphinx_prolo.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def entries(catalogue: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    found = {}
    for message in catalogue:
        if message.id:
            msgid = message.id[0] if isinstance(message.id, tuple) else message.id
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            found[message.context or "", msgid] = forms
    return found


def labels(code: str) -> Labels:
    base = "ar" if code == "ar_EG" else code
    if not (LOCALES / base).is_dir():
        return Labels(code, {})
    return Labels(code, entries(shipped(base)), shipped(base).plural_forms)


@pytest.fixture(scope="session")
def writer() -> Callable[[str], Writer]:
    """A writer for a language code; ``ar_EG`` takes the Arabic labels."""
    return functools.cache(lambda code: Writer(profile(code), labels(code)))


@pytest.fixture(scope="session")
def catalogue() -> Callable[[str], Catalog]:
    """The label catalogue that we ship for a language, as Babel reads it."""
    return shipped


@pytest.fixture(scope="session")
def label_entries() -> Callable[[str], dict[tuple[str, str], tuple[str, ...]]]:
    """The same as the entries that Labels takes."""
    return lambda code: entries(shipped(code))
