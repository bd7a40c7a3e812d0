"""``sphinx-prolo watch``, as a process: what it prints when, and how it ends."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

HELPED = """
import os, sys
sys.path.insert(0, os.path.dirname(__file__))
import helper
handout_paper = helper.paper
"""
SOURCE = str(Path(__file__).parents[2] / "src")
PATIENCE = 60  # seconds; a busy machine is no failure


class Watching:
    """A watching process, and what it says, line by line."""

    def __init__(self, folder, *arguments):
        command = [sys.executable, "-m", "sphinx_prolo.cli", "watch", "docs", "out", *arguments]
        path = os.pathsep.join([SOURCE, os.environ.get("PYTHONPATH", "")])
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": path, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines = queue.Queue()
        self.said = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip())

    def until(self, words):
        """The lines up to the first that has these words."""
        found = []
        until = time.monotonic() + PATIENCE
        while True:
            try:
                line = self.lines.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no {words!r} in {self.said} + {found}") from None
            found.append(line)
            if words in line:
                self.said += found
                return found

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        self.process.stdout.close()
        return status


@pytest.fixture
def watching(project, tmp_path):
    started = []

    def start(*arguments):
        started.append(Watching(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        one.process.stdout.close()


def test_each_save_is_printed_problems_come_and_go_and_ctrl_c_ends_it(project, watching, tmp_path):
    watch = watching("-l", "es", "-j", "1")
    assert sum(" printed es/" in line for line in watch.until("printed in")) == 2

    # a message
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse mucho.")
    lines = watch.until("printed in")
    assert [line[9:] for line in lines if " printed es/" in line] == ["printed es/knee.es.draft.pdf"]
    assert "Descanse mucho." in project.text("es/knee.es.draft.pdf")

    # a mistake, which does not end it, and its end
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    lines = watch.until("error stands")
    assert [line for line in lines if line.startswith("docs/facts.yaml:3: error: ")]
    project.edit("facts.yaml", "4-1 days", "1-4 days")
    lines = watch.until("printed in")
    assert [line for line in lines if line.startswith("solved: docs/facts.yaml:3: error: ")]
    assert project.pdfs() == {"es/hip.es.draft.pdf", "es/knee.es.draft.pdf"}

    # something that Sphinx does not survive
    (project.srcdir / "locales/es/LC_MESSAGES/hip.po").write_bytes(b"\xff\xfe\x00")
    assert any("hip.po" in line for line in watch.until("printed in"))
    project.translate("es", "hip", {"Your hip": "Su cadera"})
    assert any(line.startswith("solved: ") for line in watch.until("printed in"))

    assert watch.interrupt() == 0
    left = {path.name for path in (tmp_path / "out").rglob("*") if path.suffix == ".tmp"}
    assert left == set()


def test_a_changed_conf_starts_it_anew(project, watching):
    project.write("helper.py", 'paper = "A4"\n')
    project.write("conf.py", (project.srcdir / "conf.py").read_text() + HELPED)
    watch = watching("-l", "en", "-j", "1")
    watch.until("printed in")
    for name, old, new in [("helper.py", "A4", "Letter"), ("conf.py", "helper.paper", '"A4"')]:
        project.edit(name, old, new)
        watch.until("starting anew")
        assert sum(" printed en/" in line for line in watch.until("printed in")) == 2
    assert watch.interrupt() == 0


def test_a_broken_conf_is_said_and_waited_for(project, watching):
    conf = (project.srcdir / "conf.py").read_text()
    project.write("conf.py", "extensions = [")
    watch = watching("-l", "en", "-j", "1")
    assert any("docs/conf.py:1: error: " in line for line in watch.until("printed in"))
    project.write("conf.py", conf)
    watch.until("2 printed in")
    assert watch.interrupt() == 0
