"""A project that Sphinx is reading in one language in, its handouts in the source language out: for plain sphinx-build.

Sphinx knows one language at a time, in a process; so the second reading has a process of its own.
"""

from __future__ import annotations

import dataclasses
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.handout.builder import HandoutBuilder
from sphinx_prolo.handout.editions import HandoutText, KeptTexts
from sphinx_prolo.press.reading import Setting, read_language
from sphinx_prolo.press.result import NoPress

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.handout.stationery import Stationery


@dataclasses.dataclass(frozen=True, slots=True)
class Request:
    """What to read. Picklable."""

    srcdir: Path
    outdir: Path
    language: str
    setting: Setting
    stationery: Stationery


class SecondReading:
    """The source texts of a build in another language, read when the first of them is asked for."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._texts: KeptTexts | None = None

    def keep(self, docname: str, text: HandoutText) -> None:
        """Nothing to do: a build in the source language asks for none."""

    def get(self, docname: str) -> HandoutText | None:
        """The handout in the source language, or None."""
        if self._texts is None:
            self._texts = self._read()
        return self._texts.get(docname)

    def _read(self) -> KeptTexts:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
            return process.submit(read_texts, self._request()).result()

    def _request(self) -> Request:
        app = self._app
        # Beside the trees of the language that is being built: they are those of one language.
        trees = Path(app.doctreedir) / "source-language"
        given = {builder_tag for builder_tag in app.tags if not builder_tag.startswith(("builder_", "format_"))}
        setting = Setting(Path(app.confdir), trees, dict(app.config.overrides), tuple(sorted(given)))
        assert isinstance(app.builder, HandoutBuilder)
        language, paper = app.config.handout_source_language, app.builder.stationery
        return Request(Path(app.srcdir), Path(app.outdir), language, setting, paper)


def read_texts(request: Request) -> KeptTexts:
    """Read a project in its source language, in this process. What is wrong with it, its own build will tell."""
    texts = KeptTexts()
    read_language(
        request.srcdir,
        request.outdir,
        request.language,
        NoPress(),
        sources=texts,
        setting=request.setting,
        stationery=request.stationery,
    )
    return texts
