"""What makes executors in, the same out, but their processes stay warm from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from types import TracebackType
from typing import Any, Self, TypeVar

Result = TypeVar("Result")


class Warm:
    """Lends executors to builds, one after the other; their processes end when this is left."""

    def __init__(self, make: Callable[[int], Executor]) -> None:
        self._make = make
        self._kept: dict[int, Executor] = {}

    def __call__(self, workers: int) -> Executor:
        if workers not in self._kept:
            self._kept[workers] = self._make(workers)
        return _Lent(self._kept[workers])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        for executor in self._kept.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._kept.clear()


class _Lent(Executor):
    """An executor of somebody else, who also ends it: what is given back here are only our own jobs."""

    def __init__(self, lender: Executor) -> None:
        self._lender = lender
        self._open: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        future = self._lender.submit(fn, *args, **kwargs)
        self._open.add(future)
        future.add_done_callback(self._open.discard)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - Executor's
        if cancel_futures:
            for future in list(self._open):
                future.cancel()
