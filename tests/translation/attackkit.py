"""What hostile translators write, in four languages, and a project in which every sentence is attacked at once."""

# ruff: noqa: E501 -- tables of attacks

from __future__ import annotations

import importlib
import itertools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from projects import Project

SECRET = "XYZZYSECRET"  # what the secret file holds
LOOT = "QUUXLOOT"  # what no page may show
LANGUAGES = ("es", "ru", "zh_CN", "en_GB")

# Directives that bring in files, programs or markup, by docutils' and Sphinx's English names.
_DIRECTIVES = (
    "include", "image", "figure", "raw", "csv-table", "table", "list-table", "parsed-literal", "container", "class",
    "role", "default-role", "title", "date", "replace", "unicode", "meta", "math", "code", "admonition", "note", "topic",
    "sidebar", "epigraph", "compound", "contents", "sectnum", "header", "footer", "target-notes",
)  # fmt: skip
_OF_SPHINX = (
    "literalinclude", "code-block", "toctree", "only", "index", "glossary", "productionlist", "handout", "risk-table",
    "highlight", "deprecated", "versionadded", "seealso", "rubric", "centered", "hlist", "tabularcolumns", "py:function",
)  # fmt: skip


def directive_names(language: str) -> list[str]:
    """The names of directives in a language, and the English ones, which work everywhere."""
    code = language.split("_")[0] if language != "zh_CN" else "zh_cn"
    known = importlib.import_module(f"docutils.parsers.rst.languages.{code}").directives
    local = [name for name, canonical in known.items() if canonical in _DIRECTIVES]
    return sorted({*local, *_DIRECTIVES, *_OF_SPHINX})


def role_names(language: str) -> list[str]:
    code = language.split("_")[0] if language != "zh_CN" else "zh_cn"
    known = importlib.import_module(f"docutils.parsers.rst.languages.{code}").roles
    return sorted(
        {*known, "download", "doc", "ref", "file", "raw", "code", "math", "any", "abbr", "pep", "envvar", "eq"}
    )


