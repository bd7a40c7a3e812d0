"""``sphinx-prolo check``: a project in, its problems out, and no PDF."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sphinx_prolo.cli import options


@click.command()
@options.source_dir
@options.languages
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to write the problems."
)
def check(srcdir: Path, languages: tuple[str, ...], style: str) -> int:
    """Judge the facts, handouts and catalogues of SOURCEDIR; print no PDF.

    Exit status: 0 when nothing is wrong, 1 when something is.
    """
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo import press
    from sphinx_prolo.cli.bar import progress
    from sphinx_prolo.cli.report import presentable, report

    with progress(quiet=style == "json") as shown:
        result = press.check(srcdir, languages=languages, progress=shown)
    if style == "json":
        problems = [problem.as_dict() for problem in presentable(result.problems, srcdir)]
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=1))
    else:
        report(result.problems, srcdir, err=False)
    return 1 if result.failed else 0
