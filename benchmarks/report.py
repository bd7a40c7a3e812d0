"""Measured runs in; Markdown and a plot out."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measure import Cost

PEERS = {
    "plain loop": "Sphinx html for each language, then WeasyPrint on each page, in one process; one tagged PDF per "
    "handout and language, no localised numbers, no checks, no drafts",
    "sphinx-simplepdf": "one book per language with cover and contents, no PDF per handout, not tagged",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """One size of the corpus.

    engine  CPU seconds of WeasyPrint alone for our pages
    costs   by the name of the build
    made    how many PDFs each made or changed, and of how many pages (0: not counted)
    """

    handouts: int
    languages: int
    clinics: int
    processes: int
    machine: str
    engine: float
    costs: dict[str, Cost]
    made: dict[str, tuple[int, int]]


HEAD = ("", "wall s", "CPU s", "peak MiB", "PDFs printed", "PDFs per s", "wall, of cold")


def title(run: Run) -> str:
    """The size of a run."""
    count, pages = run.made["cold"]
    clinics = f" x {run.clinics} clinics" if run.clinics else ""
    return f"{run.handouts} handouts x {run.languages} languages{clinics}: {count} PDFs, {pages} pages"


def table(run: Run) -> list[tuple[str, ...]]:
    """A row for each build."""
    cold = run.costs["cold"].wall
    rows = []
    for name, cost in run.costs.items():
        made, _pages = run.made[name]
        figures = f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.peak:.0f}", f"{made}", f"{made / cost.wall:.2f}"
        rows.append((name, *figures, f"{cost.wall / cold:.2f}"))
    return rows


def remarks(run: Run) -> list[str]:
    """What can be said of this run whatever the machine."""
    count, _pages = run.made["cold"]
    cold = run.costs["cold"]
    share = run.engine / run.processes
    said = [
        f"{run.machine}; {run.processes} printing processes. Peak is the largest single process, its shared pages "
        "included.",
        f"WeasyPrint alone, for the same pages one after the other in one warm process: {run.engine:.2f} s of CPU, "
        f"{run.engine / cold.cpu:.2f} of the CPU time of the cold build.",
        f"Cold: {cold.wall / share:.2f} x (WeasyPrint's CPU time / {run.processes}); 1.25 x that + 1.5 s would be "
        f"{1.25 * share + 1.5:.2f} s. Per PDF {cold.wall / count:.3f} s of wall time, {cold.cpu / count:.3f} s of CPU.",
    ]
    for name, honest in PEERS.items():
        if name in run.costs:
            made, its_pages = run.made[name]
            said.append(
                f"Cold takes {cold.wall / run.costs[name].wall:.2f} of the wall time and "
                f"{cold.cpu / run.costs[name].cpu:.2f} of the CPU time of {name} ({made} PDFs, {its_pages} pages: "
                f"{honest})."
            )
    return said


def as_markdown(run: Run) -> str:
    """For the screen, and for issues."""
    lines = [f"## {title(run)}", "", *(f"| {' | '.join(row)} |" for row in (HEAD, ("---", *["---:"] * 6), *table(run)))]
    return "\n".join([*lines, "", *(f"- {said}" for said in remarks(run))]) + "\n"


def as_rst(runs: list[Run]) -> str:
    """For the guide; included by explanation/speed.rst."""
    lines = [".. Written by benchmarks/build.py --docs; do not edit."]
    for run in runs:
        lines += ["", f".. list-table:: {title(run)}", "   :header-rows: 1", "   :widths: 28 12 12 12 12 12 12", ""]
        for row in (HEAD, *table(run)):
            lines += [f"   {'*' if number == 0 else ' '} - {cell}".rstrip() for number, cell in enumerate(row)]
        lines += ["", *(f"- {said}" for said in remarks(run))]
    return "\n".join(lines) + "\n"


def plot(runs: list[Run], path: Path) -> None:
    """How the cost grows with the number of PDFs, as SVG; what is beyond the largest run is drawn as a dotted line."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "sphinx-prolo", "svg.fonttype": "path", "font.size": 11}
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5))
    runs = sorted(runs, key=lambda run: run.made["cold"][0])
    counts = [run.made["cold"][0] for run in runs]
    styles = {
        "cold": ("o-", "#1b5e4b"),
        "plain loop": ("s-", "#b3541e"),
        "sphinx-simplepdf": ("^-", "#7a7a7a"),
        "one message": ("D-", "#2a6fbb"),
        "no change": ("v-", "#6b4fa0"),
    }
    for name, (style, colour) in styles.items():
        points = [(count, run.costs[name].wall) for count, run in zip(counts, runs, strict=True) if name in run.costs]
        if not points:
            continue
        axes.plot(*zip(*points, strict=True), style, color=colour, label=name)
        count, wall = points[-1]
        if len(points) > 1 and count < 10_000 and name == "cold":
            axes.plot([count, 10_000], [wall, wall * 10_000 / count], ":", color=colour, label=f"{name}, extrapolated")
    axes.set(xscale="log", yscale="log", xlabel="PDFs", ylabel="seconds")
    axes.grid(visible=True, which="major", color="#dddddd")
    axes.legend(frameon=False)
    figure.savefig(path, format="svg", bbox_inches="tight", metadata={"Date": None})
