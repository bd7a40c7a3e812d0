"""Which languages a project has, and what its conf.py may do wrong."""

import pytest

from sphinx_prolo.press.languages import choose
from sphinx_prolo.press.project import Project, read_project
from sphinx_prolo.problem import Problem


@pytest.fixture
def project(tmp_path):
    """Makes a project of a conf.py and files."""

    def make(conf="", files=()):
        srcdir = tmp_path / "docs"
        srcdir.mkdir(exist_ok=True)
        (srcdir / "conf.py").write_text(conf)
        for name in files:
            path = tmp_path / "locales" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return read_project(srcdir)

    return make


CONF = 'locale_dirs = ["../locales"]\n'


def test_a_folder_with_a_catalogue_is_a_language(project):
    found = project(
        CONF,
        [
            "es/LC_MESSAGES/handouts.po",
            "ar/LC_MESSAGES/handouts/after.po",  # gettext_compact = False
            "fr/LC_MESSAGES/sphinx_prolo.po",  # our labels only
            "de/LC_MESSAGES/sphinx.po",
            "pl/handouts.po",
            "it/LC_MESSAGES/handouts.mo",
        ],
    )
    assert found.translated == ("ar", "es")
    assert choose(found) == (("en", "ar", "es"), ())


def test_defaults_are_those_of_sphinx(project, tmp_path):
    found = project()
    assert found.locale_dirs == (tmp_path / "docs" / "locales",)
    assert (found.source_language, found.listed, found.final_only) == ("en", (), False)


def test_conf_lists_languages(project):
    conf = CONF + 'handout_languages = ["es", "en"]\nhandout_final_only = True\n'
    found = project(conf, ["es/LC_MESSAGES/a.po", "ar/LC_MESSAGES/a.po"])
    assert choose(found) == (("es", "en"), ())
    assert found.final_only


def test_the_source_may_be_in_another_language(project):
    found = project(CONF + 'handout_source_language = "fr"\n', ["fr/LC_MESSAGES/a.po", "es/LC_MESSAGES/a.po"])
    assert choose(found)[0] == ("fr", "es")


def test_a_regional_language_may_do_with_the_general_catalogue(project):
    assert choose(project(CONF, ["es/LC_MESSAGES/a.po"]), ["es_MX", "es_MX"]) == (("es_MX",), ())


def test_a_language_without_catalogue_is_a_problem_and_the_others_are_printed(project, tmp_path):
    chosen, [problem] = choose(project(CONF, ["es/LC_MESSAGES/a.po"]), ["fr", "es"])
    assert chosen == ("es",)
    assert problem.is_error
    assert (problem.code, problem.path) == ("language-no-catalogue", str(tmp_path / "locales" / "fr" / "LC_MESSAGES"))
    assert "-l fr" in problem.message
    assert "es)" in problem.message


@pytest.mark.parametrize("code", ["xx", "qqq", "../etc", "zh-CN", "", "es/../..", "a" * 200])
def test_a_code_that_cldr_does_not_know(project, code):
    chosen, [problem] = choose(project(CONF, ["zh_CN/LC_MESSAGES/a.po"]), [code])
    assert chosen == ()
    assert problem.code == "language-unknown"
    assert ("did you mean zh_CN?" in problem.message) == (code == "zh-CN")


@pytest.mark.parametrize(
    ("conf", "line", "words"),
    [
        ("a = 1\nb = (\n", 2, "'(' was never closed"),
        ("a = 1\n\nraise ValueError('no')\n", 3, "ValueError: no"),
        ("import absent_module_of_ours\n", 1, "absent_module_of_ours"),
        ("import sys\nsys.exit(3)\n", 2, "sys.exit()"),
        ("from sphinx.errors import ConfigError\nraise ConfigError('set it')\n", None, "set it"),
    ],
)
def test_a_conf_that_cannot_be_run_is_one_problem(project, tmp_path, conf, line, words):
    problem = project(conf)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.code) == (str(tmp_path / "docs" / "conf.py"), line, "handout-config")
    assert words in problem.message
    assert "\n" not in problem.message
    assert "Traceback" not in problem.message


@pytest.mark.parametrize("value", ["'es'", "3", "None", "[1, 'es']"])
def test_values_of_the_wrong_type_are_left_to_sphinx(project, value):
    found = project(f"{CONF}handout_languages = {value}\nlocale_dirs = {value}\n")
    assert isinstance(found, Project)
