"""Languages x handouts x editions: plan, pool, files out. A project's folder in, PDFs and handouts.json out."""

from __future__ import annotations

from sphinx_prolo.press.pool import Pool, processes
from sphinx_prolo.press.pressroom import Pressroom
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.row import Row
from sphinx_prolo.press.run import BuildResult, CheckResult, build, check
from sphinx_prolo.press.sphinx_build import setup_press

__all__ = [
    "BuildResult",
    "CheckResult",
    "Pool",
    "Pressroom",
    "Progress",
    "Row",
    "build",
    "check",
    "processes",
    "setup_press",
]
