"""The label catalogues that we ship: complete, sound, and of the template that the registry writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import sphinx_prolo
from sphinx_prolo.language import LABELS
from sphinx_prolo.language.label import placeholders
from sphinx_prolo.language.labels import Labels
from sphinx_prolo.language.plural import samples
from sphinx_prolo.language.pot import POT, template

LOCALES = Path(sphinx_prolo.__file__).parent / "locales"
SHIPPED = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())

# Patterns of punctuation, words that travel, and words that are really the same in one language.
SAME = {"No", "Blog", "{label}: {value}", "{text} ({detail})"}
SAME_IN = {
    "de": {"Name", "Version", "Version {version}", "Status", "{language}, version {version}"},
    "fr": {"Allergies", "Version", "Source", "Sources", "Rare", "Important", "Date", "Option", "Notes",
           "Version {version}", "{language}, version {version}", ("{n} injection", "{n} injections")},
    "pl": {"Status"},
    "pt_BR": {"E-mail"},
}  # fmt: skip


def test_the_languages_that_we_ship():
    assert {"ar", "es", "zh_CN"} <= set(SHIPPED)


def test_the_template_is_up_to_date():
    assert POT.read_text(encoding="utf-8") == template(), "run python -m sphinx_prolo.language.pot"


@pytest.mark.parametrize("code", SHIPPED)
def test_every_label_is_translated_with_its_placeholders(label_entries, catalogue, code):
    found = label_entries(code)
    assert set(found) == {label.key for label in LABELS}
    for label in LABELS:
        forms = found[label.key]
        if label.optional and not any(forms):
            continue
        assert len(forms) == (1 if label.plural is None else catalogue(code).num_plurals), label.key
        for form in forms:
            assert placeholders(form) == placeholders(label.msgid), label.key
            assert form == form.strip()
            assert not any(char.isdigit() for char in form), "numbers come from CLDR"


@pytest.mark.parametrize("code", SHIPPED)
def test_no_entry_is_fuzzy_and_none_is_left_in_english(catalogue, code):
    same = {message.id for message in catalogue(code) if message.id and message.id == message.string}
    assert not any(message.fuzzy for message in catalogue(code) if message.id)
    assert same <= SAME | SAME_IN.get(code, set())


@pytest.mark.parametrize("code", SHIPPED)
def test_every_cldr_plural_form_finds_a_gettext_form(label_entries, catalogue, code):
    labels = Labels(code, label_entries(code), catalogue(code).plural_forms)
    for category in samples(code):
        for label in LABELS:
            if label.plural is not None and not label.optional:
                values = dict.fromkeys(placeholders(label.msgid), "7")
                labels.plural(label.msgid, category, label.context, **values)
    assert not labels.missing


@pytest.mark.parametrize("code", SHIPPED)
def test_the_header_says_what_it_is(catalogue, code):
    assert catalogue(code).header_comment.count("Machine-made draft: no medical translator has reviewed") == 1


@pytest.mark.parametrize("code", SHIPPED)
def test_msgfmt_finds_nothing(tmp_path, code):
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("gettext is not installed")
    path = LOCALES / code / "LC_MESSAGES/sphinx_prolo.po"
    command = [msgfmt, "--check", "--check-accelerators=_", "-o", str(tmp_path / "x.mo"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
