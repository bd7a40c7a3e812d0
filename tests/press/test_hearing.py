"""What Sphinx says on its warning stream, as problems."""

from pathlib import Path

import pytest

from sphinx_prolo.press.hearing import Hearing, parse
from sphinx_prolo.problem import Problem, Severity, error, warning

HOME = Path("/docs")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "/docs/a.rst:12: WARNING: undefined label: 'x' [ref.ref]\n",
            warning("/docs/a.rst", 12, "sphinx-ref-ref", "undefined label: 'x'"),
        ),
        (
            '/docs/a.rst:3: ERROR: Unknown directive type "foo".\n\n.. foo:: [bar] [docutils]\n',
            error("/docs/a.rst", 3, "sphinx-docutils", 'Unknown directive type "foo".'),
        ),
        (
            "\x1b[31m/docs/a.rst: WARNING: document isn't included in any toctree [toc.not_included]\x1b[39;49;00m\n",
            warning("/docs/a.rst", None, "sphinx-toc-not-included", "document isn't included in any toctree"),
        ),
        (
            "/docs/a.rst:: WARNING: no number is assigned",
            warning("/docs/a.rst", None, "sphinx", "no number is assigned"),
        ),
        ("WARNING: extlinks: a: b", warning("/docs", None, "sphinx", "extlinks: a: b")),
        (
            "C:\\docs\\a.rst:7: WARNING: short [docutils]",
            warning("C:\\docs\\a.rst", 7, "sphinx-docutils", "short"),
        ),
        (
            "/docs/f.yaml:4: WARNING: unknown unit: 'parsec' [prolo.facts-unit]",
            warning("/docs/f.yaml", 4, "facts-unit", "unknown unit: 'parsec'"),
        ),
        (
            "WARNING: conf.py: handout_paper must be 'A4': now [prolo.handout-config]",
            warning("conf.py", None, "handout-config", "handout_paper must be 'A4': now"),
        ),
    ],
)
def test_a_message_becomes_a_problem(said, meant):
    assert parse(said, HOME) == meant


def test_what_is_no_message_is_nothing():
    assert parse("\n", HOME) is None
    assert parse("loading pickled environment... done", HOME) is None


def test_what_is_known_already_is_no_news():
    hearing = Hearing(HOME)
    hearing.write("/docs/a.rst:3: WARNING: bad [prolo.facts-unit]\n")
    hearing.write("/docs/a.rst:4: WARNING: bad [docutils]\n")
    known = Problem("/docs/a.rst", 3, Severity.ERROR, "bad", "facts-unit")
    assert [problem.line for problem in hearing.news([known])] == [4]
    assert [problem.line for problem in hearing.news()] == [3, 4]
