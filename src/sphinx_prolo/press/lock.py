"""An output folder in; it is ours alone for a while. Two builds of one folder run one after the other.

The system lets go of a lock when its process ends, however it ends, so that none is ever stale. What the file says is
for people only.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

_PAUSE = 0.1


@contextlib.contextmanager
def alone(outdir: Path, waiting: Callable[[str], None] | None = None) -> Iterator[bool]:
    """Hold the folder while this lasts; True if another build held it before.

    ``waiting`` is told once, before waiting, who holds it; without it nobody waits. Raises BlockingIOError if it is
    held and nobody waits, and OSError when nothing can be written into the folder.
    """
    path = outdir / ".prolo" / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b", buffering=0) as file:  # without a buffer, that on a full disk would have to be written later
        waited = False
        while not _take(file):
            if waiting is None:
                raise BlockingIOError(path)
            if not waited:
                waited = True
                waiting(_holder(path))
            time.sleep(_PAUSE)
        with contextlib.suppress(OSError):  # a full disk keeps nobody from holding a lock
            file.truncate(0)
            file.write(f"process {os.getpid()} on {socket.gethostname()}\n".encode())
        try:
            yield waited
        finally:
            with contextlib.suppress(OSError):
                file.truncate(0)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip() or "another process"
    except OSError:
        return "another process"


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(1 << 20)  # beyond what is written, which others may read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as refused:
            # Some network file systems have no locks; there, people have to take turns themselves.
            return refused.errno not in {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
        return True
