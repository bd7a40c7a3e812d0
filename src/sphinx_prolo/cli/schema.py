"""``sphinx-prolo schema``: the JSON Schema of facts files out."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it; default: standard output.",
)
def schema(output: Path | None) -> int:
    """Write the JSON Schema of facts files, by which editors complete and check them.

    Exit status: 0, or 1 when FILE cannot be written.
    """
    # Imported here, so that --help does not wait for pydantic.
    from sphinx_prolo import facts

    text = json.dumps(facts.schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return 0
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as refused:
        click.echo(f"{output}: cannot be written ({refused.strerror or refused})", err=True)
        return 1
    return 0
