"""Languages x handouts x editions: plan, pool, files out. A project's folder in, PDFs and handouts.json out.

What is named here is loaded when somebody asks for it: a build that finds nothing to do needs neither Sphinx nor
WeasyPrint, and answers before they would be loaded.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx_prolo.press.approval import Approval, ApprovalResult, approve
    from sphinx_prolo.press.cluster import ClusterError, connect
    from sphinx_prolo.press.pool import Pool
    from sphinx_prolo.press.pressroom import Pressroom
    from sphinx_prolo.press.progress import Progress
    from sphinx_prolo.press.result import BuildResult, CheckResult, Withheld
    from sphinx_prolo.press.row import Row
    from sphinx_prolo.press.run import check
    from sphinx_prolo.press.sphinx_build import setup_press
    from sphinx_prolo.press.start import TIMEOUT, build
    from sphinx_prolo.press.survey import StatusResult, status

_HOMES = {
    "Approval": "approval",
    "ApprovalResult": "approval",
    "BuildResult": "result",
    "CheckResult": "result",
    "ClusterError": "cluster",
    "Pool": "pool",
    "Pressroom": "pressroom",
    "Progress": "progress",
    "Row": "row",
    "StatusResult": "survey",
    "TIMEOUT": "start",
    "Withheld": "result",
    "approve": "approval",
    "build": "start",
    "check": "run",
    "connect": "cluster",
    "setup_press": "sphinx_build",
    "status": "survey",
}

__all__ = [
    "TIMEOUT",
    "Approval",
    "ApprovalResult",
    "BuildResult",
    "CheckResult",
    "ClusterError",
    "Pool",
    "Pressroom",
    "Progress",
    "Row",
    "StatusResult",
    "Withheld",
    "approve",
    "build",
    "check",
    "connect",
    "setup_press",
    "status",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
