"""The address of a Dask scheduler in, executors out that print on its workers; or the one problem that forbids it.

A job is sent as it is, with all that it needs, so no file system is shared. A worker prints in a child process, which
is ended when a job takes too long. It prints only what this machine would have printed to the byte: the child compares
its equipment before its first job.
"""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from sphinx_prolo.press.child import in_child
from sphinx_prolo.press.equipment import differences, equipment
from sphinx_prolo.press.processes import SECONDS, LateError, LostError
from sphinx_prolo.problem import Problem, error

if TYPE_CHECKING:
    from distributed import Client

Result = TypeVar("Result")
_Equipment = tuple[tuple[str, str], ...]
PATIENCE = 10  # seconds for the scheduler to answer, and for its first worker to appear


class ClusterError(Exception):
    """The cluster cannot print, or no longer; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class UnlikeError(Exception):
    """A worker would print other bytes. Raised there, and sent here."""


def scheduler(address: str) -> str:
    """``dask://HOST:PORT`` as Dask writes it. Raises ValueError when it is no such address."""
    parts = urlsplit(address)
    if parts.scheme != "dask" or not parts.hostname or not parts.port or parts.path.strip("/") or parts.query:
        raise ValueError(address)
    return f"tcp://{parts.netloc}"


@contextlib.contextmanager
def connect(address: str, seconds: float = SECONDS) -> Iterator[Cluster]:
    """A connection to a scheduler, while this lasts. Raises ClusterError before any job is sent.

    A job may take so many ``seconds``; 0 for no limit.
    """
    client = _connected(address)
    try:
        yield Cluster(address, client, _places(address, client), seconds)
    finally:
        with contextlib.suppress(OSError, TimeoutError):  # it may have gone before us
            client.close(timeout=PATIENCE)


class Cluster:
    """Makes executors for :class:`~sphinx_prolo.press.pool.Pool`; ``workers`` is the number of jobs it prints at once.

    A job that ended a process, or several workers, is lost (LostError), and one that took too long is late
    (LateError); one whose worker was merely switched off is done again by Dask. Once the cluster itself is of no use,
    its executor breaks, and there are no more, but a ClusterError.
    """

    def __init__(self, address: str, client: Client, workers: int, seconds: float) -> None:
        self.address = address
        self.workers = workers
        self._client = client
        self._seconds = seconds
        self._expected = tuple(equipment().items())
        self._problem: Problem | None = None

    def __call__(self, workers: int) -> Executor:  # noqa: ARG002 - the scheduler knows how many there are
        if self._problem is not None:
            raise ClusterError(self._problem)
        run = functools.partial(_print, self._expected, self._seconds)
        return _Jobs(self, self._client.get_executor(pure=False), run)

    def fail(self, code: str, message: str) -> None:
        """From now on nothing can be printed. The first cause counts; others follow from it."""
        if self._problem is None:
            self._problem = error(self.address, None, code, message)


class _Jobs(Executor):
    """Dask's own executor, with its failures told apart."""

    def __init__(self, whole: Cluster, inner: Executor, run: Callable[..., Any]) -> None:
        self._whole = whole
        self._inner = inner
        self._run = run
        self._open: set[Future[Any]] = set()
        self._closed = False

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        outer: Future[Result] = Future()
        outer.set_running_or_notify_cancel()
        try:
            inner = self._inner.submit(self._run, fn, *args, **kwargs)
        except Exception as refused:
            raise BrokenExecutor(str(refused)) from refused
        self._open.add(inner)
        inner.add_done_callback(functools.partial(self._arrived, outer))
        return outer

    def _arrived(self, outer: Future[Result], inner: Future[Result]) -> None:
        self._open.discard(inner)
        if inner.cancelled():
            if not self._closed:
                self._whole.fail("executor-lost", "the connection to the scheduler was lost; start it and build again")
            outer.set_exception(BrokenExecutor("lost"))
        elif (failed := inner.exception()) is None:
            outer.set_result(inner.result())
        else:
            outer.set_exception(self._explained(failed))

    def _explained(self, failed: BaseException) -> Exception:
        from distributed.scheduler import KilledWorker

        if isinstance(failed, (LateError, LostError)):
            return failed
        if isinstance(failed, KilledWorker):  # the job's own doing, perhaps: the pool will find out
            return LostError()
        if isinstance(failed, UnlikeError):
            self._whole.fail("executor-worker", str(failed))
        else:  # our own work never raises
            cause = " ".join(f"{type(failed).__name__}: {failed}".split())
            self._whole.fail("executor-worker", f"a worker could not take a job ({cause}); {_CURE}")
        return BrokenExecutor(str(failed))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._closed = self._closed or cancel_futures
        if cancel_futures:
            for inner in list(self._open):
                inner.cancel()
        elif wait:
            self._inner.shutdown(wait=True)


_CURE = "install the same sphinx-prolo, libraries and extras (cjk) on every machine, and restart the workers"


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        message = "Dask is not installed here; pip install 'sphinx-prolo[dask]'"
        raise ClusterError(error(address, None, "executor-extra", message)) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what goes wrong is told as a problem
    try:
        return Client(scheduler(address), timeout=PATIENCE, set_as_default=False)
    except Exception as refused:
        cause = " ".join(str(refused).split())
        message = f"no Dask scheduler answers ({cause}); start one with 'dask scheduler', or mend the address"
        raise ClusterError(error(address, None, "executor-unreachable", message)) from None


def _places(address: str, client: Client) -> int:
    """How many jobs can be done at once, by workers that are all equal to this machine."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        message = "the scheduler has no workers; start some with 'dask worker'"
        raise ClusterError(error(address, None, "executor-unreachable", message)) from None
    ours = equipment()
    theirs = client.run(equipment, on_error="return")
    for worker, found in sorted(theirs.items()):
        if isinstance(found, BaseException):
            cause = " ".join(str(found).split())
            message = f"worker {worker} has another sphinx-prolo, or none, or cannot load it ({cause}); {_CURE}"
            raise ClusterError(error(address, None, "executor-worker", message))
        if unlike := differences(found, ours):
            raise ClusterError(error(address, None, "executor-worker", _unlike(worker, unlike)))
    return sum(client.nthreads().values())


def _print(expected: _Equipment, seconds: float, work: Callable[..., Any], *arguments: Any) -> Any:
    """Do a job, on a worker. Raises LateError, LostError and UnlikeError."""
    unlike, result = in_child(seconds, _print_like_ours, expected, work, *arguments)
    if unlike:
        from distributed import get_worker

        raise UnlikeError(_unlike(get_worker().address, unlike))
    return result


def _print_like_ours(expected: _Equipment, work: Callable[..., Any], *arguments: Any) -> tuple[list[str], Any]:
    """Do it, in the child, unless there are differences: the worker may have come after the look at all of them."""
    unlike = _compared(expected)
    return unlike, None if unlike else work(*arguments)


@functools.cache
def _compared(expected: _Equipment) -> list[str]:
    return differences(equipment(), dict(expected))


def _unlike(worker: str, unlike: list[str]) -> str:
    return f"worker {worker} would print other bytes: {'; '.join(unlike)}; {_CURE}"
