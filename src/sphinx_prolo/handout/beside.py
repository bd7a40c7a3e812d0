"""A body in the reader's language and in the source language in, one body with each block beside its other out.

Both were made from the same document, so their blocks are the same in the same order; where they are not (a document
may hold parts for one language only), a block that has no other stands alone.
"""

from __future__ import annotations

import copy
import dataclasses
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from sphinx_prolo.handout.markup import (
    classes,
    counted_from,
    holds_blocks,
    make,
    parents,
    parse,
    remove,
    shell,
    words,
    written,
)

if TYPE_CHECKING:
    from sphinx_prolo.language import Profile

_BOXES = frozenset({"section", "div", "aside", "blockquote", "article", "main", "header", "footer"})
_LISTS = frozenset({"ul", "ol", "dl"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Classes that tell how a sentence is written, not which one it is.
_WRITING = frozenset({"prolo-untranslated", "prolo-wide", "prolo-label"})

Pair = tuple[Element | None, Element | None]


def beside(body: str, source: str, reader: Profile, author: Profile) -> str:
    """Pair the blocks. ``reader`` and ``author`` are the languages of the two bodies."""
    root = parse(body)
    together = make("body", _Beside(reader, author).blocks(list(root), list(_second(parse(source)))))
    return written(together)


@dataclasses.dataclass(frozen=True, slots=True)
class _Beside:
    reader: Profile
    author: Profile

    def blocks(self, ours: Sequence[Element], theirs: Sequence[Element]) -> Iterator[Element]:
        """The blocks of both, side by side where they belong together."""
        for one, other in _matched(ours, theirs):
            if one is None or other is None:
                yield self._pair([] if one is None else [one], [] if other is None else [other])
            elif one.tag in _BOXES and holds_blocks(one) and holds_blocks(other):
                yield shell(one, self.blocks(list(one), list(other)))
            elif one.tag in _LISTS:
                yield from self._items(one, other)
            elif one.tag == "table":
                yield from self._table(one, other)
            elif "prolo-ruled" in classes(one):  # a line to write on: one is enough
                yield one
            else:
                yield self._pair([one], [other])

    def _items(self, one: Element, other: Element) -> Iterator[Element]:
        """A list item by item, each in a list of its own, so that the languages stay side by side."""
        for number, (ours, theirs) in enumerate(_matched(_groups(one), _groups(other))):
            yield self._pair(_lone(one, ours, number), _lone(other, theirs, number))

    def _table(self, one: Element, other: Element) -> Iterator[Element]:
        """One table, with both languages in each cell: side by side its columns would be too narrow to read."""
        if _shape(one) != _shape(other):
            yield one
            yield self._half(other, self.author, "prolo-author")
            return
        table = copy.deepcopy(one)
        columns = str(len(table.findall("colgroup/col")))
        for ours, theirs in zip(_cells(table), _cells(other), strict=True):
            is_as_wide = ours.tag == "caption" or ours.get("colspan", "1") == columns
            if is_as_wide and holds_blocks(ours) and holds_blocks(theirs):
                self._split(ours, theirs)
            elif words(ours) != words(theirs):
                self._add(ours, theirs)
        yield table

    def _split(self, ours: Element, theirs: Element) -> None:
        """In a cell that is as wide as the table there is room for both, side by side."""
        blocks = list(self.blocks(list(ours), list(theirs)))
        ours[:] = blocks

    def _add(self, ours: Element, theirs: Element) -> None:
        """Put the source language under the reader's."""
        _same_pictures([ours], [theirs])
        kind = "div" if holds_blocks(theirs) else "span"
        second = make(kind, map(copy.deepcopy, theirs), theirs.text or "", class_="prolo-second")
        second.set("lang", self.author.tag)
        second.set("dir", self.author.direction)
        ours.append(second)

    def _pair(self, ours: list[Element], theirs: list[Element]) -> Element:
        _same_pictures(ours, theirs)
        kind = "prolo-pair prolo-pair-head" if _leads((*ours, *theirs)) else "prolo-pair"
        halves = [self._half(ours, self.reader, "prolo-reader"), self._half(theirs, self.author, "prolo-author")]
        return make("div", halves, class_=kind)

    def _half(self, content: list[Element] | Element, language: Profile, kind: str) -> Element:
        inside = [content] if isinstance(content, Element) else content
        return make("div", inside, class_=f"prolo-half {kind}", lang=language.tag, dir=language.direction)


def _second(body: Element) -> Element:
    """The source text as the second of two: places are named, and can be gone to, once only."""
    for element in body.iter():
        element.attrib.pop("id", None)
        if element.get("href", "").startswith("#"):
            element.tag = "span"
            del element.attrib["href"]
    return body


def _matched(ours: Sequence[Element], theirs: Sequence[Element]) -> Iterator[Pair]:
    """What belongs together, by kind and order."""
    kinds, other_kinds = [_kind(element) for element in ours], [_kind(element) for element in theirs]
    if kinds == other_kinds:
        yield from zip(ours, theirs, strict=True)
        return
    matcher = SequenceMatcher(None, kinds, other_kinds, autojunk=False)
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what == "equal":
            yield from zip(ours[start:end], theirs[other_start:other_end], strict=True)
        else:
            yield from ((one, None) for one in ours[start:end])
            yield from ((None, other) for other in theirs[other_start:other_end])


def _kind(element: Element) -> tuple[str, frozenset[str]]:
    return element.tag, frozenset(name for name in classes(element) - _WRITING if not name.startswith("language-"))


def _groups(items: Element) -> list[Element]:
    """The items of a list; a term goes with what is said of it."""
    if items.tag != "dl":
        return list(items)
    groups: list[Element] = []
    for child in items:
        if not groups or (child.tag == "dt" and groups[-1][-1].tag != "dt"):
            groups.append(make("div", class_=child.get("class", "")))
        groups[-1].append(child)
    return groups


def _lone(items: Element, item: Element | None, number: int) -> list[Element]:
    """A list with this item only, which keeps its number."""
    if item is None:
        return []
    one = shell(items, list(item) if items.tag == "dl" else [item])
    if number:
        one.attrib.pop("id", None)
    if items.tag == "ol":
        first = _first(items) + number
        one.set("start", str(first))
        one.set("style", counted_from(first))
    return [one]


def _first(items: Element) -> int:
    start = items.get("start", "1")
    return int(start) if re.fullmatch(r"-?\d+", start) else 1


def _leads(elements: Sequence[Element]) -> bool:
    """Whether it belongs to what follows."""
    return any(
        element.tag in _HEADINGS or classes(element) & {"rubric", "admonition-title", "prolo-outcome", "prolo-kept"}
        for element in elements
    )


def _shape(table: Element) -> list[tuple[str, str, str]]:
    return [(cell.tag, cell.get("colspan", ""), cell.get("rowspan", "")) for cell in table.iter() if _is_cell(cell)]


def _cells(table: Element) -> list[Element]:
    return [cell for cell in table.iter() if _is_cell(cell)]


def _is_cell(element: Element) -> bool:
    return element.tag in {"th", "td", "caption"}


def _same_pictures(ours: Sequence[Element], theirs: Sequence[Element]) -> None:
    """A picture that is the same in both languages is shown once."""
    shown = {image.get("src") for element in ours for image in element.iter("img")}
    for element in theirs:
        for parent, image in list(parents(element, "img")):
            if image.get("src") in shown:
                remove(parent, image)
