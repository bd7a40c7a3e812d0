"""Bringing a .po up to date: nothing of a translator's is lost, nothing moves without need, no news means no write."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pokit import write

from sphinx_prolo import catalogue

POT_HEAD = """\
# SOME DESCRIPTIVE TITLE.
# FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: Clinic 1\\n"
"POT-Creation-Date: 2030-01-01 00:00+0000\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""
PO = """\
# Spanish.
# machine-made draft
msgid ""
msgstr ""
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"
"X-Generator: Poedit 3\\n"
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# my remark
#. {each} prints as "10 minutes"; keep it.
#: a.rst:1
#, python-brace-format, no-wrap
msgid ""
"Ice for {each}."
msgstr "Hielo {each}."

#: a.rst:3
msgctxt "table"
msgid "Pain"
msgstr "Dolor"

# asked Ana
#: a.rst:5
#, fuzzy
msgid "Rest."
msgstr "Reposo."

#~ msgid "Old."
#~ msgstr "Viejo."
"""


def pot(*entries: str) -> str:
    return "\n".join([POT_HEAD, *entries])


ICE = """\
#. {each} prints as "10 minutes"; keep it.
#: a.rst:1
#, python-brace-format
msgid "Ice for {each}."
msgstr ""
"""
PAIN = '#: a.rst:3\nmsgctxt "table"\nmsgid "Pain"\nmsgstr ""\n'
REST = '#: a.rst:5\nmsgid "Rest."\nmsgstr ""\n'


class Files:
    def __init__(self, folder: Path) -> None:
        self.po = write(folder / "es" / "LC_MESSAGES" / "x.po", PO)
        self.pot = folder / "x.pot"
        self.suggestions = folder / "found.po"

    def refresh(self, template: str, suggested: str | None = None) -> str:
        """The .po after bringing it up to date with a template."""
        write(self.pot, template)
        if suggested is not None:
            write(self.suggestions, suggested)
        found = None if suggested is None else self.suggestions
        refreshed = catalogue.refresh(self.po, self.pot, suggestions=found)
        assert refreshed.problems == ()
        return self.po.read_text()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_no_news_touches_nothing(files: Files) -> None:
    before = files.po.stat().st_mtime_ns
    for template in (pot(ICE, PAIN, REST), pot(REST, PAIN, ICE)):
        assert files.refresh(template) == PO
        assert files.po.stat().st_mtime_ns == before


def test_changed_examples_places_and_flags_arrive_and_the_rest_stands(files: Files) -> None:
    ice = ICE.replace("10 minutes", "20 minutes").replace("a.rst:1", "facts/b.yaml:9")
    rest = REST.replace("msgid", "#, python-brace-format\nmsgid", 1)
    expected = (
        PO.replace("10 minutes", "20 minutes")
        .replace("a.rst:1", "facts/b.yaml:9")
        .replace("#, fuzzy", "#, fuzzy, python-brace-format")
        .replace("2020-01-01", "2030-01-01")
        .replace('msgid "Ice', 'msgid "Ice')
    )
    assert files.refresh(pot(ice, PAIN, rest)) == expected


def test_comments_in_lines_of_another_length_are_no_news(files: Files) -> None:
    files.po.write_text(PO.replace('minutes"; keep', 'minutes";\n#. keep'))
    before = files.po.read_text()
    assert files.refresh(pot(ICE, PAIN, REST)) == before


def test_a_new_message_stands_behind_its_neighbour(files: Files) -> None:
    new = '#. short\n#: a.rst:2\nmsgid "100 % new"\nmsgstr ""\n'
    first = '#: a.rst:0\nmsgid "First"\nmsgstr ""\n'
    after = files.refresh(pot(first, ICE, new, PAIN, REST))
    head, tail = PO.replace("2020-", "2030-").split("# my remark")
    ice, pain = tail.split("\n\n", 1)
    assert after == f"{head}{first}\n# my remark{ice}\n\n{new}\n{pain}"
    assert "python-format" not in after


def test_a_wrong_percent_format_is_taken_off_and_other_flags_stay(files: Files) -> None:
    files.po.write_text(PO.replace("#, fuzzy", "#, fuzzy, python-format, max-length:30"))
    after = files.refresh(pot(ICE, PAIN, REST))
    assert "#, fuzzy, max-length:30\n" in after
    assert "#, python-brace-format, no-wrap\n" in after


def test_what_is_gone_is_kept_as_obsolete_with_all_that_was_said_of_it(files: Files) -> None:
    after = files.refresh(pot(ICE))
    assert after.endswith(
        '#~ msgid "Old."\n#~ msgstr "Viejo."\n\n'
        '#~ msgctxt "table"\n#~ msgid "Pain"\n#~ msgstr "Dolor"\n\n'
        '# asked Ana\n#, fuzzy\n#~ msgid "Rest."\n#~ msgstr "Reposo."\n'
    )
    assert files.refresh(pot(ICE)) == after


def test_what_comes_back_has_its_translation_again(files: Files) -> None:
    files.refresh(pot(ICE))
    after = files.refresh(pot(ICE, PAIN, REST, '#: a.rst:9\nmsgid "Old."\nmsgstr ""\n'))
    for part in PO.split("\n\n")[1:4]:
        assert part in after
    assert '#: a.rst:9\nmsgid "Old."\nmsgstr "Viejo."\n' in after
    assert "#~" not in after


