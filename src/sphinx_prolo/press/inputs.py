"""A project's folder in; everything that decides about its PDFs out, in a few words, without starting Sphinx.

What all languages share is one word: the source folder, whatever else was opened, our own files, the versions of what
is installed. What is a language's own is another: its catalogues and its ledger.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import sphinx_prolo
from sphinx_prolo import pdf
from sphinx_prolo.press.traces import Traces, walk

_PACKAGE = os.path.dirname(os.path.abspath(sphinx_prolo.__file__))  # noqa: PTH100, PTH120
_CATALOGUES = "LC_MESSAGES"
_LEDGER = "reviews.yaml"
# They say where Python finds modules, and what day it is.
_VARIABLES = ("PYTHONPATH", "SOURCE_DATE_EPOCH", "PYTHONUTF8")


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a project lies. ``others`` are the files outside of the source folder that count, too."""

    srcdir: str
    outdir: str
    locale_dirs: tuple[str, ...]
    others: tuple[str, ...] = ()


def base(place: Place, traces: Traces) -> str:
    """What all languages have in common, without ``others``."""
    files = [path for path in walk(place.srcdir, apart(place)) if not _is_ledger(path, place)]
    ours = (path for path in walk(_PACKAGE) if not path.endswith(".pyc"))
    folders = repr([os.path.relpath(folder, place.srcdir) for folder in place.locale_dirs])
    return _hash((traces.digest(files, place.srcdir), traces.digest(ours, _PACKAGE), folders, *_tools()))


def shared(based: str, place: Place, traces: Traces) -> str:
    """What all languages have in common: ``based`` on :func:`base`, and ``others``."""
    return _hash((based, traces.digest(place.others, place.srcdir)))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def own(place: Place, language: str, source_language: str, traces: Traces) -> str:
    """What belongs to a language: its catalogues and those that complete it, its ledger and that of the source."""
    found: list[str] = []
    for folder in place.locale_dirs:
        for code in {language, language.split("_")[0], source_language}:
            top = os.path.join(folder, code)  # noqa: PTH118 - as traces.py
            found.append(os.path.join(top, _LEDGER))  # noqa: PTH118
            found += [path for path in walk(os.path.join(top, _CATALOGUES)) if path.endswith(".po")]  # noqa: PTH118
    return traces.digest(found, place.srcdir)


def is_covered(path: str, place: Place) -> bool:
    """Whether a file that was opened is known already: as the output, a catalogue, a ledger or as one of our own."""
    inside = (place.outdir, _PACKAGE, *apart(place))
    return path.startswith(tuple(top + os.sep for top in inside)) or path in inside or _is_ledger(path, place)


def apart(place: Place) -> frozenset[str]:
    """The folders that may lie below the source folder and are not for all languages: the output, the catalogues."""
    found = {place.outdir}
    for folder in place.locale_dirs:
        try:
            with os.scandir(folder) as entries:
                found |= {os.path.join(entry.path, _CATALOGUES) for entry in entries}  # noqa: PTH118
        except OSError:
            continue
    return frozenset(found)


def _is_ledger(path: str, place: Place) -> bool:
    top, name = os.path.split(path)
    return name == _LEDGER and os.path.dirname(top) in place.locale_dirs  # noqa: PTH120


def _tools() -> Iterator[str]:
    """Python, the environment, and all that is installed, with its version; the system's libraries as well."""
    yield f"{sys.version} {sys.prefix} {sys.getfilesystemencoding()}"
    yield from (f"{name}={os.environ.get(name)}" for name in _VARIABLES)
    yield from (f"{name} {version}" for name, version in pdf.libraries().items())
    for folder in dict.fromkeys(sys.path):
        if folder.endswith(("site-packages", "dist-packages")):
            yield "\n".join(
                sorted(name for name in _names(folder) if name.endswith((".dist-info", ".egg-info", ".pth")))
            )


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are all that we want
    except OSError:
        return []


def translated(locale_dirs: Iterable[Path]) -> tuple[str, ...]:
    """The languages that have a catalogue with more than our own and Sphinx's words, sorted."""
    folders = (path for top in locale_dirs for path in top.glob(f"*/{_CATALOGUES}"))
    return tuple(sorted({path.parent.name for path in folders if _holds_messages(path)}))


def _holds_messages(folder: Path) -> bool:
    return any(path.name not in _FURNITURE for path in folder.rglob("*.po"))


# Catalogues of Sphinx's and of our own words: they hold no handout, and make no language of a folder.
_FURNITURE = {"sphinx.po", "sphinx_prolo.po"}
