"""A message in, its structure out: the blocks and the inline elements that docutils finds in it.

Names are never looked up: no directive, role or substitution exists here, no file is opened and nothing is reported, so
that parsing a hostile message cannot do anything. docutils also knows directives by their names in the target
language (``.. incluir::``); with no names at all, every explicit markup is the same forbidden block.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections import Counter
from typing import Any, Final

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, states
from docutils.parsers.rst.states import Struct  # type: ignore[attr-defined]  # docutils.parsers.rst.states
from docutils.statemachine import string2lines
from docutils.utils import Reporter

from sphinx_prolo.catalogue.inline import Structure, elements

TAB_WIDTH = 8

# Without any of these characters, no inline markup of docutils can start, and no address can be one: strong, emphasis
# (*), interpreted text, literals and references (`), substitutions (|), footnotes and references (_ at the end of a
# word), e-mails (@), URIs (a colon before a character), escapes (\).
INLINE = re.compile(r"[*`|@\\\x00]|_(?!\w)|:(?=\S)")
# A single line that starts so is a paragraph: no list item, field, option, table, comment, transition or block quote.
PARAGRAPH = re.compile(r"""(?![0-9A-Za-z#]+[.)](?:\s|$))(?:[*`"']{0,2}[^\W_]|[¿¡«“„‘{])""")
LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
PLAIN: Final = Structure(("paragraph",), Counter(), 0, Counter(), ())


def structure(text: str, language: str) -> Structure:
    """The structure of a message, parsed as Sphinx will parse it: as a document of its own."""
    if is_plain(text):
        return PLAIN
    machinery = _machinery(language)
    if is_one_paragraph(text) and not text.rstrip().endswith("::"):
        return elements(machinery.inline(text))
    return elements(machinery.document(text))


def is_plain(text: str) -> bool:
    """Whether a look is enough to know that the text is one paragraph without any markup. If in doubt, it says no."""
    return is_one_paragraph(text) and INLINE.search(text) is None


def is_one_paragraph(text: str) -> bool:
    """Whether a look at the start is enough to know that the text is one paragraph. If in doubt, it says no."""
    return PARAGRAPH.match(text) is not None and LINE_BREAK.search(text) is None and text.strip("{") != ""


class _Inliner(states.Inliner):
    """docutils' own rules for inline markup, compiled once, without roles."""

    def __init__(self, settings: Any) -> None:
        super().__init__()
        ready = states.Inliner()  # init_customizations() reads vars() of its own class only, so not of a subclass
        ready.init_customizations(settings)
        self.__dict__.update(ready.__dict__)

    def init_customizations(self, settings: Any) -> None:
        """Done."""

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> Any:  # noqa: ARG002
        """Any role is the same neutral element; ``text`` still holds its escapes as null characters."""
        return [nodes.inline(rawsource, text, role=role or "", content=text)], []


class _Closed:
    """Mixed into every parser state: explicit markup is a comment, whatever its name, in nested parsers too."""

    nested_sm_cache: list[Any] = []  # noqa: RUF012 -- docutils' own cache holds parsers that know directives
    explicit = Struct(patterns=states.Body.explicit.patterns, constructs=[])

    def __init__(self, state_machine: Any, debug: bool = False) -> None:
        super().__init__(state_machine, debug)  # type: ignore[call-arg]
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}


_STATES: Final = tuple(type(state.__name__, (_Closed, state), {}) for state in states.state_classes)


class _Machinery:
    """The parser for one language."""

    def __init__(self, language: str) -> None:
        settings = frontend.get_default_settings(Parser)
        settings.language_code = _known_to_docutils(language)
        settings.report_level = Reporter.SEVERE_LEVEL + 1
        settings.halt_level = Reporter.SEVERE_LEVEL + 1
        settings.warning_stream = False
        settings.file_insertion_enabled = False
        settings.raw_enabled = False
        self.settings = settings
        self.inliner = _Inliner(settings)

    def document(self, text: str) -> nodes.document:
        """All of docutils' block and inline markup."""
        document = utils.new_document("", self.settings)
        machine = states.RSTStateMachine(state_classes=list(_STATES), initial_state="Body")
        machine.run(string2lines(text, TAB_WIDTH, convert_whitespace=True), document, inliner=self.inliner)
        return document

    def inline(self, text: str) -> nodes.document:
        """The inline markup of a text that is one paragraph: what :meth:`document` gives, but faster."""
        document = utils.new_document("", self.settings)
        paragraph = nodes.paragraph()
        document += paragraph
        memo = Struct(document=document, reporter=document.reporter, language=None, inliner=self.inliner)
        children, messages = self.inliner.parse(text.rstrip(), 1, memo, paragraph)
        paragraph += children
        document += messages
        return document


def _known_to_docutils(language: str) -> str:
    """The language, or the one that it is a form of, or English. docutils would import a module of that name else:
    a file "mk.py" that lies about is a program, and no Macedonian.
    """
    tags = utils.normalize_language_tag(language)
    return next((tag for tag in tags if importlib.util.find_spec(f"docutils.parsers.rst.languages.{tag}")), "en")


@functools.lru_cache(maxsize=8)
def _machinery(language: str) -> _Machinery:
    return _Machinery(language)
