"""``sphinx-prolo approve``: names in, their signature in the review ledger out."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_prolo.cli import options

if TYPE_CHECKING:
    from sphinx_prolo.press import ApprovalResult


class _Day(click.ParamType[datetime.date]):
    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value), re.ASCII):
                return datetime.date.fromisoformat(str(value))
        except ValueError:  # the 30th of February
            pass
        raise click.BadParameter(f"{value!r} is not a day of the calendar; write it as 2026-11-20", ctx, param)


@click.command()
@options.source_dir
@click.argument("handout", metavar="HANDOUT")
@click.option("-l", "--language", metavar="LANG", help="The language of the translation that is signed.")
@click.option("--translator", metavar="NAME", help="Who has translated it.")
@click.option("--reviser", metavar="NAME", help="Who has checked the translation; never the translator.")
@click.option("--clinician", metavar="NAME", help="Who signs the source. Translations need this first.")
@click.option("--date", metavar="YYYY-MM-DD", type=_Day(), help="The day of the signature; default: today.")
def approve(
    srcdir: Path,
    handout: str,
    language: str | None,
    translator: str | None,
    reviser: str | None,
    clinician: str | None,
    date: datetime.date | None,
) -> int:
    """Sign HANDOUT of SOURCEDIR, a document or its file: its source, or its translation into LANG.

    The signature holds until anything changes that would be printed.
    Exit status: 0 when it is signed, 1 when something stands against it.
    """
    if clinician is not None and (language, translator, reviser) != (None, None, None):
        raise click.UsageError("--clinician signs the source alone; leave out -l, --translator and --reviser")
    if clinician is None and None in (language, translator, reviser):
        raise click.UsageError(
            "give --clinician NAME for the source, or -l LANG, --translator NAME and --reviser NAME for a translation"
        )
    # Imported here, so that --help does not wait for Sphinx.
    from sphinx_prolo import press
    from sphinx_prolo.cli.bar import progress
    from sphinx_prolo.cli.report import report

    wanted = press.Approval(handout, clinician, language, translator, reviser, date)
    with progress(quiet=False) as shown:
        result = press.approve(srcdir, wanted, progress=shown)
    report(result.problems, srcdir, err=True)
    if result.signature is None:
        click.echo("nothing was signed", err=True)
        return 1
    _say(result, srcdir)
    return 0


def _say(result: ApprovalResult, srcdir: Path) -> None:
    from sphinx_prolo.cli.report import near

    signature = result.signature
    assert signature is not None
    click.echo(f"signed: {result.docname} in {result.language}, version {signature.version}: {result.title}")
    for role, name in signature.names.items():
        click.echo(f"  {role}: {name}")
    click.echo(f"  date: {signature.date}")
    click.echo(f"  kept in: {near(str(result.ledger), srcdir)}")
