"""``sphinx-prolo update``: a project in, its catalogues brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from sphinx_prolo.cli import options


@click.command()
@options.source_dir
@options.languages
def update(srcdir: Path, languages: tuple[str, ...]) -> int:
    """Extract the messages of SOURCEDIR and bring every .po file that holds handouts up to date.

    With -l, catalogues of languages that are new are begun. No translation, comment or header is lost.
    Exit status: 0 when nothing is wrong, 1 when something is.
    """
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo.cli.report import near, report
    from sphinx_prolo.press.project import read_project
    from sphinx_prolo.problem import Problem
    from sphinx_prolo.translation.update import update as refresh

    project = read_project(srcdir.resolve())
    if isinstance(project, Problem):
        report([project], srcdir, err=True)
        return 1
    result = refresh(srcdir.resolve(), languages)
    report(result.problems, srcdir, err=True)
    for path in result.written:
        click.echo(near(str(path), srcdir))
    return 1 if any(problem.is_error for problem in result.problems) else 0
