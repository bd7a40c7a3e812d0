"""sphinx-prolo: patient handouts in many languages, from facts and reStructuredText to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; Sphinx calls this."""
    # Imported here, so that the rooms without Sphinx (facts, language, catalogue, pdf) load without it.
    from sphinx_prolo.extension import setup_extension

    return setup_extension(app)
