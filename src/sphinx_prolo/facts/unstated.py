"""Unstated: the base of the sections that a handout must not pass over in silence when no source fills them."""

from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.scalars import Flag
from sphinx_prolo.records import Judgement, Map


class Unstated(Section):
    """A section of which the writer may say that the sources hold nothing; the handout then says to ask the clinic."""

    none_stated: Flag = False
    """true if no source says anything of it; the handout then tells the reader to ask the clinic."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Judge the keys; nothing can be stated and not stated at once."""
        others = [key for key, value in data.items() if key != "none_stated" and value]
        if data.get("none_stated") is True and others:
            message = f"'none_stated' is true, but '{others[0]}' states something; delete one of the two"
            judgement.complain(data.key_lines["none_stated"], "facts-none-stated", message)
        return super().judge(data, judgement)
