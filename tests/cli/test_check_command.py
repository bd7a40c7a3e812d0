"""``sphinx-prolo check``: problems to stdout, and no PDF."""

import json


def test_nothing_wrong(project, prolo):
    assert prolo("check", "docs") == (0, "", "")
    assert not project.outdir.exists()


def test_problems_are_the_result(project, prolo):
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    status, out, err = prolo("check", "docs", "-l", "es")
    assert (status, err) == (1, "")
    [line] = out.splitlines()
    assert line.startswith("docs/facts.yaml:3: error: ")


def test_json(project, prolo):
    assert json.loads(prolo("check", "docs", "--format", "json")[1]) == {"problems": []}
    project.edit("facts.yaml", "1-4 days", "4-1 days")
    status, out, err = prolo("check", "docs", "--format", "json")
    assert (status, err) == (1, "")
    [problem] = json.loads(out)["problems"]
    assert (problem["path"], problem["line"], problem["severity"]) == ("docs/facts.yaml", 3, "error")
    assert set(problem) == {"path", "line", "severity", "message", "code"}
