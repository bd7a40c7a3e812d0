"""A project's folder in; its source language, its languages and its catalogues out, or what is wrong with conf.py.

conf.py is run once more for each language by Sphinx itself; this look ahead only decides which languages there are.
"""

from __future__ import annotations

import dataclasses
import traceback
from pathlib import Path
from typing import Any

from sphinx.config import eval_config_file
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from sphinx_prolo.handout.editions import chosen
from sphinx_prolo.press.inputs import translated
from sphinx_prolo.problem import Problem, error


@dataclasses.dataclass(frozen=True, slots=True)
class Project:
    """What conf.py says before Sphinx starts.

    listed      handout_languages
    translated  the languages that have a catalogue, sorted
    editions    handout_editions, those that we know
    clinic      handout_clinic, as it is written
    fonts       handout_fonts, as they are written
    """

    srcdir: Path
    source_language: str
    locale_dirs: tuple[Path, ...]
    listed: tuple[str, ...]
    translated: tuple[str, ...]
    final_only: bool
    editions: tuple[str, ...]
    clinic: str
    fonts: tuple[str, ...]

    @property
    def conf(self) -> str:
        """The path of conf.py, for problems."""
        return str(self.srcdir / "conf.py")


def read_project(srcdir: Path) -> Project | Problem:
    """Look into conf.py."""
    path = srcdir / "conf.py"
    try:
        values = eval_config_file(path, Tags())
    except ConfigError as failed:
        return _config_problem(path, failed)
    folders = _strings(values.get("locale_dirs", ["locales"]))
    locale_dirs = tuple((srcdir / folder).resolve() for folder in folders)
    return Project(
        srcdir=srcdir,
        source_language=str(values.get("handout_source_language", "en")),
        locale_dirs=locale_dirs,
        listed=_strings(values.get("handout_languages", ())),
        translated=translated(locale_dirs),
        final_only=values.get("handout_final_only") is True,
        editions=chosen(values.get("handout_editions")),
        clinic=str(values.get("handout_clinic") or ""),
        fonts=_strings(values.get("handout_fonts", ())),
    )


def _strings(value: Any) -> tuple[str, ...]:
    """A list of strings; anything else is judged, and complained of, where Sphinx reads conf.py."""
    if isinstance(value, (list, tuple)):
        return tuple(item for item in value if isinstance(item, str))
    return ()


def _config_problem(path: Path, failed: ConfigError) -> Problem:
    """One sentence about a conf.py that cannot be run, at the line that fails."""
    cause = failed.__cause__
    line: int | None = None
    if cause is None:
        message = str(failed)
    elif isinstance(cause, SyntaxError):
        line, message = cause.lineno, f"not Python: {cause.msg}"
    elif isinstance(cause, SystemExit):
        message = "conf.py, or a module that it imports, calls sys.exit(); take that out"
    else:
        message = f"{type(cause).__name__}: {cause}"
    if cause is not None and line is None:
        frames = traceback.extract_tb(cause.__traceback__)
        line = next((frame.lineno for frame in reversed(frames) if Path(frame.filename) == path), None)
    return error(str(path), line, "handout-config", " ".join(message.split()))
