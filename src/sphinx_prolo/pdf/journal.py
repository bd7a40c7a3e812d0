"""What WeasyPrint says to its log in, problems out; nothing reaches stderr."""

from __future__ import annotations

import contextlib
import logging
import re
import warnings
from typing import TYPE_CHECKING

from sphinx_prolo import problem
from sphinx_prolo.pdf.fetcher import REFUSAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_prolo.problem import Problem

_LOGGERS = ("weasyprint", "fontTools")
_NOTDEF = ".notdef glyph rendered"
# Only says that HarfBuzz-Subset is not installed; README names it, and it is no fault of the page.
_SLOW = "Using fontTools instead of HarfBuzz-Subset"
_DATA = re.compile("(data:[^,]{,40},)[^'\" ]*")
# What an error of WeasyPrint's holds, our code for it, and what to tell the writer.
_VERDICTS = (
    ("no required alt", "print-alt", "an image has no text alternative ({}); describe it with :alt:"),
    ("@font-face", "print-style", "{}: name a font of ours"),
    ("Relative URI", "print-url", "an address leads out of the page ({}); put the file into the project"),
    ("nchor", "print-link", "a link inside the handout leads nowhere ({}); mend it"),
    (
        "mage",
        "print-image",
        "an image cannot be printed ({}); use a PNG, JPEG or SVG that a viewer opens, of at most 80 million pixels",
    ),
)


class Journal(logging.Handler):
    """Keeps what is logged while a job is printed; missing glyphs go to ``missing``."""

    def __init__(self, missing: Callable[[int], None]) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._missing = missing

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging for each record."""
        if str(record.msg).startswith(_NOTDEF) and isinstance(record.args, tuple):
            self._missing(int(str(record.args[1])))
        elif not str(record.msg).startswith(_SLOW):
            self.records.append(record)

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """While this lasts, the loggers and warnings of the engine end here and nowhere else."""
        loggers = [logging.getLogger(name) for name in _LOGGERS]
        before = [(logger.level, logger.propagate) for logger in loggers]
        for logger in loggers:
            logger.addHandler(self)
            logger.setLevel(logging.WARNING)
            logger.propagate = False
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                # Pillow's word for an image that would fill the memory: refuse to open it.
                warnings.filterwarnings("error", message="Image size .* exceeds limit")
                yield
        finally:
            for logger, (level, propagate) in zip(loggers, before, strict=True):
                logger.removeHandler(self)
                logger.setLevel(level)
                logger.propagate = propagate

    def problems(self, name: str, refused: list[str]) -> list[Problem]:
        """What was logged, as problems of the job ``name``, without what only repeats a refused address."""
        messages = {(record.levelno, record.getMessage()): None for record in self.records}
        return [
            _judge(name, level, message)
            for level, message in messages
            if not any(url in message for url in (*refused, REFUSAL))
        ]


def _judge(name: str, level: int, message: str) -> Problem:
    short = _shortened(message)
    for part, code, text in _VERDICTS:
        if part in message and level >= logging.ERROR:
            return problem.error(name, None, code, text.format(short))
    if level >= logging.ERROR:
        return problem.error(name, None, "print-engine", f"WeasyPrint: {short}; mend the page or its style sheet")
    return problem.warning(name, None, "print-style", f"WeasyPrint: {short}; mend the style sheet")


def _shortened(message: str) -> str:
    """The message on one line; a data: URL in it may be megabytes long."""
    return " ".join(_DATA.sub(r"\1…", message).split()).rstrip(".:")
