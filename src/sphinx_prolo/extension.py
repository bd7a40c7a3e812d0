"""Everything that is registered with Sphinx, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo import __version__
from sphinx_prolo.config import setup_config
from sphinx_prolo.directives.aftercare_checklist import setup_aftercare_checklist
from sphinx_prolo.directives.handout import setup_handout
from sphinx_prolo.directives.risk_table import setup_risk_table
from sphinx_prolo.domain import ProloDomain
from sphinx_prolo.handout.builder import setup_builder
from sphinx_prolo.handout.html import setup_html
from sphinx_prolo.press import setup_press
from sphinx_prolo.translation.band import setup_band
from sphinx_prolo.translation.extract import setup_extract
from sphinx_prolo.translation.localise import setup_localise
from sphinx_prolo.translation.marks import setup_marks
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
    setup_vetting(app)
    setup_warnings(app)
    setup_handout(app)
    setup_risk_table(app)
    setup_aftercare_checklist(app)
    setup_extract(app)
    setup_localise(app)
    setup_marks(app)
    setup_band(app)
    setup_builder(app)
    setup_press(app)
    setup_html(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
