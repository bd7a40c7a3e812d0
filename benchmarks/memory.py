"""Prints many PDFs, and says how large each kind of process was from minute to minute, and what a PDF cost.

The same is done for the small corpus first and last: what a PDF costs depends on who else uses the machine.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import Corpus, generate
from processes import group

SMALL = (20, 4, 0)
STEPS = 10


def main() -> None:
    """Print few, many and few again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handouts", type=int, default=100)
    parser.add_argument("--clinics", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    for handouts, languages, clinics in (SMALL, (options.handouts, 4, options.clinics), SMALL):
        with tempfile.TemporaryDirectory(prefix="sphinx-prolo-memory-") as folder:
            run(generate(Path(folder), handouts, languages, clinics), Path(folder) / "out", options.jobs)


def run(corpus: Corpus, outdir: Path, jobs: int) -> None:
    """One build, and what it took."""
    command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(corpus.srcdir), str(outdir), "-q", f"-j{jobs}"]
    begin = time.monotonic()
    process = subprocess.Popen([*command, *corpus.clinic_options], start_new_session=True)
    samples: list[tuple[float, float]] = []
    cpu: dict[int, float] = {}
    while process.poll() is None:
        others = group(process.pid)
        samples.append((resident([process.pid]), resident(others)))
        cpu |= {pid: used for pid in (process.pid, *others) if (used := seconds(pid))}
        time.sleep(0.5)
    wall = time.monotonic() - begin
    if process.returncode:
        sys.exit(f"the build ended with status {process.returncode}")
    count = len(list(outdir.rglob("*.pdf")))
    print(f"{count} PDFs in {wall:.1f} s, {sum(cpu.values()):.1f} s of CPU, load {os.getloadavg()[0]:.1f}")
    print(f"per PDF {wall / count:.3f} s, {sum(cpu.values()) / count:.3f} s of CPU; of the main process", end=" ")
    print(f"{cpu[process.pid] / count:.3f} s")
    width = max(1, len(samples) // STEPS)
    for start in range(0, len(samples), width):
        mains, largest = zip(*itertools.islice(samples, start, start + width), strict=True)
        print(f"  {start / len(samples):4.0%}  main {max(mains):4.0f} MiB, largest other {max(largest):4.0f} MiB")
    sys.stdout.flush()


def resident(processes: list[int]) -> float:
    """MiB of the largest of them."""
    return max((_resident(process) for process in processes), default=0.0)


def _resident(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, IndexError):  # it has just ended
        return 0.0


def seconds(process: int) -> float:
    """Of CPU time that a process has used."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
