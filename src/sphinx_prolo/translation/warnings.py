"""Sphinx's own warnings about a document in, problems that stand until it is read again out.

Sphinx tells a writer of a broken table once, when it reads the document; a second build would end green.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.build_phase import BuildPhase
from sphinx.util.logging import NAMESPACE, get_node_location

from sphinx_prolo.domain import prolo_domain
from sphinx_prolo.problem import error, warning

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.problem import Problem

_LOCATION = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?:?")


class KeepWarnings(logging.Handler):
    """Keeps what Sphinx says while it reads a document; our own problems are kept already.

    The record is only looked at: Sphinx's own handler comes after this one and prepares it for print once.
    """

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.app = app

    def emit(self, record: logging.LogRecord) -> None:
        if getattr(record, "type", None) == "prolo" or self.app.phase is not BuildPhase.READING:
            return
        docname = self.app.env.current_document.docname
        if docname:
            prolo_domain(self.app.env).note(docname, [self._problem(record, docname)])

    def _problem(self, record: logging.LogRecord, docname: str) -> Problem:
        path, line = self._place(getattr(record, "location", None), docname)
        kind = error if record.levelno >= logging.ERROR else warning
        subject = [getattr(record, name, None) for name in ("type", "subtype")]
        code = "-".join(["sphinx", *(str(word) for word in subject if word)]).replace("_", "-").replace(".", "-")
        message = " ".join(logging.LogRecord.getMessage(record).split())  # Sphinx's own adds the location
        return kind(path, line, code, message)

    def _place(self, location: object, docname: str) -> tuple[str, int | None]:
        """Sphinx names a place by a node, by "path:line", or by a document and a line."""
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        elif isinstance(location, tuple):
            location = f"{self.app.env.doc2path(location[0])}:{location[1] or ''}"
        place = _LOCATION.fullmatch(str(location or ""))
        if place is None or not Path(place["path"]).is_absolute():
            return str(self.app.env.doc2path(docname)), None
        return place["path"], int(place["line"]) if place["line"] else None


def _listen(app: Sphinx) -> None:
    handler = KeepWarnings(app)
    logger = logging.getLogger(NAMESPACE)
    logger.addHandler(handler)
    app.connect("build-finished", lambda _app, _exception: logger.removeHandler(handler))


def setup_warnings(app: Sphinx) -> None:
    app.connect("builder-inited", _listen)
