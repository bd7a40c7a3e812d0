"""The Sphinx builder ``handout``: documents with a handout directive in, sheets for the press out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.frontend import get_default_settings
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html import HTMLWriter

from sphinx_prolo.directives.clinic_card import fill_cards
from sphinx_prolo.domain import ProloDomain, prolo_domain
from sphinx_prolo.handout.beside import beside
from sphinx_prolo.handout.editions import BILINGUAL, LARGE_PRINT, HandoutText, KeptTexts, chosen
from sphinx_prolo.handout.large_print import large_print
from sphinx_prolo.handout.making import Setting, make_sheet
from sphinx_prolo.handout.stationery import NEUTRAL
from sphinx_prolo.handout.translator import PageTranslator
from sphinx_prolo.language import profile
from sphinx_prolo.pdf import Passage
from sphinx_prolo.problem import error
from sphinx_prolo.sentences import sentences
from sphinx_prolo.translation.band import is_band
from sphinx_prolo.translation.vetting import vetted_domain
from sphinx_prolo.words import author, reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.handout.editions import SourceTexts
    from sphinx_prolo.handout.letterhead import Letterhead
    from sphinx_prolo.handout.sheet import Press
    from sphinx_prolo.handout.stationery import Stationery


class HandoutBuilder(Builder):
    """Makes the sheets of each handout in the language of the build, one for each edition, and hands them to the press.

    ``press``, ``editions``, ``sources`` and ``stationery`` are given to the builder by whoever runs it; see press/.
    """

    name = "handout"
    format = "html"
    epilog = "The handouts are in %(outdir)s."
    default_translator_class = PageTranslator
    supported_data_uri_images = True
    supported_remote_images = True  # or Sphinx would fetch them; see outside.py
    # Sphinx would read every document of a domain again when one of its messages changes; see translation/freshness.py.
    use_message_catalog = False
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif"]

    # What Sphinx's HTML translator asks of its builder.
    add_permalinks = False
    download_support = False
    imgpath = dlpath = ""
    math_renderer_name = "mathjax"  # asked for by name before any page is written; formulas print as text

    press: Press
    editions: tuple[str, ...]
    sources: SourceTexts
    stationery: Stationery
    current_docname = ""

    def init(self) -> None:
        self._begun = time.time_ns() // 1000  # in microseconds, as Sphinx notes when it reads a document
        self.highlighter = PygmentsBridge("html", "bw")
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}
        self.direction = profile(self.config.language).direction
        self.author_direction = profile(self.config.handout_source_language).direction
        self.editions = chosen(self.config.handout_editions)
        self.sources = KeptTexts()
        self.stationery = NEUTRAL

    @property
    def colon(self) -> str:
        """What stands between a label and its value in the reader's language, space and all."""
        return reader(self.env).labelled("", "")

    @property
    def domain(self) -> ProloDomain:
        return prolo_domain(self.env)

    def get_outdated_docs(self) -> str:
        """Every handout becomes a sheet each time: that is cheap, and the press knows which ones it has printed."""
        return "all handouts"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature
        return docname

    def prepare_writing(self, docnames: Set[str]) -> None:  # noqa: ARG002 - Sphinx's signature
        self.docsettings = get_default_settings(HTMLWriter)
        self.docsettings.__dict__.update(self.env.settings)
        self.docsettings.cloak_email_addresses = False  # paper has no robots, and the link must be one that works
        self.docsettings.compact_lists = False  # a paragraph in each item, whatever the list: one look for all

    def write_documents(self, docnames: Set[str]) -> None:  # noqa: ARG002 - all handouts, whatever was outdated
        # What has just been read comes first: after a save, that is what somebody waits for.
        names = (name for name, handout in self.domain.handouts.items() if not handout.withdrawn)
        self._write_serial(sorted(names, key=lambda name: (self.env.all_docs[name] < self._begun, name)))

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Deliver the sheets of a handout, unless an error stands against it, or comes up while it is written."""
        self.current_docname = docname
        if self._is_broken(docname):
            return
        passages = tuple(self._passages(docname, doctree))
        for letterhead in self.stationery.letterheads:
            tree = doctree
            if letterhead is not None:
                tree = doctree.deepcopy()
                fill_cards(tree, letterhead.clinic, reader(self.env))
            is_ours = next(iter(tree.findall(nodes.raw)), None) is None
            text = HandoutText(self._body(docname, tree), passages, is_ours)
            if self._is_broken(docname):
                return
            self._print(docname, text, letterhead)

    def _print(self, docname: str, text: HandoutText, letterhead: Letterhead | None) -> None:
        """Deliver the sheets of a handout for a clinic, or the neutral ones."""
        key = docname if letterhead is None else f"{docname} {letterhead.id}"
        if self._is_source:
            self.sources.keep(key, text)
        for edition in self.editions:
            content = self._edition(edition, docname, key, text)
            if content is not None:
                setting = Setting(edition, letterhead, self.stationery.fonts)
                self.press.accept(make_sheet(self.env, docname, setting, content))

    def finish(self) -> None:
        """Close the language: what is no longer printable must not stay behind as if it were."""
        handouts = self.domain.handouts.items()
        for docname in sorted(name for name, one in handouts if one.withdrawn):
            self.press.withdraw(docname)
        printable = frozenset(name for name, one in handouts if not one.withdrawn and not self._is_broken(name))
        self.press.finish(self.config.language, printable)

    @property
    def _is_source(self) -> bool:
        return bool(self.config.language == self.config.handout_source_language)

    def _edition(self, edition: str, docname: str, key: str, text: HandoutText) -> HandoutText | None:
        """What an edition of the handout prints; None where there is no such edition."""
        if edition == LARGE_PRINT:
            return HandoutText(large_print(text.body, self.colon), text.passages)
        return self._in_two_languages(docname, key, text) if edition == BILINGUAL else text

    def _in_two_languages(self, docname: str, key: str, text: HandoutText) -> HandoutText | None:
        if self._is_source:
            return None
        source = self.sources.get(key)
        if source is None:
            language = self.config.handout_source_language
            message = (
                f"the edition in two languages needs the handout in {language!r}, which could not be made; "
                f"build it with -l {language} to see why"
            )
            path, line = self.domain.handouts[docname].path, self.domain.handouts[docname].line
            self.press.refuse(error(path, line, "handout-bilingual", message))
            return None
        body = beside(text.body, source.body, reader(self.env).profile, author(self.env).profile)
        return HandoutText(body, (*text.passages, *source.passages))

    def _is_broken(self, docname: str) -> bool:
        return any(problem.is_error for problem in self.domain.problems(docname))

    def _body(self, docname: str, doctree: nodes.document) -> str:
        """The document as HTML; the draft band is left out, because the page repeats it on every sheet of paper."""
        doctree.settings = self.docsettings
        for band in list(doctree.findall(lambda node: isinstance(node, nodes.container) and is_band(node))):
            band.parent.remove(band)
        self.post_process_images(doctree)
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        visitor = cast("PageTranslator", self.create_translator(doctree, self))
        doctree.walkabout(visitor)
        return "".join(visitor.fragment)

    def _passages(self, docname: str, doctree: nodes.document) -> Iterator[Passage]:
        """What is printed and where it was written: in the catalogue, if it was translated."""
        vetted = vetted_domain(self.env, docname)
        for node, message in sentences(doctree):
            place = vetted.place(message) if node.get("translated") else None
            path, line = place or (node.source or str(self.env.doc2path(docname)), node.line)
            yield Passage(node.astext(), path, line)


def setup_builder(app: Sphinx) -> None:
    app.add_builder(HandoutBuilder)
