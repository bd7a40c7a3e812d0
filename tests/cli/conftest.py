"""The command line, run in this process, on the small project of the press."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The press and its command line are tested on the same project.
sys.path.append(str(Path(__file__).parents[1] / "press"))

import presskit


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return presskit.Project(tmp_path)


@pytest.fixture
def prolo(monkeypatch, capfd):
    """Runs ``sphinx-prolo`` with arguments; returns its exit status, stdout and stderr."""
    from sphinx_prolo.cli import main

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["sphinx-prolo", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code, *capfd.readouterr()

    return run
