"""The text of a PO file in, its messages out: every entry with its lines, and every mistake with its line.

Babel's reader guesses, prints its warnings to the screen, joins duplicates, forgets comments and invents flags. What is
translated here is medicine, so this scanner accepts what GNU gettext accepts and nothing else, and loses nothing.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Literal

from sphinx_prolo.catalogue.message import Key, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

Stage = Literal["comment", "msgctxt", "msgid", "msgid_plural", "msgstr"]

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)[ \t]*(?=")')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
# A location may hold blanks if it is wrapped in these two invisible characters (as gettext does).
_LOCATION = re.compile("\u2068([^\u2069]*)\u2069(:[0-9]+)?|(\\S+)")
_NUMBERED = re.compile(r":-?[0-9]+$")
_FOLLOWS: dict[str, tuple[Stage, ...]] = {
    "msgctxt": ("comment",),
    "msgid": ("comment", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid", "msgid_plural", "msgstr"),
}
ENOUGH = 25


@dataclasses.dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a line, before it has a path."""

    line: int
    code: str
    message: str


@dataclasses.dataclass(slots=True)
class Scan:
    """Messages in the order of the file (the header among them), trailing comment lines, and mistakes."""

    messages: list[Message] = dataclasses.field(default_factory=list)
    trailing: tuple[str, ...] = ()
    mistakes: list[Mistake] = dataclasses.field(default_factory=list)


class _Draft:
    """An entry that is being read."""

    def __init__(self) -> None:
        self.stage: Stage = "comment"
        self.broken = False
        self.obsolete: bool | None = None
        self.line = 0
        self.strings: dict[str, list[str]] = {}
        self.comments: dict[str, list[str]] = {"#,": [], "#.": [], "#:": [], "#|": [], "#": []}
        self.source: list[str] = []
        self.body: list[str] = []

    def text(self, field: str) -> str | None:
        pieces = self.strings.get(field)
        return None if pieces is None else "".join(pieces)

    def message(self) -> Message:
        forms = tuple("".join(self.strings[name]) for name in self.strings if name.startswith("msgstr"))
        flags = (flag.strip() for line in self.comments["#,"] for flag in line.split(","))
        return Message(
            msgid=self.text("msgid") or "",
            msgstr=forms,
            context=self.text("msgctxt"),
            plural=self.text("msgid_plural"),
            line=self.line,
            flags=tuple(dict.fromkeys(flag for flag in flags if flag)),
            auto_comments=tuple(self.comments["#."]),
            translator_comments=tuple(self.comments["#"]),
            locations=tuple(locations(self.comments["#:"])),
            previous=tuple(self.comments["#|"]),
            obsolete=bool(self.obsolete),
            source=tuple(self.source),
            body=tuple(self.body),
        )


