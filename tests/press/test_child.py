"""A child process for workers that are not ours: it is warm, it can be ended, and it ends with its parent."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time

import pytest
from processkit import is_alive, wait_until

from sphinx_prolo.press import child
from sphinx_prolo.press.child import in_child
from sphinx_prolo.press.processes import LateError, LostError


@pytest.fixture(autouse=True)
def _own_children(monkeypatch):
    monkeypatch.setattr(child, "_idle", queue.LifoQueue())
    yield
    while not child._idle.empty():
        child._idle.get().end()


def test_it_is_another_process_and_stays():
    first = in_child(0, os.getpid)
    assert first != os.getpid()
    assert in_child(5, os.getpid) == first


def test_what_is_raised_there_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        in_child(5, divmod, 1, 0)
    with pytest.raises(TypeError, match="pickle"):
        in_child(5, open, __file__)  # a file cannot be sent
    assert in_child(5, divmod, 7, 2) == (3, 1)


def test_what_prints_to_stdout_does_not_disturb():
    in_child(5, os.write, 1, b"noise")
    assert in_child(5, divmod, 7, 2) == (3, 1)


def test_one_that_takes_too_long_is_ended_and_another_takes_its_place():
    before = in_child(5, os.getpid)
    begin = time.monotonic()
    with pytest.raises(LateError) as late:
        in_child(0.3, time.sleep, 60)
    assert late.value.seconds == 0.3
    assert time.monotonic() - begin < 10
    assert not is_alive(before)
    assert in_child(5, os.getpid) != before


def test_one_that_dies_is_lost_and_another_takes_its_place():
    with pytest.raises(LostError):
        in_child(5, os._exit, 7)
    assert in_child(5, divmod, 7, 2) == (3, 1)


def test_it_is_replaced_after_so_many_calls(monkeypatch):
    monkeypatch.setattr(child, "CALLS", 2)
    pids = [in_child(5, os.getpid) for _ in range(3)]
    assert pids[0] == pids[1] != pids[2]
    assert not is_alive(pids[0])


PARENT = """
import os, sys, threading, time
from sphinx_prolo.press.child import in_child
print(in_child(0, os.getpid), flush=True)
in_child(0, time.sleep, 60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_does_not_outlive_a_parent_that_is_killed_while_it_works():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    wait_until(lambda: not is_alive(pid))


def test_an_answer_that_nobody_has_read_is_not_that_of_the_next_call(monkeypatch):
    in_child(0, str, "warm")
    receive, calls = child._receive, []

    def fail_once(answers):
        calls.append(answers)
        if len(calls) == 1:
            raise MemoryError
        return receive(answers)

    monkeypatch.setattr(child, "_receive", fail_once)
    with pytest.raises(MemoryError):
        in_child(0, str, "handout A")
    assert in_child(0, str, "handout B") == "handout B"
