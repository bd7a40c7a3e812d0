"""What makes a PDF be printed again."""

import dataclasses

import pytest
from presskit import sheet

import sphinx_prolo
from sphinx_prolo.pdf import Passage
from sphinx_prolo.press import digest

JOB = sheet(html="page").job


@pytest.mark.parametrize(
    "change",
    [{"html": "Page"}, {"css": "p {}"}, {"language": "en"}, {"created": "2026-11-21"}, {"fonts": (b"font",)}],
    ids=lambda change: next(iter(change)),
)
def test_what_is_printed_counts(change):
    assert digest.digest(dataclasses.replace(JOB, **change)) != digest.digest(JOB)


def test_where_it_was_written_does_not_count():
    moved = dataclasses.replace(JOB, name="other", passages=(Passage("text", "/elsewhere/a.rst", 9),))
    assert digest.digest(moved) == digest.digest(JOB)
    assert digest.blame(moved.passages) != digest.blame(JOB.passages)


def test_fields_do_not_run_into_each_other():
    one = dataclasses.replace(JOB, html="ab", css="c")
    two = dataclasses.replace(JOB, html="a", css="bc")
    assert digest.digest(one) != digest.digest(two)


def test_lone_surrogates_are_not_our_bug():
    assert digest.digest(dataclasses.replace(JOB, html="\ud800"))


@pytest.mark.parametrize("change", ["ours", "theirs", "code", "system"])
def test_whatever_prints_counts(monkeypatch, tmp_path, change):
    before = digest.digest(JOB)
    if change == "ours":
        monkeypatch.setattr(sphinx_prolo, "__version__", "99")
    elif change == "theirs":
        monkeypatch.setattr(digest, "_version", lambda name: f"{name} 99")
    elif change == "system":
        monkeypatch.setattr(digest.pdf, "libraries", lambda: {"Pango": "1.99.0"})
    else:
        (tmp_path / "__init__.py").touch()
        monkeypatch.setattr(digest.pdf, "__file__", str(tmp_path / "__init__.py"))
    digest.engine.cache_clear()
    try:
        assert digest.digest(JOB) != before
    finally:
        monkeypatch.undo()
        digest.engine.cache_clear()
    assert digest.digest(JOB) == before