class Scanner:
    """Reads lines one by one; a broken entry is left out and the next one is read, so that all mistakes are found."""

    def __init__(self) -> None:
        self.result = Scan()
        self.draft = _Draft()
        self.number = 0
        self.seen: dict[Key, int] = {}

    def scan(self, lines: Iterable[str]) -> Scan:
        """All lines of a file in, without line ends; the whole result out."""
        for self.number, line in enumerate(lines, start=1):
            if len(self.result.mistakes) >= ENOUGH:
                self._mistake("catalogue-syntax", "too many mistakes; the rest of the file was not looked at")
                return self.result
            self._line(line)
        self._finish()
        self.result.trailing = tuple(self.draft.source)
        return self.result

    def _line(self, line: str) -> None:
        bare = line.strip(" \t")
        if not bare:
            if self.draft.broken:
                self.draft = _Draft()
        elif bare.startswith("#~"):
            self._obsolete(bare[2:].lstrip(" \t"), line)
        elif bare.startswith("#"):
            self._comment(bare, line)
        else:
            self._content(bare, line, obsolete=False)

    def _obsolete(self, bare: str, line: str) -> None:
        if bare.startswith("|"):
            self._comment("#" + bare, line)
        elif bare.startswith("#"):
            self._comment(bare, line)
        elif bare:
            self._content(bare, line, obsolete=True)

    def _comment(self, bare: str, line: str) -> None:
        if self.draft.stage != "comment":
            self._finish()
        kind = bare[:2] if bare[:2] in self.draft.comments else "#"
        text = bare[len(kind) :]
        self.draft.comments[kind].append(text.removeprefix(" ") if kind == "#" else text.strip())
        self.draft.source.append(line)

    def _content(self, bare: str, line: str, *, obsolete: bool) -> None:
        keyword = _KEYWORD.match(bare)
        if keyword is not None:
            if keyword[1] in {"msgctxt", "msgid"} and self.draft.stage == "msgstr":
                self._finish()
            self._keyword(keyword[1], bare[keyword.end() :], obsolete=obsolete)
        elif bare.startswith('"'):
            self._strings(bare)
        else:
            self._syntax(f'this is not a line of a PO file: \'{_short(bare)}\'; write msgid "…" and msgstr "…"')
        self.draft.source.append(line)
        self.draft.body.append(bare)

    def _keyword(self, keyword: str, rest: str, *, obsolete: bool) -> None:
        draft = self.draft
        name = keyword.partition("[")[0]
        if keyword in {"msgctxt", "msgid"} and draft.broken:
            draft = self.draft = _Draft()
        if draft.broken:
            return
        if draft.stage not in _FOLLOWS[name] or keyword in draft.strings:
            self._syntax(
                f"{keyword} cannot stand here; an entry is msgctxt (if any), msgid, msgid_plural (if any), msgstr"
            )
            return
        if draft.obsolete is not None and draft.obsolete != obsolete:
            self._syntax("an entry must be obsolete (#~) in all its lines or in none")
            return
        if name == "msgstr" and keyword != self._expected():
            self._syntax(f"{self._expected()} is expected here, not {keyword}")
            return
        if name == "msgid":
            draft.line = self.number
        draft.obsolete = obsolete
        draft.stage = name  # type: ignore[assignment]  # a keyword without its number is a stage
        draft.strings[keyword] = []
        self._strings(rest)

    def _expected(self) -> str:
        """The msgstr that comes next."""
        if "msgid_plural" not in self.draft.strings:
            return "msgstr"
        return f"msgstr[{sum(name.startswith('msgstr') for name in self.draft.strings)}]"

    def _strings(self, text: str) -> None:
        """One or several strings in quotation marks, which belong to the field that was opened last."""
        if self.draft.broken:
            return
        if self.draft.stage == "comment":
            self._syntax("a string without msgid or msgstr before it")
            return
        end = 0
        while end < len(text):
            string = _STRING.match(text, end)
            if string is None:
                self._syntax(
                    'the quotation marks are not right: put the text in "…" and write \\" for a mark inside it'
                )
                return
            unknown = [escape for escape in _ESCAPE.findall(string[1]) if escape not in _ESCAPES]
            if unknown:
                self._syntax(f"'\\{unknown[0]}' means nothing in a PO file; write '\\\\' for a backslash")
                return
            value = _ESCAPE.sub(lambda match: _ESCAPES[match[1]], string[1]) if "\\" in string[1] else string[1]
            next(reversed(self.draft.strings.values())).append(value)
            end = string.end()

    def _finish(self) -> None:
        """Close the entry that is being read, if there is one."""
        draft = self.draft
        if draft.stage == "comment" and not draft.broken:
            return
        self.draft = _Draft()
        if draft.broken:
            return
        if draft.stage != "msgstr":
            self._mistake("catalogue-syntax", "the msgstr is missing", draft.line or self.number)
            return
        message = draft.message()
        if not message.obsolete:
            first = self.seen.setdefault(message.key, message.line)
            if first != message.line:
                self._mistake(
                    "catalogue-duplicate",
                    f"the same msgid stands in line {first} too; keep one of the two entries",
                    message.line,
                )
                return
        self.result.messages.append(message)

    def _syntax(self, message: str) -> None:
        """One mistake per entry is enough; what follows from it is not another one."""
        if not self.draft.broken:
            self._mistake("catalogue-syntax", message)
        self.draft.broken = True

    def _mistake(self, code: str, message: str, line: int = 0) -> None:
        self.result.mistakes.append(Mistake(line or self.number, code, message))


def locations(lines: Iterable[str]) -> list[str]:
    """The places that ``#:`` lines name, as "file:line". Sphinx writes one to a line, with the blanks of its name."""
    found: list[str] = []
    for line in lines:
        if "\u2068" in line:
            found += [(match[1] or match[3]) + (match[2] or "") for match in _LOCATION.finditer(line)]
            continue
        places = line.split()
        numbered = sum(_NUMBERED.search(place) is not None for place in places)
        found += places if numbered in {0, len(places)} else [line]
    return list(dict.fromkeys(found))


def _short(text: str) -> str:
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:40])
    return printable + ("…" if len(text) > 40 else "")
