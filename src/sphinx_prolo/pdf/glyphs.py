"""Flaws of the drawn text in, problems out: which character no font has, in which language, in which passage."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo import problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_prolo.pdf.job import Passage, PrintJob
    from sphinx_prolo.problem import Problem

DOTTED_CIRCLE = "\u25cc"
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b"))  # soft hyphens, zero-width spaces
_AROUND = 30  # characters of the passage to show on each side


@dataclasses.dataclass(frozen=True, slots=True)
class Flaw:
    """A character that was not drawn as it should be, in a piece of text of one language.

    broken: the shaper found no letter for this mark, and drew it on a dotted circle; else no font has the character.
    """

    character: str
    text: str
    language: str
    broken: bool = False


def problems(flaws: Iterable[Flaw], job: PrintJob) -> list[Problem]:
    """One error for each character and each passage that holds it; for the job if none does (its page furniture)."""
    found: dict[Problem, None] = {}
    for flaw in dict.fromkeys(flaws):
        passages = _holders(flaw, job.passages)
        for passage in passages:
            found[_problem(flaw, passage.path, passage.line, passage.text)] = None
        if not passages:
            found[_problem(flaw, job.name, None, flaw.text)] = None
    return list(found)


def lonely_mark(text: str) -> str:
    """The first mark of a text that follows no letter, else its first mark: the one that got a dotted circle."""
    marks = [at for at, character in enumerate(text) if _is_mark(character)]
    lonely = [at for at in marks if at == 0 or unicodedata.category(text[at - 1])[0] not in "LMC"]
    return text[(lonely or marks)[0]] if marks else DOTTED_CIRCLE


def _is_mark(character: str) -> bool:
    """Whether a character is written on, under or around another one."""
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"


def _holders(flaw: Flaw, passages: tuple[Passage, ...]) -> list[Passage]:
    fragment = _plain(flaw.text).rstrip("-\u2010")
    holders = [passage for passage in passages if fragment and fragment in _plain(passage.text)]
    if holders or flaw.broken:  # nearly every passage holds the mark, and rightly
        return holders
    character = _plain(flaw.character)
    return [passage for passage in passages if character and character in _plain(passage.text)]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_UNSEEN).casefold().split())


def _problem(flaw: Flaw, path: str, line: int | None, text: str) -> Problem:
    name = unicodedata.name(flaw.character, "a character without a name")
    which = f"U+{ord(flaw.character):04X} {name}"
    where = f"(language {flaw.language}) in “{_excerpt(text, flaw.character)}”"
    if flaw.broken:
        message = f"the mark {which} has no letter to stand on {where}, so a dotted circle is drawn; mend the spelling"
        return problem.error(path, line, "print-cluster", message)
    cure = "use another character"
    if _is_cjk(flaw.character):
        cure = "install the Chinese, Japanese and Korean fonts: pip install 'sphinx-prolo[cjk]'"
    return problem.error(path, line, "print-glyph", f"no font has the character {which} {where}; {cure}")


def _is_cjk(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ", "IDEOGRAPHIC ", "FULLWIDTH "))


def _excerpt(text: str, character: str) -> str:
    """The text around the character, on one line."""
    line = " ".join(text.translate(_UNSEEN).split())
    at = max(line.find(character), 0)
    start, end = max(at - _AROUND, 0), at + _AROUND + 1
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
