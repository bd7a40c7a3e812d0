"""The pieces that directives share: labels, sentences, values, claims, tables and lists, as ordinary docutils nodes.

Our own words (labels) and written values are already in the reader's language when they enter the tree, and the block
that holds them carries ``translatable=False``; sentences of the facts are translated by Sphinx later and carry a Slot.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.statemachine import StringList

from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.slot import ATTRIBUTE, Slot

if TYPE_CHECKING:
    from sphinx_prolo.directives.reading import FactsDirective
    from sphinx_prolo.facts import Text
    from sphinx_prolo.quantity import Quantity

Cell = list[nodes.Node]


def label(text: str, *classes: str) -> nodes.inline:
    """Our own word, already in the reader's language."""
    return nodes.inline("", text, classes=["prolo-label", *classes])


def value(text: str) -> nodes.inline:
    """A written value; the page isolates it from the direction of the text around it."""
    return nodes.inline("", text, classes=["prolo-value"])


def foreign(text: str) -> nodes.inline:
    """A name that is not translated, such as a source's title."""
    return nodes.inline("", text, classes=["prolo-name"])


def paragraph(*children: nodes.Node, classes: Sequence[str] = ()) -> nodes.paragraph:
    """A paragraph of our own words and values, which Sphinx leaves alone."""
    return nodes.paragraph("", "", *children, classes=list(classes), translatable=False)


def details(pairs: Iterable[tuple[str, Sequence[nodes.Node]]]) -> nodes.field_list:
    """Label and content, pair by pair ("How often: 3 times a day"): a value stands where no language bends it."""
    return nodes.field_list("", *(_field(word, content) for word, content in pairs), classes=["prolo-details"])


def _field(word: str, content: Sequence[nodes.Node]) -> nodes.field:
    name = nodes.field_name("", "", label(word), translatable=False)
    return nodes.field("", name, nodes.field_body("", *content))


def sentence(directive: FactsDirective[Any], text: Text, where: str, values: Mapping[str, Quantity]) -> nodes.paragraph:
    """A sentence of the facts as a translatable paragraph with the file and line of the YAML.

    ``where`` says in English, for the translator, where it is printed. A sentence that is not one paragraph of
    reStructuredText is reported as ``facts-block``.
    """
    path = directive.facts.path
    holder = nodes.Element()
    directive.state.nested_parse(StringList([text.msg], items=[(path, text.line - 1)]), 0, holder)
    if len(holder) != 1 or not isinstance(holder[0], nodes.paragraph):
        message = f"'{text.msg[:40]}' is more than a sentence; take out what makes it a list, a title or a directive"
        report(directive.env, directive.env.docname, [error(path, text.line, "facts-block", message)])
        return paragraph()
    node = holder[0]
    node[ATTRIBUTE] = Slot(values, where, text.note or "", text.max)
    return node


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int],
          classes: Sequence[str] = ()) -> nodes.table:  # fmt: skip
    """A table with a caption, a row of header cells, and a header cell in front of each row."""
    group = nodes.tgroup("", cols=len(heads))
    group += [nodes.colspec(colwidth=width, stub=index == 0) for index, width in enumerate(widths)]
    group += nodes.thead("", _row([[paragraph(label(head))] for head in heads]))
    group += nodes.tbody("", *(_row(row) for row in rows))
    title = nodes.title("", "", label(caption), translatable=False)
    return nodes.table("", title, group, classes=["prolo-table", "colwidths-given", *classes])


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def heading(text: str, *classes: str) -> nodes.rubric:
    """A small heading inside a directive's output; it is not a section, so it enters no table of contents."""
    return nodes.rubric("", "", label(text), classes=["prolo-heading", *classes], translatable=False)


def bullets(items: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """A list of items, each some paragraphs."""
    return nodes.bullet_list("", *(nodes.list_item("", *item) for item in items), bullet="*", classes=list(classes))


def signed(sign: str, kind: str, node: nodes.paragraph) -> nodes.paragraph:
    """The paragraph with a sign in front of it, such as a tick box; the sign is text, so every builder shows it.

    The sign stands in a paragraph of its own class and outside the translated children, which Sphinx replaces.
    """
    node["classes"].append(f"prolo-{kind}")
    node["prolo-sign"] = sign
    return node


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column of a table over records: its head, its cells (None where a record has nothing), its width."""

    head: str
    cells: tuple[Cell | None, ...]
    width: int

    @property
    def is_empty(self) -> bool:
        return all(cell is None for cell in self.cells)

    @property
    def is_constant(self) -> bool:
        """Whether every row says the same, so that it can be said once."""
        return len(self.cells) > 1 and len({_text(cell) for cell in self.cells}) == 1


def _text(cell: Cell | None) -> str:
    return "\n".join(node.astext() for node in cell or ())


def record_table(caption: str, columns: Sequence[Column], classes: Sequence[str]) -> nodes.table:
    """A table over records without its empty columns; what every row says is said once, above the heads.

    The first column names the records and always stands.
    """
    first, *others = (column for column in columns if not column.is_empty)
    shared = [column for column in others if column.is_constant]
    shown = [first, *(column for column in others if not column.is_constant)]
    cells = [[cell or [] for cell in row] for row in zip(*(column.cells for column in shown), strict=True)]
    grid = table(caption, [column.head for column in shown], cells, [column.width for column in shown], classes)
    if shared:
        said_once = details((column.head, column.cells[0] or []) for column in shared)
        across = nodes.entry("", said_once, morecols=len(shown) - 1, classes=["prolo-shared"])
        # Among the heads, so that a table over two pages says it on both.
        head = next(iter(grid.findall(nodes.thead)))
        head.insert(0, nodes.row("", across, classes=["prolo-shared-row"]))
    return grid
