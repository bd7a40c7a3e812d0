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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of the cases that the checks on translations are measured by (tests/catalogue/cases).

    Here, because with xdist the process that prints loads no other conftest; rows come as properties of reports.
    """
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    rows = sorted({value for report in reports for name, value in report.user_properties if name == "cases"})
    if rows:
        terminalreporter.section("checks on translations")
        terminalreporter.line("right: falsely rejected and held; wrong by kind: rejected/held/missed; false alarms")
        kinds = ("false rej", "false hold", "number", "placeholder", "markup", "number-word", "unit", "negation")
        terminalreporter.line("      " + "".join(f"{kind:>13}" for kind in kinds))
        for row in rows:
            terminalreporter.line(str(row))
