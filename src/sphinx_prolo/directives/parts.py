"""The pieces that directives share: labels, sentences, values, claims, tables and lists, as ordinary docutils nodes.

Our own words (labels) and written values are already in the reader's language when they enter the tree, and the block
that holds them carries ``translatable=False``; sentences of the facts are translated by Sphinx later and carry a Slot.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

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
B = TypeVar("B", bound=nodes.TextElement)

# Attributes of a sentence: what stands around it, since Sphinx replaces all children of what it translates.
BEFORE, AFTER = "prolo-before", "prolo-after"


def label(text: str, *classes: str) -> nodes.inline:
    """Our own word, already in the reader's language."""
    return nodes.inline("", text, classes=["prolo-label", *classes])


def value(text: str) -> nodes.inline:
    """A written value; the page isolates it from the direction of the text around it."""
    return nodes.inline("", text, classes=["prolo-value"])


def foreign(text: str) -> nodes.inline:
    """A name that is not translated, such as a source's title."""
    return nodes.inline("", text, classes=["prolo-name"])


def aside(text: str) -> list[nodes.Node]:
    """A name in brackets behind another, such as its abbreviation; not translated."""
    return [
        nodes.Text(" "),
        nodes.inline("", "", nodes.Text("("), foreign(text), nodes.Text(")"), classes=["prolo-aside"]),
    ]


def link(text: str, address: str) -> nodes.reference:
    """A telephone number or an address of the web: it is written from left to right in every language."""
    name = nodes.inline("", text, classes=["prolo-name", "prolo-ltr"])
    return nodes.reference("", "", name, refuri=address, internal=False)


def telephone(number: str) -> nodes.reference:
    """The number as it is written, and as a link that dials it."""
    return link(number, dialled(number))


def dialled(number: str) -> str:
    """The address that dials a number (RFC 3966: digits, and a plus in front).

    A zero in brackets after the code of a country is for calls from inside it: +44 (0)20 is dialled +4420.
    """
    plain = number.replace("(0)", "") if number.startswith("+") else number
    return "tel:" + re.sub(r"(?!^\+)\D", "", plain)


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


def recast(node: nodes.paragraph, kind: type[B]) -> B:
    """The sentence as another block that Sphinx translates as well: a heading, the term of a definition list."""
    other = kind(node.rawsource, "", *node.children, **node.attributes)
    other.source, other.line = node.source, node.line
    return other


def table(caption: str, heads: Sequence[str | Cell], rows: Iterable[Sequence[Cell]], widths: Sequence[int],
          classes: Sequence[str] = ()) -> nodes.table:  # fmt: skip
    """A table with a caption, a row of header cells (our words, or cells), and a header cell in front of each row."""
    group = nodes.tgroup("", cols=len(heads))
    group += [nodes.colspec(colwidth=width, stub=index == 0) for index, width in enumerate(widths)]
    group += nodes.thead("", _row([[paragraph(label(head))] if isinstance(head, str) else head for head in heads]))
    group += nodes.tbody("", *(_row(row) for row in rows))
    title = nodes.title("", "", label(caption), translatable=False)
    return nodes.table("", title, group, classes=["prolo-table", "colwidths-given", *classes])


def fact_table(caption: nodes.title, pairs: Iterable[tuple[str, Cell]], widths: Sequence[int],
               classes: Sequence[str] = ()) -> nodes.table:  # fmt: skip
    """Label and content, pair by pair, as the rows of a table: for what is too long to stand behind its label."""
    group = nodes.tgroup("", cols=2)
    group += [nodes.colspec(colwidth=width, stub=index == 0) for index, width in enumerate(widths)]
    group += nodes.tbody("", *(_row([[paragraph(label(word))], content]) for word, content in pairs))
    return nodes.table("", caption, group, classes=["prolo-table", "colwidths-given", *classes])


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def heading(text: str, *classes: str) -> nodes.rubric:
    """A small heading inside a directive's output; it is not a section, so it enters no table of contents."""
    return nodes.rubric("", "", label(text), classes=["prolo-heading", *classes], translatable=False)


def box(title: str, content: Iterable[nodes.Node], *classes: str) -> nodes.admonition:
    """A frame with a title of ours in it."""
    head = nodes.title("", "", label(title), translatable=False)
    return nodes.admonition("", head, *content, classes=list(classes))


def numbered(items: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.enumerated_list:
    """A list of steps in their order."""
    steps = [nodes.list_item("", *item) for item in items]
    return nodes.enumerated_list("", *steps, enumtype="arabic", prefix="", suffix=".", classes=list(classes))


def bullets(items: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """A list of items, each some paragraphs."""
    return nodes.bullet_list("", *(nodes.list_item("", *item) for item in items), bullet="*", classes=list(classes))


def signed(sign: str, node: nodes.paragraph) -> nodes.paragraph:
    """The paragraph with a sign in front of it, such as a tick box; the sign is text, so every builder shows it."""
    node["classes"].append("prolo-box")
    return adorned(node, before=[nodes.inline("", sign, classes=["prolo-sign"]), nodes.Text(" ")])


def adorned(
    node: nodes.paragraph, before: Sequence[nodes.Node] = (), after: Sequence[nodes.Node] = ()
) -> nodes.paragraph:
    """The paragraph with nodes of ours around its sentence, put there once Sphinx has translated it (see Marks)."""
    node[BEFORE] = [*node.get(BEFORE, []), *before]
    node[AFTER] = [*node.get(AFTER, []), *after]
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
    return said_once(grid, [(column.head, column.cells[0] or []) for column in shared])


def said_once(grid: nodes.table, pairs: Sequence[tuple[str, Sequence[nodes.Node]]]) -> nodes.table:
    """The table with what is true of all of it above its heads: among them, so that it is on each page of the table."""
    if pairs:
        head = next(iter(grid.findall(nodes.thead)))
        columns = len(list(grid.findall(nodes.colspec)))
        across = nodes.entry("", details(pairs), morecols=columns - 1, classes=["prolo-shared"])
        head.insert(0, nodes.row("", across, classes=["prolo-shared-row"]))
    return grid
