"""Reading .po files: what is right arrives whole, what is wrong has its line, and nothing is a traceback."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given, settings
from hypothesis import strategies as st
from pokit import po, quoted, write

from sphinx_prolo import catalogue
from sphinx_prolo.catalogue.reader import MAX_BYTES, parse

WHOLE = """\
# Spanish translations.
# machine-made draft, no medical translator has reviewed it
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"X-Generator: Poedit 3.4\\n"
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# by hand
#. prints as "10 minutes"
#. at most 30 characters
#: facts/a.yaml:3 handouts/b.rst:12
#: \u2068my facts/c.yaml\u2069:4
#, fuzzy, python-brace-format
#| msgid "Old {each}"
msgctxt "table"
msgid ""
"Ice for "
"{each}"
msgstr "Hielo \\"{each}\\"\\n"

msgid "visit"
msgid_plural "{n} visits"
msgstr[0] "visita"
msgstr[1] "{n} visitas"

# kept
#, fuzzy
#~| msgid "older"
#~ msgid "old"
#~ msgstr "viejo"

# the end
"""


def read(tmp_path: Path, content: str | bytes) -> catalogue.CatalogueReading:
    return catalogue.read(write(tmp_path / "x.po", content))


def test_everything_that_stands_in_a_file_arrives(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE).catalogue
    assert found is not None
    assert found.language == "es"
    assert found.header["X-Generator"] == "Poedit 3.4"
    assert found.header_comment.endswith("draft, no medical translator has reviewed it")
    assert found.plural_rule == "nplurals=2; plural=(n != 1);"
    assert found.trailing == ("# the end",)
    ice, visit = found.messages
    assert (ice.context, ice.msgid, ice.msgstr) == ("table", "Ice for {each}", ('Hielo "{each}"\n',))
    assert ice.line == 19
    assert ice.fuzzy
    assert ice.flags == ("fuzzy", "python-brace-format")
    assert ice.auto_comments == ('prints as "10 minutes"', "at most 30 characters")
    assert ice.translator_comments == ("by hand",)
    assert ice.locations == ("facts/a.yaml:3", "handouts/b.rst:12", "my facts/c.yaml:4")
    assert ice.previous == ('msgid "Old {each}"',)
    assert (visit.plural, visit.msgstr, visit.line) == ("{n} visits", ("visita", "{n} visitas"), 24)
    (old,) = found.obsolete
    assert (old.msgid, old.obsolete, old.fuzzy, old.translator_comments) == ("old", True, True, ("kept",))


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE.replace("\n", "\r\n")).catalogue
    assert found is not None
    assert found.newline == "\r\n"
    assert found.messages == read(tmp_path, WHOLE).catalogue.messages  # type: ignore[union-attr]


HEAD = po(language="es")
BROKEN = [
    ("quotes", HEAD + 'msgid "a\nmsgstr "b"\n', 5, "catalogue-syntax"),
    ("inner quotes", HEAD + 'msgid "a "b" c"\nmsgstr ""\n', 5, "catalogue-syntax"),
    ("no msgstr", HEAD + 'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 7, "catalogue-syntax"),
    ("no msgstr at the end", HEAD + 'msgid "a"\n', 5, "catalogue-syntax"),
    ("no msgid", HEAD + 'msgstr "a"\n', 5, "catalogue-syntax"),
    ("two msgstr", HEAD + 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 7, "catalogue-syntax"),
    ("stray string", HEAD + '\n# x\n"a"\n', 7, "catalogue-syntax"),
    ("garbage", HEAD + "msgid a\nmsgstr b\n", 5, "catalogue-syntax"),
    ("conflict marks", HEAD + "<<<<<<< HEAD\n" + 'msgid "a"\nmsgstr "b"\n', 5, "catalogue-syntax"),
    ("escape", HEAD + 'msgid "a"\nmsgstr "C:\\Users"\n', 6, "catalogue-syntax"),
    ("comment inside", HEAD + 'msgid "a"\n# b\nmsgstr "c"\n', 5, "catalogue-syntax"),
    ("half obsolete", HEAD + '#~ msgid "a"\nmsgstr "c"\n', 6, "catalogue-syntax"),
    ("duplicate", HEAD + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 8, "catalogue-duplicate"),
    ("two headers", HEAD + HEAD, 5, "catalogue-duplicate"),
    (
        "plural without rule",
        HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
        5,
        "catalogue-plural",
    ),
    ("forms out of order", HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 7, "catalogue-syntax"),
    (
        "plural rule",
        HEAD.replace("Language", 'Plural-Forms: nplurals=2; plural=n(;\\n"\n"Language'),
        1,
        "catalogue-plural",
    ),
    ("header field", HEAD.replace("Language: es", "no field"), 1, "catalogue-header"),
    ("no header", 'msgid "a"\nmsgstr "text/plain; Content-Type: charset=UTF-8"\n', 1, "catalogue-header"),
    ("no charset", 'msgid ""\nmsgstr "Language: es\\n"\n', 1, "catalogue-charset"),
    ("empty", "", 1, "catalogue-charset"),
    ("html", "<html>\n<body>", 1, "catalogue-charset"),
    ("unknown charset", HEAD.replace("UTF-8", "CHARSET"), 4, "catalogue-charset"),
    ("odd charset", HEAD.replace("UTF-8", "unicode_escape"), 4, "catalogue-charset"),
    ("utf-16", HEAD.encode("utf-16"), 1, "catalogue-charset"),
    ("byte order mark", "\ufeff" + HEAD, 1, "catalogue-charset"),
    ("latin 1 called utf-8", HEAD.encode() + 'msgid "a"\nmsgstr "á"\n'.encode("latin-1"), 6, "catalogue-charset"),
    ("utf-8 called latin 1", HEAD.replace("UTF-8", "ISO-8859-1") + 'msgid "a"\nmsgstr "á"\n', 4, "catalogue-charset"),
    ("too large", HEAD + "#" * MAX_BYTES, None, "catalogue-size"),
]


@pytest.mark.parametrize(("content", "line", "code"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_file_has_no_catalogue_but_a_located_problem(
    tmp_path: Path, content: str | bytes, line: int | None, code: str
) -> None:
    reading = read(tmp_path, content)
    assert reading.catalogue is None
    first = reading.problems[0]
    assert (first.path, first.line, first.code, first.is_error) == (str(tmp_path / "x.po"), line, code, True)
    assert first.message.isprintable()


def test_all_mistakes_are_found_at_once_and_not_too_many(tmp_path: Path) -> None:
    bad = '\nmsgid "a\nmsgstr "b"\n'
    assert [problem.line for problem in read(tmp_path, HEAD + bad * 3).problems] == [6, 9, 12]
    assert len(read(tmp_path, HEAD + bad * 500).problems) == 26


def test_other_charsets_are_read(tmp_path: Path) -> None:
    text = HEAD.replace("UTF-8", "windows-1251") + 'msgid "Pain"\nmsgstr "Боль"\n'
    found = read(tmp_path, text.encode("windows-1251")).catalogue
    assert found is not None
    assert found.messages[0].msgstr == ("Боль",)


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.po")
    (tmp_path / "folder.po").mkdir()
    for name in ("pipe.po", "folder.po", "absent.po"):
        (problem,) = catalogue.read(tmp_path / name).problems
        assert (problem.code, problem.line) == ("catalogue-file", None)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(WHOLE.encode())), st.integers(0, 60))
def test_any_damage_to_a_file_is_read_or_is_a_problem(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, start: int, length: int
) -> None:
    data = WHOLE.encode()
    path = tmp_path_factory.getbasetemp() / "damaged.po"
    path.write_bytes(data[:start] + damage + data[start + length :])
    reading = catalogue.read(path)
    assert (reading.catalogue is None) == any(problem.is_error for problem in reading.problems)


LINES = st.sampled_from(
    [
        'msgid "a"',
        'msgid ""',
        'msgstr "b"',
        'msgstr ""',
        '"c"',
        "# d",
        "#. e",
        "#, fuzzy",
        '#~ msgid "f"',
        '#~ msgstr "g"',
        'msgctxt "h"',
        'msgid_plural "i"',
        'msgstr[0] "j"',
        'msgstr[1] "k"',
        "",
        "l",
        '"',
        "#|",
        "#~|",
        "#~",
        "#:",
        "msgid",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=15))
def test_lines_in_any_order_are_read_or_are_a_problem(lines: list[str]) -> None:
    reading = parse(HEAD + "\n".join(lines), Path("x.po"))
    assert (reading.catalogue is None) == bool(reading.problems)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=120)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(TEXT, TEXT, max_size=5))
def test_what_babel_writes_is_read_as_it_was_meant(pairs: dict[str, str]) -> None:
    babel = Catalog(locale="es")
    for msgid, msgstr in pairs.items():
        babel.add(msgid, msgstr)
    buffer = io.BytesIO()
    write_po(buffer, babel)
    found = parse(buffer.getvalue().decode(), Path("x.po")).catalogue
    assert found is not None
    assert {message.msgid: message.msgstr[0] for message in found.messages} == pairs


def test_quoting_of_the_kit_is_that_of_po() -> None:
    assert quoted('a"\n\\') == '"a\\"\\n\\\\"'
