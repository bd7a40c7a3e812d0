"""Settings and clinic files in, what handouts are printed on and with out: letterheads and the user's own fonts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.handout.letterhead import Letterhead, read_letterheads
from sphinx_prolo.pdf.further import FontFile, further_fonts

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem

# The families before which those of the user are asked: the letters of a script come first, signs last.
_SIGNS = "Noto Sans Math"


@dataclasses.dataclass(frozen=True, slots=True)
class Stationery:
    """What a build prints on and with. Picklable.

    letterheads  one tree of PDFs for each; None is the neutral one. None at all when every clinic file is broken
    fonts        of the user's own
    broken       the ids of clinic files with an error
    problems     of clinic files and fonts
    """

    letterheads: tuple[Letterhead | None, ...] = (None,)
    fonts: tuple[FontFile, ...] = ()
    broken: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


NEUTRAL = Stationery()


def stationery(confdir: Path, clinics: Sequence[Path], folders: Iterable[str]) -> Stationery:
    """Read clinic files and font folders, once for all languages. Folders are seen from conf.py."""
    fonts, wrong = further_fonts([confdir / folder for folder in folders], str(confdir / "conf.py"))
    if not clinics:
        return Stationery(fonts=fonts, problems=wrong)
    found = read_letterheads(clinics)
    return Stationery(found.letterheads, fonts, found.broken, (*found.problems, *wrong))


def configured(confdir: Path, clinic: object) -> list[Path]:
    """The clinic file that conf.py names, if it names one."""
    return [confdir / clinic] if isinstance(clinic, str) and clinic else []


def families(own: Sequence[str], fonts: Iterable[FontFile]) -> tuple[str, ...]:
    """The font families of a page: those of its script, the user's, those with signs."""
    further = dict.fromkeys(font.family for font in fonts)
    at = list(own).index(_SIGNS) if _SIGNS in own else len(own)
    return (*own[:at], *further, *own[at:])
