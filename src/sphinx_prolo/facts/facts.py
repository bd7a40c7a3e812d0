"""Facts: one facts file as a record. The class is the registry of sections: a new section is one line here."""

from collections.abc import Mapping
from typing import Annotated, Any, Self, get_args

from pydantic import AfterValidator, Field, PrivateAttr

from sphinx_prolo.facts.aftercare import AftercareChecklist
from sphinx_prolo.facts.amounts import AnyQuantity
from sphinx_prolo.facts.avoidance import AvoidList
from sphinx_prolo.facts.comparison import TreatmentComparison
from sphinx_prolo.facts.disclaimers import Disclaimer
from sphinx_prolo.facts.evidence import EvidenceSummary
from sphinx_prolo.facts.icons import IconArray
from sphinx_prolo.facts.injection import InjectionContents
from sphinx_prolo.facts.mechanism import MechanismSteps
from sphinx_prolo.facts.people import ContactCard, QuestionList, SuccessFactors
from sphinx_prolo.facts.procedure import ProcedureSteps, TreatmentSchedule
from sphinx_prolo.facts.providers import OrganizationList, PractitionerList
from sphinx_prolo.facts.record import Section
from sphinx_prolo.facts.reports import ReportedOutcomes
from sphinx_prolo.facts.risks import RiskTable
from sphinx_prolo.facts.scalars import NewId, QuantityName
from sphinx_prolo.facts.sources import Source
from sphinx_prolo.facts.suitability import ContraindicationList, EligibilityCriteria, IndicationList
from sphinx_prolo.facts.summary import KeyPoints, TreatmentSummary
from sphinx_prolo.facts.vocabulary import GlossaryTerms, SynonymList
from sphinx_prolo.facts.warning_signs import WarningSigns
from sphinx_prolo.records import Shape, context_of


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

    evidence_summary: EvidenceSummary | None = Field(None, alias="evidence-summary")
    """What studies found; printed by the directive evidence-summary."""
    icon_array: IconArray | None = Field(None, alias="icon-array")
    """Numbers of people, with the treatment and without; printed by the directive icon-array."""
    reported_outcomes: ReportedOutcomes | None = Field(None, alias="reported-outcomes")
    """What people say of the treatment; printed by the directive reported-outcomes."""
    treatment_comparison: TreatmentComparison | None = Field(None, alias="treatment-comparison")
    """What a reader can choose between; printed by the directive treatment-comparison."""

    key_points: KeyPoints | None = Field(None, alias="key-points")
    """What to take along; printed by the directive key-points."""
    treatment_summary: TreatmentSummary | None = Field(None, alias="treatment-summary")
    """The treatment in a few lines; printed by the directive treatment-summary."""
    synonym_list: SynonymList | None = Field(None, alias="synonym-list")
    """Other names of the treatment; printed by the directive synonym-list."""
    glossary_terms: GlossaryTerms | None = Field(None, alias="glossary-terms")
    """Words explained; printed by the directive glossary-terms."""
    mechanism_steps: MechanismSteps | None = Field(None, alias="mechanism-steps")
    """How the treatment is thought to work; printed by the directive mechanism-steps."""
    indication_list: IndicationList | None = Field(None, alias="indication-list")
    """What it is used for; printed by the directive indication-list."""
    eligibility_criteria: EligibilityCriteria | None = Field(None, alias="eligibility-criteria")
    """For whom it may be right; printed by the directive eligibility-criteria."""
    contraindication_list: ContraindicationList | None = Field(None, alias="contraindication-list")
    """Who must not have it; printed by the directive contraindication-list."""
    practitioner_list: PractitionerList | None = Field(None, alias="practitioner-list")
    """Who gives it; printed by the directive practitioner-list."""
    organization_list: OrganizationList | None = Field(None, alias="organization-list")
    """Whom to ask; printed by the directive organization-list."""

    injection_contents: InjectionContents | None = Field(None, alias="injection-contents")
    """What is injected; printed by the directive injection-contents."""
    procedure_steps: ProcedureSteps | None = Field(None, alias="procedure-steps")
    """What happens; printed by the directive procedure-steps."""
    treatment_schedule: TreatmentSchedule | None = Field(None, alias="treatment-schedule")
    """How many treatments; printed by the directive treatment-schedule."""
    avoid_list: AvoidList | None = Field(None, alias="avoid-list")
    """What not to do; printed by the directive avoid-list."""
    warning_signs: WarningSigns | None = Field(None, alias="warning-signs")
    """When to get help; printed by the directive warning-signs."""
    question_list: QuestionList | None = Field(None, alias="question-list")
    """What to ask; printed by the directive question-list."""
    success_factors: SuccessFactors | None = Field(None, alias="success-factors")
    """What the outcome depends on; printed by the directive success-factors."""
    disclaimer: Disclaimer | None = Field(None, alias="disclaimer")
    """What the handout is not; printed by the directive disclaimer."""
    contact_card: ContactCard | None = Field(None, alias="contact-card")
    """Where to find the clinic; printed by the directive contact-card."""

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
