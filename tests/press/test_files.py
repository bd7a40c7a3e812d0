"""Files are replaced in one step, and nothing of ours stays behind."""

from pathlib import Path

import pytest

from sphinx_prolo.press import files


def test_write_makes_folders_and_replaces(tmp_path):
    path = tmp_path / "es" / "a.pdf"
    files.write(path, b"one")
    files.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.rglob("*.*")) == [path]


@pytest.mark.parametrize("failing", ["write_bytes", "replace"])
@pytest.mark.parametrize("failure", [OSError("no room"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file_whole(tmp_path, monkeypatch, failing, failure):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    whole = Path.write_bytes

    def fail(self, *args):
        if failing == "write_bytes":
            whole(self, b"ne")  # half of it was written
        raise failure

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(type(failure)):
        files.write(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_write_json_leaves_what_already_says_so(tmp_path):
    path = tmp_path / "a.json"
    files.write_json(path, {"título": [1]})
    before = path.stat().st_ino
    files.write_json(path, {"título": [1]})
    assert path.stat().st_ino == before
    files.write_json(path, {"título": [2]})
    assert path.stat().st_ino != before
    assert path.read_text("utf-8") == '{\n "título": [\n  2\n ]\n}\n'


def test_remove_takes_folders_that_become_empty(tmp_path):
    top = tmp_path / "out"
    files.write(top / "es" / "handouts" / "a.pdf", b"")
    files.write(top / "es" / "b.pdf", b"")
    files.remove(top / "es" / "handouts" / "a.pdf", top)
    assert [path.name for path in (top / "es").iterdir()] == ["b.pdf"]
    files.remove(top / "es" / "b.pdf", top)
    assert list(top.iterdir()) == []
    files.remove(top / "es" / "b.pdf", top)  # gone already: no complaint
    assert top.exists()
