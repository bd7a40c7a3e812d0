"""Builds without Sphinx and without WeasyPrint."""

from __future__ import annotations

import presskit
import pytest


@pytest.fixture
def run(tmp_path):
    return presskit.Run(tmp_path / "out", tmp_path / "project")


@pytest.fixture
def project(tmp_path):
    return presskit.Project(tmp_path)
