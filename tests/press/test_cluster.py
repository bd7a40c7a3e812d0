"""Printing on a Dask cluster: a real scheduler and real workers, on the loopback."""

import hashlib
import signal
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import clusterkit
import presskit
import pytest
from presskit import outcomes

from sphinx_prolo import press
from sphinx_prolo.press.cluster import ClusterError, connect, scheduler
from sphinx_prolo.press.equipment import differences, equipment
from sphinx_prolo.press.pool import Pool
from sphinx_prolo.press.reading import read_language
from sphinx_prolo.press.result import NoPress
from sphinx_prolo.press.worker import Crashed, Late

# Dask's own loose ends (sockets and files that its threads let go of) are not ours to judge.
pytestmark = pytest.mark.filterwarnings("default::ResourceWarning", "default::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    with clusterkit.lan(tmp_path_factory.mktemp("dask"), 2) as made:
        yield made


@pytest.fixture
def prints(project):
    """Builds, and what lies there afterwards."""

    def run(outdir, **options):
        result = press.build(project.srcdir, outdir, **options)
        assert result.problems == ()
        found = (path for path in outdir.rglob("*") if path.suffix == ".pdf" or path.name == "handouts.json")
        return {path.relative_to(outdir): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

    return run


def test_a_cluster_prints_the_same_bytes(two, prints, tmp_path):
    with connect(two.address) as workers:
        assert workers.workers == 2
        there = prints(tmp_path / "there", executors=workers, jobs=workers.workers)
    here = prints(tmp_path / "here", executors=ThreadPoolExecutor, jobs=1)
    assert len(here) == 5
    assert there == here


def test_the_jobs_of_a_worker_that_is_killed_are_done_again(tmp_path):
    with clusterkit.lan(tmp_path, 2) as made, connect(made.address) as workers:
        pool = Pool(2, workers, presskit.slow_copy)
        pages = [f"page {number}" for number in range(24)]
        for page in pages:
            pool.submit(page, presskit.sheet(html=page).job)
        found = {}
        while len(found) < 4:
            found |= dict(pool.done())
        made.processes[-1].send_signal(signal.SIGKILL)
        found |= dict(pool.drain())
        pool.close()
    assert found == {page: presskit.copy(presskit.sheet(html=page).job) for page in pages}


def test_pages_that_end_their_process_or_never_end_are_named_and_the_others_are_printed(tmp_path):
    """On a worker with a nanny, as Dask starts them by itself: its process may have no children by multiprocessing."""
    pages = ["page 1", "die", "endless", "page 2"]
    with clusterkit.lan(tmp_path, 0) as made:
        worker = made.worker(nanny=True, threads=2)
        with connect(made.address, 1.0) as workers:
            assert workers.workers == 2
            ends = outcomes(Pool(2, workers, presskit.die_or_loop), pages)
            again = outcomes(Pool(2, workers, presskit.copy), pages)
        assert worker.poll() is None
        assert "Registered to" not in (tmp_path / "1.log").read_text().partition("Registered to")[2]
    assert isinstance(ends.pop("die"), Crashed)
    assert ends.pop("endless") == Late(1.0)
    whole = {page: presskit.copy(presskit.sheet(html=page).job) for page in pages}
    assert ends == {page: whole[page] for page in ("page 1", "page 2")}
    assert again == whole


def test_a_scheduler_that_goes_is_one_problem_and_what_was_there_stays(tmp_path):
    run = presskit.Run(tmp_path / "out", tmp_path / "project")
    run({"es": [presskit.sheet(html="before")]})
    with clusterkit.lan(tmp_path, 1) as made, connect(made.address) as workers:
        end = threading.Timer(0.5, made.processes[0].send_signal, [signal.SIGKILL])
        end.start()
        sheets = [presskit.sheet(f"handouts/{number}") for number in range(20)]
        with pytest.raises(ClusterError) as lost:
            run({"es": [presskit.sheet(html="after"), *sheets]}, presskit.slow_copy, workers)
    assert (lost.value.problem.path, lost.value.problem.code) == (made.address, "executor-lost")
    assert (tmp_path / "out/es/handouts/after.es.draft.pdf").read_bytes() in {b"%PDF before", b"%PDF after"}


def test_a_worker_with_another_version_is_named_before_anything_is_sent(two, tmp_path):
    package = tmp_path / "other" / "sphinx_prolo"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('__version__ = "0.0.1"')
    with clusterkit.lan(tmp_path, 1) as made:
        made.worker(PYTHONPATH=str(package.parent))
        with pytest.raises(ClusterError) as unlike, connect(made.address):
            pass
    problem = unlike.value.problem
    assert (problem.path, problem.code) == (made.address, "executor-worker")
    assert "tcp://127.0.0.1:" in problem.message


def test_a_difference_is_said_in_words(two, monkeypatch):
    ours = equipment()
    monkeypatch.setattr(
        "sphinx_prolo.press.cluster.differences",
        lambda theirs, ours: differences(theirs, ours | {"WeasyPrint": "71.0"}),
    )
    with pytest.raises(ClusterError) as unlike, connect(two.address):
        pass
    assert f"WeasyPrint is {ours['WeasyPrint']} there and 71.0 here" in unlike.value.problem.message


def test_a_worker_that_comes_later_is_looked_at_too(two, monkeypatch):
    ours = equipment()
    with connect(two.address) as workers:
        workers._expected = tuple((ours | {"pydyf": "9"}).items())
        with pytest.raises(ClusterError) as unlike:
            outcomes(Pool(2, workers, presskit.copy), ["page"])
    assert unlike.value.problem.code == "executor-worker"
    assert "pydyf is" in unlike.value.problem.message


def test_equipment_names_what_decides_about_the_bytes():
    ours = equipment()
    assert {"sphinx-prolo", "WeasyPrint", "pydyf", "fontTools", "Pango", "HarfBuzz", "fonts and code"} <= set(ours)
    assert differences(ours, ours) == []
    assert differences({}, {"a": "1"}) == ["a is not there there and 1 here"]


@pytest.mark.parametrize("address", ["dask://10.0.0.5:8786", "dask://[::1]:8786", "dask://big.example:1"])
def test_addresses(address):
    assert scheduler(address) == address.replace("dask", "tcp")


@pytest.mark.parametrize(
    "address", ["", "dask", "tcp://a:1", "dask://a", "dask://:8786", "dask://a:b", "dask://a:1/b", "dask://a:99999"]
)
def test_what_is_no_address(address):
    with pytest.raises(ValueError):
        scheduler(address)


@pytest.fixture
def nobody():
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"dask://127.0.0.1:{free.getsockname()[1]}"


def test_no_scheduler_is_one_problem(nobody, monkeypatch):
    monkeypatch.setattr("sphinx_prolo.press.cluster.PATIENCE", 0.3)
    with pytest.raises(ClusterError) as nowhere, connect(nobody):
        pass
    assert (nowhere.value.problem.path, nowhere.value.problem.code) == (nobody, "executor-unreachable")


def test_a_scheduler_without_workers_is_one_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx_prolo.press.cluster.PATIENCE", 2)
    with clusterkit.lan(tmp_path, 0) as made, pytest.raises(ClusterError) as nowhere, connect(made.address):
        pass
    assert nowhere.value.problem.code == "executor-unreachable"
    assert "no workers" in nowhere.value.problem.message


def test_without_dask_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as absent, connect("dask://127.0.0.1:1"):
        pass
    assert absent.value.problem.code == "executor-extra"


class Keep(NoPress):
    """A press that keeps the jobs."""

    def __init__(self):
        self.jobs = []

    def accept(self, sheet):
        self.jobs.append(sheet.job)


@pytest.mark.soak
def test_two_workers_of_one_core_are_at_least_1_6_times_one(project, tmp_path):
    """Real pages. Two processors are needed for it, and nobody else on them."""
    kept = Keep()
    read_language(project.srcdir, project.outdir, "es", kept)
    took = {}
    with clusterkit.lan(tmp_path, 1) as made:
        for count in (1, 2):
            with connect(made.address) as workers:
                assert workers.workers == count
                for pages in (4, 60):  # the first ones warm it up
                    pool = Pool(count, workers)
                    begin = time.perf_counter()
                    for number in range(pages):
                        pool.submit(number, kept.jobs[number % len(kept.jobs)])
                    assert len(list(pool.drain())) == pages
                    pool.close()
                    took[count] = time.perf_counter() - begin
            made.worker()
    assert took[1] / took[2] >= 1.6, took
