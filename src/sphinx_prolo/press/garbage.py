"""When Python looks for garbage: seldom, while a build lasts.

Modules, trees of documents and laid-out pages are many objects that live long. To look through them took a sixth of the
time of starting, a tenth of reading and a 25th of printing.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_SELDOM = 50_000, 10, 10  # more objects than gone, and generations; 50,000 are some megabytes


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """While this lasts."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def seldom_from_here() -> None:
    """For the rest of this process, and never in what has been loaded so far."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)
