"""``sphinx-prolo build``: what is printed on the screen, and the exit status."""

import os
import signal
import subprocess
import sys
import time

import pytest

TABLE = """\
handout  en          es
hip      1 p. draft  1 p. draft
knee     1 p. draft  1 p. draft
4 printed: out
"""


def test_a_table_to_stdout_and_nothing_to_stderr(project, prolo):
    assert prolo("build", "docs", "out") == (0, TABLE, "")
    assert prolo("build", "docs", "out", "-q") == (0, "", "")
    assert prolo("build", "docs", "out", "-l", "es", "-j", "1") == (
        0,
        "handout  es\nhip      1 p. draft\nknee     1 p. draft\n2 unchanged: out\n",
        "",
    )


def test_problems_to_stderr_each_once_and_status_1_each_time(project, prolo):
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    for _ in range(2):
        status, out, err = prolo("build", "docs", "out", "-q")
        assert (status, out) == (1, "")
        [line] = err.splitlines()  # one mistake, in two handouts and two languages
        assert line.startswith("docs/facts.yaml:3: error: ")
        assert line.endswith("]")


def test_a_missing_cell_and_what_was_withheld(project, prolo):
    project.edit("locales/es/LC_MESSAGES/knee.po", "Descanse bien.", "Descanse \U00012000 bien.")
    status, out, err = prolo("build", "docs", "out")
    assert status == 1
    assert "knee     1 p. draft  -\n" in out
    assert err.startswith("docs/locales/es/LC_MESSAGES/knee.po:")
    assert prolo("build", "docs", "out", "--final-only", "-l", "en")[:2] == (
        0,
        "withheld: hip (en): unreviewed\nwithheld: knee (en): unreviewed\n2 drafts withheld, 2 removed: out\n",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build"], "Missing argument 'SOURCEDIR'"),
        (["build", "docs"], "Missing argument 'OUTDIR'"),
        (["build", "absent", "out"], "does not exist"),
        (["build", "docs/locales", "out"], "conf.py"),
        (["build", "docs", "docs"], "OUTDIR"),
        (["build", "docs", "docs/conf.py"], "is a file"),
        (["build", "docs", "out", "-j", "-1"], "-1"),
        (["build", "docs", "out", "--unknown"], "--unknown"),
        (["check", "docs", "--format", "xml"], "xml"),
        (["unknown"], "unknown"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_status_2(project, prolo, arguments, words):
    status, out, err = prolo(*arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert not project.outdir.exists()


def test_a_broken_conf_is_a_problem_and_no_traceback(project, prolo):
    project.write("conf.py", "extensions = [\n")
    status, out, err = prolo("build", "docs", "out", "-q")
    assert (status, out) == (1, "")
    assert err == "docs/conf.py:1: error: not Python: '[' was never closed [handout-config]\n"


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(prolo, option):
    status, out, err = prolo(option)
    assert (status, err) == (0, "")
    assert all(command in out for command in ("build", "check", "update"))
    assert "-l, --language LANG" in prolo("build", option)[1]


def test_version(prolo):
    import sphinx_prolo

    assert prolo("--version") == (0, f"sphinx-prolo, version {sphinx_prolo.__version__}\n", "")


def program(*arguments, **options):
    command = [sys.executable, "-m", "sphinx_prolo.cli", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def test_without_pango_one_sentence(project, tmp_path):
    fake = tmp_path / "path" / "weasyprint"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
    with program("build", "docs", "out", "-q", env=os.environ | {"PYTHONPATH": str(fake.parent)}) as build:
        out, err = build.communicate(timeout=60)
    assert (build.returncode, out) == (1, "")
    [line] = err.splitlines()
    assert "Pango" in line
    assert line.endswith("[print-engine]")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_without_a_traceback_and_leaves_nothing_half(project, prolo):
    for number in range(30):
        project.handout(f"more{number}", f"More {'and more ' * number}", "Rest well. " * 200)
    with program("build", "docs", "out", start_new_session=True) as build:
        until = time.monotonic() + 30
        while not project.pdfs() and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(build.pid, signal.SIGINT)  # a terminal sends it to all processes
        out, err = build.communicate(timeout=30)
    assert build.returncode == 130
    assert out == ""
    assert err.strip() == "sphinx-prolo: interrupted; what was printed before is whole"
    assert len(project.pdfs()) < 64
    assert [path for path in project.outdir.rglob("*.tmp") if ".doctrees" not in path.parts] == []
    status, out, err = prolo("build", "docs", "out", "-q")
    assert (status, out) == (0, "")
    # A language whose reading was interrupted is read again, and what Sphinx has to say of it is said again.
    assert all(line.endswith("[sphinx-toc-not-included]") for line in err.splitlines())
    assert len(project.pdfs()) == 64


def test_a_reader_that_stops_reading(project):
    with program("build", "docs", "out", bufsize=0) as build:
        build.stdout.close()
        err = build.stderr.read()
        build.wait(60)
    assert "Traceback" not in err
    assert "Exception" not in err
