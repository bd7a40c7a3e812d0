"""What the last builds of an output folder were made from and what they said, in a file; unknown, if that is in doubt.

``OUTDIR/.prolo/inputs.json``. It is taken away before anything in the folder changes and written when all is done: a
build that was killed leaves none behind, and the next one looks at everything. ``made`` names the state and the
handouts.json that it belongs to.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_prolo.press import files
from sphinx_prolo.problem import Problem

if TYPE_CHECKING:
    from sphinx_prolo.press.traces import Look

FORMAT = 1
Held = tuple[str, str, str, tuple[str, ...]]  # the fields of Withheld


@dataclasses.dataclass(slots=True)
class Read:
    """One language.

    own        what its catalogues held
    options    with what it was built
    days       of review of its handouts that were over, and those that were not
    problems   everything that stood against it
    withheld, withdrawn  as in BuildResult
    """

    own: str
    options: str
    over: tuple[str, ...]
    ahead: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Held, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclasses.dataclass(slots=True)
class Chosen:
    """Which languages a command line meant, and what was wrong with the others."""

    translated: tuple[str, ...]
    languages: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclasses.dataclass(slots=True)
class Record:
    """Everything that is known. Paths are absolute here, and relative to the project in the file."""

    shared: str = ""
    made: tuple[str, str] = ("", "")
    source_language: str = ""
    locale_dirs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reads: dict[str, Read] = dataclasses.field(default_factory=dict)
    choices: dict[str, Chosen] = dataclasses.field(default_factory=dict)
    seen: dict[str, tuple[Look, str]] = dataclasses.field(default_factory=dict)


def place(outdir: Path) -> Path:
    """The file."""
    return outdir / ".prolo" / "inputs.json"


def load(outdir: Path, home: Path) -> Record | None:
    """What is known of an output folder; None when nothing is, or it cannot be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        data = json.loads(place(outdir).read_bytes())
        if data.pop("format") == FORMAT:
            return _from_dict(data, home, outdir)
    return None


def forget(outdir: Path) -> None:
    """Nothing is certain any more. Raises OSError when that cannot be written down."""
    place(outdir).unlink(missing_ok=True)


def save(record: Record, outdir: Path, home: Path) -> None:
    """Write it. Raises OSError."""
    near = files.near
    data = _fields(record)
    for kind in ("reads", "choices"):
        data[kind] = {name: _entry_out(entry, home) for name, entry in data[kind].items()}
    data["locale_dirs"] = [near(path, home) for path in record.locale_dirs]
    data["others"] = [near(path, home) for path in record.others]
    data["seen"] = {_short(path, home, outdir): [*look, content] for path, (look, content) in record.seen.items()}
    files.write_json(place(outdir), {"format": FORMAT} | data, outdir)


def _from_dict(data: dict[str, Any], home: Path, outdir: Path) -> Record:
    reads = {
        name: Read(
            **entry
            | _tuples(entry, "over", "ahead", "withdrawn")
            | {
                "problems": _problems_in(entry, home),
                "withheld": tuple((*fields, tuple(reasons)) for *fields, reasons in entry["withheld"]),
            }
        )
        for name, entry in data["reads"].items()
    }
    choices = {
        name: Chosen(**entry | _tuples(entry, "translated", "languages") | {"problems": _problems_in(entry, home)})
        for name, entry in data["choices"].items()
    }
    seen = {_long(path, home, outdir): (tuple(found[:4]), found[4]) for path, found in data["seen"].items()}
    far = {key: tuple(files.far(path, home) for path in data[key]) for key in ("locale_dirs", "others")}
    return Record(**data | far | {"made": tuple(data["made"]), "reads": reads, "choices": choices, "seen": seen})


def _fields(entry: Any) -> dict[str, Any]:
    """What asdict() gives, without copying thousands of paths."""
    return {field.name: getattr(entry, field.name) for field in dataclasses.fields(entry)}


def _entry_out(entry: Read | Chosen, home: Path) -> dict[str, Any]:
    return _fields(entry) | {"problems": [_problem_out(problem, home) for problem in entry.problems]}


def _tuples(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: tuple(entry[name]) for name in names}


def _problem_out(problem: Problem, home: Path) -> dict[str, Any]:
    return problem.as_dict() | {"path": files.near(problem.path, home)}


def _problems_in(entry: dict[str, Any], home: Path) -> tuple[Problem, ...]:
    return tuple(Problem.from_dict(each | {"path": files.far(each["path"], home)}) for each in entry["problems"])


# Thousands of paths: cut, not computed.
def _short(path: str, home: Path, outdir: Path) -> str:
    for mark, top in (("o", f"{outdir}/"), ("h", f"{home}/")):
        if path.startswith(top):
            return f"{mark}:{path[len(top) :]}"
    return f"-:{path}"


def _long(path: str, home: Path, outdir: Path) -> str:
    top = {"o": f"{outdir}/", "h": f"{home}/", "-": ""}[path[0]]
    return top + path[2:]
