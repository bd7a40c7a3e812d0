"""Images are printed when they stand alone and can be opened; any other says why not, where it was written."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sphinx_prolo.handout.pictures import Unprintable, embedded

if TYPE_CHECKING:
    from projects import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
REPEAT = "<use href='#a{}'/>"


def picture(kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(file, kind)
    return file.getvalue()


def bomb() -> bytes:
    """The head of a PNG of 200 megapixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 10_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + head
        + struct.pack(">I", zlib.crc32(head))
        + struct.pack(">I", 9)
        + b"IDAT"
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture(), "png"),
        (picture("JPEG"), "jpeg"),
        (picture("GIF"), "gif"),
        (SVG.format("<title>a</title><g id='a'/><use xlink:href='#a'/>").encode(), "svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>" + SVG.format("<path fill='url(#b)'/>").encode(), "svg+xml"),
        (SVG.format("<image href='data:image/png;base64,AAAA'/>").encode(), "svg+xml"),
    ],
)
def test_sound_images_become_data_addresses(content: bytes, kind: str) -> None:
    assert embedded(content).startswith(f"data:image/{kind};base64,")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no image"),
        (b"I am a text.", "no image"),
        (b"<html></html>", "no image"),
        (picture()[:1000], "damaged"),
        (bomb(), "million pixels"),
        (b"<svg><g></svg>", "no sound SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;").encode(), "DOCTYPE"),
        (SVG.format("<image href='file:///etc/passwd'/>").encode(), "file:///etc/passwd"),
        (SVG.format("<image xlink:href='/etc/passwd'/>").encode(), "/etc/passwd"),
        (SVG.format("<use href='https://example.org/a.svg#b'/>").encode(), "https://example.org"),
        (SVG.format("<rect style='fill: url(https://example.org/)'/>").encode(), "https://example.org"),
        (SVG.format("<rect fill='u\\72l(//example.org/)'/>").encode(), "example.org"),
        (SVG.format("<style>@import 'x.css';</style>").encode(), "@import"),
        (SVG.format("<style>a{fill:ur/**/l(x.svg)}@\\69mport 'y';</style>").encode(), "outside itself"),
        (SVG.format("<script>1</script>").encode(), "<script>"),
        (SVG.format("<foreignObject/>").encode(), "<foreignObject>"),
        (SVG.format("".join(f"<g id='a{n}'>{9 * REPEAT.format(n - 1)}</g>" for n in range(9))).encode(), "10,000"),
        (SVG.format("<g>" * 10_000 + "</g>" * 10_000).encode(), "deep"),
        (SVG.format("<g id='a'><use href='#a'/></g>").encode(), "10,000"),
    ],
)
def test_other_images_say_why_they_are_not_printed(content: bytes, said: str) -> None:
    with pytest.raises(Unprintable, match=said):
        embedded(content)


def test_a_large_file_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_prolo.handout.pictures.MOST_BYTES", 10)
    with pytest.raises(Unprintable, match="larger than"):
        embedded(picture())


def test_the_place_of_a_bad_image_is_named(clinic: Project) -> None:
    (clinic.srcdir / "handouts" / "leak.svg").write_text(SVG.format("<image href='file:///etc/passwd'/>"))
    source = clinic.srcdir / "handouts" / "knee.rst"
    text = source.read_text() + "\n.. image:: leak.svg\n   :alt: A knee.\n"
    source.write_text(text)
    app = clinic.build("handout", press=Silent())
    line = text[: text.index(".. image::")].count("\n") + 1
    assert "handout-image" in clinic.problems(app)
    assert f"knee.rst:{line}: " in app.warning.getvalue()
    assert "leak.svg" in app.warning.getvalue()


class Silent:
    def accept(self, sheet: object) -> None:
        raise AssertionError("a handout with an error is not printed")

    def finish(self, language: str, docnames: frozenset[str]) -> tuple[()]:
        return ()
