"""A page of the guide in; its sections, code blocks and tables out, and a way to carry its commands out."""

from __future__ import annotations

import dataclasses
import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from sphinx_prolo.cli import commands

REPOSITORY = Path(__file__).parents[2]
GUIDE = REPOSITORY / "docs" / "guide"
PAGES = sorted(GUIDE.rglob("*.rst"))

_BLOCK = re.compile(
    r"^(?P<indent> *)\.\. code-block:: (?P<language>\w+)\n(?: +:caption: (?P<caption>.+)\n)?\n"
    r"(?P<text>(?:(?P=indent)   .*\n|\n)+)",
    re.MULTILINE,
)
_TITLE = re.compile(r"^(?P<title>\S.*)\n(?:=+|-+|~+)\n", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Block:
    """A code block; ``caption`` is the name of the file that it shows, or empty."""

    language: str
    caption: str
    text: str

    def sessions(self) -> Iterator[tuple[str, str]]:
        """Of a console block: each command, and what it prints."""
        for part in self.text.removeprefix("$ ").split("\n$ "):
            command, _, printed = part.partition("\n")
            yield command, printed


def read(page: str | Path) -> str:
    return (GUIDE / page).read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    """The code blocks of a text."""
    return [
        Block(match["language"], match["caption"] or "", textwrap.dedent(match["text"]).rstrip("\n") + "\n")
        for match in _BLOCK.finditer(text)
    ]


def sections(text: str) -> dict[str, str]:
    """Each title of a text with what stands below it, up to the next title."""
    parts = _TITLE.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the list tables of a text, as they are written."""
    found: list[list[str]] = []
    for match in re.finditer(r"^   (?P<new>\*)? *- (?P<cell>.*(?:\n {7}.*)*)$", text, re.MULTILINE):
        if match["new"]:
            found.append([])
        found[-1].append(" ".join(match["cell"].split()))
    return [tuple(row) for row in found]


def literals(text: str) -> list[str]:
    return re.findall(r"``([^`]+)``", text)


def plain(text: str) -> str:
    """A text on one line, with ordinary spaces."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def prolo(command: str) -> tuple[int, str]:
    """Carry out a command line of ``sphinx-prolo``; its exit status and what it prints."""
    done = CliRunner().invoke(commands, shlex.split(command)[1:], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.output


def write(folder: Path, block: Block) -> None:
    """Write the file that a block shows."""
    path = folder / block.caption
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def translate(path: Path, entry: str) -> None:
    """Put the translation that a block shows into a catalogue. Its comments must be those that the program wrote."""
    comments, msgid, msgstr = re.fullmatch(r'((?:#.*\n)*)(msgid .*\n)(msgstr ".*"\n)', entry).groups()  # type: ignore[union-attr]
    before, found, after = path.read_text(encoding="utf-8").partition(f"{comments}{msgid}")
    assert found, f"{path.name} has not these lines:\n{comments}{msgid}"
    path.write_text(before + found + msgstr + after.partition("\n")[2], encoding="utf-8")
