"""``.. icon-array::`` people with and without an outcome in, a table with drawings and both counts out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_prolo.directives.certainty import EMPTY, FILLED, certainty_pair
from sphinx_prolo.directives.claims import citation
from sphinx_prolo.directives.icons import icons
from sphinx_prolo.directives.parts import Cell, label, paragraph, said_once, sentence, table, value
from sphinx_prolo.directives.reading import FactsDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import CountedOutcome, Group, IconArray

_DENOMINATOR = "prolo-denominator"
_WORDS = "prolo-words"


class IconArrayDirective(FactsDirective["IconArray"]):
    """A column for each group, a row for each outcome: both who had it and who had not, drawn and in words."""

    section = "icon-array"
    option_spec: ClassVar = {"sources": FactsDirective.option_spec["sources"]}  # a comparison prints whole

    def render(self, section: IconArray) -> list[nodes.Node]:
        self._judge_denominator(section.of)
        heads: list[str | Cell] = [[paragraph(label(self._label("Result")))], *map(self._head, section.groups)]
        rows = [
            [self._name(same[0]), *(self._counted(outcome, section.of) for outcome in same)]
            for same in zip(*(group.outcomes for group in section.groups), strict=True)
        ]
        caption = self.writer.count("Of {n} person in each group", section.of, self.section)
        widths = [20, *(28 for _group in section.groups)]
        within = (self._label("Within"), [paragraph(value(self.writer.quantity(section.time)))])
        certainty = certainty_pair(self.labels, section.certainty, *citation(self, section.sources))
        return [said_once(table(caption, heads, rows, widths, ["prolo-icon-array"]), [within, certainty])]

    def _judge_denominator(self, of: int) -> None:
        """People compare the drawings of a page, so all count in the same number (IPDAS)."""
        first = cast("int", self.env.current_document.setdefault(_DENOMINATOR, of))
        if first != of:
            message = (
                f"this counts in {of} people, another icon-array of the document in {first}; use one number for all"
            )
            self.complain("handout-denominator", message)

    def _head(self, group: Group) -> Cell:
        name = sentence(self, group.label, "column head: the treatment that a group of people had", group.values())
        return [name, paragraph(label(self._label("Comparison"), "prolo-comparator"))] if group.comparator else [name]

    def _name(self, outcome: CountedOutcome) -> Cell:
        return [sentence(self, outcome.label, "head of a table row: what people had", outcome.values())]

    def _counted(self, outcome: CountedOutcome, of: int) -> Cell:
        """The drawing, and both sides in words."""
        sides = ((FILLED, "Had this", outcome.n), (EMPTY, "Did not have this", of - outcome.n))
        counts = [(sign, self._label(words), self.writer.frequency(n, of)) for sign, words, n in sides]
        from_right = self.writer.profile.direction == "rtl"
        drawing = nodes.image(uri=icons(outcome.n, of, from_right=from_right), classes=[f"prolo-icons-{of}"])
        drawing[_WORDS] = ". ".join(self.writer.labelled(words, count) for _sign, words, count in counts)
        return [drawing, *(_count(self.writer.labelled(words, ""), sign, count) for sign, words, count in counts)]

    def _label(self, words: str) -> str:
        return self.labels.text(words, self.section)


def _count(words: str, sign: str, count: str) -> nodes.paragraph:
    mark = nodes.inline("", sign, classes=["prolo-circles"])
    return paragraph(mark, nodes.Text(" "), label(words), value(count))


class Drawings(SphinxPostTransform):
    """Gives each drawing its text alternative, which is known when all is translated; where a builder shows no SVG,
    the words of the table stand alone.
    """

    default_priority = 2  # before Sphinx looks after images (100 and more)

    def run(self, **_kwargs: Any) -> None:
        for drawing in [node for node in self.document.findall(nodes.image) if _WORDS in node]:
            if self.env._builder_cls.format == "html":
                drawing["alt"] = " – ".join([*_heads(drawing), drawing[_WORDS]])
            else:
                drawing.parent.remove(drawing)


def _heads(drawing: nodes.image) -> list[str]:
    """The head of the drawing's column and that of its row."""
    cell = drawing.parent
    row = cell.parent
    assert row is not None and row.parent is not None and row.parent.parent is not None
    *_shared, head = next(iter(row.parent.parent.findall(nodes.thead))).findall(nodes.row)
    return [" ".join(one.astext().split()) for one in (head[row.index(cell)], row[0])]


def setup_icon_array(app: Sphinx) -> None:
    app.add_directive("icon-array", IconArrayDirective)
    app.add_post_transform(Drawings)
