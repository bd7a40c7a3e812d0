"""Resolved docutils tree in, the HTML of a page body out: Sphinx's HTML, made fit for paper and self-contained."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from sphinx_prolo.handout.columns import fit, keep_together
from sphinx_prolo.handout.destination import described
from sphinx_prolo.handout.markup import counted_from
from sphinx_prolo.handout.pictures import Unprintable, embedded
from sphinx_prolo.language import direction_of, has_right_to_left, number_runs
from sphinx_prolo.printed import MARK
from sphinx_prolo.problem import error
from sphinx_prolo.report import report
from sphinx_prolo.words import reader

if TYPE_CHECKING:
    from sphinx_prolo.handout.builder import HandoutBuilder

_HEADS = {"note": "Note", "important": "Important", "warning": "Warning"}

# The box that a pen ticks.
TICK = "☐"

# How many letters the mark of a source may have to stay whole: no more than the narrowest column of a table has.
SHORT = 14

# What needs no element of its own in print: each one is a box to lay out, to draw and to tag.
_PLAIN = ["prolo-label"]
_OURS = frozenset({"prolo-label", MARK})

_WEB = ("https:", "http:", "mailto:", "tel:")


def unbroken(number: str) -> str:
    """A telephone number in one piece: no line breaks in it, and who copies it out of a right-to-left line does not get
    its groups in the order of that line (to the Unicode Bidirectional Algorithm a no-break space is part of a number).
    """
    return number.replace(" ", "\u00a0")


class PageTranslator(HTML5Translator):
    """Writes values and names isolated, links only where paper has them, and images as data."""

    builder: HandoutBuilder  # type: ignore[assignment] # Sphinx names its HTML builder, and asks less of it

    def __init__(self, document: nodes.document, builder: HandoutBuilder) -> None:
        super().__init__(document, builder)
        self.is_left_to_right = builder.direction == "ltr" and not has_right_to_left(document.astext())

    def starttag(self, node: Any, tagname: str, *args: Any, **attributes: Any) -> str:
        """What prints in the source language runs in its direction, and our own words in it in the reader's."""
        classes = node["classes"] if isinstance(node, nodes.Element) else ()
        if "prolo-untranslated" in classes:
            attributes["dir"] = self.builder.author_direction
        elif _OURS.intersection(classes) and _is_untranslated(node):
            attributes |= {"dir": self.builder.direction, "lang": reader(self.builder.env).profile.tag}
        return str(super().starttag(node, tagname, *args, **attributes))

    def visit_inline(self, node: nodes.Element) -> None:
        """HTML, "The bdi element": its text takes no part in the direction of the text around it."""
        if "prolo-value" in node["classes"]:
            self.body.append(self._value(node))
            raise nodes.SkipNode
        if node["classes"] == _PLAIN and not node["ids"] and not _is_untranslated(node):
            self.context.append("")
            return
        if "prolo-sign" in node["classes"] and node.astext() == TICK:
            node["classes"].append("prolo-tick")
        if "prolo-source" in node["classes"]:
            self._set_apart(node)
        tag = "bdi" if "prolo-name" in node["classes"] else "span"
        # What browsers do for a bdi by themselves: a name keeps its order on a page of the other direction.
        direction: dict[str, Any] = {"dir": direction_of(node.astext())} if tag == "bdi" else {}
        self.body.append(self.starttag(node, tag, "", **direction))
        self.context.append(f"</{tag}>")

    def _set_apart(self, mark: nodes.Element) -> None:
        """The mark of a source stays whole. The space before it has an element of its own: where a sentence fits its
        line and the space behind it does not, the engine would break the line at its first space.
        """
        if len(mark.astext()) <= SHORT:
            _keep_together(mark)
        if self.body and self.body[-1] == " ":
            self.body[-1] = "<span> </span>"

    def depart_inline(self, _node: nodes.Element) -> None:
        self.body.append(self.context.pop())

    def _value(self, node: nodes.Element) -> str:
        """A written value: each number run in it goes left to right, its words as the language does.

        Where everything goes left to right, it is enough that a range does not break.
        """
        runs = list(number_runs(node.astext()))
        if self.is_left_to_right and node["classes"] == ["prolo-value"]:
            return "".join(
                f'<span class="prolo-number">{self.encode(piece)}</span>'
                if is_number and not piece.isdecimal()
                else self.encode(piece)
                for piece, is_number in runs
            )
        pieces = (
            f'<bdi class="prolo-number" dir="ltr">{self.encode(piece)}</bdi>' if is_number else self.encode(piece)
            for piece, is_number in runs
        )
        direction = self.builder.author_direction if _is_untranslated(node) else self.builder.direction
        return self.starttag(node, "bdi", "", dir=direction) + "".join(pieces) + "</bdi>"

    def visit_admonition(self, node: nodes.Element, name: str = "") -> None:
        """With our own head: Sphinx has none in many languages, and would print English."""
        super().visit_admonition(node, name)
        if name in _HEADS:
            node[0] = nodes.title(name, reader(self.builder.env).labels.text(_HEADS[name]))

    def visit_tgroup(self, node: nodes.tgroup) -> None:
        """With columns as wide as the words of the language need, and rows that share a cell on one page."""
        if "colwidths-given" in node.parent["classes"]:
            fit(node)
        keep_together(node)
        super().visit_tgroup(node)

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Beginning with the number that its author gave."""
        super().visit_enumerated_list(node)
        if "start" in node:
            self.body[-1] = self.body[-1].replace("<ol", f'<ol style="{counted_from(node["start"])}"', 1)

    def visit_classifier(self, node: nodes.Element) -> None:
        """Apart from its term."""
        self.body.append(self.encode(self.builder.colon))
        super().visit_classifier(node)

    def visit_field_list(self, node: nodes.Element) -> None:
        """A list of lines, each a label and what it says: in one line of text, so that both stand on one base line."""
        self.body.append(self.starttag(node, "ul", CLASS="prolo-lines"))

    def depart_field_list(self, _node: nodes.Element) -> None:
        self.body.append("</ul>\n")

    def visit_field(self, node: nodes.Element) -> None:
        self.body.append(self.starttag(node, "li", ""))

    def depart_field(self, _node: nodes.Element) -> None:
        self.body.append("</li>\n")

    def visit_field_name(self, _node: nodes.Element) -> None:
        """With the colon of the language (" :" in French, "：" in Chinese), in one piece: a letter's form can depend
        on its neighbours.
        """
        self.body.append('<span class="prolo-term">')

    def depart_field_name(self, _node: nodes.Element) -> None:
        colon = self.builder.colon.rstrip()
        self.body.append(f"{self.encode(colon)}</span>{self.builder.colon[len(colon) :]}")

    def visit_field_body(self, _node: nodes.Element) -> None:
        """What it holds follows on the line of the label."""

    def depart_field_body(self, _node: nodes.Element) -> None:
        pass

    def visit_reference(self, node: nodes.Element) -> None:
        """A link to another document leads nowhere on paper and in a single file: its words stay, the link goes."""
        if node.get("refuri", "").startswith("tel:"):
            for text in list(node.findall(nodes.Text)):
                text.parent.replace(text, nodes.Text(unbroken(text)))
        if "refid" in node or node.get("refuri", "").startswith(_WEB):
            node["reftitle"] = described(node, reader(self.builder.env).labels)
            super().visit_reference(node)
        else:
            self.context.append("")
            self.body.append("<span>")

    def depart_reference(self, node: nodes.reference) -> None:
        if "refid" in node or node.get("refuri", "").startswith(_WEB):
            super().depart_reference(node)
        else:
            self.context.pop()
            self.body.append("</span>")

    def visit_image(self, node: nodes.image) -> None:
        """The image itself, in the page: printing opens no file."""
        address = node["uri"] if node["uri"].startswith("data:") else self._embedded(node)
        size = "; ".join(f"{side}: {node[side]}" for side in ("width", "height") if side in node)
        attributes: dict[str, Any] = {"src": address, "alt": node.get("alt", "")}
        if size:
            attributes["style"] = size
        self.body.append(self.emptytag(node, "img", "", **attributes))
        raise nodes.SkipNode

    def _embedded(self, node: nodes.image) -> str:
        """The ``data:`` address of an image file. One that cannot be printed is a problem, and is left out."""
        path = Path(self.builder.srcdir, node["uri"])
        try:
            return embedded(path.read_bytes())
        except OSError as fault:
            message = f"the image cannot be read: {fault.strerror}; check its path"
        except Unprintable as fault:
            message = str(fault)
        problem = error(node.source or str(path), node.line, "handout-image", f"{path.name}: {message}")
        report(self.builder.env, self.builder.current_docname, [problem])
        raise nodes.SkipNode

    def visit_math(self, node: nodes.Element, math_env: str = "") -> None:  # noqa: ARG002 - Sphinx's signature
        self.body.append(self.starttag(node, "span", "", CLASS="math") + self.encode(node.astext()) + "</span>")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.Element, math_env: str = "") -> None:
        self.visit_math(node, math_env)


def _keep_together(mark: nodes.Element) -> None:
    """By no-break spaces: where text may not wrap at all, the engine breaks the line at its first space instead."""
    for text in list(mark.findall(nodes.Text)):
        text.parent.replace(text, nodes.Text(text.replace(" ", "\u00a0")))


def _is_untranslated(node: nodes.Node | None) -> bool:
    """Whether the node stands in a sentence that prints in the source language."""
    while node is not None:
        if isinstance(node, nodes.Element) and "prolo-untranslated" in node["classes"]:
            return True
        node = node.parent
    return False
