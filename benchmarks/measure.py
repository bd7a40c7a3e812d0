"""A command in; the time and memory that it and all its descendants took out."""

from __future__ import annotations

import ctypes
import dataclasses
import os
import subprocess
import sys
import time
from collections.abc import Mapping

PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


@dataclasses.dataclass(frozen=True, slots=True)
class Cost:
    """wall: seconds by the clock; cpu: seconds of all processes, user and system; peak: MiB of the largest process."""

    status: int
    wall: float
    cpu: float
    peak: float

    def __add__(self, other: Cost) -> Cost:
        """One after the other."""
        worst = max(self.status, other.status)
        return Cost(worst, self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def run(command: list[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command and wait for it and for every process that it leaves behind.

    On Linux, this process inherits the orphans (the server that forks the workers is one) and so learns what they took.
    Elsewhere they are not counted.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    status, wall, cpu, peak = 0, 0.0, 0.0, 0
    while True:
        try:
            process, code, usage = os.wait4(-1, 0)
        except ChildProcessError:
            child.returncode = status
            return Cost(status, wall, cpu, peak / 1024)
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
        if process == child.pid:
            status, wall = os.waitstatus_to_exitcode(code), time.perf_counter() - begin
