"""A text in, its nodes out, as Sphinx's parser makes them; a text without any markup needs no parser.

Sphinx gives each message a parser of its own, twice, and each parser makes all its states before it looks at the text:
that took a third of the time of reading, though hardly a message has markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.parsers import RSTParser

from sphinx_prolo.catalogue import is_plain

if TYPE_CHECKING:
    from docutils.statemachine import StringList
    from sphinx.application import Sphinx


class PlainParser(RSTParser):
    """Sphinx's parser of reStructuredText, quicker with a plain paragraph."""

    def parse(self, inputstring: str | StringList, document: nodes.document) -> None:
        """Parse a text into the document."""
        if isinstance(inputstring, str) and is_plain(inputstring) and self._adds_nothing(document.settings):
            text = inputstring.expandtabs(document.settings.tab_width).rstrip()
            paragraph = nodes.paragraph(text, text)
            paragraph.source, paragraph.line = document.current_source, 1
            document += paragraph
        else:
            super().parse(inputstring, document)

    def _adds_nothing(self, settings: Any) -> bool:
        """Whether nothing stands before or after each text, and numbers of standards are no links."""
        around = self._config.rst_prolog, self._config.rst_epilog
        return not any((*around, settings.pep_references, settings.rfc_references))


def setup_plain_parser(app: Sphinx) -> None:
    if app.registry.source_parsers.get("restructuredtext") is RSTParser:  # another extension may have its own
        app.add_source_parser(PlainParser, override=True)
