"""``sphinx-prolo update``: which catalogues were written, and the exit status."""


def test_a_new_language_is_begun(project, prolo):
    status, out, err = prolo("update", "docs", "-l", "sw")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "docs/locales/sw/LC_MESSAGES/hip.po",
        "docs/locales/sw/LC_MESSAGES/knee.po",
        "docs/locales/sw/LC_MESSAGES/sphinx_prolo.po",
    ]
    assert all((project.srcdir.parent / line).is_file() for line in out.splitlines())
    assert prolo("update", "docs", "-l", "sw") == (0, "", "")


def test_a_wrong_language_is_a_problem(project, prolo):
    status, out, err = prolo("update", "docs", "-l", "../fr")
    assert (status, out) == (1, "")
    assert "error: " in err
    assert "Traceback" not in err


def test_a_broken_conf_is_a_problem(project, prolo):
    project.write("conf.py", "raise ValueError('no')\n")
    assert prolo("update", "docs") == (1, "", "docs/conf.py:1: error: ValueError: no [handout-config]\n")
