"""Times ``sphinx-prolo build`` on a made-up project, beside other ways to print the same. ``--help`` says the rest.

Each figure is one run, because a run is long; quote the ratios, which come from the same minutes of one machine.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus import WORDS, Corpus, generate
from measure import Cost, run
from peers import Peers, printed
from report import Run, as_markdown, as_rst, plot

from sphinx_prolo.press.pool import cores

HERE = Path(__file__).parent


def main() -> None:
    """Generate, run, measure, report."""
    options = arguments()
    runs = []
    for handouts in options.handouts:
        with tempfile.TemporaryDirectory(prefix="sphinx-prolo-bench-") as folder:
            measured = measure(Path(folder), handouts, options)
        runs.append(measured)
        print(as_markdown(measured), flush=True)
    if options.docs:
        (options.docs / "explanation" / "speed-figures.txt").write_text(as_rst(runs), encoding="utf-8")
        plot(runs, options.docs / "images" / "speed.svg")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps([dataclasses.asdict(one) for one in runs], indent=1) + "\n")
    if options.plot:
        options.plot.parent.mkdir(parents=True, exist_ok=True)
        plot(runs, options.plot)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handouts", type=int, nargs="+", default=[20], help="several: one run for each")
    parser.add_argument("--languages", type=int, default=4, choices=range(1, len(WORDS) + 2))
    parser.add_argument("--clinics", type=int, default=0, help="letterheads; every handout is printed for each")
    parser.add_argument("--jobs", type=int, default=0, help="processes that print; 0: one per core")
    parser.add_argument("--peers-up-to", type=int, default=20, help="handouts that are printed in other ways, too")
    parser.add_argument("--peers", type=Path, default=HERE.parent / "build" / "peers", help="where they are installed")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--plot", type=Path, help="draw them there, as SVG (needs the extra bench)")
    parser.add_argument("--docs", type=Path, help="the folder of the guide: write its figures and its plot")
    return parser.parse_args()


def measure(folder: Path, handouts: int, options: argparse.Namespace) -> Run:
    """Build it again and again, and print it in other ways."""
    corpus = generate(folder, handouts, options.languages, options.clinics)
    outdir = folder / "out"
    costs: dict[str, Cost] = {}
    changed: dict[str, int] = {}

    def step(name: str, change: Callable[[], None] | None = None) -> None:
        if change is not None:
            change()
        before = {row["path"]: row["sha256"] for row in rows(outdir)}
        costs[name] = build(corpus, outdir, options.jobs)
        changed[name] = sum(before.get(row["path"]) != row["sha256"] for row in rows(outdir))

    step("cold")
    pages = [row["pages"] for row in rows(outdir)]
    step("no change")
    if len(corpus.languages) > 1:
        step("one message", lambda: corpus.change_one_message(corpus.languages[1]))
    step("one fact", corpus.change_one_fact)
    if corpus.clinics:
        step("one clinic", corpus.change_one_clinic)
    made = {name: (count, 0) for name, count in changed.items()}
    made["cold"] = len(pages), sum(pages)
    if handouts <= options.peers_up_to:
        peers = Peers(options.peers)
        for name, peer in (("plain loop", peers.plain_loop), ("sphinx-simplepdf", peers.simplepdf)):
            costs[name] = checked(name, peer(corpus, folder / name))
            made[name] = printed(folder / name)
    return Run(
        handouts=handouts,
        languages=len(corpus.languages),
        clinics=len(corpus.clinics),
        processes=options.jobs or cores(),
        machine=f"{cores()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        engine=engine_cpu(corpus),
        costs=costs,
        made=made,
    )


def build(corpus: Corpus, outdir: Path, jobs: int) -> Cost:
    """One build, in a process of its own."""
    command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(corpus.srcdir), str(outdir), "-q", f"-j{jobs}"]
    return checked("build", run([*command, *corpus.clinic_options], os.environ))


def checked(name: str, cost: Cost) -> Cost:
    if cost.status:
        sys.exit(f"{name} failed with status {cost.status}")
    return cost


def rows(outdir: Path) -> list[dict[str, Any]]:
    """The PDFs of the last build."""
    path = outdir / "handouts.json"
    return json.loads(path.read_bytes())["handouts"] if path.is_file() else []


def engine_cpu(corpus: Corpus) -> float:
    """The CPU seconds of WeasyPrint alone, for the pages of a cold build."""
    command = [sys.executable, str(HERE / "engine.py"), str(corpus.srcdir), *corpus.languages, *corpus.clinic_options]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
