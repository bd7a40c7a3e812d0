"""Fixtures for all rooms: Sphinx's own test applications, on the small projects in ``roots``."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from projects import Project

pytest_plugins = ("sphinx.testing.fixtures",)


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Where ``testroot="x"`` finds its project: ``roots/test-x``."""
    return Path(__file__).parent / "roots"


@pytest.fixture
def project(tmp_path: Path, rootdir: Path) -> Iterator[Callable[[str], Project]]:
    """Copy ``roots/test-<name>`` and hand it out."""
    made: list[Project] = []

    def copy(name: str) -> Project:
        srcdir = tmp_path / name
        shutil.copytree(rootdir / f"test-{name}", srcdir)
        made.append(Project(srcdir))
        return made[-1]

    yield copy
    for one in made:
        for app in reversed(one.apps):  # each gives back the docutils registry that it found
            app.cleanup()


@pytest.fixture
def clinic(project: Callable[[str], Project]) -> Project:
    return project("clinic")
