"""Words and phrases with what they mean in, a finder of them in any text out. It takes time in proportion to the text.

Entries are compared folded. ``*`` at the start or the end of an entry stands for any letters there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_prolo.language.lexicon_fold import LETTER, WORD, fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Kind = Literal["number", "amount", "unit", "negator", "ignore", "month"]
KINDS: tuple[Kind, ...] = ("number", "amount", "unit", "negator", "ignore", "month")
_LATIN = re.compile("[a-z]")
_REMEMBERED = 20_000  # words


class Meaning(NamedTuple):
    """What an entry is: a number or a month, with its value; an amount ("half an hour"), with what it may be in another
    unit (30); a unit, with its name; a negator; or nothing of the kind.
    """

    kind: Kind
    sure: bool = True
    value: str = ""


class Hit(NamedTuple):
    """An entry found in a folded text, with all that it means of one kind."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class _Entry(NamedTuple):
    text: str
    kind: Kind
    meanings: tuple[Meaning, ...]
    open_end: bool = False


class _Start:
    """The entries that begin with the same word. One look says which of them stand at a place."""

    def __init__(self, word: str, entries: Sequence[_Entry]) -> None:
        texts = sorted({entry.text for entry in entries}, key=len, reverse=True)
        longest_first = sorted(entries, key=lambda entry: -len(entry.text))
        # Where a text stands, its beginnings do, too.
        self._standing = {text: [one for one in longest_first if text.startswith(one.text)] for text in texts}
        self._alone = self._standing[word] if texts == [word] else None
        self._match = re.compile("|".join(map(re.escape, texts))).match

    def at(self, text: str, start: int) -> Sequence[_Entry]:
        if self._alone is not None:
            return self._alone
        match = self._match(text, start)
        return self._standing[match[0]] if match is not None else ()


# What may begin with a word: after how many letters of a prefix, entries of this first word, and of its stem.
_Found = tuple[int, _Start | None, tuple[_Entry, ...]]


class Finder:
    """Finds entries of all kinds: of each kind the longest one at each place, from left to right."""

    def __init__(
        self,
        meanings: Iterable[tuple[str, Meaning]],
        prefixes: Iterable[str] = (),
        *,
        parts: bool = False,
        compound: Callable[[str], Meaning | None] = lambda _word: None,
    ) -> None:
        self._parts = parts
        self._compound = compound
        self._prefixes = tuple(sorted({fold(prefix).text for prefix in prefixes}, key=len, reverse=True))
        self._by_stem: dict[str, list[_Entry]] = defaultdict(list)
        self._remembered: dict[str, tuple[_Found, ...]] = {}
        by_word: dict[str, list[_Entry]] = defaultdict(list)
        loose: dict[Kind, dict[str, tuple[str, tuple[Meaning, ...]]]] = defaultdict(dict)
        for (kind, shape, text), found in _grouped(meanings).items():
            word = WORD.match(text)
            if parts or shape.startswith("*") or word is None:
                loose[kind][text] = (shape, (*found, *loose[kind].get(text, ("", ()))[1]))
            else:
                entry = _Entry(text, kind, tuple(found), shape == "_*")
                (self._by_stem if entry.open_end and word[0] == text else by_word)[word[0]].append(entry)
        self._starts = {word: _Start(word, entries) for word, entries in by_word.items()}
        self._loose = {kind: _Loose(entries, parts=parts) for kind, entries in loose.items()}
        self._lengths = sorted({len(stem) for stem in self._by_stem}, reverse=True)

    def find(self, text: str) -> dict[Kind, list[Hit]]:
        """The entries in a folded text by kind, in order. No two of a kind overlap."""
        hits: dict[Kind, list[Hit]] = {kind: [] for kind in KINDS}
        if not self._parts:
            for match in words(text):
                found = self._remembered.get(match[0])
                if found is None:
                    found = self._remember(match[0])
                if found:
                    _add(hits, text, match.start(), match.end(), found)
        for kind, loose in self._loose.items():
            hits[kind] = _apart(hits[kind] + list(loose.find(text)))
        return hits

    def _remember(self, word: str) -> tuple[_Found, ...]:
        """What may begin with a word; most words begin nothing."""
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        found = self._beginning(word, 0)
        if not found and (meaning := self._compound(word)) is not None:
            found = [(0, None, (_Entry(word, "number", (meaning,)),))]
        for prefix in self._prefixes if not found else ():
            if word.startswith(prefix) and len(word) > len(prefix):
                found = found + self._beginning(word[len(prefix) :], len(prefix))
        self._remembered[word] = tuple(found)
        return self._remembered[word]

    def _beginning(self, word: str, skip: int) -> list[_Found]:
        """The entries whose first word is this one, or a stem of it."""
        start = self._starts.get(word)
        lengths = (length for length in self._lengths if length <= len(word))
        stems = tuple(entry for length in lengths for entry in self._by_stem.get(word[:length], ()))
        return [(skip, start, stems)] if start is not None or stems else []


