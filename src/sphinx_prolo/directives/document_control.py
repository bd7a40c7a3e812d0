"""``.. document-control::`` what ``handout`` says in, version, dates, language and status for the reader out.

The directive leaves an empty place, which is filled at the time of writing: whether a handout is a draft, and why, is
known only when all of it has been read and translated, and a review-by date passes without any document being read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_prolo.directives.parts import bullets, details, foreign, label, paragraph, value
from sphinx_prolo.domain import Progress, prolo_domain
from sphinx_prolo.printed import CONTROL
from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.status import reasons, review
from sphinx_prolo.words import reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.language import Writer

# Why a handout is a draft (see status.reasons), in the reader's words.
_REASONS = {
    "problems": "This text has problems that must be solved",
    "review-overdue": "The review date of this text has passed",
    "unsigned-source": "This text has not been signed by a clinician",
    "source-stale": "The text in the source language has changed since it was signed",
    "stale": "This text has changed since it was checked",
}
# Who is missing is another person in a translation.
_UNREVIEWED = (
    "This text has not been signed by a clinician",
    "This translation has not been checked by a medical translator",
)
# Those that count sentences, with the part of Progress that counts them.
_COUNTED_REASONS = {
    "rejected": ("{n} translation was refused by a safety check", "rejected"),
    "untranslated": ("{n} sentence is not translated", "missing"),
    "held": ("{n} translation has to be looked at by a person", "held"),
    "fuzzy": ("{n} translation is marked as uncertain", "fuzzy"),
}


class DocumentControlDirective(SphinxDirective):
    """Keeps a place for what is known of the handout; takes no values of its own."""

    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        if self.env.docname not in prolo_domain(self.env).handouts:
            source, line = self.get_source_info()
            message = "'document-control' prints what '.. handout::' says; put a handout directive above it"
            report(self.env, self.env.docname, [error(source, line, "handout-none", message)])
            return []
        return [nodes.container("", classes=[CONTROL], docname=self.env.docname)]


class DocumentControl(SphinxPostTransform):
    """Fills the places that the directive left."""

    default_priority = 1  # before anything looks at the tree that will be written, as the draft band

    def run(self, **_kwargs: Any) -> None:
        if prolo_domain(self.env).resolving:
            return
        for place in self.document.findall(nodes.container):
            if CONTROL in place["classes"]:
                place.append(self._control(place["docname"]))

    def _control(self, docname: str) -> nodes.field_list:
        handout, words = prolo_domain(self.env).handouts[docname], reader(self.env)

        def ours(msgid: str, context: str = "page") -> str:
            return words.labels.text(msgid, context)

        found = reasons(self.env, docname)
        status = paragraph(label(ours("Draft") if found else ours("Final", "document-control")))
        why = [[paragraph(label(reason))] for reason in self._reasons(docname, found, words)]
        return details(
            [
                (ours("Version", "document-control"), [paragraph(value(handout.version))]),
                (ours("Published"), [paragraph(value(_date(words, handout.published)))]),
                (ours("Review by"), [paragraph(value(_date(words, handout.review_by)))]),
                (ours("Language"), [paragraph(foreign(words.profile.name))]),
                *self._signatures(docname, words),
                (ours("Status", "document-control"), [status, *([bullets(why)] if why else [])]),
            ]
        )

    def _signatures(self, docname: str, words: Writer) -> Iterator[tuple[str, list[nodes.Node]]]:
        """The record of the translation (ISO 17100), and who has approved what was translated."""
        signed = review(self.env, docname)

        def ours(msgid: str) -> str:
            return words.labels.text(msgid, "document-control")

        if signed.checked is not None:
            by = signed.translation
            yield ours("Translated from"), [paragraph(*_edition(self.env, docname, words))]
            yield ours("Translated by"), [_name(words, by.translator if by else None)]
            yield ours("Checked by"), [_name(words, by.reviser if by else None)]
            if by is not None:
                yield ours("Signed on"), [paragraph(value(words.date(by.date)))]
        yield ours("Approved by"), [_name(words, signed.source.clinician if signed.source else None)]
        if signed.source is not None:
            yield ours("Signed on"), [paragraph(value(words.date(signed.source.date)))]

    def _reasons(self, docname: str, found: tuple[str, ...], words: Writer) -> Iterator[str]:
        progress = prolo_domain(self.env).progress.get(docname, Progress())
        is_translation = review(self.env, docname).checked is not None
        said = {**_REASONS, "unreviewed": _UNREVIEWED[is_translation]}
        for reason in found:
            if reason in _COUNTED_REASONS:
                msgid, part = _COUNTED_REASONS[reason]
                yield words.count(msgid, getattr(progress, part), "draft")
            elif reason in said:  # that it is withdrawn the writer knows; the band tells the reader what to do
                yield words.labels.text(said[reason], "draft")


def _name(words: Writer, name: str | None) -> nodes.paragraph:
    """A name as its bearer writes it."""
    return paragraph(foreign(name) if name else label(words.labels.text("Not signed yet", "document-control")))


def _edition(env: BuildEnvironment, docname: str, words: Writer) -> Iterator[nodes.Node]:
    """What was translated: "English, version 1.0"."""
    language = words.language(env.config.handout_source_language)
    text = words.labels.text(
        "{language}, version {version}", "document-control", language=language, version="{version}"
    )
    before, _, after = text.partition("{version}")
    yield from (label(before), value(prolo_domain(env).handouts[docname].version), label(after))


def _date(words: Writer, iso: str) -> str:
    """A date as the reader writes it; what is no date, as it stands: its problem is reported by ``handout``."""
    try:
        return words.date(datetime.date.fromisoformat(iso))
    except ValueError:
        return iso


def setup_document_control(app: Sphinx) -> None:
    app.add_directive("document-control", DocumentControlDirective)
    app.add_post_transform(DocumentControl)
