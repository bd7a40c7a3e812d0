"""Whatever goes wrong: what was there stays whole, the others are printed, the problem is named."""

from __future__ import annotations

import errno
import gc
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import presskit
import pytest
from presskit import Copier, endless, outcomes, sheet, slow_copy
from processkit import wait_until

from sphinx_prolo import press
from sphinx_prolo.pdf import Printed
from sphinx_prolo.press import files
from sphinx_prolo.press.lock import alone
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.processes import Processes, processes
from sphinx_prolo.press.stock import Stock
from sphinx_prolo.press.worker import Crashed, Late


@pytest.fixture(autouse=True)
def _collect():
    yield
    gc.collect()


def test_a_job_that_loops_for_ever_is_ended_and_the_others_are_printed():
    pages = ["endless 1", *(f"page {number}" for number in range(8)), "endless 2"]
    begin = time.monotonic()
    found = outcomes(Pool(2, processes(1.0), endless), pages)
    assert time.monotonic() - begin < 30
    assert {page: type(outcome) for page, outcome in found.items()} == {
        page: Late if page.startswith("endless") else Printed for page in pages
    }
    assert found["endless 1"].seconds == 1.0


def test_a_late_job_is_a_problem_that_keeps_the_old_pdf(run):
    run({"es": [sheet(html="old")]}, work=endless)
    room = run({"es": [sheet(html="endless"), sheet("b")]}, work=endless, executors=processes(1.0))
    [problem] = room.problems
    assert (problem.code, problem.is_error) == ("print-timeout", True)
    assert "within 1 seconds" in problem.message
    assert (run.outdir / "es/handouts/after.es.draft.pdf").read_text() == "%PDF old"
    assert [row.docname for row in room.rows()] == ["b"]
    assert room.unsure == {"es"}


def test_a_killed_worker_loses_nothing():
    pool = Pool(2, processes(), slow_copy)
    for number in range(12):
        pool.submit(number, sheet(html=str(number)).job)
    wait_until(lambda: list(pool._executor.pids()), 30)
    os.kill(next(pool._executor.pids()), signal.SIGKILL)
    found = dict(pool.drain())
    pool.close()
    assert len(found) == 12
    assert {type(outcome) for outcome in found.values()} == {Printed}


def test_a_process_is_replaced_after_so_many_calls():
    with Processes(1, calls=3) as executor:
        pids = [executor.submit(os.getpid).result() for _ in range(7)]
    assert [len(set(pids[start : start + 3])) for start in (0, 3, 6)] == [1, 1, 1]
    assert len(set(pids)) == 3


def test_longest_pages_first():
    begun = []

    def work(job):
        begun.append(job.html)
        return presskit.copy(job)

    from concurrent.futures import ThreadPoolExecutor

    pool = Pool(1, ThreadPoolExecutor, work)
    with pool.holding():
        for page in ("a", "aaa", "aa", "bbb"):
            pool.submit(page, sheet(html=page).job)
        assert begun == []
    list(pool.drain())
    pool.close()
    assert begun == ["aaa", "bbb", "aa", "a"]


def test_crashed_is_not_late():
    assert isinstance(outcomes(Pool(1, processes(5.0), presskit.die), ["die"])["die"], Crashed)


@pytest.fixture
def build(project):
    def run(**options):
        return press.build(project.srcdir, project.outdir, executors=Copier, jobs=2, **options)

    return run


