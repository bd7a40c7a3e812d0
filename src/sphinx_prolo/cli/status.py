"""``sphinx-prolo status``: a project in, how every handout stands in every language out, and no PDF."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sphinx_prolo.cli import options


@click.command()
@options.source_dir
@options.languages
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to write it.")
def status(srcdir: Path, languages: tuple[str, ...], style: str) -> int:
    """Show how far each handout of SOURCEDIR is in each language, who has signed it, and why it is a draft.

    Exit status: 0 when nothing is wrong, 1 when something is. A draft is not wrong.
    """
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo import press
    from sphinx_prolo.cli.bar import progress
    from sphinx_prolo.cli.report import presentable, report
    from sphinx_prolo.cli.standings import as_data, print_standings
    from sphinx_prolo.problem import Severity

    with progress(quiet=style == "json") as shown:
        result = press.status(srcdir, languages=languages, progress=shown)
    problems = [problem for problem in result.problems if problem.severity is not Severity.NOTE]
    if style == "json":
        data = {
            "handouts": [as_data(standing, srcdir) for standing in result.standings],
            "problems": [problem.as_dict() for problem in presentable(problems, srcdir)],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        report(problems, srcdir, err=True)
        print_standings(result.standings, srcdir)
    return 1 if result.failed else 0
