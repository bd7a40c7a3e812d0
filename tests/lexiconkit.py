"""Little lexicons, that tests do not hang on the words of the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import language

if TYPE_CHECKING:
    from sphinx_prolo.lexicon import Lexicon

FOLDER = Path(__file__).parent / "lexicons"


def lexicon(code: str) -> Lexicon:
    """The little lexicon of a language; English is the shipped one, being the source that all are compared with."""
    return language.lexicon(code) if code == "en" else language.lexicon(code, FOLDER)
