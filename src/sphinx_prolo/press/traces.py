"""Files in, what they hold in one word out; a file that looks as it did is not read again.

"As it did" means the same size, times and inode: compared for being equal, never for being earlier or later, so that a
clock that runs wrong, an unpacked archive or a changed branch cannot deceive us. Whatever differs is read.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Look = tuple[int, int, int, int]  # size, time of the content, time of the inode, inode

_ABSENT = "absent"
# A file that changed this short a time ago may change again without looking different: clocks of disks tick slowly.
_FRESH = 1_000_000_000
# Nobody writes sources in these. What is read from them all the same is noticed by senses.py.
_SKIPPED = frozenset({".git", ".hg", ".svn", "__pycache__", "node_modules", ".tox", ".nox"})
_CACHES = ("_cache",)


def look(path: str) -> Look | None:
    """How a file looks from outside; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of them, and a Path takes longer than the system
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


class Traces:
    """What files held, by path, and how they looked then. ``seen`` is what was known before.

    A file is looked at once: what it held when it was first asked for is what counts.
    """

    def __init__(self, seen: Mapping[str, tuple[Look, str]] | None = None) -> None:
        self._seen = dict(seen or {})
        self._asked: dict[str, str] = {}
        self.known: dict[str, tuple[Look, str]] = {}
        self.read = 0

    def forget(self, path: str) -> None:
        """Look at a file again."""
        self._asked.pop(path, None)

    def content(self, path: str, known: str | None = None) -> str:
        """The SHA-256 of a file; "absent" when it cannot be read. ``known`` spares reading what was just written."""
        if path not in self._asked:
            self._asked[path] = self._content(path, known)
        return self._asked[path]

    def _content(self, path: str, known: str | None) -> str:
        now = look(path)
        if now is None:
            return _ABSENT
        before = self._seen.get(path)
        if before is not None and before[0] == now:
            self.known[path] = before
            return before[1]
        self.read += 1
        try:
            content = hashlib.sha256(Path(path).read_bytes()).hexdigest() if known is None else known
        except OSError:  # a folder, or one that we may not read
            return _listing(path)
        if abs(time.time_ns() - max(now[1], now[2])) > _FRESH:
            self.known[path] = now, content
        return content

    def digest(self, paths: Iterable[str], top: str) -> str:
        """What all these files hold, in one word; their names count, seen from ``top``."""
        total = hashlib.sha256()
        for path in sorted(set(paths)):
            total.update(f"{os.path.relpath(path, top)}\0{self.content(path)}\n".encode("utf-8", "surrogatepass"))
        return total.hexdigest()


def _listing(path: str) -> str:
    """The names in a folder."""
    try:
        names = "\0".join(sorted(os.listdir(path)))  # noqa: PTH208 - names are all that we want
        return "folder " + hashlib.sha256(names.encode("utf-8", "surrogatepass")).hexdigest()
    except OSError:
        return _ABSENT


def walk(top: str, skipped: frozenset[str] = frozenset()) -> Iterator[str]:
    """The files below a folder, but for folders that are ``skipped``, caches and environments of Python."""
    waiting, visited = [top], set()
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = list(entries)
        except OSError:
            continue
        if any(entry.name == "pyvenv.cfg" for entry in found):
            continue
        for entry in found:
            if _is_folder(entry):
                if entry.name in _SKIPPED or entry.name.endswith(_CACHES) or entry.path in skipped:
                    continue
                real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
                if real not in visited:
                    visited.add(real)
                    waiting.append(entry.path)
            else:
                yield entry.path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
