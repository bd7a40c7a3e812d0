"""Bytes in, a whole file out: written beside its place and moved there in one step."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from pathlib import Path
from typing import Any


def write(path: Path, content: bytes) -> None:
    """Replace a file: whoever reads it sees the old bytes or the new ones, and a failure leaves the old ones.

    Raises OSError, and leaves nothing of its own behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except BaseException:  # an interrupt too leaves nothing behind
        beside.unlink(missing_ok=True)
        raise


def write_json(path: Path, data: Any) -> None:
    """Replace a JSON file, unless it says the same already. The same data give the same bytes."""
    content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    if not path.is_file() or path.read_bytes() != content:
        write(path, content)


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
