"""Languages asked for in, languages that can be printed out, and a problem for each of the others."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from sphinx_prolo.language import UnknownLanguage, profile
from sphinx_prolo.problem import error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_prolo.press.project import Project
    from sphinx_prolo.problem import Problem

# A code becomes the name of a folder: letters, digits and underscores only.
_CODE = re.compile(r"[A-Za-z]{2,8}(_[A-Za-z0-9]{1,8})*")


def choose(project: Project, asked: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The languages to print: those asked for, else those of conf.py, else the source language and all translations."""
    wanted = asked or project.listed or (project.source_language, *project.translated)
    problems: list[Problem] = []
    chosen: list[str] = []
    for code in dict.fromkeys(wanted):
        problem = _unknown(project, code) or _untranslated(project, code)
        if problem is None:
            chosen.append(code)
        else:
            problems.append(problem)
    return tuple(chosen), tuple(problems)


def _unknown(project: Project, code: str) -> Problem | None:
    try:
        if _CODE.fullmatch(code):
            profile(code)
            return None
    except UnknownLanguage:
        pass
    message = (
        f"{code!r} is no language that CLDR knows; write the code as the folder of its catalogue, like es or zh_CN"
    )
    known = (project.source_language, *project.translated)
    near = difflib.get_close_matches(code.replace("-", "_"), [name for name in known if name != code], n=1)
    if near:
        message += f" (did you mean {near[0]}?)"
    return error(_catalogues(project, code), None, "language-unknown", message)


def _untranslated(project: Project, code: str) -> Problem | None:
    """A language needs a catalogue; ``es_MX`` may do with that of ``es``."""
    if code == project.source_language or {code, code.split("_")[0]} & set(project.translated):
        return None
    have = ", ".join(project.translated) or "none"
    message = (
        f"no catalogue of {code!r} holds handouts; run 'sphinx-prolo update' with -l {code} and translate them "
        f"(languages with a catalogue: {have})"
    )
    return error(_catalogues(project, code), None, "language-no-catalogue", message)


def _catalogues(project: Project, code: str) -> str:
    """Where the catalogue would be."""
    if not project.locale_dirs or not _CODE.fullmatch(code):
        return project.conf
    return str(project.locale_dirs[0] / code / "LC_MESSAGES")
