"""A print job in, a digest out: jobs of the same digest print the same bytes, and one of them is enough."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import importlib.metadata
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx_prolo
from sphinx_prolo import pdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_prolo.pdf import Passage, PrintJob

# Name and passages say whom to blame; they print nothing.
_UNPRINTED = {"name", "passages"}
_ENGINE = ("weasyprint", "pydyf", "fonttools", "noto-cjk-sans-jp-regular", "noto-cjk-sans-jp-bold")


def digest(job: PrintJob) -> str:
    """What decides about the bytes of the PDF, in one word: the page, the fonts and whatever prints it."""
    parts: list[str | bytes] = [engine()]
    for field in dataclasses.fields(job):
        if field.name not in _UNPRINTED:
            parts += [field.name, *_flat(getattr(job, field.name))]
    return _hash(parts)


def blame(passages: Iterable[Passage]) -> str:
    """What decides about where a problem of printing is reported."""
    return _hash(str(part) for passage in passages for part in (passage.text, passage.path, passage.line))


@functools.cache
def engine() -> str:
    """Whatever prints, in one word: our version, the whole room ``pdf/`` with its fonts, and all libraries it uses."""
    room = Path(pdf.__file__).parent
    files = sorted(path for path in room.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts: list[str | bytes] = [sphinx_prolo.__version__, *(f"{name} {_version(name)}" for name in _ENGINE)]
    parts += [f"{name} {version}" for name, version in pdf.libraries().items()]
    for path in files:
        parts += [path.relative_to(room).as_posix(), path.read_bytes()]
    return _hash(parts)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _flat(value: object) -> Iterator[str | bytes]:
    if isinstance(value, tuple):
        yield str(len(value))
        for part in value:
            yield from _flat(part)
    else:
        yield value if isinstance(value, bytes) else str(value)


def _hash(parts: Iterable[str | bytes]) -> str:
    """SHA-256 over the parts, each with its length, so that no two lists of parts look alike."""
    total = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(content))
        total.update(content)
    return total.hexdigest()
