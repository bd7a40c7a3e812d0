"""``sphinx-prolo schema``: the JSON Schema of facts files, to stdout or into a file."""

import json

from sphinx_prolo import facts


def test_to_stdout(prolo):
    status, out, err = prolo("schema")
    assert (status, err) == (0, "")
    assert json.loads(out) == facts.schema()


def test_into_a_file(prolo, tmp_path):
    path = tmp_path / "facts.schema.json"
    assert prolo("schema", "-o", path) == (0, "", "")
    assert json.loads(path.read_text(encoding="utf-8")) == facts.schema()


def test_a_file_that_cannot_be_written(prolo, tmp_path):
    status, out, err = prolo("schema", "--output", tmp_path / "missing" / "facts.schema.json")
    assert (status, out) == (1, "")
    assert "cannot be written" in err


def test_a_folder_is_a_wrong_command_line(prolo, tmp_path):
    assert prolo("schema", "-o", tmp_path)[0] == 2
