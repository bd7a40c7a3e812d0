"""The same project gives the same bytes: on any number of cores, in another folder or order, on another day."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys

from test_unchanged import Copier

from sphinx_prolo import press
from sphinx_prolo.press import reading


def tree(outdir):
    found = (path for path in outdir.rglob("*") if path.is_file() and not {".doctrees", ".prolo"} & set(path.parts))
    return {path.relative_to(outdir).as_posix(): path.read_bytes() for path in found}


def test_documents_that_are_too_many_for_memory(project, monkeypatch):
    build = functools.partial(press.build, project.srcdir, executors=Copier, jobs=2)
    build(project.outdir)
    monkeypatch.setattr(reading, "_MANY", 1)
    build(project.outdir.with_name("many"))
    assert len(tree(project.outdir)) == 5
    assert tree(project.outdir) == tree(project.outdir.with_name("many"))


def test_the_same_bytes(project, tmp_path):
    elsewhere = tmp_path / "else where"
    shutil.copytree(project.srcdir, elsewhere / "docs")
    runs = [
        (project.srcdir, tmp_path / "one", ["-j", "1"], "1800000000"),
        (elsewhere / "docs", elsewhere / "two", ["-j", "4", "-l", "es", "-l", "en"], "1900000000"),
    ]
    for srcdir, outdir, options, epoch in runs:
        command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(srcdir), str(outdir), "-q", *options]
        subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": epoch}, cwd=tmp_path)
    one, two = (tree(outdir) for _, outdir, _, _ in runs)
    assert len(one) == 5
    assert one == two
