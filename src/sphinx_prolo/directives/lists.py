"""Lists of entries: a sentence of the facts with its sources in, a paragraph and its details under labels out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from sphinx_prolo.directives.claims import cited
from sphinx_prolo.directives.parts import box, bullets, details, heading, label, paragraph, sentence, value
from sphinx_prolo.directives.reading import FactsDirective, S

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_prolo.facts import Fact, Record, Statement, Text
    from sphinx_prolo.quantity import Quantity

F = TypeVar("F", bound="Fact")

YES, NO, ASK, WAIT = "✓", "✗", "?", "…"


class ListDirective(FactsDirective[S]):
    """The base of the directives that print lists: what an entry is made of, in the words of the directive."""

    def word(self, msgid: str) -> str:
        """Our own word for this directive, in the reader's language."""
        return self.labels.text(msgid, self.section)

    @property
    def onward(self) -> str:
        """The sign of what comes next: it points along the line, which is to the left in some languages."""
        return "→" if self.writer.profile.direction == "ltr" else "←"

    def entry(self, text: Text, where: str, fact: Fact) -> nodes.paragraph:
        """A sentence of an entry with the entry's sources behind it."""
        return cited(self, sentence(self, text, where, fact.values()), fact.sources)

    def stated(self, statement: Statement, where: str) -> nodes.paragraph:
        """A statement with its sources."""
        return self.entry(statement.text, where, statement)

    def said(self, text: Text | None, where: str, record: Record) -> list[nodes.Node]:
        """A sentence that a record may have or not."""
        return [] if text is None else [sentence(self, text, where, record.values())]

    def amount(self, quantity: Quantity | None) -> list[nodes.Node]:
        """A quantity that a record may have or not."""
        return [] if quantity is None else [paragraph(value(self.writer.quantity(quantity)))]

    def labelled(
        self, *pairs: tuple[str, Sequence[nodes.Node] | None], classes: Sequence[str] = ()
    ) -> list[nodes.Node]:
        """Those of the pairs that have content, each under its label."""
        filled = [(self.word(msgid), content) for msgid, content in pairs if content]
        if not filled:
            return []
        found = details(filled)
        found["classes"] += classes
        return [found]

    def titled(self, title: str, items: Sequence[Sequence[nodes.Node]], *classes: str) -> list[nodes.Node]:
        """A list under its heading; nothing where there are no items."""
        if not items:
            return []
        return [heading(self.word(title), *(f"{name}-heading" for name in classes)), bullets(items, *classes)]

    def gap(self, msgid: str) -> nodes.Node:
        """What to do where no source says anything: our sentence in a box that says to ask the clinic."""
        words = paragraph(label(self.word(msgid)))
        return box(self.labels.text("Ask your clinic"), [words], "prolo-gap")
