"""Labels: what a catalogue gives, what happens where it has nothing sound."""

from __future__ import annotations

import pytest

from sphinx_prolo.language import LABELS, Labels
from sphinx_prolo.language.plural import samples

VISIT = ("count", "{n} visit")
RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"


def test_english_needs_no_catalogue():
    labels = Labels("en", {})
    assert labels.text("Sources") == "Sources"
    assert labels.plural("{n} visit", "one", "count", n="1") == "1 visit"
    assert labels.plural("{n} visit", "other", "count", n="2") == "2 visits"
    assert not labels.missing


def test_a_missing_label_is_english_and_remembered():
    labels = Labels("fr", {("", "Source"): ("Source",)})
    assert labels.text("Sources") == "Sources"
    assert labels.plural("{n} visit", "other", "count", n="3") == "3 visits"
    labels.text("Source")
    assert labels.missing == {("", "Sources"), VISIT}


def test_plural_forms_go_by_the_catalogues_rule():
    labels = Labels("ru", {VISIT: ("{n} визит", "{n} визита", "{n} визитов")}, RUSSIAN)
    forms = {category: labels.plural("{n} visit", category, "count", n="N") for category in samples("ru")}
    assert forms == {"one": "N визит", "few": "N визита", "many": "N визитов", "other": "N визита"}
    assert not labels.missing


@pytest.mark.parametrize(
    "rule", ["nplurals=3; plural=(n @ 2);", "nplurals=2; plural=n/0;", "__import__('os')", "n %", "9"]
)
def test_a_bad_plural_rule_makes_plurals_missing_not_a_traceback(rule):
    labels = Labels("ru", {VISIT: ("{n} визит", "{n} визита"), ("", "Sources"): ("Источники",)}, rule)
    assert labels.plural("{n} visit", "one", "count", n="1") == "1 visit"
    assert labels.missing == {VISIT}
    assert labels.text("Sources") == "Источники"


@pytest.mark.parametrize(
    "forms", [("{n} визит", "визита"), ("{n} {n}", "{n}"), ("{m} визит", "{n} визита"), ("", ""), ()]
)
def test_a_translation_that_loses_or_doubles_a_number_is_not_printed(forms):
    labels = Labels("ru", {VISIT: forms}, RUSSIAN)
    assert labels.plural("{n} visit", "one", "count", n="1") == "1 visit"
    assert labels.missing == {VISIT}


def test_a_label_that_is_not_in_the_registry_is_our_bug():
    with pytest.raises(KeyError, match="LABELS"):
        Labels("es", {}).text("Effect")  # without its context


def test_a_value_is_filled_once_and_never_formatted():
    labels = Labels("en", {})
    assert labels.text("Version {version}", "page", version="{page} {0.x}") == "Version {page} {0.x}"
    with pytest.raises(KeyError):
        labels.text("Version {version}", "page")


def test_the_registry_has_each_key_once_and_a_comment_on_each():
    assert len({label.key for label in LABELS}) == len(LABELS)
    assert [label.msgid for label in LABELS if len(label.comment) < 10] == []


def test_a_fallback_is_asked_with_its_own_plural_rule():
    ours = Labels("ru", {VISIT: ("{n} визит", "{n} визита", "{n} визитов"), ("", "Source"): ("Источник",)}, RUSSIAN)
    theirs = Labels("ru", {("", "Sources"): ("Наши источники",)}, "nplurals=2; plural=(n != 1);", fallback=ours)
    assert theirs.plural("{n} visit", "many", "count", n="5") == "5 визитов"
    assert (theirs.text("Source"), theirs.text("Sources")) == ("Источник", "Наши источники")
    assert theirs.text("Yes") == "Yes"
    assert theirs.missing == {("", "Yes")}
