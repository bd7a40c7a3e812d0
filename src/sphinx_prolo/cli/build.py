"""``sphinx-prolo build``: a project in, a PDF of every handout in every language out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_prolo.cli import executor, options

if TYPE_CHECKING:
    from sphinx_prolo.press import BuildResult


@click.command()
@options.printing
@options.editions
@options.clinics
@options.executor
@click.option("--final-only", is_flag=True, help="Print no drafts.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def build(
    srcdir: Path,
    outdir: Path,
    languages: tuple[str, ...],
    jobs: int,
    editions: tuple[str, ...],
    clinics: tuple[Path, ...],
    address: str | None,
    timeout: float,
    *,
    final_only: bool,
    quiet: bool,
) -> int:
    """Print the handouts of SOURCEDIR into OUTDIR, in every language.

    Only what changed is printed again. Exit status: 0 when nothing is wrong, 1 when something is.
    """
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo import press
    from sphinx_prolo.cli.bar import progress
    from sphinx_prolo.cli.report import report

    try:
        with progress(quiet=quiet) as shown, executor.executors(address, jobs, timeout) as (executors, places):
            result = press.build(
                srcdir,
                outdir,
                languages=languages,
                editions=editions,
                clinics=clinics,
                jobs=places,
                final_only=final_only,
                progress=shown,
                timeout=timeout,
                executors=executors,
            )
    except press.ClusterError as unusable:
        report([unusable.problem], srcdir, err=True)
        return 1
    report(result.problems, srcdir, err=True)
    if not quiet:
        _summary(result, outdir)
    return 1 if result.failed else 0


def _summary(result: BuildResult, outdir: Path) -> None:
    """Print the table of the languages that were built, and what happened in a line."""
    from rich.console import Console

    from sphinx_prolo.cli.table import print_table

    built = [row for row in result.rows if row.language in result.languages]
    print_table(Console(), built, result.languages)
    for withheld in result.withheld:
        click.echo(f"withheld: {withheld}")
    for docname in result.withdrawn:
        click.echo(f"withdrawn: {docname}")
    counts = {
        "printed": len(result.printed),
        "unchanged": len(result.unchanged),
        "drafts withheld": len(result.withheld),
        "withdrawn": len(result.withdrawn),
        "removed": len(result.removed),
    }
    said = [f"{count} {what}" for what, count in counts.items() if count] or ["nothing printed"]
    click.echo(f"{', '.join(said)}: {outdir}")
