"""``--executor`` in, whoever prints out: the processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from sphinx_prolo.cli.options import Command


def _address(context: click.Context, parameter: click.Parameter, address: str | None) -> str | None:
    if address is not None:
        from sphinx_prolo.press.cluster import scheduler

        try:
            scheduler(address)
        except ValueError:
            message = f"{address!r} is no address of a cluster; write dask://HOST:PORT, as in dask://10.0.0.5:8786"
            raise click.BadParameter(message, context, parameter) from None
    return address


def option(command: Command) -> Command:
    """--executor dask://HOST:PORT."""
    return click.option(
        "--executor",
        "address",
        metavar="dask://HOST:PORT",
        callback=_address,
        help="Print on the workers of a Dask cluster; default: on this machine.",
    )(command)


@contextlib.contextmanager
def executors(address: str | None, jobs: int, timeout: float) -> Iterator[tuple[Callable[[int], Executor] | None, int]]:
    """What makes executors, and how many jobs print at once: ``jobs``, or with 0 as many as there are places.

    Raises press.ClusterError when the cluster cannot be used.
    """
    if address is None:
        yield None, jobs  # the press's own; nothing is loaded for it before there is something to print
        return
    from sphinx_prolo import press

    with press.connect(address, timeout) as workers:
        yield workers, jobs or workers.workers
