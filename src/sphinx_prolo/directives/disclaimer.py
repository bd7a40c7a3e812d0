"""``.. disclaimer::`` what the handout is not in, a sentence for each kind out: the writer's, or ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.directives.claims import cited
from sphinx_prolo.directives.lists import ListDirective
from sphinx_prolo.directives.parts import label, paragraph
from sphinx_prolo.facts import DisclaimerKind

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_prolo.facts import Disclaimed, Disclaimer

# kind -> context and words of the standard sentence
_STANDARD = {
    DisclaimerKind.MEDICAL: (
        "",
        "This handout is for information. It does not replace the advice of your doctor or nurse.",
    ),
    DisclaimerKind.EVIDENCE: (
        "disclaimer",
        "We do not know how well this treatment works. More research is needed.",
    ),
    DisclaimerKind.TRANSLATION: (
        "disclaimer",
        "This handout was translated. If something is unclear or seems wrong, ask your clinic before you act on it.",
    ),
    DisclaimerKind.NO_ENDORSEMENT: (
        "disclaimer",
        "That a person, a product or an organization is named here does not mean that we recommend it.",
    ),
}


class DisclaimerDirective(ListDirective["Disclaimer"]):
    """One paragraph for each disclaimer."""

    section = "disclaimer"

    def render(self, section: Disclaimer) -> list[nodes.Node]:
        return [node for item in self.select(section.items) for node in self._sentence(item)]

    def _sentence(self, item: Disclaimed) -> list[nodes.Node]:
        if item.text is not None:
            node = self.entry(item.text, "a disclaimer, at the end of a handout", item)
        elif item.kind is DisclaimerKind.TRANSLATION and self.config.language == self.config.handout_source_language:
            return []  # the source is no translation
        else:
            context, words = _STANDARD[item.kind]
            node = cited(self, paragraph(label(self.labels.text(words, context))), item.sources)
        node["classes"].append("prolo-disclaimer")
        return [node]


def setup_disclaimer(app: Sphinx) -> None:
    app.add_directive("disclaimer", DisclaimerDirective)
