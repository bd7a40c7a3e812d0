"""Nothing in; the versions of the system's libraries that lay text out. They are asked themselves, in milliseconds.

WeasyPrint is not loaded for it, but its libraries are, by the names under which it looks for them: a build that finds
nothing to do has to know whether they have changed.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
from collections.abc import Callable, Iterator

# As in weasyprint/text/ffi.py; tests/pdf/test_system.py compares.
_PANGO = ("libpangoft2-1.0-0", "pangoft2-1.0-0", "pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")
_HARFBUZZ = ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib")
_SUBSET = (
    "libharfbuzz-subset-0", "harfbuzz-subset", "harfbuzz-subset-0.0", "libharfbuzz-subset.so.0",
    "libharfbuzz-subset.0.dylib",
)  # fmt: skip
_FONTCONFIG = ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib")
_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
_NONE = "none"


@functools.cache
def libraries() -> dict[str, str]:
    """Names and versions; "none" for one that is not there, or does not say.

    Of HarfBuzz-Subset it counts that it is there: it subsets fonts into other bytes than fontTools. Its version is
    that of HarfBuzz.
    """
    with _folders():
        pango, subset = _library(_PANGO), _library(_SUBSET)
        asked: dict[str, Callable[[], str]] = {
            "Pango": lambda: _text(pango, "pango_version_string"),
            "HarfBuzz": lambda: _text(_library(_HARFBUZZ), "hb_version_string"),
            "HarfBuzz-Subset": lambda: _NONE if subset is None else "yes",
            "Fontconfig": lambda: str(_library(_FONTCONFIG).FcGetVersion()),  # type: ignore[union-attr]
            "FreeType": lambda: _freetype(pango),
            "FriBidi": lambda: _fribidi(pango),
        }
        return {name: _said(ask) for name, ask in asked.items()}


def _said(ask: Callable[[], str]) -> str:
    """The answer of a library; one that is missing is None, and has no functions."""
    try:
        return ask()
    except (AttributeError, ValueError):
        return _NONE


def _library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        with contextlib.suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _text(library: ctypes.CDLL | None, function: str) -> str:
    ask = getattr(library, function)
    ask.restype = ctypes.c_char_p
    return str(ask().decode())


# The other two are found through Pango's dependencies, which is where it finds them; not so on Windows.
def _freetype(pango: ctypes.CDLL | None) -> str:
    begin, end = pango.FT_Init_FreeType, pango.FT_Done_FreeType  # type: ignore[union-attr]
    freetype, parts = ctypes.c_void_p(), [ctypes.c_int() for _ in range(3)]
    if begin(ctypes.byref(freetype)):
        return _NONE
    pango.FT_Library_Version(freetype, *map(ctypes.byref, parts))  # type: ignore[union-attr]
    end(freetype)
    return ".".join(str(part.value) for part in parts)


def _fribidi(pango: ctypes.CDLL | None) -> str:
    if pango is None:
        return _NONE
    said = ctypes.c_char_p.in_dll(pango, "fribidi_version_info").value or b""
    return said.split(b"\n")[0].decode().rpartition(" ")[2]


@contextlib.contextmanager
def _folders() -> Iterator[None]:
    """While this lasts, Windows looks where WeasyPrint lets it look."""
    with contextlib.ExitStack() as added:
        if hasattr(os, "add_dll_directory"):
            for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _FOLDERS).split(";"):
                with contextlib.suppress(OSError):
                    added.enter_context(os.add_dll_directory(folder))
        yield
