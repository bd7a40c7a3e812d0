"""The HTML of a body in, a tree to work on out, and back again. Read as the print engine reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

_PREFIXES = {
    "http://www.w3.org/2000/svg": "",
    "http://www.w3.org/1998/Math/MathML": "",
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}

# What stands in lines of text, and does not make a block of its own.
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "br",
            "cite",
            "code",
            "del",
            "em",
            "i",
            "img",
            "ins",
            "kbd",
            "mark",
            "q",
            "s",
        ),
        *("samp", "small", "span", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr"),
    }
)


def parse(body: str) -> Element:
    """The ``<body>`` element of a piece of HTML, whatever state that is in."""
    root: Element = tinyhtml5.parse(f"<!DOCTYPE html><body>{body}", namespace_html_elements=False)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = _plain(element.tag)
            for name in [name for name in element.attrib if name.startswith("{")]:
                element.set(_plain(name), element.attrib.pop(name))
    return next(element for element in root.iter("body"))


def written(body: Element) -> str:
    """The HTML of what is in a ``<body>`` element."""
    return (body.text or "") + "".join(tostring(child, encoding="unicode", method="html") for child in body)


def make(tag: str, children: Iterable[Element] = (), text: str = "", **attributes: str) -> Element:
    """A new element; ``class_`` stands for ``class``."""
    element = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    element.text = text or None
    element.extend(children)
    return element


def shell(element: Element, children: Iterable[Element]) -> Element:
    """The same element around other children."""
    other = Element(element.tag, element.attrib)
    other.extend(children)
    return other


def counted_from(number: int) -> str:
    """The style of a list whose first item has this number: the engine does not read the attribute ``start``."""
    return f"counter-reset: list-item {number}; counter-increment: list-item -1"


def classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def is_block(element: Element) -> bool:
    return element.tag not in _INLINE


def holds_blocks(element: Element) -> bool:
    """Whether there are only blocks in it, and no text beside them."""
    loose = [element.text, *(child.tail for child in element)]
    return len(element) > 0 and all(map(is_block, element)) and not any(text and text.strip() for text in loose)


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def remove(element: Element, child: Element) -> None:
    """Take a child out, and leave the text that follows it."""
    at = list(element).index(child)
    if child.tail:
        if at:
            element[at - 1].tail = (element[at - 1].tail or "") + child.tail
        else:
            element.text = (element.text or "") + child.tail
    element.remove(child)


def parents(element: Element, tag: str) -> Iterator[tuple[Element, Element]]:
    """Each element of that tag below ``element``, with its parent."""
    return ((parent, child) for parent in list(element.iter()) for child in list(parent) if child.tag == tag)


def _plain(name: str) -> str:
    """``{http://www.w3.org/1999/xlink}href`` as ``xlink:href``: as HTML writes it."""
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].partition("}")
    return _PREFIXES.get(space, "") + local
