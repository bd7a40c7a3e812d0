"""Calls in, futures out, from processes of this machine, each with one call at a time.

So we know what each process is at: one that dies takes one call with it, one that takes too long can be ended, and
one that has done much is replaced.
"""

from __future__ import annotations

import contextlib
import dataclasses
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing import forkserver
from typing import Any

from sphinx_prolo.press import worker

PRELOAD = ["__main__", "sphinx_prolo.press.preload"]
SECONDS = 60.0  # that a call may take
CALLS = 500  # of a process, before another takes its place
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class LostError(Exception):
    """The process died of the call, or by chance."""


class LateError(Exception):
    """The call took longer than it may, and its process was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def processes(seconds: float = SECONDS) -> Callable[[int], Executor]:
    """Makes executors of so many workers; 0 ``seconds`` for no limit."""
    return lambda workers: Processes(workers, seconds)


def context() -> multiprocessing.context.BaseContext:
    """How processes begin: forked from a clean server where there is one: quick to start, safe with threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(PRELOAD)
    return made


def prepare() -> None:
    """Let the server that workers are forked from load what they need, while we load Sphinx."""
    if context().get_start_method() == "forkserver":
        forkserver.ensure_running()


@dataclasses.dataclass(slots=True)
class _Call:
    future: Future[Any]
    run: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]


@dataclasses.dataclass(slots=True)
class _Bench:
    """A place for one process.

    calls  that it has done
    began  when its call began; None while the process is still getting ready
    """

    executor: ProcessPoolExecutor | None = None
    process: Future[int] | None = None
    call: _Call | None = None
    calls: int = 0
    began: float | None = None
    late: bool = False

    @property
    def pid(self) -> int | None:
        if self.process is None or not self.process.done() or self.process.exception() is not None:
            return None
        return self.process.result()

    def end(self, _started: object = None) -> None:
        """End the process, whatever it is at."""
        if self.pid is not None:
            with contextlib.suppress(OSError):
                os.kill(self.pid, _KILL)


class Processes(Executor):
    """So many processes; each of them starts with its first call, and before it with ``start``."""

    def __init__(
        self,
        workers: int,
        seconds: float = SECONDS,
        calls: int = CALLS,
        start: Callable[[], None] = worker.start,
    ) -> None:
        self._start = start
        self._seconds = seconds
        self._calls = calls
        self._context = context()
        self._lock = threading.RLock()
        self._waiting: deque[_Call] = deque()
        self._benches = [_Bench() for _ in range(workers)]
        self._retired: list[ProcessPoolExecutor] = []
        self._closed = threading.Event()
        self._watch: threading.Thread | None = None

    def submit(self, run: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Run it when a process is free. The future may raise LostError, LateError, or whatever ``run`` raises."""
        future: Future[Any] = Future()
        with self._lock:
            if self._closed.is_set():
                raise RuntimeError("submitted to an executor that was shut down")
            self._waiting.append(_Call(future, run, arguments, named))
            if self._watch is None and self._seconds:
                self._watch = threading.Thread(target=self._look_after, daemon=True)
                self._watch.start()
        self._dispatch()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with ``cancel_futures`` whatever they are at, because a call leaves nothing behind."""
        with self._lock:
            self._closed.set()
            waiting = list(self._waiting) if cancel_futures else []
            if cancel_futures:
                self._waiting.clear()
                for bench in self._benches:
                    if bench.call is not None and bench.process is not None:
                        bench.process.add_done_callback(bench.end)  # at once, or as soon as it has started
            executors = [*self._retired, *(bench.executor for bench in self._benches if bench.executor is not None)]
        for call in waiting:
            call.future.cancel()
        for executor in executors:
            executor.shutdown(wait=wait, cancel_futures=cancel_futures)

    def pids(self) -> Iterator[int]:
        """The processes that are ready."""
        yield from (bench.pid for bench in self._benches if bench.pid is not None)

    def _dispatch(self) -> None:
        with self._lock:
            for bench in self._benches:
                while bench.call is None and self._waiting:
                    call = self._waiting.popleft()
                    if call.future.set_running_or_notify_cancel():
                        self._begin(bench, call)

    def _begin(self, bench: _Bench, call: _Call) -> None:
        if bench.executor is None:
            bench.executor = ProcessPoolExecutor(1, self._context, self._start)
            bench.process = bench.executor.submit(os.getpid)
            bench.calls = 0
        bench.call, bench.began, bench.late = call, None, False
        bench.calls += 1
        try:
            inner = bench.executor.submit(call.run, *call.arguments, **call.named)
        except BrokenExecutor:  # its process died while it had nothing to do
            self._retired.append(bench.executor)
            bench.executor = None
            self._begin(bench, call)
            return
        inner.add_done_callback(lambda done: self._finish(bench, call, done))

    def _finish(self, bench: _Bench, call: _Call, done: Future[Any]) -> None:
        """In the thread of the bench's executor, which may be a broken one: keep away from that."""
        error = None if done.cancelled() else done.exception()
        with self._lock:
            was_late, bench.call, bench.began = bench.late, None, None
            if isinstance(error, BrokenExecutor) or bench.calls >= self._calls:
                if bench.executor is not None:
                    self._retired.append(bench.executor)
                    if error is None:
                        bench.executor.shutdown(wait=False)
                bench.executor = bench.process = None
        if not self._closed.is_set():
            self._dispatch()
        if done.cancelled():
            call.future.set_exception(LostError())
        elif isinstance(error, BrokenExecutor):
            call.future.set_exception(LateError(self._seconds) if was_late else LostError())
        elif error is not None:
            call.future.set_exception(error)
        else:
            call.future.set_result(done.result())

    def _look_after(self) -> None:
        """End the processes that take too long. The time in which a process gets ready does not count."""
        while not self._closed.wait(min(0.25, self._seconds / 4)):
            now = time.monotonic()
            with self._lock:
                for bench in self._benches:
                    if bench.call is None or bench.pid is None:
                        continue
                    if bench.began is None:
                        bench.began = now
                    elif now - bench.began > self._seconds and not bench.late:
                        bench.late = True
                        bench.end()
