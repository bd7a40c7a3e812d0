"""How problems and tables look."""

import io

import pytest
from rich.console import Console

from sphinx_prolo.cli.report import presentable
from sphinx_prolo.cli.table import print_table
from sphinx_prolo.press import Row
from sphinx_prolo.problem import error

LANGUAGES = ("en", "es", "ar", "zh_CN", "pt_BR", "ru", "vi", "hi", "fr", "de")


def row(docname, language, status="draft", **more):
    fields = {
        "docname": docname,
        "language": language,
        "bcp47": language,
        "edition": "standard",
        "clinic": None,
        "status": status,
        "reasons": (),
        "titles": {},
        "pages": 12,
        "path": "",
        "sha256": "",
        "version": "",
        "dates": {},
    }
    return Row(**fields | more)


def printed(rows, languages, **options):
    console = Console(file=io.StringIO(), **options)
    print_table(console, rows, languages)
    return console.file.getvalue()


def test_a_pipe_gets_plain_text_of_any_width():
    rows = [row("handouts/" + "long-" * 20, language) for language in LANGUAGES]
    head, line = printed(rows, LANGUAGES).splitlines()
    assert head.split() == ["handout", *LANGUAGES]
    assert line.count("12 p. draft") == 10
    assert "\x1b" not in head + line


def test_a_terminal_gets_what_fits():
    rows = [row("handouts/knee", language) for language in LANGUAGES]
    out = printed(rows, LANGUAGES, force_terminal=True, width=60, color_system=None)
    assert out.count("12 p. draft") == 10
    assert all(language in out for language in LANGUAGES)
    assert max(map(len, out.splitlines())) <= 60


def test_editions_and_clinics_have_lines_of_their_own():
    rows = [row("a", "en", "final"), row("a", "en", edition="large-print"), row("a", "en", clinic="north")]
    assert printed(rows, ["en"]).splitlines()[1:] == [
        "a                12 p. final",
        "a · large-print  12 p. draft",
        "a · north        12 p. draft",
    ]


def test_names_are_not_markup():
    assert "[red]a[/red]" in printed([row("[red]a[/red]", "en")], ["en"])


def test_no_rows_no_table():
    assert printed([], ["en"]) == ""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.rst").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("{folder}/docs/a.rst", "docs/a.rst"),
        ("{folder}/docs/../docs/a.rst", "docs/a.rst"),
        ("a.rst", "docs/a.rst"),
        ("docs/a.rst", "docs/a.rst"),
        ("handouts/knee.es", "handouts/knee.es"),
        ("{folder}/docs/gone.rst", "docs/gone.rst"),
        ("/elsewhere/b.rst", "/elsewhere/b.rst"),
    ],
)
def test_paths_are_as_the_user_would_type_them(folder, path, shown):
    [problem] = presentable([error(path.format(folder=folder), 1, "x", "y")], folder / "docs")
    assert problem.path == shown


def test_the_same_problem_is_shown_once(folder):
    problems = [error(path, 1, "x", "y") for path in ("a.rst", f"{folder}/docs/a.rst")]
    assert len(presentable(problems, folder / "docs")) == 1
