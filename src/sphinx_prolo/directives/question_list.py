"""``.. question-list::`` questions in, a list of them with lines to write the answers on out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives as options

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import bullets, paragraph
from sphinx_prolo.directives.reading import FactsDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import QuestionList

_RULE = "_" * 40


def ruled(lines: int) -> list[nodes.Node]:
    """Lines to write on: drawn where there are style sheets, underscores elsewhere."""
    return [paragraph(nodes.inline("", _RULE), classes=["prolo-ruled"]) for _line in range(lines)]


def _lines(argument: str) -> int:
    return int(options.choice(argument, ("0", "1", "2", "3", "4", "5")))


class QuestionListDirective(ListDirective["QuestionList"]):
    """Questions to take along. ``:ruled-lines:`` overrides the number of lines that the facts give."""

    section = "question-list"
    option_spec: ClassVar = {**FactsDirective.option_spec, "ruled-lines": _lines}

    def render(self, section: QuestionList) -> list[nodes.Node]:
        lines = self.options.get("ruled-lines", section.ruled_lines)
        questions = self.select(section.items)
        where = "a question that the patient may ask in the clinic"
        items = [[self.stated(question, where), *ruled(lines)] for question in questions]
        return [bullets(items, "prolo-questions")] if items else []


def setup_question_list(app: Sphinx) -> None:
    app.add_directive("question-list", QuestionListDirective)
