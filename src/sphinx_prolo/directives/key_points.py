"""``.. key-points::`` what a reader should take along in, a box for the top of the handout out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import box, bullets, signed

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import KeyPoints


class KeyPointsDirective(ListDirective["KeyPoints"]):
    """The main message, the points, and what to do, in a frame."""

    section = "key-points"

    def render(self, section: KeyPoints) -> list[nodes.Node]:
        content: list[nodes.Node] = []
        if section.main_message is not None:
            message = self.stated(section.main_message, "the main message, in bold, first in the box at the top")
            message["classes"].append("prolo-main-message")
            content.append(message)
        points = self.select(section.points)
        if points:
            where = "point in the box at the top"
            content.append(bullets([self.stated(point, where)] for point in points))
        if section.call_to_action is not None:
            action = self.stated(section.call_to_action, "what to do, in bold, last in the box at the top")
            content.append(signed(self.onward, action))
        return [box(self.word("In short"), content, "prolo-key-points")]


def setup_key_points(app: Sphinx) -> None:
    app.add_directive("key-points", KeyPointsDirective)
