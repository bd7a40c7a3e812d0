"""The system's libraries say their versions, and are those that WeasyPrint prints with."""

import re

import pytest

from sphinx_prolo import pdf
from sphinx_prolo.pdf import system


@pytest.fixture
def fresh():
    system.libraries.cache_clear()
    yield
    system.libraries.cache_clear()


def test_they_are_those_of_weasyprint():
    pdf.warm()
    from weasyprint.text import ffi

    ours, number = pdf.libraries(), ffi.pango.pango_version()
    assert ours["Pango"] == f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    assert ours["HarfBuzz-Subset"] == ("none" if ffi.harfbuzz_subset is None else "yes")
    assert re.fullmatch(r"\d+\.\d+\.\d+", ours["HarfBuzz"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", ours["FreeType"])
    assert ours["Fontconfig"].isdecimal()
    assert ours["FriBidi"][0].isdecimal()


def test_what_is_missing_is_none(fresh, monkeypatch):
    def missing(name):
        raise OSError(name)

    monkeypatch.setattr(system.ctypes, "CDLL", missing)
    assert set(system.libraries().values()) == {"none"}


def test_we_look_where_weasyprint_looks():
    """The names stand in its source."""
    from pathlib import Path

    from weasyprint.text import ffi

    source = Path(ffi.__file__).read_text()
    for names in (system._PANGO, system._HARFBUZZ, system._SUBSET, system._FONTCONFIG):
        found = [source.find(f"'{name}'") for name in names]
        assert -1 not in found
        assert found == sorted(found)
    assert all(folder.replace("\\", "\\\\") in source for folder in system._FOLDERS.split(";"))