def _grouped(meanings: Iterable[tuple[str, Meaning]]) -> dict[tuple[Kind, str, str], list[Meaning]]:
    """The meanings of each entry, by kind, by where it has stars, and by its letters."""
    grouped: dict[tuple[Kind, str, str], list[Meaning]] = defaultdict(list)
    for entry, meaning in meanings:
        shape = f"{'*' if entry.startswith('*') else ''}_{'*' if entry.endswith('*') else ''}"
        if text := fold(entry.strip("*")).text:
            grouped[meaning.kind, shape, text].append(meaning)
    return grouped


def _add(hits: dict[Kind, list[Hit]], text: str, begin: int, stop: int, found: Iterable[_Found]) -> None:
    """Add the longest entry of each kind that stands at a word."""
    for skip, starts, stems in found:
        start = begin + skip
        for entry in () if starts is None else starts.at(text, start):
            known = hits[entry.kind]
            if known and start < known[-1].end:
                continue
            end = start + len(entry.text)
            if end == stop or (end := _end(entry, text, end)):
                known.append(Hit(start, end, entry.meanings))
        for entry in stems:
            known = hits[entry.kind]
            if not known or start >= known[-1].end:
                known.append(Hit(start, stop, entry.meanings))


def _end(entry: _Entry, text: str, end: int) -> int:
    """Where an entry of several words ends that seems to end here; 0 if its last word goes on."""
    if end < len(text) and LETTER.match(text, end) and LETTER.match(entry.text[-1]):
        rest = WORD.match(text, end)
        return rest.end() if entry.open_end and rest is not None else 0
    return end


class _Loose:
    """Entries of one kind that may stand within words, or that are signs."""

    def __init__(self, entries: dict[str, tuple[str, tuple[Meaning, ...]]], *, parts: bool) -> None:
        self._entries = entries
        self._letter = _LATIN if parts else LETTER
        # All literals, so that Python skips to the next first letter by itself; what may stand beside is asked later.
        self._pattern = re.compile("|".join(map(re.escape, sorted(entries, key=len, reverse=True))))

    def find(self, text: str) -> Iterator[Hit]:
        return (
            Hit(match.start(), match.end(), self._entries[match[0]][1])
            for match in self._pattern.finditer(text)
            if self._stands_alone(text, match)
        )

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        """Whether no letter stands where the entry has no star. Without spaces between words, only Latin ones count."""
        shape, letter, (start, end) = self._entries[match[0]][0], self._letter, match.span()
        before = shape.startswith("*") or not (start and letter.match(text[start]) and letter.match(text[start - 1]))
        after = shape.endswith("*") or not (end < len(text) and letter.match(text[end - 1]) and letter.match(text[end]))
        return before and after


def _apart(hits: list[Hit]) -> list[Hit]:
    """The hits that no earlier one overlaps."""
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    apart = hits[:1]
    for hit in hits[1:]:
        if hit.start >= apart[-1].end:
            apart.append(hit)
    return apart
