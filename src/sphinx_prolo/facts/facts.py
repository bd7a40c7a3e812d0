"""Facts: one facts file as a record. The class is the registry of sections: a new section is one line here."""

from collections.abc import Mapping
from typing import Annotated, Any, Self, get_args

from pydantic import AfterValidator, Field, PrivateAttr

from sphinx_prolo.facts.aftercare import AftercareChecklist
from sphinx_prolo.facts.amounts import AnyQuantity
from sphinx_prolo.facts.judge import context_of
from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.risks import RiskTable
from sphinx_prolo.facts.scalars import NewId, QuantityName
from sphinx_prolo.facts.shape import Shape
from sphinx_prolo.facts.sources import Source


class Facts(Shape):
    """What is known of a treatment, with where it is known from."""

    sources: Annotated[Mapping[NewId, Source], AfterValidator(dict)] = Field(default={})
    """The sources, each under an id of your choice."""
    quantities: Annotated[Mapping[QuantityName, AnyQuantity], AfterValidator(dict)] = Field(default={})
    """Named values: {cold_pack} prints that of cold_pack, in every paragraph of the handouts that use this file."""

    risk_table: RiskTable | None = Field(None, alias="risk-table")
    """What can go wrong; printed by the directive risk-table."""
    aftercare_checklist: AftercareChecklist | None = Field(None, alias="aftercare-checklist")
    """What to do afterwards; printed by the directive aftercare-checklist."""

    _path: str = PrivateAttr(default="")

    @property
    def path(self) -> str:
        """The file, as it was named to the reader of facts."""
        return self._path

    def section(self, name: str) -> Section | None:
        """The section that a directive prints, by the directive's name; None if the file has none."""
        section: Section | None = getattr(self, SECTIONS[name])
        return section

    def beside(self, other: Self) -> Self:
        """These facts with the sources and quantities of other facts too; where both have one, ours counts."""
        return self.model_copy(
            update={
                "sources": {**other.sources, **self.sources},
                "quantities": {**other.quantities, **self.quantities},
            }
        )

    def model_post_init(self, context: Any, /) -> None:
        """Keep the path of the file that is being judged."""
        judgement = context_of(context)
        if judgement is not None:
            self._path = judgement.path


# Directive name -> attribute of Facts; in the class above the fields with an alias are the sections.
SECTIONS: Mapping[str, str] = {field.alias: name for name, field in Facts.model_fields.items() if field.alias}


def section_class(name: str) -> type[Section]:
    """The record class of a section, by the directive's name."""
    found: type[Section] = get_args(Facts.model_fields[SECTIONS[name]].annotation)[0]
    return found