def attacks(language: str, secret: Path) -> list[str]:
    """Translations of a plain sentence that must not be printed."""
    found: list[str] = []
    for name in directive_names(language):
        found += [f".. {name}:: {secret}", f"{LOOT}\n\n.. {name}:: {secret}\n   :file: {secret}\n\n   {LOOT}"]
    found += [f".. csv-table:: {LOOT}\n   :file: {secret}", f".. csv-table::\n   :url: file://{secret}"]
    found += [f".. raw:: html\n   :file: {secret}", f".. |x| image:: {secret}\n\n|x|", f".. |x| replace:: {LOOT}"]
    for role in role_names(language):
        found += [f"{LOOT} :{role}:`x <{secret}>` y.", f"{LOOT} `{secret}`:{role}: y."]
    for address in (
        "javascript:alert(1)", f"file://{secret}", f"data:text/html,{LOOT}", "https://evil.example/", "mailto:a@evil.example",
        "tel:+15550100", "//evil.example", "vbscript:x", "JaVaScRiPt:alert(1)", "java\\ script:alert(1)",
    ):  # fmt: skip
        found += [
            f"`{LOOT} <../../{secret}>`_",
            f"`{LOOT} <{address}>`_",
            f"`{LOOT} <{address}>`__",
            f"{LOOT} {address} y.",
        ]
    found += [
        f"{LOOT} www.evil.example", f"{LOOT} evil-clinic.com", f"{LOOT} clinic.health", f"{LOOT} https%3A%2F%2Fevil.example",
        f"{LOOT} почта.рф", f"{LOOT} 例子.中国", f"{LOOT} xn--e1afmkfd.xn--p1ai", f"{LOOT} http://münchen.example/", f"{LOOT} a@b.cd",
        f"{LOOT} ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ", f"{LOOT} +1 555 010 0199", f"{LOOT} (555) 010-0199", f"{LOOT} ٠١٢٣٤٥٦٧٨٩",
        f"{LOOT} 127.0.0.1", f"{LOOT} evil。com",
    ]  # fmt: skip
    found += [
        f"{LOOT} |today|", f"{LOOT} [1]_", f"{LOOT} [#]_", f"{LOOT} [#x]_", f"{LOOT} [CIT]_", f"{LOOT}_", f"{LOOT}__",
        f"_`{LOOT}` x", f"``{LOOT}``", f"**{LOOT}**", f"*{LOOT}*", f"`{LOOT}`", f"{LOOT} **x", f"{LOOT} `x", f"{LOOT}::",
        f"{LOOT}\n\n{LOOT}", f"{LOOT}\n=====", f"- {LOOT}", f"#. {LOOT}", f":x: {LOOT}", f"| {LOOT}", f">>> {LOOT}",
        f"  {LOOT}", f"{LOOT}\n  x\n    y", f".. _x: https://evil.example\n\n{LOOT}", f"__ https://evil.example\n\n{LOOT}",
        f".. {LOOT}", f".. [1] {LOOT}", f"+---+\n| {LOOT} |\n+---+", f"{LOOT} #noqa", f"{LOOT} {{each}}", f"{LOOT} {{0}}",
        f"{LOOT} {{x.__class__}}", f"{LOOT} %(x)s", f"{LOOT} ${{x}}", f"{LOOT} <script>alert(1)</script> `x <y>`_",
    ]  # fmt: skip
    found += [f"{LOOT} {char}12{char}" for char in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u206e\u001b\u0085\u2028"]
    found += [f"{LOOT} 1{char}2" for char in "\u200b\u200d\u200e\u200f\u2060\u00ad\u2063\u3164\u115f\u2800\U000e0031"]
    found += [
        f"{LOOT} 1\u0336",
        f"{LOOT} n\u0336o\u0336",
        "x " * 5000 + LOOT,
        "`" * 3000 + LOOT,
        "*a " * 900 + LOOT,
        "a-" * 900 + LOOT,
    ]
    return list(dict.fromkeys(found))


def words() -> itertools.chain[str]:
    """Different words without a number in them."""
    letters = "bcdfghjklm"
    return itertools.chain.from_iterable(
        ("".join(pair) + "ar" for pair in itertools.product(letters, repeat=count)) for count in (3,)
    )


class Victim:
    """A project whose handout has a sentence for each attack, and a file next to it that must stay secret."""

    def __init__(self, project: Project, language: str) -> None:
        self.project = project
        self.language = language
        self.secret = project.srcdir.parent / "secret.txt"
        self.secret.write_text(f"{SECRET}\n")
        (project.srcdir / "inside.txt").write_text(f"{SECRET}\n")
        self.attacks = attacks(language, self.secret)
        self.sentences = {
            f"Rest your knee, {word}.": attack for word, attack in zip(words(), self.attacks, strict=False)
        }
        assert len(self.sentences) == len(self.attacks)
        page = project.srcdir / "handouts/knee.rst"
        page.write_text(page.read_text() + "\n" + "".join(f"\n{sentence}\n" for sentence in self.sentences))

    def attack(self, domain: str = "handouts", folder: str = "locales") -> Path:
        """Write the hostile catalogue."""
        return write_po(self.project.srcdir / folder / self.language / "LC_MESSAGES" / f"{domain}.po", self.sentences)


def quoted(text: str) -> str:
    for char, escape in {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}.items():
        text = text.replace(char, escape)
    return f'"{text}"'


def write_po(path: Path, messages: dict[str, str], language: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {language or path.parent.parent.name}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f"\nmsgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n" for msgid, msgstr in messages.items())
    path.write_text(head + "".join(entries), encoding="utf-8")
    return path


def written(folder: Path) -> dict[Path, bytes]:
    """Every file that a build has written, but for what Sphinx keeps for itself."""
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {".doctrees", "doctrees"} & {*path.parts}
    }
