"""Everything that is registered with Sphinx, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo import __version__
from sphinx_prolo.config import setup_config
from sphinx_prolo.directives.aftercare_checklist import setup_aftercare_checklist
from sphinx_prolo.directives.avoid_list import setup_avoid_list
from sphinx_prolo.directives.contact_card import setup_contact_card
from sphinx_prolo.directives.contraindication_list import setup_contraindication_list
from sphinx_prolo.directives.disclaimer import setup_disclaimer
from sphinx_prolo.directives.document_control import setup_document_control
from sphinx_prolo.directives.eligibility_criteria import setup_eligibility_criteria
from sphinx_prolo.directives.evidence_summary import setup_evidence_summary
from sphinx_prolo.directives.glossary_terms import setup_glossary_terms
from sphinx_prolo.directives.handout import setup_handout
from sphinx_prolo.directives.icon_array import setup_icon_array
from sphinx_prolo.directives.indication_list import setup_indication_list
from sphinx_prolo.directives.injection_contents import setup_injection_contents
from sphinx_prolo.directives.key_points import setup_key_points
from sphinx_prolo.directives.mechanism_steps import setup_mechanism_steps
from sphinx_prolo.directives.organization_list import setup_organization_list
from sphinx_prolo.directives.practitioner_list import setup_practitioner_list
from sphinx_prolo.directives.procedure_steps import setup_procedure_steps
from sphinx_prolo.directives.promotion import setup_promotion
from sphinx_prolo.directives.question_list import setup_question_list
from sphinx_prolo.directives.reported_outcomes import setup_reported_outcomes
from sphinx_prolo.directives.risk_table import setup_risk_table
from sphinx_prolo.directives.source_list import setup_source_list
from sphinx_prolo.directives.success_factors import setup_success_factors
from sphinx_prolo.directives.synonym_list import setup_synonym_list
from sphinx_prolo.directives.treatment_comparison import setup_treatment_comparison
from sphinx_prolo.directives.treatment_schedule import setup_treatment_schedule
from sphinx_prolo.directives.treatment_summary import setup_treatment_summary
from sphinx_prolo.directives.warning_signs import setup_warning_signs
from sphinx_prolo.domain import ProloDomain
from sphinx_prolo.handout.builder import setup_builder
from sphinx_prolo.handout.html import setup_html
from sphinx_prolo.handout.lint import setup_lint
from sphinx_prolo.press import setup_press
from sphinx_prolo.translation.band import setup_band
from sphinx_prolo.translation.characters import setup_characters
from sphinx_prolo.translation.comparison import setup_comparison
from sphinx_prolo.translation.extract import setup_extract
from sphinx_prolo.translation.freshness import setup_freshness
from sphinx_prolo.translation.ledgers import setup_ledgers
from sphinx_prolo.translation.localise import setup_localise
from sphinx_prolo.translation.marks import setup_marks
from sphinx_prolo.translation.plain_parser import setup_plain_parser
from sphinx_prolo.translation.source_text import setup_source_text
from sphinx_prolo.translation.term_links import setup_term_links
from sphinx_prolo.translation.vetting import setup_vetting
from sphinx_prolo.translation.warnings import setup_warnings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Register all features; each one's file says what it does."""
    setup_config(app)
    app.add_domain(ProloDomain)
    # the rooms in the order in which a handout goes through them
    setup_ledgers(app)
    setup_vetting(app)
    setup_freshness(app)
    setup_warnings(app)
    setup_plain_parser(app)
    setup_characters(app)
    _setup_directives(app)
    setup_promotion(app)
    setup_extract(app)
    setup_source_text(app)
    setup_comparison(app)
    setup_localise(app)
    setup_marks(app)
    setup_band(app)
    setup_term_links(app)
    setup_lint(app)
    setup_builder(app)
    setup_press(app)
    setup_html(app)
    return {
        "version": __version__,
        "env_version": 5,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _setup_directives(app: Sphinx) -> None:
    """What an author writes: first the mark of a handout, then what prints facts."""
    setup_handout(app)
    setup_risk_table(app)
    setup_aftercare_checklist(app)
    setup_key_points(app)
    setup_treatment_summary(app)
    setup_synonym_list(app)
    setup_glossary_terms(app)
    setup_mechanism_steps(app)
    setup_indication_list(app)
    setup_eligibility_criteria(app)
    setup_contraindication_list(app)
    setup_practitioner_list(app)
    setup_organization_list(app)
    setup_evidence_summary(app)
    setup_icon_array(app)
    setup_reported_outcomes(app)
    setup_treatment_comparison(app)
    setup_source_list(app)
    setup_injection_contents(app)
    setup_procedure_steps(app)
    setup_treatment_schedule(app)
    setup_avoid_list(app)
    setup_warning_signs(app)
    setup_question_list(app)
    setup_success_factors(app)
    setup_disclaimer(app)
    setup_contact_card(app)
    setup_document_control(app)
