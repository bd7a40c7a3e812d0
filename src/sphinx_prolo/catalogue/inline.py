"""A parsed message in, what counts about it out: which blocks, which inline elements, how much emphasis.

Two messages with equal elements can do the same things: link, refer, insert. Words are not looked at.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = tuple[str, str]

# Roles that only style or explain the words in them. Their words may be translated; those of every other role are, or
# may be, the name of something: a document, a target, a file.
ROLES_OF_WORDS = frozenset(
    {
        "strong",
        "emphasis",
        "sub",
        "subscript",
        "sup",
        "superscript",
        "abbr",
        "acronym",
        "dfn",
        "guilabel",
        "menuselection",
    }
)
_TITLE_AND_TARGET = re.compile(r"^.+?\s*(?<!\x00)<(.*?)>$", re.DOTALL)
# Roles that keep their words, or some of them, for later; no value is filled in there.
_ROLES_OF_ATTRIBUTES = frozenset({"role :abbr:", "role :acronym:"})
_PLACEHOLDER = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")
# Characters that are markup in most places; left in the text, they are markup that did not work.
STRAY = re.compile(r"[*`|]")


@dataclasses.dataclass(frozen=True, slots=True)
class Structure:
    """What a message consists of, apart from its words.

    blocks    the names of all block elements, in order: ("paragraph",) for a sentence
    elements  kind and target of each inline element, counted: ("link", "https://…"), ("role :ref:", "some-page")
    emphasis  how many stretches are emphasised, weakly or strongly
    stray     markup characters that are printed as they are, counted
    broken    markup that docutils could not understand, as it stands in the text
    unfilled  placeholders where no value is filled in, counted
    """

    blocks: tuple[str, ...]
    elements: Counter[Element]
    emphasis: int
    stray: Counter[str]
    broken: tuple[str, ...]
    unfilled: Counter[str] = dataclasses.field(default_factory=Counter)


def elements(document: nodes.document) -> Structure:
    """The structure of a parsed message."""
    found: Counter[Element] = Counter()
    stray: Counter[str] = Counter()
    unfilled: Counter[str] = Counter()
    emphasis = 0
    for node in document.findall():
        if isinstance(node, (nodes.emphasis, nodes.strong)):
            emphasis += 1
        elif isinstance(node, nodes.Text):
            if not isinstance(node.parent, (nodes.literal, nodes.problematic, nodes.substitution_reference)):
                stray.update(STRAY.findall(unescape(str(node))))
        elif (element := _element(node)) is not None:
            found[element] += 1
            if isinstance(node, nodes.inline) and element[0] in _ROLES_OF_ATTRIBUTES:
                unfilled.update(_PLACEHOLDER.findall(node["content"]))
    broken = tuple(node.astext() for node in document.findall(nodes.problematic))
    return Structure(tuple(_blocks(document)), found, emphasis, stray, broken, unfilled)


def _blocks(document: nodes.document) -> Iterator[str]:
    """Names of block elements; what docutils has to say about the message is not part of it."""
    for node in document.findall(nodes.Element):
        if isinstance(node, (nodes.document, nodes.Inline, nodes.system_message)):
            continue
        if not any(isinstance(parent, (nodes.system_message, nodes.Inline)) for parent in _parents(node)):
            yield node.tagname


def _parents(node: nodes.Node) -> Iterator[nodes.Node]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _element(node: nodes.Node) -> Element | None:
    """What kind of inline element a node is, and what it points at; None for text and blocks."""
    match node:
        case nodes.inline():
            return _role(node["role"], node["content"])
        case nodes.literal():
            return "literal", node.astext()
        case nodes.reference():
            return _reference(node)
        case nodes.substitution_reference():
            return "substitution", node.get("refname", "")
        case nodes.footnote_reference():
            return "footnote", f"{'#' if node.get('auto') == 1 else node.get('auto', '')}{node.get('refname', '')}"
        case nodes.citation_reference():
            return "citation", node.get("refname", "")
        case nodes.target() if not node.get("refuri") and not node.get("refname"):
            return "target", ""
    return None


def _role(name: str, content: str) -> Element:
    if name.lower() in ROLES_OF_WORDS:
        return f"role :{name}:", ""
    match = _TITLE_AND_TARGET.match(content)
    return (f"role :{name}:" if name else "interpreted text"), unescape(content if match is None else match[1])


def _reference(node: nodes.reference) -> Element:
    if "refuri" in node:
        return "link", node["refuri"]
    if "refname" in node:
        return "reference", node["refname"]
    return "anonymous reference", ""
