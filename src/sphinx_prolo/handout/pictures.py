"""The bytes of an image in, the ``data:`` address that a page can hold out; or why they cannot be printed.

The kind is told from the content, never from the name. A drawing (SVG) must stand alone: nothing that it names outside
itself, on the web or on this machine, would be fetched while printing, and what was left out would not be missed.
"""

from __future__ import annotations

import base64
import contextlib
import io
import re
import warnings
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

from PIL import Image, ImageFile, UnidentifiedImageError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000  # an A4 page at 600 dpi has 35 million
MOST_REPEATS, MOST_DEPTH = 10_000, 100  # of the parts of a drawing

_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler", "set", "animate"})
_LINKS = ("href", "src")
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg|gif)[;,]|$)", re.IGNORECASE)


class Unprintable(Exception):  # noqa: N818 - not a bug, but a fault of the file; the text says what it is
    """Why an image cannot be printed, and what to do."""


def embedded(content: bytes) -> str:
    """The ``data:`` address of an image. Raises Unprintable."""
    if len(content) > MOST_BYTES:
        raise Unprintable(f"the image is larger than {MOST_BYTES // 1024 // 1024} MiB; make it smaller")
    kind = _drawing(content) if _is_drawing(content) else _photograph(content)
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _is_drawing(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _photograph(content: bytes) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow's word for an image that would fill the memory
            # WeasyPrint lets Pillow show what there is of an image; a reader should not have to guess the rest.
            with _whole_images(), Image.open(io.BytesIO(content), formats=list(_KINDS)) as image:
                width, height = image.size
                kind = str(image.format)
                if width * height <= MOST_PIXELS:
                    image.load()
    except Image.DecompressionBombWarning:
        raise _too_large() from None
    except Image.DecompressionBombError:
        raise _too_large() from None
    except UnidentifiedImageError:
        raise Unprintable("the file is no image; give a PNG, JPEG, GIF or SVG that a viewer opens") from None
    except (OSError, ValueError, SyntaxError, EOFError) as fault:
        raise Unprintable(f"the image is damaged ({fault}); save it again") from None
    if width * height > MOST_PIXELS:
        raise _too_large()
    return _KINDS[kind]


@contextlib.contextmanager
def _whole_images() -> Iterator[None]:
    """Let Pillow refuse an image that ends too early."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _too_large() -> Unprintable:
    return Unprintable(f"the image has more than {MOST_PIXELS // 1_000_000} million pixels; make it smaller")


def _drawing(content: bytes) -> str:
    root = _parsed(content)
    if _name(root.tag) != "svg":
        raise Unprintable("the file is no image; give a PNG, JPEG, GIF or SVG that a viewer opens")
    if _repeats(root) > MOST_REPEATS:
        raise Unprintable(f"the drawing uses its parts more than {MOST_REPEATS:,} times; make it simpler")
    for element in root.iter():
        if _name(element.tag) in _ACTIVE:
            raise Unprintable(f"the drawing has a <{_name(element.tag)}>, which does not print; take it out")
        for address in _addresses(element):
            if not _INSIDE.match(address):
                raise Unprintable(f"the drawing refers to '{address.strip()[:60]}' outside itself; put that into it")
    return "image/svg+xml"


def _repeats(root: Element) -> int:
    """How often parts are drawn by ``use``, with what is used in them; of a part in itself, more than allowed."""
    links = {element: _link(element) for element in root.iter() if _name(element.tag) == "use"}
    wanted = set(links.values())
    parts = {f"#{element.get('id')}": element for element in root.iter() if f"#{element.get('id')}" in wanted}
    inside = {link: [links[element] for element in part.iter() if element in links] for link, part in parts.items()}
    counts = dict.fromkeys(parts, 1)
    for _depth in range(MOST_DEPTH):
        before = counts
        counts = {
            link: min(1 + sum(before.get(use, 0) for use in uses), MOST_REPEATS + 1) for link, uses in inside.items()
        }
        if counts == before:
            return sum(counts.get(link, 0) for link in links.values())
    return MOST_REPEATS + 1


def _link(element: Element) -> str:
    return next((value.strip() for name, value in element.attrib.items() if _name(name) == "href"), "")


def _parsed(content: bytes) -> Element:
    """The elements of an XML file without a document type: that is where entities and outside files come from."""
    builder = TreeBuilder()
    open_: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        open_.append(tag)
        if len(open_) > MOST_DEPTH:
            raise Unprintable(f"the drawing nests its parts more than {MOST_DEPTH} deep; make it simpler")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        open_.pop()
        builder.end(tag)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
        return builder.close()
    except (expat.ExpatError, ParseError, AssertionError, ValueError) as fault:
        raise Unprintable(f"the drawing is no sound SVG ({fault}); save it again") from None


def _refuse_doctype(*_declared: object) -> None:
    raise Unprintable("the drawing has a <!DOCTYPE>; save it as plain SVG without one")


def _addresses(element: Element) -> Iterator[str]:
    """What an element refers to: by a link, and by ``url()`` or ``@import`` in its style."""
    for name, value in element.attrib.items():
        if _name(name) in _LINKS:
            yield value
        yield from style_addresses(value)
    if _name(element.tag) == "style":
        yield from style_addresses("".join(element.itertext()))


def style_addresses(style: str) -> Iterator[str]:
    """The addresses that a style names."""
    plain = _plain(style)
    yield from _ADDRESS.findall(plain)
    if "@import" in plain.lower():
        yield "@import"


def decoded(address: str) -> bytes:
    """What a ``data:`` address holds (RFC 2397). Raises Unprintable."""
    head, _comma, body = address.partition(",")
    try:
        content = unquote_to_bytes(body)
        return base64.b64decode(content) if head.strip().lower().endswith(";base64") else content
    except ValueError as fault:
        raise Unprintable(f"the data: address is damaged ({fault}); make it again") from None


def _plain(style: str) -> str:
    """CSS without comments and escapes, which could hide an address (CSS Syntax 3, 4.3.7)."""
    without = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?", lambda match: chr(min(int(match[1], 16), 0x10FFFF)), without)


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]
