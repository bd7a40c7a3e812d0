"""The pool: every job comes back with an outcome, whatever happens to whoever does the work."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import presskit
import pytest
from presskit import outcomes, sheet
from processkit import is_alive, wait_until

from sphinx_prolo.pdf import Printed
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.processes import processes
from sphinx_prolo.press.worker import Crashed, Failed


def test_each_job_comes_back_once():
    pages = [f"page {number}" for number in range(50)]
    assert outcomes(Pool(3, ThreadPoolExecutor, presskit.copy), pages) == {
        page: Printed(f"%PDF {page}".encode(), 2) for page in pages
    }


def test_finished_jobs_come_before_the_end():
    pool = Pool(1, ThreadPoolExecutor, presskit.copy)
    pool.submit("early", sheet(html="early").job)
    until = time.monotonic() + 5
    found = []
    while not found and time.monotonic() < until:
        found = list(pool.done())
    assert [ticket for ticket, _ in found] == ["early"]
    assert list(pool.drain()) == []
    pool.close()


def test_the_next_jobs_start_without_anyone_asking():
    """More jobs than the executor is given at once get printed while nobody looks."""
    started = []

    def work(job):
        started.append(job.html)
        return presskit.copy(job)

    pool = Pool(1, ThreadPoolExecutor, work)
    for number in range(20):
        pool.submit(number, sheet(html=str(number)).job)
    wait_until(lambda: len(started) == 20)
    pool.close()


@pytest.mark.parametrize("make", [ThreadPoolExecutor, processes()], ids=["threads", "processes"])
def test_no_more_than_so_many_jobs_wait(monkeypatch, make):
    monkeypatch.setattr("sphinx_prolo.press.pool.MOST", 3)
    pool, waiting = Pool(2, make, presskit.die), []
    pages = ["die", *(f"page {number}" for number in range(30))] if make is not ThreadPoolExecutor else ["page"] * 30
    for number, page in enumerate(pages):
        pool.submit(number, sheet(html=page).job)
        waiting.append(len(pool._waiting))
    found = dict(pool.drain())
    pool.close()
    assert max(waiting) == 3
    assert sorted(found) == list(range(len(pages)))


def test_jobs_that_are_held_may_be_many(monkeypatch):
    monkeypatch.setattr("sphinx_prolo.press.pool.MOST", 3)
    pool = Pool(1, ThreadPoolExecutor, presskit.copy)
    with pool.holding():
        for number in range(10):
            pool.submit(number, sheet(html="page").job)
    assert len(list(pool.drain())) == 10
    pool.close()


def test_a_worker_that_dies_takes_nobody_with_it():
    pages = [f"page {number}" for number in range(12)]
    pages.insert(3, "die")
    found = outcomes(Pool(2, processes(), presskit.die), pages)
    assert isinstance(found.pop("die"), Crashed)
    assert found == {page: Printed(f"%PDF {page}".encode(), 2) for page in pages if page != "die"}


def test_two_culprits_are_both_found():
    found = outcomes(Pool(2, processes(), presskit.die), ["die 1", "good", "die 2"])
    assert {page: type(outcome) for page, outcome in found.items()} == {
        "die 1": Crashed,
        "good": Printed,
        "die 2": Crashed,
    }


def test_a_worker_that_died_by_chance_is_forgiven(tmp_path):
    page = str(tmp_path / "once")
    found = outcomes(Pool(2, processes(), presskit.die), [page, "page"])
    assert {type(outcome) for outcome in found.values()} == {Printed}


def test_a_bug_in_the_executor_is_the_problem_of_the_job():
    found = outcomes(Pool(1, ThreadPoolExecutor, presskit.bug), ["page"])
    assert isinstance(found["page"], Failed)
    [problem] = found["page"].problems
    assert (problem.path, problem.code) == ("/project/a.rst", "print-failed")
    assert "ZeroDivisionError: a bug of ours" in problem.message


def test_close_does_not_wait_for_jobs_that_have_not_begun():
    class Never(Executor):
        def submit(self, fn, /, *args, **kwargs):
            return Future()

        def shutdown(self, wait=True, *, cancel_futures=False):
            assert cancel_futures

    pool = Pool(1, lambda _workers: Never(), presskit.copy)
    pool.submit("page", sheet().job)
    pool.close()
    assert list(pool.done()) == []


SCRIPT = """
import sys, time
sys.path.insert(0, {folder!r})
import presskit
from presskit import sheet
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.processes import processes

if __name__ == "__main__":
    pool = Pool(2, processes(), presskit.copy)
    for page in "ab":
        pool.submit(page, sheet(html=page).job)
    list(pool.drain())
    print(*pool._executor.pids(), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes end with their job object there")
def test_workers_do_not_outlive_a_killed_build(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(folder=str(Path(__file__).parent)))
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as build:
        workers = [int(word) for word in build.stdout.readline().split()]
        assert workers
        build.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(map(is_alive, workers)))


def test_close_waits_for_nobody_without_end(monkeypatch):
    """After Ctrl-C, the threads of an executor may wait for us."""
    monkeypatch.setattr("sphinx_prolo.press.pool._PATIENCE", 0.1)
    asked, never = [], threading.Event()

    class Stuck(ThreadPoolExecutor):
        def shutdown(self, wait=True, *, cancel_futures=False):
            asked.append(cancel_futures)
            never.wait(30)

    pool = Pool(1, Stuck, presskit.copy)
    pool.submit("page", sheet().job)
    begin = time.monotonic()
    pool.close()
    assert time.monotonic() - begin < 5
    assert asked == [True]
    never.set()
