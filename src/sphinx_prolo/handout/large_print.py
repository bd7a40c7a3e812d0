"""The body of a handout in, the same for large letters out: a table that would be too wide becomes blocks of lines."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sphinx_prolo.handout.markup import classes, make, parents, parse, words, written

MOST_COLUMNS = 2  # that letters of 18 points leave room for


def large_print(body: str, colon: str) -> str:
    """Nothing is lost: each row becomes a block, headed by its first cell, with a line for each other column.

    ``colon`` is what the reader's language puts between a label and its value, space and all.
    """
    root = parse(body)
    for parent, table in list(parents(root, "table")):
        if _is_wide(table):
            block = _block(table, colon)
            block.tail = table.tail
            parent[list(parent).index(table)] = block
    return written(root)


def _is_wide(table: Element) -> bool:
    """Whether it has too many columns, in plain rows under one row of heads."""
    heads, rows = _heads(table), _rows(table)
    spans = any(cell.get("rowspan", "1") != "1" or cell.get("colspan", "1") != "1" for row in rows for cell in row)
    return len(heads) > MOST_COLUMNS and not spans and all(len(row) == len(heads) for row in rows)


def _heads(table: Element) -> list[Element]:
    lines = table.findall("thead/tr")
    return list(lines[-1]) if lines else []


def _rows(table: Element) -> list[Element]:
    return table.findall("tbody/tr")


def _block(table: Element, colon: str) -> Element:
    kinds = (classes(table) - {"docutils", "align-default", "colwidths-given"}) | {"prolo-stack"}
    parts = [*_caption(table), *_above(table)]
    heads = [words(head) for head in _heads(table)]
    parts += [_item(list(row), heads, colon) for row in _rows(table)]
    block = make("div", parts, class_=" ".join(sorted(kinds)))
    if "id" in table.attrib:
        block.set("id", table.attrib["id"])
    return block


def _caption(table: Element) -> Iterator[Element]:
    caption = table.find("caption")
    if caption is not None:
        yield make("p", _copies(caption), caption.text or "", class_="prolo-heading rubric")


def _above(table: Element) -> Iterator[Element]:
    """What is true of all rows."""
    for row in table.findall("thead/tr")[:-1]:
        for cell in row:
            yield make("div", _copies(cell), cell.text or "")


def _item(cells: list[Element], heads: list[str], colon: str) -> Element:
    first, *others = cells
    end = colon.rstrip()
    space = colon[len(end) :]
    lines = make("ul", class_="prolo-details prolo-lines")
    for head, cell in zip(heads[1:], others, strict=True):
        if words(cell) or cell.find(".//img") is not None:
            term = make("span", text=head + end, class_="prolo-term")
            term.tail = space + (cell.text or "").strip()
            lines.append(make("li", [term, *_copies(cell)]))
    term = make("span", text=heads[0] + end, class_="prolo-stack-term")
    term.tail = space + (first.text or "").strip()
    name = make("div", [term, *_copies(first)] if heads[0] else _copies(first), class_="prolo-stack-head")
    return make("div", [name, lines], class_="prolo-stack-item")


def _copies(element: Element) -> list[Element]:
    return [copy.deepcopy(child) for child in element]
