"""Folders of the user's own fonts in, fonts to print with out, or problems that say why not."""

from __future__ import annotations

import dataclasses
import functools
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont

from sphinx_prolo import problem
from sphinx_prolo.pdf import fontfiles

if TYPE_CHECKING:
    from sphinx_prolo.problem import Problem

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".dfont"})
_LARGEST = 64 * 1024 * 1024
_SOUND = (b"\0\1\0\0", b"OTTO", b"true")
# OpenType, OS/2, fsType: what a font's licence says about files that hold it.
_RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
_MAY = 0x000C  # preview and print, or editable: any of them allows what bit 1 forbids


class Unusable(Exception):  # noqa: N818 - not a bug, but a fault of the file; the text says what it is
    """Why a font cannot be printed with, and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class FontFile:
    """A font of the user's own. Picklable; ``letters`` are the characters that it can draw."""

    path: str
    family: str
    content: bytes
    letters: frozenset[int]


def further_fonts(folders: Iterable[Path], blamed: str) -> tuple[tuple[FontFile, ...], tuple[Problem, ...]]:
    """The fonts of some folders, in an order that does not change. ``blamed`` is the file that names the folders."""
    fonts: list[FontFile] = []
    problems: list[Problem] = []
    for folder in dict.fromkeys(folders):
        if not folder.is_dir():
            message = f"handout_fonts: there is no folder {folder}; check its name"
            problems.append(problem.error(blamed, None, "print-font", message))
            continue
        for path in _files(folder):
            try:
                fonts.append(_read(path, path.stat().st_mtime_ns))
            except Unusable as fault:
                problems.append(problem.error(str(path), None, "print-font", f"this font is not used: {fault}"))
            except OSError as fault:
                message = f"this font cannot be read: {fault.strerror}; check its permissions"
                problems.append(problem.error(str(path), None, "print-font", message))
    return tuple(fonts), tuple(problems)


def needed(fonts: tuple[FontFile, ...], text: str) -> tuple[FontFile, ...]:
    """The fonts that a text needs: those that have a letter which none of ours has."""
    if not fonts:
        return ()
    missing = {ord(char) for char in set(text)} - _ours()
    families = {font.family for font in fonts if missing & font.letters}
    return tuple(font for font in fonts if font.family in families)  # the bold one too, if it has fewer letters


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES and path.is_file())


@functools.lru_cache(maxsize=256)
def _read(path: Path, _mtime: int) -> FontFile:
    """Judge a font. Raises Unusable, OSError."""
    if path.stat().st_size > _LARGEST:
        raise Unusable(f"it is larger than {_LARGEST // 1024 // 1024} MiB; make a smaller one with pyftsubset")
    content = path.read_bytes()
    if content[:4] in (b"wOFF", b"wOF2"):
        raise Unusable("it is packed for the web (WOFF); give the TTF or OTF file")
    if content[:4] == b"ttcf":
        raise Unusable("it holds several fonts; give each as a TTF or OTF file")
    if not content.startswith(_SOUND):
        raise Unusable("it is no TTF or OTF font; give one that a font viewer opens")
    try:
        with TTFont(io.BytesIO(content), lazy=True) as font:
            return _judged(path, content, font)
    except Unusable:
        raise
    except Exception as fault:  # fontTools checks little: whatever it stumbles over, the file is at fault
        raise Unusable(f"it is damaged ({type(fault).__name__}); get it again") from None


def _judged(path: Path, content: bytes, font: Any) -> FontFile:
    if "fvar" in font:
        raise Unusable("it is variable, and gives wrong widths in a PDF; give its static files, or make them with "
                       "fonttools varLib.instancer")  # fmt: skip
    family = font["name"].getBestFamilyName() or ""
    if not family.strip():
        raise Unusable("it has no name of a family; give another one")
    if family in (*fontfiles.FAMILIES, fontfiles.CJK_FAMILY):
        raise Unusable(f"its family '{family}' comes with sphinx-prolo; delete the file")
    licence = int(font["OS/2"].fsType)
    if (licence & _RESTRICTED and not licence & _MAY) or licence & (_WHOLE_ONLY | _BITMAPS_ONLY):
        raise Unusable(f"its licence (fsType {licence:#06x}) does not allow a part of it in a PDF; choose another font")
    return FontFile(str(path), family, content, frozenset(font["cmap"].getBestCmap() or ()))


@functools.cache
def _ours() -> frozenset[int]:
    """The characters of all fonts that come with us, and those that need none."""
    found: set[int] = {*range(32), *range(127, 161)}
    for path in fontfiles.files():
        with TTFont(path, lazy=True) as font:
            found.update(font["cmap"].getBestCmap() or ())
    return frozenset(found)
