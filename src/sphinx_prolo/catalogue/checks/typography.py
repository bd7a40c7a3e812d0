"""A translation should look as its readers are used to: remarks, nothing more."""

from __future__ import annotations

import abc
import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue import scripts
from sphinx_prolo.catalogue.checks.check import Check, Outcome
from sphinx_prolo.catalogue.prose import prose
from sphinx_prolo.catalogue.punctuation import ENDS, MARKS, kind, last_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem


class _Typography(Check):
    """What the four have in common: one code, and each finding once for all forms."""

    code = "catalogue-typography"
    outcome = Outcome.NOTE

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if form not in sources:
                yield from (self.problem(message, text) for text in self.remarks(sources, form))

    @abc.abstractmethod
    def remarks(self, sources: tuple[str, ...], form: str) -> Iterator[str]:
        """What to improve in a form."""


class EndPunctuation(_Typography):
    """A translation ends as its source ends: with a full stop, a question mark, an exclamation mark, a colon, or
    nothing; each in the signs of its own script (。 ？ ؟ । ։). Commas and semicolons are those of the script, too.
    A Spanish question begins with ¿, an exclamation with ¡.
    """

    def remarks(self, sources: tuple[str, ...], form: str) -> Iterator[str]:
        words = prose(form)
        wanted, found = {kind(last_sign(prose(source))) for source in sources}, kind(last_sign(words))
        language = scripts.base(self.place.language)
        if found not in wanted and not (language in scripts.NO_FULL_STOP and (found, *wanted) == ("", ".")):
            end = ENDS.get(language, {}).get(min(wanted), min(wanted))
            yield (
                f"the source ends with '{end}', the translation does not"
                if end
                else (f"the translation ends with '{last_sign(words)}', the source does not")
            )
        for pattern, sign in MARKS.get(language, ()):
            if (match := pattern.search(words)) is not None:
                yield f"write '{sign}' instead of '{match[0].strip()}'"
        if language == "es":
            for opening, closing in ("¿?", "¡!"):
                if closing in words and opening not in words:
                    yield f"a sentence that ends with '{closing}' begins with '{opening}'"


class Spaces(_Typography):
    """There are no two spaces side by side. In French, a no-break space stands before : ; ! ? » and after «, so that
    no line begins with such a sign.
    """

    def remarks(self, sources: tuple[str, ...], form: str) -> Iterator[str]:
        if "  " in form and not any("  " in source for source in sources):
            yield "there are two spaces side by side; delete one"
        if self.place.language.replace("-", "_").split("_")[0] == "fr":
            canadian = self.place.language.endswith("CA")
            match = (_FRENCH_COLON if canadian else _FRENCH).search(prose(form))
            if match is not None:
                yield f"put a no-break space (U+00A0 or U+202F) at '{match[0].strip()}', and no other"


class Invisible(_Typography):
    """There are no characters that nobody sees and the language does not need: zero-width spaces outside of Thai,
    Khmer, Lao and Burmese; joiners outside of the scripts that shape letters with them; direction marks in text that
    runs from left to right; the Arabic stroke that only makes words longer.
    """

    def remarks(self, sources: tuple[str, ...], form: str) -> Iterator[str]:
        if form.isascii():
            return
        language = scripts.base(self.place.language)
        for match in dict.fromkeys(_INVISIBLE.findall(form)):
            if any(match in source for source in sources) or _is_used(match, language, form):
                continue
            yield f"U+{ord(match):04X} ({unicodedata.name(match).lower()}) is of no use here; delete it"


class Composition(_Typography):
    """Letters with accents are one character each (Unicode NFC), so that they are found and compared."""

    def remarks(self, sources: tuple[str, ...], form: str) -> Iterator[str]:  # noqa: ARG002
        if not unicodedata.is_normalized("NFC", form):
            wrong = next(char for char in form.split() if not unicodedata.is_normalized("NFC", char))
            yield f"'{wrong[:40]}' is not in Unicode NFC; type the word again, or save the file as NFC"


_FRENCH = re.compile(r"(?<=[^\W\d_])[;!?»]|(?<=\w) [;!?»]|(?<=\w):(?=\s|$)|(?<=\w) :(?=\s|$)|«(?=[\w ])")
_FRENCH_COLON = re.compile(r"(?<=[^\W\d_])»|(?<=\w) »|(?<=\w):(?=\s|$)|(?<=\w) :(?=\s|$)|«(?=[\w ])")
_INVISIBLE = re.compile("[\u00ad\u0640\u200b-\u200f\u2060\u061c\ufeff]")
# The abbreviation of "Hijri" is written with the stroke, and so are prefixes before a number, a name or a placeholder.
_STROKE_OF_USE = re.compile("(?<![\u0621-\u064a])\u0647\u0640|\u0640(?![\u0621-\u065f])")


def _is_used(char: str, language: str, form: str) -> bool:
    """Whether a language has a use for an invisible character."""
    match char:
        case "\u00ad":
            return True
        case "\u0640":
            return "\u0640" not in _STROKE_OF_USE.sub("", form)
        case "\u200b":
            return language in scripts.UNSPACED
        case "\u200c" | "\u200d":
            return language in scripts.JOINING
        case "\u200e" | "\u200f" | "\u061c":
            return scripts.is_right_to_left(language)
    return False
