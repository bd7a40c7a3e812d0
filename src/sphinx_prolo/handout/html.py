"""Our style sheet for Sphinx's own HTML builders, so that marks, draft bands and signs are seen there too."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STYLE = "prolo.css"


def _add_style(app: Sphinx) -> None:
    if app.builder.format == "html" and app.builder.name != "handout":
        app.add_css_file(STYLE)


def _copy_style(_app: Sphinx, builder: Builder) -> None:
    """Before the pages are written, because epub lists the files of its book while it writes."""
    if builder.format == "html" and builder.name != "handout":
        static = Path(builder.outdir, "_static")
        static.mkdir(parents=True, exist_ok=True)
        with as_file(files(__package__).joinpath("theme", STYLE)) as source:
            shutil.copyfile(source, static / STYLE)


def setup_html(app: Sphinx) -> None:
    app.connect("builder-inited", _add_style)
    app.connect("write-started", _copy_style)
