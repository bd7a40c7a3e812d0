"""The facts of ``.. treatment-comparison::``: what a reader can choose between, doing nothing included."""

from pydantic import Field

from sphinx_prolo.facts.amounts import Visits
from sphinx_prolo.facts.claims import Claims
from sphinx_prolo.facts.percentages import Weighed
from sphinx_prolo.facts.record import Fact, Section
from sphinx_prolo.facts.scalars import Flag
from sphinx_prolo.facts.text import Text
from sphinx_prolo.records import Judgement, Map, Seq


class TreatmentOption(Weighed, Fact):
    """One thing to choose. What is left out prints as "not stated", so that no option looks better by silence."""

    name: Text
    """The option: "Prolotherapy", "No treatment"."""
    no_treatment: Flag = False
    """true for the option of having no treatment, which every comparison must show."""
    contents: tuple[Text, ...] = ()
    """What is used or injected."""
    how: Text | None = None
    """How it is done, or how it is thought to work."""
    visits: Claims[Visits] = ()
    """How many visits, sessions, injections or rounds it takes."""
    evidence: Text | None = None
    """What is known of how well it works."""
    pros: tuple[Text, ...] = ()
    """What speaks for it."""
    cons: tuple[Text, ...] = ()
    """What speaks against it."""


class TreatmentComparison(Section):
    """Options side by side, each with the same questions answered."""

    options: tuple[TreatmentOption, ...] = Field(min_length=1)
    """Two options or more; one of them is to have no treatment."""

    @classmethod
    def judge(cls, data: Map, judgement: Judgement) -> Map:
        """Refuse what offers no choice."""
        options = data.get("options")
        if isinstance(options, Seq) and options:
            without = any(isinstance(option, Map) and option.get("no_treatment") is True for option in options)
            if len(options) < 2 or not without:
                message = "'options' must be two or more, one of them with 'no_treatment: true'; add what is missing"
                judgement.complain(data.key_lines["options"], "facts-options", message)
        return super().judge(data, judgement)
