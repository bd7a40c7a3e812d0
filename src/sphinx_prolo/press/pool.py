"""Jobs in, outcomes out, as they come: any Executor does the work, and one that breaks is replaced."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import heapq
import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import TYPE_CHECKING, Generic, TypeVar

from sphinx_prolo.press import worker
from sphinx_prolo.press.processes import LateError, LostError, processes
from sphinx_prolo.press.worker import Crashed, Failed, Late, Outcome

if TYPE_CHECKING:
    from sphinx_prolo.pdf import PrintJob

Ticket = TypeVar("Ticket")
_PATIENCE = 5.0  # seconds for workers to end
MOST = 500  # jobs that wait. A job is a whole page, and those of thirty thousand would take half a gigabyte.


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclasses.dataclass(frozen=True, slots=True)
class _Task(Generic[Ticket]):
    ticket: Ticket
    job: PrintJob
    number: int

    def __lt__(self, other: _Task[Ticket]) -> bool:
        """Whether it goes first: long pages do, so that no worker is alone with one at the end."""
        return (-len(self.job.html), self.number) < (-len(other.job.html), other.number)


class Pool(Generic[Ticket]):
    """Prints jobs, each with a ticket that comes back with its outcome.

    workers    how many jobs at once; 0 for as many as there are cores
    executors  makes an executor of so many workers; None for processes of this machine
    work       what a worker does with a job; must never raise
    """

    def __init__(
        self,
        workers: int = 0,
        executors: Callable[[int], Executor] | None = None,
        work: Callable[[PrintJob], Outcome] = worker.print_job,
    ) -> None:
        self._workers = workers or cores()
        self._executors = executors or processes()
        self._work = work
        self._executor: Executor | None = None
        self._lock = threading.RLock()
        self._waiting: list[_Task[Ticket]] = []  # a heap
        self._number = 0
        self._held = False
        self._running: dict[Future[Outcome], tuple[_Task[Ticket], Executor]] = {}
        self._ended: queue.SimpleQueue[None] = queue.SimpleQueue()  # has at least one for each future that is done
        self._lost: list[_Task[Ticket]] = []
        self._warming: threading.Thread | None = None

    def warm(self, workers: int = 0) -> None:
        """Start workers, 0 for all of them, before there is work, and meanwhile go on preparing it."""
        self._warming = threading.Thread(target=self._start_workers, args=(workers or self._workers,))
        self._warming.start()

    def submit(self, ticket: Ticket, job: PrintJob) -> None:
        """Print a job, as soon as a worker is free. When very many are waiting, wait with them."""
        with self._lock:
            self._number += 1
            heapq.heappush(self._waiting, _Task(ticket, job, self._number))
        self._feed()
        while len(self._waiting) > MOST and not self._held:
            self._await_one()
            self._feed()

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """Begin no job while this lasts."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._feed()

    def done(self) -> Iterator[tuple[Ticket, Outcome]]:
        """What has been printed since the last time, without waiting."""
        with self._lock:
            finished = [(future, *self._running.pop(future)) for future in list(self._running) if future.done()]
        for future, task, executor in finished:
            try:
                yield task.ticket, future.result()
            except BrokenExecutor:
                self._lost.append(task)
                self._retire(executor)
            except LostError:
                self._lost.append(task)
            except LateError as late:
                yield task.ticket, Late(late.seconds)
            except Exception as bug:  # the executor's own: a job that cannot be sent, a lost connection
                yield task.ticket, Failed((worker.failure(task.job, f"{type(bug).__name__}: {bug}"),))
        self._feed()

    def drain(self) -> Iterator[tuple[Ticket, Outcome]]:
        """Everything that is still to be printed, waiting for it."""
        while self._waiting or self._running:
            self._feed()
            if not any(future.done() for future in list(self._running)):
                self._await_one()
            yield from self.done()
        yield from self._alone()

    def close(self) -> None:
        """End the workers; what is not printed yet stays unprinted.

        Ctrl-C may come while Python takes a lock, which is then never given back (that of a Condition, for one). So
        nobody is waited for without end.
        """
        if self._warming is not None:
            self._warming.join(_PATIENCE)
        with self._lock:
            self._waiting.clear()
            executor, self._executor = self._executor, None
        if executor is not None:
            end = functools.partial(executor.shutdown, wait=True, cancel_futures=True)
            closing = threading.Thread(target=end, daemon=True)
            closing.start()
            closing.join(_PATIENCE)

    def _start_workers(self, workers: int) -> None:
        with contextlib.suppress(BaseException):  # in a thread of its own nobody hears it; the first job will show it
            for _ in range(workers):
                self._current().submit(worker.ready)

    def _current(self) -> Executor:
        with self._lock:
            if self._executor is None:
                self._executor = self._executors(self._workers)
            return self._executor

    def _retire(self, executor: Executor) -> None:
        with self._lock:
            if self._executor is executor:
                self._executor = None
        executor.shutdown(wait=False)  # waiting for its thread here could mean waiting for each other

    def _feed(self) -> None:
        """Keep the executor busy with few jobs at a time: all that it holds is lost when one of its processes dies."""
        with self._lock:
            while (
                self._waiting
                and not self._held
                and sum(not future.done() for future in self._running) < 2 * self._workers
            ):
                executor = self._current()
                try:
                    future = executor.submit(self._work, self._waiting[0].job)
                except BrokenExecutor:
                    self._retire(executor)
                    continue
                self._running[future] = heapq.heappop(self._waiting), executor
                future.add_done_callback(self._feed_next)

    def _await_one(self) -> None:
        """Wait until a job comes to its end.

        The wait() of concurrent.futures may keep the locks of the futures when Ctrl-C comes, and then nothing ends.
        """
        if any(not future.done() for future in list(self._running)):
            self._ended.get()

    def _feed_next(self, future: Future[Outcome]) -> None:
        self._ended.put(None)
        # Called in the executor's thread. A broken executor holds its own lock meanwhile: keep away from it.
        if not future.cancelled() and future.exception() is None:
            self._feed()

    def _alone(self) -> Iterator[tuple[Ticket, Outcome]]:
        """Print once more, one by one, what was lost with an executor: now the culprit shows itself."""
        lost, self._lost = self._lost, []
        while lost:
            with self._executors(1) as executor:
                while lost:
                    task = lost.pop(0)
                    try:
                        outcome: Outcome = executor.submit(self._work, task.job).result()
                    except BrokenExecutor:
                        yield task.ticket, Crashed()
                        break
                    except LostError:
                        outcome = Crashed()
                    except LateError as late:
                        outcome = Late(late.seconds)
                    yield task.ticket, outcome
