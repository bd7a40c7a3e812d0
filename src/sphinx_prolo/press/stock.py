"""Stock: the PDFs in an output folder and what is known of them; it may be copied, for it knows no place but its own.

``OUTDIR/.prolo/state.json`` remembers of each PDF what it was printed from, ``OUTDIR/handouts.json`` tells the world.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_prolo.press import files
from sphinx_prolo.press.row import Row
from sphinx_prolo.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = 1
_PAUSE = 5.0  # seconds between two states of a long build
_SHARE = 20  # of which writing them may take one part, however many PDFs there are


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One PDF.

    digest    of the job that it was printed from; empty when the file is not what it should be, so that no row tells
              of it and the next build prints it again
    blame     of the passages that its problems point to
    size      in bytes
    row       what handouts.json says
    problems  what was wrong with the page though it was printed
    """

    digest: str
    blame: str
    size: int
    row: Row
    problems: tuple[Problem, ...] = ()


class Stock:
    """What lies in ``outdir``. ``home`` is the project: paths in problems are kept relative to it."""

    def __init__(self, outdir: Path, home: Path) -> None:
        self._outdir = outdir
        self._home = home
        self._state = outdir / ".prolo" / "state.json"
        self.clinics: dict[str, str] = {}  # the files of clinics that were asked for by --clinic, by id
        self._next = time.monotonic() + _PAUSE
        self._items = {item.row.path: item for item in self._load()}
        self.made = ("", "")

    def __iter__(self) -> Iterator[Item]:
        return iter(tuple(self._items.values()))

    def __bool__(self) -> bool:
        return bool(self._items)

    def item(self, path: str) -> Item | None:
        """What is known of a PDF, if the file is still the one that was printed."""
        item = self._items.get(path)
        if item is None or not item.digest:
            return None
        place = self.place(path)
        try:
            same = place.stat().st_size == item.size and files.sha256(place) == item.row.sha256
        except OSError:
            return None
        return item if same else None

    def put(self, item: Item, content: bytes) -> None:
        """Write a PDF. Raises OSError; then the one that was there stays, in doubt."""
        self.doubt(item.row.path)
        files.write(self.place(item.row.path), content, self._outdir)
        self.note(item)

    def note(self, item: Item) -> None:
        """Know better of a PDF that did not change."""
        self._items[item.row.path] = item

    def doubt(self, path: str) -> None:
        """The PDF, if there is one, stays, but is no longer told of."""
        if path in self._items:
            self._items[path] = dataclasses.replace(self._items[path], digest="")

    def drop(self, path: str) -> bool:
        """Remove a PDF, and say whether there was one. Raises OSError when it cannot go; then it stays, in doubt."""
        self.doubt(path)
        existed = self.place(path).exists()
        files.remove(self.place(path), self._outdir)
        self._items.pop(path, None)
        return existed

    def place(self, path: str) -> Path:
        """Where a PDF lies."""
        return self._outdir / path

    def rows(self) -> tuple[Row, ...]:
        """What handouts.json says, in its order."""
        return tuple(sorted((item.row for item in self if item.digest), key=lambda row: row.place))

    def save(self) -> None:
        """Write both files; ``made`` tells what they hold. Raises OSError."""
        self.made = ("", "")
        told = {"handouts": [row.as_dict() for row in self.rows()]}
        self.made = self._save_state(), files.write_json(self._outdir / "handouts.json", told, self._outdir)

    def save_now_and_then(self) -> None:
        """Write the state while a long build goes on: if it is killed, it has not printed in vain."""
        begin = time.monotonic()
        if begin > self._next:
            with contextlib.suppress(OSError):  # the end of the build will tell
                self._save_state()
            end = time.monotonic()
            self._next = end + max(_PAUSE, _SHARE * (end - begin))

    def _save_state(self) -> str:
        items = sorted(self, key=lambda item: item.row.path)
        clinics = {name: files.near(file, self._home) for name, file in sorted(self.clinics.items())}
        state = {"format": FORMAT, "clinics": clinics, "prints": [self._as_dict(item) for item in items]}
        return files.write_json(self._state, state, self._outdir)

    def _load(self) -> list[Item]:
        """What the last build knew; nothing, if that cannot be read, and then everything is printed again."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            data = json.loads(self._state.read_bytes())
            if data["format"] == FORMAT:
                self.clinics = {name: files.far(file, self._home) for name, file in data.get("clinics", {}).items()}
                return [self._from_dict(entry) for entry in data["prints"]]
        return []

    def _as_dict(self, item: Item) -> dict[str, Any]:
        problems = [problem.as_dict() | {"path": files.near(problem.path, self._home)} for problem in item.problems]
        return dataclasses.asdict(item) | {"row": item.row.as_dict(), "problems": problems}

    def _from_dict(self, data: dict[str, Any]) -> Item:
        problems = tuple(
            Problem.from_dict(entry | {"path": files.far(entry["path"], self._home)}) for entry in data["problems"]
        )
        return Item(**data | {"row": Row.from_dict(data["row"]), "problems": problems})


def content_hash(content: bytes) -> str:
    """The SHA-256 of a PDF, as handouts.json writes it."""
    return hashlib.sha256(content).hexdigest()
