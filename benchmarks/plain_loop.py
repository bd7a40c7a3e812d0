"""A project's folder in; its pages printed in the way that people do without us, in an environment of its own.

For each language Sphinx builds html; then WeasyPrint prints each page, one after the other, in one process, as tagged
PDF/UA. Nothing of ours is imported, and no check is made: this is the least that a script of one's own would do.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from sphinx.cmd.build import main as sphinx_build
from weasyprint import HTML  # noqa: TID251 - that is what they use


def main(srcdir: Path, outdir: Path, languages: list[str]) -> None:
    """Print the handouts in each language."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    for language in languages:
        html = outdir / "html" / language
        if sphinx_build(["-q", "-b", "html", "-D", f"language={language}", str(srcdir), str(html)]):
            sys.exit(f"sphinx-build failed for {language}")
        for page in sorted((html / "handouts").glob("*.html")):
            target = outdir / language / f"{page.stem}.{language}.pdf"
            target.parent.mkdir(parents=True, exist_ok=True)
            HTML(filename=page).write_pdf(target, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
