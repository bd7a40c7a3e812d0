"""Bytes in, a whole file out: written beside its place and moved there in one step."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

TEMPORARY = "tmp"  # below .prolo


def write(path: Path, content: bytes, top: Path | None = None) -> None:
    """Replace a file: whoever reads it sees the old bytes or the new ones, and a failure leaves the old ones.

    It is written in the folder for what is temporary of the output folder ``top``, or beside its place, and moved.
    Raises OSError, and leaves nothing of its own behind; only a killed process does (see :func:`sweep`).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = path.parent if top is None else top / ".prolo" / TEMPORARY
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except BaseException:  # an interrupt too leaves nothing behind
        beside.unlink(missing_ok=True)
        raise


def sweep(top: Path) -> None:
    """Remove what builds that were killed have left in an output folder."""
    shutil.rmtree(top / ".prolo" / TEMPORARY, ignore_errors=True)


def write_json(path: Path, data: Any, top: Path | None = None) -> str:
    """Replace a JSON file, unless it says the same already. The same data give the same bytes; their SHA-256."""
    content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    if not path.is_file() or path.read_bytes() != content:
        write(path, content, top)
    return hashlib.sha256(content).hexdigest()


def near(path: str, home: Path) -> str:
    """A path as a state says it: seen from the project, so that both may be moved together."""
    return Path(os.path.relpath(path, home)).as_posix() if Path(path).is_absolute() else f"./{path}"


def far(path: str, home: Path) -> str:
    """The inverse of :func:`near`."""
    return path[2:] if path.startswith("./") else os.path.normpath(home / path)


def remove(path: Path, top: Path) -> None:
    """Remove a file, and the folders below ``top`` that it leaves empty. Raises OSError when it cannot go."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()
    for folder in path.parents:
        if folder == top or top not in folder.parents:
            return
        try:
            folder.rmdir()
        except OSError:  # not empty, or gone
            return


def sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal; empty when there is no such file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
