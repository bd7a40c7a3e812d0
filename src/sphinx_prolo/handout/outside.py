"""The tree of a handout in, what it would fetch from elsewhere out: pictures on the web, addresses in raw HTML.

Printing reads nothing but ``data:`` addresses whatever a page says (see pdf/fetcher.py); here the writer hears of it
with file and line, and before anything is printed.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_prolo.handout.pictures import Unprintable, decoded, embedded, style_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = frozenset({"link", "base", "iframe", "frame", "object", "embed", "video", "audio"})
_SOURCES = frozenset({"src", "srcset", "poster", "background", "data", "xlink:href"})
_DRAWN = frozenset({"image", "use", "feimage"})


def outside(doctree: nodes.document) -> Iterator[tuple[nodes.Element, str]]:
    """What is not in the project, as the node that names it and what to do."""
    for image in doctree.findall(nodes.image):
        if message := _fault(image.get("uri", ""), is_file=True):
            yield image, message
    for raw in doctree.findall(nodes.raw):
        if "html" in raw.get("format", "").split():
            finder = _Finder()
            finder.feed(raw.astext())
            finder.close()
            yield from ((raw, message) for message in dict.fromkeys(finder.faults))


def _fault(address: str, *, is_file: bool = False) -> str | None:
    """Why what lies at an address cannot be printed. Of an image directive a plain path is a file of the project."""
    address = address.strip()
    if address.lower().startswith("data:"):
        try:
            embedded(decoded(address))
        except Unprintable as fault:
            return str(fault)
        return None
    if address.startswith("#") or (is_file and "://" not in address):
        return None
    return f"'{address[:60]}' is outside the project, and nothing is fetched; put it into the project, or take it out"


class _Finder(HTMLParser):
    """Collects the faults of raw HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARTS:
            self.faults.append(f"a <{tag}> shows something from elsewhere, which does not print; take it out")
            return
        for name, value in ((name, value or "") for name, value in attrs):
            is_file = name == "href" and value.strip().lower().startswith("file:")
            if is_file or name in _SOURCES or (name == "href" and tag in _DRAWN):
                self._judge(value)
            elif name == "style":
                self._judge_style(value)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self._judge_style(data)

    def _judge_style(self, style: str) -> None:
        for address in style_addresses(style):
            self._judge(address)

    def _judge(self, address: str) -> None:
        if message := _fault(address):
            self.faults.append(message)
