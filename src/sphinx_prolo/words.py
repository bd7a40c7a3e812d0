"""The words of a build: the Writer of the reader's language and of the source language, for whoever makes nodes."""

from __future__ import annotations

import functools
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo import catalogue
from sphinx_prolo.language import Labels, Writer, profile

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

OWN_LOCALES = Path(__file__).parent / "locales"
DOMAIN = "sphinx_prolo"

_known: weakref.WeakKeyDictionary[BuildEnvironment, dict[str, Writer]] = weakref.WeakKeyDictionary()


def is_shipped(code: str) -> bool:
    """Whether we ship our own words in a language, or in the language of which it is a regional form."""
    language = code.split("_")[0]
    return language == "en" or any((OWN_LOCALES / part).is_dir() for part in (language, code))


def reader(env: BuildEnvironment) -> Writer:
    """Writes in the language that is being built."""
    return _writer_for(env, env.config.language)


def author(env: BuildEnvironment) -> Writer:
    """Writes in the language that the sources are written in."""
    return _writer_for(env, env.config.handout_source_language)


def writer(code: str, folders: tuple[Path, ...] = ()) -> Writer:
    """The writer of a language: our own labels, completed by those of the project's (vetted) locale ``folders``.

    Raises ``language.UnknownLanguage`` when CLDR has no such language.
    """
    language = code.split("_")[0]
    candidates = [
        folder / part / "LC_MESSAGES" / f"{DOMAIN}.po"
        for part in dict.fromkeys((language, code))
        for folder in (OWN_LOCALES, *folders)
    ]
    return _writer(code, tuple((path, path.stat().st_mtime_ns) for path in candidates if path.is_file()))


@functools.lru_cache(maxsize=64)
def _writer(code: str, states: tuple[tuple[Path, int], ...]) -> Writer:
    """The catalogues that come later win; each keeps its own plural rule."""
    labels: Labels | None = None
    for path, _mtime in states:
        found = catalogue.label_entries(path)
        labels = Labels(code, found.entries, found.plural_rule, fallback=labels)
    return Writer(profile(code), labels or Labels(code, {}))


def _writer_for(env: BuildEnvironment, code: str) -> Writer:
    """Looked up once for an environment: the project's words were vetted before there was one."""
    known = _known.setdefault(env, {})
    if code not in known:
        known[code] = writer(code, tuple(Path(env.srcdir, folder).resolve() for folder in env.config.locale_dirs))
    return known[code]
