"""Kills builds at random moments, a hundred times; each time the next build must end like one that nobody disturbed.

Between two builds somebody edits: a message, a fact, a document, a clinic; a language or a handout goes or comes back;
files are touched, or dated in the future. What is compared with is a folder in which every build came to its end, and,
every tenth time, one that was made at once. Ends with status 1 at the first difference, and leaves all to look at.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import WORDS, Corpus, generate
from processes import group

PATIENCE = 120.0  # seconds for a build of a few pages
FUTURE = 4_000_000_000  # 2096


class Wrong(Exception):  # noqa: N818 - a verdict
    """What was found."""


def main() -> None:
    """Kill and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the same chances again")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="sphinx-prolo-soak-"))
    print(f"seed {options.seed}, in {folder}", flush=True)
    soak = Soak(folder, random.Random(options.seed))
    try:
        for number in range(options.kills):
            print(f"{number + 1:4} {soak.disturb()}", flush=True)
            if number % 10 == 9:
                soak.start_anew()
    except Wrong as wrong:
        sys.exit(f"{wrong}; see {folder}")
    print(f"{options.kills} builds were disturbed, {soak.killed} of them died; each folder ended with the same bytes")
    shutil.rmtree(folder)


class Soak:
    """A project, an output folder that has seen much, and new ones to compare it with."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.corpus = generate(folder, handouts=2, languages=3, clinics=2)
        conf = self.corpus.srcdir / "conf.py"
        conf.write_text(f"{conf.read_text()}handout_clinic = 'clinics/clinic-000.yaml'\n")
        self.outdir, self.calm = folder / "out", folder / "calm"
        self.killed = 0
        self.complete(self.calm)
        self.complete(self.outdir)
        self.compare()

    def disturb(self) -> str:
        """Edit, build and kill, build, compare; what was done, in words."""
        edit, kill = self.chance.choice(EDITS), self.chance.choice(KILLS)
        edit(self.corpus, self.chance)
        seconds = self.complete(self.calm)
        process = build(self.corpus, self.outdir, self.chance.choice((1, 2)))
        moment = self.chance.uniform(0, seconds)
        time.sleep(moment)
        kill(process.pid, self.chance)
        status = process.wait(PATIENCE)
        if status and kill is kill_one_worker:
            raise Wrong(f"a killed worker ended a build with status {status}")
        self.killed += status != 0
        await_end(process.pid)
        look_whole(self.outdir)
        self.complete(self.outdir)
        self.compare()
        return f"{edit.__name__}, {kill.__name__} after {moment:.2f} s, status {status}"

    def start_anew(self) -> None:
        """Make sure that what we compare with is right."""
        shutil.rmtree(self.calm)
        self.complete(self.calm)
        self.compare()

    def complete(self, outdir: Path) -> float:
        """The seconds of a build that nobody disturbs. Raises Wrong."""
        begin = time.monotonic()
        if status := build(self.corpus, outdir).wait(PATIENCE):
            raise Wrong(f"a build of {outdir} ended with status {status}")
        return time.monotonic() - begin

    def compare(self) -> None:
        """Raises Wrong when the folders differ, or something was left behind."""
        seen, made = contents(self.outdir), contents(self.calm)
        if different := sorted(path for path in {*seen, *made} if seen.get(path) != made.get(path)):
            raise Wrong(f"not as in {self.calm}: {', '.join(different)}")
        if left := [str(path) for path in self.outdir.rglob("*") if path.name.endswith(("tmp", ".begun"))]:
            raise Wrong(f"left behind: {', '.join(left)}")


def build(corpus: Corpus, outdir: Path, jobs: int = 2) -> subprocess.Popen[bytes]:
    """A build, in a group of processes of its own."""
    command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(corpus.srcdir), str(outdir), "-q", f"-j{jobs}"]
    return subprocess.Popen(command, start_new_session=True)


def contents(outdir: Path) -> dict[str, bytes]:
    """Every file that somebody else may want."""
    found = (path for path in outdir.rglob("*") if path.is_file() and not {".prolo", ".doctrees"} & set(path.parts))
    return {path.relative_to(outdir).as_posix(): path.read_bytes() for path in found}


def look_whole(outdir: Path) -> None:
    """Whatever lies there after a kill is whole. Raises Wrong."""
    for path, content in contents(outdir).items():
        if path.endswith(".json"):
            json.loads(content)
        elif not (content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")):
            raise Wrong(f"{path} is not whole")


def await_end(leader: int) -> None:
    """Nobody outlives a build. Raises Wrong."""
    until = time.monotonic() + 10
    while left := group(leader):
        if time.monotonic() > until:
            raise Wrong(f"processes {left} have outlived their build")
        time.sleep(0.05)


def send(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def kill_all(leader: int, _chance: random.Random) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def kill_main(leader: int, _chance: random.Random) -> None:
    send(leader)


def kill_one_worker(leader: int, chance: random.Random) -> None:
    """Or the server that forks workers: whatever belongs to a build besides its main process."""
    if others := sorted(group(leader)):
        send(chance.choice(others))


KILLS = (kill_all, kill_all, kill_main, kill_main, kill_one_worker)


# What somebody does between two builds.
def a_message(corpus: Corpus, chance: random.Random) -> None:
    for path in corpus.locales.glob("*/LC_MESSAGES/handouts.po"):
        words, between, _stop = WORDS[path.parts[-3]]
        parts = path.read_text("utf-8").split('msgstr "')
        changed = chance.randrange(2, len(parts))
        parts[changed] = chance.choice(words) + between + parts[changed]
        path.write_text('msgstr "'.join(parts), encoding="utf-8")


def a_fact(corpus: Corpus, chance: random.Random) -> None:
    path, low = corpus.srcdir / "facts" / f"handout-00{chance.randrange(2)}.yaml", chance.randint(1, 50)
    path.write_text(re.sub(r"each: .*", f"each: {low}-{low + 5} min", path.read_text(), count=1))


def a_sentence(corpus: Corpus, chance: random.Random) -> None:
    with (corpus.srcdir / "handouts" / "handout-000.rst").open("a") as file:
        file.write(f"\n{' '.join(chance.choices(('rest', 'walk', 'drink', 'sleep'), k=4)).capitalize()}.\n")


def a_clinic(corpus: Corpus, chance: random.Random) -> None:
    path = corpus.clinics[0]
    path.write_text(re.sub(r"name: .*", f"name: Clinic {chance.randrange(100)} of us", path.read_text()))


def another_clinic(corpus: Corpus, chance: random.Random) -> None:
    """Of conf.py; or none."""
    path = corpus.srcdir / "conf.py"
    now = chance.choice(["", "clinics/clinic-000.yaml", "clinics/clinic-001.yaml"])
    path.write_text(re.sub(r"handout_clinic = .*", f'handout_clinic = "{now}"', path.read_text()))


def a_language(corpus: Corpus, chance: random.Random) -> None:
    """One goes, or comes back."""
    _put_aside(corpus.locales / chance.choice(corpus.languages[1:]) / "LC_MESSAGES" / "handouts.po")


def a_handout(corpus: Corpus, _chance: random.Random) -> None:
    """One goes, or comes back."""
    index, line = corpus.srcdir / "index.rst", "\n   handouts/handout-001"
    _put_aside(corpus.srcdir / "handouts" / "handout-001.rst")
    text = index.read_text()
    index.write_text(text.replace(line, "") if line in text else text.rstrip() + line + "\n")


def touched(corpus: Corpus, _chance: random.Random) -> None:
    for path in _sources(corpus):
        path.touch()


def in_the_future(corpus: Corpus, chance: random.Random) -> None:
    for path in _sources(corpus):
        if chance.random() < 0.5:
            os.utime(path, (FUTURE, FUTURE))


def nothing(_corpus: Corpus, _chance: random.Random) -> None:
    """Nobody does anything."""


EDITS = (
    a_message,
    a_fact,
    a_sentence,
    a_clinic,
    another_clinic,
    a_language,
    a_handout,
    touched,
    in_the_future,
    nothing,
)


def _put_aside(path: Path) -> None:
    """Or back."""
    aside = path.with_name(f"{path.name}-aside")
    source, target = (path, aside) if path.exists() else (aside, path)
    source.rename(target)


def _sources(corpus: Corpus) -> list[Path]:
    return [path for top in (corpus.srcdir, corpus.locales) for path in sorted(top.rglob("*")) if path.is_file()]


if __name__ == "__main__":
    main()