def test_a_suggestion_is_taken_over_as_fuzzy_with_its_remarks(files: Files) -> None:
    new = REST.replace("Rest.", "Rest well.")
    suggested = pot() + '\n#, fuzzy\nmsgid "Rest well."\nmsgstr "Reposo."\n'
    after = files.refresh(pot(ICE, PAIN, new), suggested)
    assert '# asked Ana\n#: a.rst:5\n#, fuzzy\n#| msgid "Rest."\nmsgid "Rest well."\nmsgstr "Reposo."\n' in after
    assert '#~ msgid "Rest."' not in after
    assert files.refresh(pot(ICE, PAIN, new)) == after


def test_an_unfinished_message_that_is_gone_leaves_no_trace(files: Files) -> None:
    files.po.write_text(PO + '\nmsgid "Empty"\nmsgstr ""\n\n# why?\nmsgid "Asked"\nmsgstr ""\n')
    after = files.refresh(pot(ICE, PAIN, REST))
    assert "Empty" not in after
    assert after.endswith('# why?\n#~ msgid "Asked"\n#~ msgstr ""\n')


def test_line_ends_and_comments_at_the_end_stay(files: Files) -> None:
    write(files.po, (PO + "\n# the end\n").replace("\n", "\r\n"))
    files.refresh(pot(ICE, PAIN))
    after = files.po.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert after.endswith(b"\r\n\r\n# the end\r\n")


def test_a_file_in_another_charset_becomes_utf_8(files: Files) -> None:
    write(files.po, PO.replace("UTF-8", "ISO-8859-1").replace("Reposo", "Repós").encode("latin-1"))
    after = files.refresh(pot(ICE, PAIN))
    assert 'charset=UTF-8\\n"' in after
    assert "Repós" in after


def test_a_plural_that_changes_needs_a_look(files: Files) -> None:
    visit = '#: a.rst:7\nmsgid "visit"\nmsgid_plural "visits"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    files.po.write_text(PO + '\n#: a.rst:7\nmsgid "visit"\nmsgstr "visita"\n')
    after = files.refresh(pot(ICE, PAIN, REST, visit))
    assert '#, fuzzy\nmsgid "visit"\nmsgid_plural "visits"\nmsgstr[0] "visita"\nmsgstr[1] ""\n' in after


def test_a_new_file_has_a_header_that_pretends_nothing(tmp_path: Path) -> None:
    template = write(tmp_path / "x.pot", pot(ICE, PAIN))
    new = tmp_path / "locales" / "pt_BR" / "LC_MESSAGES" / "x.po"
    assert catalogue.refresh(new, template) == catalogue.Refreshed(True)
    made = catalogue.read(new).catalogue
    assert made is not None
    assert (made.language, made.plural_rule) == ("pt_BR", "nplurals=2; plural=(n > 1);")
    assert made.header_comment.startswith("Portuguese (Brazil) translations for Clinic 1.")
    assert made.header["Last-Translator"] == ""
    assert not made.header_message.fuzzy
    assert "FULL NAME" not in new.read_text()
    assert [(message.msgid, message.msgstr) for message in made.messages] == [
        ("Ice for {each}.", ("",)),
        ("Pain", ("",)),
    ]
    assert catalogue.refresh(new, template) == catalogue.Refreshed(False)


def test_a_language_that_no_one_knows_gets_no_file(tmp_path: Path) -> None:
    template = write(tmp_path / "x.pot", pot(ICE))
    refreshed = catalogue.refresh(tmp_path / "x.po", template, language="qqz")
    assert [problem.code for problem in refreshed.problems] == ["catalogue-language"]
    assert not (tmp_path / "x.po").exists()


def test_a_broken_file_is_not_touched(files: Files) -> None:
    write(files.pot, pot(ICE))
    write(files.po, PO + 'msgid "x\n')
    refreshed = catalogue.refresh(files.po, files.pot)
    assert [(problem.path, problem.line) for problem in refreshed.problems] == [(str(files.po), PO.count("\n") + 1)]
    assert files.po.read_text() == PO + 'msgid "x\n'


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_what_was_written(files: Files, tmp_path: Path) -> None:
    files.refresh(pot(ICE, REST, '#: a.rst:2\nmsgid "100 % of {x} d"\nmsgstr ""\n'))
    new = tmp_path / "ar" / "LC_MESSAGES" / "x.po"
    catalogue.refresh(new, files.pot)
    for path in (files.po, new):
        subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], check=True)


NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@settings(max_examples=100, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_no_translation_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, rounds: list[list[str]]) -> None:
    """Whatever comes and goes in the sources, each translation stays in the file, in use or obsolete."""
    folder = tmp_path_factory.mktemp("rounds")
    entries = [f'# note {name}\nmsgid "{name}"\nmsgstr "{name.upper()}"\n' for name in "abcdefgh"]
    po = write(folder / "x.po", "\n".join([PO.split("\n\n")[0] + "\n", *entries]))
    for names in rounds:
        template = write(folder / "x.pot", pot(*(f'#: x:1\nmsgid "{name}"\nmsgstr ""\n' for name in names)))
        assert catalogue.refresh(po, template).problems == ()
        found = catalogue.read(po).catalogue
        assert found is not None
        assert {message.msgid for message in found.messages} == set(names)
        kept = {m.msgid: (m.msgstr, m.translator_comments) for m in (*found.messages, *found.obsolete)}
        assert kept == {name: ((name.upper(),), (f"note {name}",)) for name in "abcdefgh"}
        assert not catalogue.refresh(po, template).written
