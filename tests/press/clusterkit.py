"""A Dask scheduler and workers as real processes on the loopback."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

DASK = [sys.executable, "-m", "dask"]
HERE = ["--host", "127.0.0.1", "--no-dashboard"]


@dataclasses.dataclass
class Lan:
    """What runs; ``address`` is the scheduler's, as the command line takes it."""

    folder: Path
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = dataclasses.field(default_factory=list)

    def start(self, *arguments: str, **environment: str) -> tuple[subprocess.Popen[bytes], str]:
        """Start a process of Dask and wait until it says where it is."""
        log = self.folder / f"{len(self.processes)}.log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [*DASK, *arguments, *HERE],
                stdout=stream,
                stderr=stream,
                cwd=self.folder,
                env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])} | environment,
            )
        self.processes.append(process)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if found := re.search(r"(?:Scheduler at|Registered to): +tcp://([\d.:]+)", log.read_text()):
                return process, found[1]
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
        raise TimeoutError(log.read_text())

    def worker(self, *, nanny: bool = False, threads: int = 1, **environment: str) -> subprocess.Popen[bytes]:
        """A worker: one process. A nanny starts it again when it dies."""
        place = self.address.replace("dask", "tcp")
        process, _ = self.start(
            "worker", place, "--nthreads", str(threads), "--nanny" if nanny else "--no-nanny", **environment
        )
        return process


@contextlib.contextmanager
def lan(folder: Path, workers: int) -> Iterator[Lan]:
    """A scheduler with workers; all of them are gone at the end."""
    made = Lan(folder)
    try:
        # A job that ends a worker is not tried on others first: Dask's way to find the culprit takes half a minute.
        _, place = made.start("scheduler", "--port", "0", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1")
        made.address = f"dask://{place}"
        for _ in range(workers):
            made.worker()
        yield made
    finally:
        for process in reversed(made.processes):
            process.send_signal(signal.SIGKILL)
            process.wait()
