"""The press of plain ``sphinx-build -b handout``: one language, and the same files out as ``sphinx-prolo build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_prolo.handout.builder import HandoutBuilder
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.pressroom import Order, Pressroom
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.report import log

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx

    from sphinx_prolo.handout.sheet import Sheet
    from sphinx_prolo.problem import Problem

logger = logging.getLogger(__name__)


class OneLanguage:
    """A press that prints when the language is in; what cannot be printed fails the build of Sphinx."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._sheets: list[Sheet] = []
        self._withdrawn: list[str] = []

    def accept(self, sheet: Sheet) -> None:
        """Keep the sheet: pool and state are opened when all sheets are in, so that they can be closed again."""
        self._sheets.append(sheet)

    def withdraw(self, docname: str) -> None:
        """Keep what to say of it."""
        self._withdrawn.append(docname)

    def finish(self, language: str, docnames: Collection[str]) -> tuple[Problem, ...]:
        """Print, and tell Sphinx of the problems."""
        pool: Pool[Order] = Pool()
        stock = Stock(Path(self._app.outdir), Path(self._app.srcdir))
        room = Pressroom(stock, pool, final_only=self._app.config.handout_final_only)
        try:
            for sheet in self._sheets:
                room.accept(sheet)
            room.finish(language, docnames)
            room.settle()
        finally:
            room.save()
            pool.close()
        log(room.problems)
        for withheld in room.withheld:
            logger.info("withheld: %s", withheld)
        for docname in self._withdrawn:
            logger.info("withdrawn: %s", docname)
        if any(problem.is_error for problem in room.problems):
            self._app.statuscode = 1
        return tuple(room.problems)


def _give_press(app: Sphinx) -> None:
    if isinstance(app.builder, HandoutBuilder):
        app.builder.press = OneLanguage(app)


def setup_press(app: Sphinx) -> None:
    app.connect("builder-inited", _give_press)
