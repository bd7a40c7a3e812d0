"""Fixtures for all rooms: Sphinx's own test applications, on the small projects in ``roots``."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ("sphinx.testing.fixtures",)


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Where ``testroot="x"`` finds its project: ``roots/test-x``."""
    return Path(__file__).parent / "roots"