def state(project):
    """Every file but what belongs to Sphinx and to the press."""
    hidden = {".doctrees", ".prolo"}
    found = (path for path in project.outdir.rglob("*") if path.is_file() and not hidden & set(path.parts))
    return {path.relative_to(project.outdir).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("spared", [0, 1, 3])
def test_a_full_disk(project, build, monkeypatch, spared):
    build()
    before = state(project)
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    written, write_bytes = [], Path.write_bytes

    def full(path, content):
        if path.suffix == ".tmp":
            written.append(path)
            if len(written) > spared:
                write_bytes(path, content[:10])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_bytes(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        result = build()
    assert result.failed
    assert {problem.code for problem in result.problems} == {"print-write"}
    assert any("No space left" in problem.message for problem in result.problems)
    after = state(project)
    assert sum(before[path] != content for path, content in after.items()) <= spared
    assert all(content.startswith((b"%PDF", b"{")) and len(content) > 10 for content in after.values())
    assert list(project.outdir.rglob("*.tmp")) == []
    assert not build().failed
    assert_like_new(project)


def test_a_folder_that_cannot_be_written(project, build, monkeypatch):
    build()
    before = state(project)
    assert len(build().unchanged) == 4
    project.edit("facts.yaml", "1-4 days", "1-5 days")

    def refuse(*_args, **_options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(project.outdir))

    with monkeypatch.context() as patched:  # the tests may run as somebody to whom all is permitted
        patched.setattr(Path, "open", refuse)
        result = build()
    [problem] = result.problems
    assert (problem.path, problem.code) == (str(project.outdir), "print-write")
    assert "Permission denied" in problem.message
    assert state(project) == before


def test_what_killed_builds_leave_is_swept(project, build):
    build()
    left = project.outdir / ".prolo" / files.TEMPORARY / ".0.tmp"
    left.parent.mkdir()
    left.write_bytes(b"half")
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    build()
    assert not left.parent.exists()


def test_a_killed_build_has_not_printed_in_vain(run, monkeypatch):
    """The state is written while a long build goes on."""
    monkeypatch.setattr("sphinx_prolo.press.stock._PAUSE", 0)
    monkeypatch.setattr("sphinx_prolo.press.stock._SHARE", 0)
    sheets, number = [sheet(f"{name}") for name in range(20)], itertools.count()
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(Stock, "save", lambda _stock: None)

        def work(job):
            if next(number) == 12:
                raise KeyboardInterrupt
            return presskit.copy(job)

        run({"es": sheets}, work=work)
    room = run({"es": sheets})
    assert 8 <= len(room.unchanged) <= 12
    assert len(room.unchanged) + len(room.printed) == 20


def test_a_lock_is_held_by_one_and_says_by_whom(tmp_path):
    told = []
    with alone(tmp_path) as waited:
        assert waited is False
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass
        assert f"process {os.getpid()} on " in (tmp_path / ".prolo/lock").read_text()
    with alone(tmp_path, told.append) as waited:
        assert waited is False
    assert told == []


@pytest.fixture
def no_room():
    """No file may grow."""
    limit = pytest.importorskip("resource", reason="limits of a process, which Windows does not have")
    before = limit.getrlimit(limit.RLIMIT_FSIZE)
    limit.setrlimit(limit.RLIMIT_FSIZE, (0, before[1]))
    yield
    limit.setrlimit(limit.RLIMIT_FSIZE, before)


def test_no_room_for_what_sphinx_writes(project, build, request):
    request.getfixturevalue("no_room")
    result = build()
    stopped = [problem.message for problem in result.problems if problem.code == "handout-stopped"]
    assert len(stopped) == 2
    assert all("File too large: see to room and permissions" in message for message in stopped)


def test_a_full_disk_keeps_nobody_from_holding_a_lock(tmp_path, no_room):
    with alone(tmp_path) as waited:
        assert waited is False
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass


HOLD = """
import sys, time
from pathlib import Path
from sphinx_prolo.press.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def test_the_second_build_waits_for_the_first(project, build):
    class Told(press.Progress):
        def __init__(self):
            self.holders = []

        def waiting(self, holder):
            self.holders.append(holder)

    build()
    project.edit("facts.yaml", "1-4 days", "1-5 days")
    told = Told()
    with hold(project.outdir, 1.0) as other:
        result = build(progress=told)
    assert [holder.split(" on ")[0] for holder in told.holders] == [f"process {other.pid}"]
    assert len(result.printed) == 4


def test_the_lock_of_a_killed_build_is_nobodys(project, build):
    with hold(project.outdir, 60) as other:
        other.kill()
    assert len(build().printed) == 4


def hold(outdir, seconds):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(outdir), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_two_builds_at_once_are_both_right(project):
    command = [sys.executable, "-m", "sphinx_prolo.cli", "build", str(project.srcdir), str(project.outdir), "-q"]
    builds = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(build.communicate()[1] and "", build.returncode) for build in builds] == [("", 0)] * 2
    assert len(project.pdfs()) == 4


def assert_like_new(project):
    """The folder is as if it had been made at once."""
    fresh = project.outdir.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    press.build(project.srcdir, fresh, executors=Copier, jobs=2)
    seen = state(project)
    project.outdir, kept = fresh, project.outdir
    assert state(project) == seen
    project.outdir = kept


SCRIPT = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from sphinx_prolo import press
from presskit import Copier
press.build(Path(sys.argv[1]), Path(sys.argv[2]), executors=Copier, jobs=2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_builds_that_are_killed_at_any_moment(project, tmp_path):
    """A few; benchmarks/soak.py does it a hundred times."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(path=[str(Path(__file__).parent), str(Path(__file__).parents[1])]))
    command = [sys.executable, str(script), str(project.srcdir), str(project.outdir)]
    begin = time.monotonic()
    subprocess.run(command, check=True)
    long = time.monotonic() - begin
    chance, days = random.Random(6), "1-4 days"
    for number in range(5):
        now = f"1-{4 + number % 7} days"
        project.edit("facts.yaml", days, now)
        days = now
        with subprocess.Popen(command) as build:
            time.sleep(chance.uniform(0.1, 1.0) * long)
            build.kill()
        for path, content in state(project).items():
            assert content.startswith((b"%PDF", b"{")), path
        if number % 5 == 4:
            press.build(project.srcdir, project.outdir, executors=Copier, jobs=2)
            assert not list(project.outdir.rglob("*.tmp"))
            assert_like_new(project)
