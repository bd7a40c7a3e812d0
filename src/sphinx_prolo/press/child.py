"""A call in, what it returns out, from a child process that stays warm and can be ended: for workers of somebody else.

A worker of a cluster is one process with threads: a call that never ends could not be stopped there, and one that dies
would take the worker along. Nor may such processes have children by ``multiprocessing`` (a nanny's are daemons). So the
child is a program of its own, asked through pipes.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, TypeVar

from sphinx_prolo.press import worker
from sphinx_prolo.press.processes import CALLS, LateError, LostError

Result = TypeVar("Result")
_PROGRAM = "from sphinx_prolo.press.child import serve; serve()"
_idle: queue.LifoQueue[Child] = queue.LifoQueue()


def in_child(seconds: float, call: Callable[..., Result], *arguments: Any) -> Result:
    """Call it in a child of this process that has nothing else to do; 0 ``seconds`` for as long as it likes.

    Raises LateError, LostError when the child died, or whatever the call raises.
    """
    try:
        child = _idle.get_nowait()
    except queue.Empty:
        child = Child()
    try:
        return child.ask(seconds, call, *arguments)  # type: ignore[no-any-return]
    finally:
        if child.is_fit:
            _idle.put(child)
        else:
            child.end()


class Child:
    """A process that does one call after the other. It ends with its parent, however that ends."""

    def __init__(self) -> None:
        # Our modules are found where we found them; -P keeps the current folder from being one more place.
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._calls = 0
        self._is_lost = False

    @property
    def is_fit(self) -> bool:
        """Whether it can do another call."""
        return not self._is_lost and self._calls < CALLS

    def ask(self, seconds: float, call: Callable[..., Any], *arguments: Any) -> Any:
        """Call it there; see :func:`in_child`. The time in which the process gets ready does not count."""
        question, answers = pickle.dumps((call, arguments)), self._process.stdout
        assert answers is not None
        late = threading.Event()
        self._is_lost = True  # until its answer is read, whatever happens meanwhile: the next call would get it
        try:
            if not self._calls:
                _receive(answers)  # it is ready
            self._calls += 1
            with self._within(seconds, late):
                _send(self._process.stdin, question)
                answer = _receive(answers)
        except (OSError, EOFError, pickle.UnpicklingError):  # half an answer, or none
            raise LateError(seconds) if late.is_set() else LostError from None
        self._is_lost = late.is_set()  # at the last moment
        returned, result = pickle.loads(answer)  # noqa: S301 - our own child's
        if not returned:
            raise result
        return result

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.communicate()

    @contextlib.contextmanager
    def _within(self, seconds: float, late: threading.Event) -> Iterator[None]:
        def stop() -> None:
            late.set()
            self._process.kill()

        if not seconds:
            yield
            return
        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def serve() -> None:
    """Be a child: answer on stdout what is asked on stdin, as long as somebody may ask."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else writes to stdout does not disturb
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    worker.start()
    _send(answers, b"ready")
    while True:
        _send(answers, _answer(questions.get()))


def _answer(question: bytes) -> bytes:
    try:
        call, arguments = pickle.loads(question)  # noqa: S301 - our own parent's
        return pickle.dumps((True, call(*arguments)))
    except Exception as failed:
        try:
            return pickle.dumps((False, failed))
        except Exception:  # it cannot be sent
            return pickle.dumps((False, RuntimeError(f"{type(failed).__name__}: {failed}")))


def _listen(questions: queue.SimpleQueue[bytes]) -> None:
    """Hear questions, also while one is being answered: so the end of the parent is noticed at once."""
    try:
        while True:
            questions.put(_receive(sys.stdin.buffer))
    except (OSError, EOFError):
        os._exit(1)


def _send(stream: IO[bytes] | None, content: bytes) -> None:
    assert stream is not None
    pickle.dump(content, stream)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    return pickle.load(stream)  # type: ignore[no-any-return]  # noqa: S301 - a pipe between ourselves
