"""The page about reviews: its commands are carried out, in its order, and print what it shows."""

from __future__ import annotations

import functools
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import guidekit
import pytest

from sphinx_prolo import press, reviews
from sphinx_prolo.cli.standings import _COUNTED, _SAID

PAGE = guidekit.read("how-to/review.rst")
PARTS = guidekit.sections(PAGE)


@pytest.fixture
def _project(tmp_path: Path, rootdir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a project as the guide knows them, on the day of the page, and print in this process."""
    shutil.copytree(rootdir / "test-signing", tmp_path / "docs")
    shutil.move(tmp_path / "docs/locales", tmp_path / "locales")
    conf = tmp_path / "docs/conf.py"
    conf.write_text(conf.read_text().replace('["locales"]', '["../locales"]', 1))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795176000")  # 2026-11-20
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(press, "build", functools.partial(press.build, executors=ThreadPoolExecutor))


@pytest.mark.usefixtures("_project")
def test_the_whole_round(tmp_path: Path) -> None:
    sessions = [
        session for block in guidekit.blocks(PAGE) if block.language == "console" for session in block.sessions()
    ]
    assert [command.split()[1] for command, _ in sessions] == ["status", "approve", "approve", "status", "build"]
    for command, wanted in sessions:
        status, printed = guidekit.prolo(command)
        assert (status, printed.splitlines()) == (0, wanted.splitlines())
    path = tmp_path / "locales/es/reviews.yaml"
    [shown] = [block.text for block in guidekit.blocks(PARTS["The ledger"]) if block.language == "yaml"]
    assert re.sub(r"[0-9a-f]{64}", "…", path.read_text(encoding="utf-8")).endswith(shown)
    assert set(reviews.read(path, of_source=False).signatures) == {"handouts/knee"}
    printed = {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*.pdf")}
    assert printed == {f"build/handouts/{code}/handouts/knee.{code}.pdf" for code in ("en", "es")}


@pytest.mark.usefixtures("_project")
def test_what_withdraws_a_handout(tmp_path: Path) -> None:
    [directive] = [block.text for block in guidekit.blocks(PARTS["Withdraw a handout"]) if block.language == "rst"]
    page = tmp_path / "docs/handouts/knee.rst"
    facts = "   :facts: /facts.yaml\n"
    text = page.read_text()
    without = directive.replace("   :status: withdrawn\n", "").replace("handout::\n", f"handout::\n{facts}")
    assert without in text
    page.write_text(text.replace(without, directive.replace("handout::\n", f"handout::\n{facts}")))
    status, out = guidekit.prolo("sphinx-prolo build docs build/handouts")
    assert (status, "withdrawn: handouts/knee\n" in out) == (0, True), out


def test_the_words_of_status_are_explained() -> None:
    said = {row[0].strip("`") for row in guidekit.rows(PARTS["What a signature holds for"])[1:]}
    assert said - {"1 held"} == set(_SAID.values())
    assert "held" in _COUNTED.values()
