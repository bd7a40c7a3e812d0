"""Languages x handouts x editions: plan, pool, files out. A project's folder in, PDFs and handouts.json out."""

from __future__ import annotations

from sphinx_prolo.press.approval import Approval, ApprovalResult, approve
from sphinx_prolo.press.pool import Pool, processes
from sphinx_prolo.press.pressroom import Pressroom, Withheld
from sphinx_prolo.press.progress import Progress
from sphinx_prolo.press.result import CheckResult
from sphinx_prolo.press.row import Row
from sphinx_prolo.press.run import BuildResult, build, check
from sphinx_prolo.press.sphinx_build import setup_press
from sphinx_prolo.press.survey import StatusResult, status

__all__ = [
    "Approval",
    "ApprovalResult",
    "BuildResult",
    "CheckResult",
    "Pool",
    "Pressroom",
    "Progress",
    "Row",
    "StatusResult",
    "Withheld",
    "approve",
    "build",
    "check",
    "processes",
    "setup_press",
    "status",
]
