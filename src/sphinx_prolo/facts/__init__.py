"""facts: YAML in, frozen records or problems out. Knows no Sphinx; the one room that imports ruamel.yaml.

intake -> document -> judge -> records: bytes become text, text a tree whose values know their lines, the tree is
judged by the record classes, and past this door there are only typed, frozen records.
"""

from __future__ import annotations

from sphinx_prolo.facts.aftercare import AftercareChecklist, Medicine, Resumption, Step, Use
from sphinx_prolo.facts.amounts import Amount, AnyQuantity, Duration, Times
from sphinx_prolo.facts.avoidance import Avoidance, AvoidList
from sphinx_prolo.facts.claims import Claim, Claims, Qualifier
from sphinx_prolo.facts.comparison import TreatmentComparison, TreatmentOption
from sphinx_prolo.facts.disclaimers import Disclaimed, Disclaimer, DisclaimerKind
from sphinx_prolo.facts.evidence import Certainty, Direction, EvidenceSummary, Finding, Outcome, Size
from sphinx_prolo.facts.facts import SECTIONS, Facts
from sphinx_prolo.facts.frequency import Band, Frequency
from sphinx_prolo.facts.icons import CountedOutcome, Group, IconArray
from sphinx_prolo.facts.injection import Agent, AgentRole, Combination, InjectionContents
from sphinx_prolo.facts.mechanism import MechanismSteps, Understanding
from sphinx_prolo.facts.people import Actor, ContactCard, QuestionList, SuccessFactor, SuccessFactors, Telephone
from sphinx_prolo.facts.procedure import Course, ProcedureSteps, TreatmentSchedule
from sphinx_prolo.facts.providers import (
    Organization,
    OrganizationList,
    OrganizationRole,
    Practitioner,
    PractitionerList,
)
from sphinx_prolo.facts.reading import Reading, parse, read
from sphinx_prolo.facts.record import Fact, Record, Section, entries_of
from sphinx_prolo.facts.reports import Basis, ReportedOutcome, ReportedOutcomes
from sphinx_prolo.facts.risks import HarmSeverity, Risk, RiskTable
from sphinx_prolo.facts.schema import schema
from sphinx_prolo.facts.sources import Interest, Source, SourceKind
from sphinx_prolo.facts.statement import Stated, Statement
from sphinx_prolo.facts.suitability import (
    Acuity,
    Contraindication,
    ContraindicationList,
    Criterion,
    Deferral,
    EligibilityCriteria,
    Indication,
    IndicationList,
    Region,
    Weight,
)
from sphinx_prolo.facts.summary import Category, KeyPoints, TreatmentSummary
from sphinx_prolo.facts.text import PlaceholderError, Text, placeholders
from sphinx_prolo.facts.unstated import Unstated
from sphinx_prolo.facts.vocabulary import GlossaryTerms, Synonym, SynonymList, Term
from sphinx_prolo.facts.warning_signs import Urgency, WarningLevel, WarningSigns

__all__ = [
    "SECTIONS",
    "Actor",
    "Acuity",
    "AftercareChecklist",
    "Agent",
    "AgentRole",
    "Amount",
    "AnyQuantity",
    "AvoidList",
    "Avoidance",
    "Band",
    "Basis",
    "Category",
    "Certainty",
    "Claim",
    "Claims",
    "Combination",
    "ContactCard",
    "Contraindication",
    "ContraindicationList",
    "CountedOutcome",
    "Course",
    "Criterion",
    "Deferral",
    "Direction",
    "Disclaimed",
    "Disclaimer",
    "DisclaimerKind",
    "Duration",
    "EligibilityCriteria",
    "EvidenceSummary",
    "Fact",
    "Facts",
    "Finding",
    "Frequency",
    "GlossaryTerms",
    "Group",
    "HarmSeverity",
    "IconArray",
    "Indication",
    "IndicationList",
    "InjectionContents",
    "Interest",
    "KeyPoints",
    "MechanismSteps",
    "Medicine",
    "Organization",
    "OrganizationList",
    "OrganizationRole",
    "Outcome",
    "PlaceholderError",
    "Practitioner",
    "PractitionerList",
    "ProcedureSteps",
    "Qualifier",
    "QuestionList",
    "Reading",
    "Record",
    "Region",
    "ReportedOutcome",
    "ReportedOutcomes",
    "Resumption",
    "Risk",
    "RiskTable",
    "Section",
    "Size",
    "Source",
    "SourceKind",
    "Stated",
    "Statement",
    "Step",
    "SuccessFactor",
    "SuccessFactors",
    "Synonym",
    "SynonymList",
    "Telephone",
    "Term",
    "Text",
    "Times",
    "TreatmentComparison",
    "TreatmentOption",
    "TreatmentSchedule",
    "TreatmentSummary",
    "Understanding",
    "Unstated",
    "Urgency",
    "Use",
    "WarningLevel",
    "WarningSigns",
    "Weight",
    "entries_of",
    "parse",
    "placeholders",
    "read",
    "schema",
]
