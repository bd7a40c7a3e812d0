"""The documentation builds without a warning, and the guide stays out of the catalogues of the handouts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import guidekit
import pytest

DOCS = guidekit.REPOSITORY / "docs"


@pytest.fixture(scope="module")
def doctrees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read once, for all builders."""
    return tmp_path_factory.mktemp("doctrees")


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub", "gettext"])
def test_docs_build_without_a_warning(builder: str, doctrees: Path, tmp_path: Path) -> None:
    kept = doctrees / ("gettext" if builder == "gettext" else "others")  # Sphinx: gettext shares with none
    options = ["-W", "--keep-going", "-q", "-b", builder, "-d", str(kept)]
    command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(tmp_path)]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (built.returncode, built.stderr) == (0, "")
    if builder == "gettext":
        places = re.findall(r"^#: (.+)$", (tmp_path / "handouts.pot").read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert places
        assert [place for place in places if "guide/" in place] == []


@pytest.mark.parametrize("page", guidekit.PAGES, ids=lambda page: page.stem)
def test_every_page_is_in_the_table_of_contents(page: Path) -> None:
    name = page.relative_to(guidekit.GUIDE).with_suffix("").as_posix()
    index = guidekit.read("index.rst") if name != "index" else (DOCS / "index.rst").read_text(encoding="utf-8")
    assert re.search(rf"^   (guide/)?{name}$", index, flags=re.MULTILINE)
