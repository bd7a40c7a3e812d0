"""Sphinx's own warnings about a document in, problems that stand until it is read again out.

Sphinx tells a writer of a broken table once, when it reads the document; a second build would end green.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.build_phase import BuildPhase
from sphinx.util.logging import NAMESPACE, WarningLogRecordTranslator

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.problem import error, warning

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.problem import Problem

_LOCATION = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?:?")


class KeepWarnings(logging.Handler):
    """Keeps what Sphinx says while it reads a document; our own problems are kept already."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.app = app
        self.addFilter(WarningLogRecordTranslator(app))

    def emit(self, record: logging.LogRecord) -> None:
        if getattr(record, "type", None) == "prolo" or self.app.phase is not BuildPhase.READING:
            return
        docname = self.app.env.current_document.docname
        if docname:
            prolo_domain(self.app.env).note(docname, [_problem(record, str(self.app.env.doc2path(docname)))])


def _problem(record: logging.LogRecord, document: str) -> Problem:
    place = _LOCATION.fullmatch(str(getattr(record, "location", None) or document))
    path, line = (place["path"], place["line"]) if place else (document, None)
    if not Path(path).is_absolute():
        path = document
    kind = error if record.levelno >= logging.ERROR else warning
    subject = ".".join(filter(None, (getattr(record, "type", None), getattr(record, "subtype", None)))) or "docutils"
    return kind(path, int(line) if line else None, f"sphinx-{subject}", record.getMessage().replace("\n", " "))


def _listen(app: Sphinx) -> None:
    handler = KeepWarnings(app)
    logger = logging.getLogger(NAMESPACE)
    logger.addHandler(handler)
    app.connect("build-finished", lambda _app, _exception: logger.removeHandler(handler))


def setup_warnings(app: Sphinx) -> None:
    app.connect("builder-inited", _listen)
