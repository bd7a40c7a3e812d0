"""The path of a clinic file in, the letterhead that its handouts are printed with out, or every problem of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx_prolo import clinic
from sphinx_prolo.clinic import KIND, Clinic, ClinicReading
from sphinx_prolo.handout.contrast import ENOUGH, colour, contrast
from sphinx_prolo.handout.pictures import MOST_BYTES, Unprintable, embedded
from sphinx_prolo.language import is_territory
from sphinx_prolo.pdf import Passage
from sphinx_prolo.problem import Problem

_WHITE = (255, 255, 255)


@dataclasses.dataclass(frozen=True, slots=True)
class Letterhead:
    """A clinic, ready to be printed. Picklable.

    id      the clinic file's name without its ending: what folders and rows of handouts.json are called
    clinic  what the file says
    logo    the picture as a ``data:`` address, or None
    path    the clinic file
    texts   what is printed of it as it stands, to blame for a letter that no font has
    """

    id: str
    clinic: Clinic
    logo: str | None
    path: str
    texts: tuple[Passage, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Letterheads:
    """The letterheads of a build; a file with an error has none, and its id stands among the ``broken``."""

    letterheads: tuple[Letterhead, ...] = ()
    broken: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_letterheads(paths: Iterable[Path]) -> Letterheads:
    """Read clinic files, each once; two of them must not have the same name, whatever their case."""
    letterheads: dict[str, Letterhead] = {}
    files: dict[str, Path] = {}
    broken, problems = [], []
    for path in dict.fromkeys(each.resolve() for each in paths):
        name = clinic.identifier(path)
        if isinstance(name, Problem):
            problems.append(name)
            continue
        first = files.setdefault(name.casefold(), path)
        if first != path:
            message = f"{first} has the same name, and both would be printed into one folder; rename one of them"
            problems.append(KIND.error(str(path), None, "clinic-id", message))
            continue
        letterhead, found = read_letterhead(path, name)
        problems += found
        if letterhead is None:
            broken.append(name)
        else:
            letterheads[name] = letterhead
    return Letterheads(tuple(letterheads.values()), tuple(broken), tuple(problems))


def read_letterhead(path: Path, name: str) -> tuple[Letterhead | None, tuple[Problem, ...]]:
    """Read a clinic file and its logo: all of their problems at once."""
    reading = clinic.read(path)
    logo, found = _logo(path, reading)
    found = [*reading.problems, *found, *_colour(path, reading), *_country(path, reading)]
    if reading.clinic is None or any(problem.is_error for problem in found):
        return None, tuple(sorted(found, key=lambda problem: problem.line or 0))
    return Letterhead(name, reading.clinic, logo, str(path), tuple(_texts(path, reading))), tuple(found)


def _texts(path: Path, reading: ClinicReading) -> Iterator[Passage]:
    assert reading.clinic is not None
    yield Passage(reading.clinic.name, str(path), reading.lines["name"])
    for line in reading.clinic.address or ():
        yield Passage(line, str(path), reading.lines["address"])


def _logo(path: Path, reading: ClinicReading) -> tuple[str | None, list[Problem]]:
    """The picture, which lies beside the clinic file or below."""
    written = reading.written.get("logo", "").strip()
    if not written:
        return None, []
    place = path.parent / written
    try:
        if not place.resolve().is_relative_to(path.parent.resolve()):
            raise Unprintable("it must lie beside the clinic file or in a folder below; copy it there")
        if not place.is_file():
            raise Unprintable("there is no such file; check its name")
        with place.open("rb") as file:
            return embedded(file.read(MOST_BYTES + 1)), []
    except Unprintable as fault:
        message = str(fault)
    except (OSError, ValueError) as fault:
        message = f"it cannot be read: {fault.strerror if isinstance(fault, OSError) else fault}; check its path"
    line = reading.lines["logo"]
    return None, [KIND.error(str(path), line, "clinic-logo", f"the logo {written[:80]} is not printed: {message}")]


def _colour(path: Path, reading: ClinicReading) -> Iterator[Problem]:
    """Headings are printed in it, on white (WCAG 2.2, 1.4.3)."""
    written = reading.written.get("colour", "").strip()
    if not written:
        return
    found, line = colour(written), reading.lines["colour"]
    if found is None:
        message = f"'{written[:40]}' is no colour; write it as \"#0b4a6f\""
        yield KIND.error(str(path), line, "clinic-colour", message)
    elif (ratio := contrast(found, _WHITE)) < ENOUGH:
        message = f"the colour {written} differs from white by {ratio:.1f} to 1; take a darker one, at least 4.5 to 1"
        yield KIND.error(str(path), line, "clinic-colour", message)


def _country(path: Path, reading: ClinicReading) -> Iterator[Problem]:
    if reading.clinic is not None and not is_territory(reading.clinic.country):
        code = reading.clinic.country
        message = f"'{code}' is no country; write its code by ISO 3166 (the United Kingdom is GB, not UK)"
        yield KIND.error(str(path), reading.lines["country"], "clinic-country", message)
