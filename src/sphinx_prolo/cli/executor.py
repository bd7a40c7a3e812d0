"""``--executor`` in, whoever prints out: the processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor


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
