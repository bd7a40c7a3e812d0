"""Font files in, the one font configuration of this process out; PrintError when a font cannot be loaded.

The files are given to Fontconfig where they lie. WeasyPrint's own way, ``@font-face``, copies each file into a
temporary folder, 40 MB with the CJK fonts, that a worker process leaves behind.
"""

from __future__ import annotations

import functools
import hashlib
import multiprocessing.util
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from weasyprint.logger import LOGGER
from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from sphinx_prolo import problem
from sphinx_prolo.pdf import fontfiles
from sphinx_prolo.pdf.engine import only_our_fonts
from sphinx_prolo.pdf.job import PrintError


class Typefaces(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """A font configuration that holds the fonts it was made with, and takes no more from style sheets."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        with only_our_fonts():
            super().__init__()
        unreadable = [path for path in files if not self._add(path)]
        # Pango ends the process (SIGSEGV) when it has no font at all.
        if unreadable or not files:
            raise _no_font(unreadable)
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))

    def _add(self, path: Path) -> bool:
        return bool(fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path)))

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: object) -> None:  # noqa: ARG002
        """Refuse ``@font-face``: the font would stay for the next job of this process."""
        LOGGER.error("@font-face %r is refused", rule_descriptors.get("font_family"))


@functools.lru_cache(maxsize=4)
def typefaces(further: tuple[bytes, ...] = ()) -> Typefaces:
    """Our fonts and further ones, loaded once."""
    return Typefaces((*fontfiles.files(), *map(_kept, further)))


def _kept(font: bytes) -> Path:
    """Write a font where Fontconfig can map it, under a name that only depends on what is in it."""
    path = _folder() / hashlib.sha256(font).hexdigest()
    path.write_bytes(font)
    return path


@functools.cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sphinx-prolo-fonts-"))
    # Not atexit: multiprocessing's children end without it.
    multiprocessing.util.Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=0)
    return folder


def _no_font(unreadable: list[Path]) -> PrintError:
    names = ", ".join(path.name for path in unreadable) or "none of ours is there"
    message = f"fonts cannot be loaded: {names}; install sphinx-prolo again"
    return PrintError((problem.error("sphinx-prolo", None, "print-fonts", message),))
