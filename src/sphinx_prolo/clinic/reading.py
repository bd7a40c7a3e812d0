"""The path of a clinic file in, its clinic and the lines of what it says out, or its problems."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

from sphinx_prolo import records
from sphinx_prolo.clinic.clinic import KIND, Clinic
from sphinx_prolo.problem import Problem

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
# Windows keeps these for devices, whatever their ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class ClinicReading:
    """What reading a clinic file gave.

    clinic    None if, and only if, there is an error
    problems  of the file, by line
    lines     where the value of each key stands
    written   the texts of the file by key, whatever is wrong elsewhere: a logo can be judged all the same
    """

    clinic: Clinic | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict)
    written: Mapping[str, str] = dataclasses.field(default_factory=dict)


def read(path: Path) -> ClinicReading:
    """Read a clinic file. Never raises for what it holds, nor for one that cannot be read."""
    data = records.load(path, KIND)
    text = data if isinstance(data, Problem) else records.decode(data, str(path), KIND)
    if isinstance(text, Problem):
        return ClinicReading(None, (text,))
    reading = records.parse(text, str(path), Clinic, KIND)
    tree, _problems = records.build(text, str(path), KIND)
    if not isinstance(tree, records.Map):
        return ClinicReading(reading.record, reading.problems)
    written = {key: str(value) for key, value in tree.items() if isinstance(value, str)}
    return ClinicReading(reading.record, reading.problems, dict(tree.lines), written)


def identifier(path: Path) -> str | Problem:
    """What the folders and rows of a clinic are called: its file's name without the ending, if that is a plain name."""
    name = path.stem
    if _ID.fullmatch(name) and not _DEVICE.fullmatch(name):
        return name
    message = (
        f"'{name[:60]}' cannot be the name of a folder; name the clinic file with letters of ASCII, digits, '-' and '_'"
    )
    return KIND.error(str(path), None, "clinic-id", message)
