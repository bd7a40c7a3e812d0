"""Times ``sphinx-prolo build``: cold, with no change, and with one changed message. ``--help`` says the rest."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus import WORDS, Corpus, generate
from measure import Cost, run

from sphinx_prolo.press.pool import cores

HERE = Path(__file__).parent


def main() -> None:
    """Generate, run, measure, report."""
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="sphinx-prolo-bench-") as folder:
        corpus = generate(Path(folder), options.handouts, options.languages)
        outdir = Path(folder) / "out"
        processes = options.jobs or cores()
        print(f"{options.handouts} handouts x {len(corpus.languages)} languages, {processes} printing processes")
        costs: dict[str, Cost] = {}
        costs["cold"] = build(corpus, outdir, options.jobs)
        pages = [row["pages"] for row in rows(outdir)]
        costs["no change"] = build(corpus, outdir, options.jobs)
        if len(corpus.languages) > 1:
            before = rows(outdir)
            corpus.change_one_message(corpus.languages[1])
            costs["one message"] = build(corpus, outdir, options.jobs)
            changed = sum(row not in before for row in rows(outdir))
            print(f"one changed message changed {changed} PDF")
        engine = engine_cpu(corpus)
    print(f"{len(pages)} PDFs of {min(pages)} to {max(pages)} pages\n")
    report(costs, engine, processes, len(pages))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handouts", type=int, default=20)
    parser.add_argument("--languages", type=int, default=4, choices=range(1, len(WORDS) + 2))
    parser.add_argument("--jobs", type=int, default=0, help="processes that print; 0: one per core")
    return parser.parse_args()


def build(corpus: Corpus, outdir: Path, jobs: int) -> Cost:
    """One build, in a process of its own."""
    command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(corpus.srcdir), str(outdir), "-q", f"-j{jobs}"]
    cost = run(command)
    if cost.status:
        sys.exit(f"the build failed with status {cost.status}")
    return cost


def rows(outdir: Path) -> list[dict[str, Any]]:
    """The PDFs of the last build."""
    return json.loads((outdir / "handouts.json").read_bytes())["handouts"]


def engine_cpu(corpus: Corpus) -> float:
    """The CPU seconds of WeasyPrint alone, for the pages of a cold build."""
    command = [sys.executable, str(HERE / "engine.py"), str(corpus.srcdir), *corpus.languages]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def report(costs: dict[str, Cost], engine: float, processes: int, count: int) -> None:
    """Print the costs, and their ratios within this run: the machine has little part in those."""
    cold = costs["cold"]
    print(f"{'build':<14}{'wall s':>8}{'CPU s':>8}{'peak MiB':>10}{'of cold':>9}")
    for name, cost in costs.items():
        print(f"{name:<14}{cost.wall:>8.2f}{cost.cpu:>8.2f}{cost.peak:>10.0f}{cost.wall / cold.wall:>9.2f}")
    print(
        f"\nWeasyPrint alone: {engine:.2f} s of CPU for the same {count} PDFs, each by HTML(...).write_pdf(...),\n"
        f"one after the other in one warm process, with our style sheet, fonts and PDF variant.\n"
        f"  its share of the CPU time of the cold build    {engine / cold.cpu:.2f}\n"
        f"  cold wall time / (WeasyPrint's CPU / {processes} processes)   {cold.wall / (engine / processes):.2f}\n"
        f"  cold wall time per PDF                         {cold.wall / count:.3f} s\n"
        f"Peak is the largest process, its shared pages included."
    )


if __name__ == "__main__":
    main()
