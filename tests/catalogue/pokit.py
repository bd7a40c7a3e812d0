"""Small PO files for the tests of the catalogue room."""

from __future__ import annotations

from pathlib import Path

from sphinx_prolo import catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def quoted(text: str) -> str:
    for char, escape in {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}.items():
        text = text.replace(char, escape)
    return f'"{text}"'


def po(*pairs: tuple[str, str], language: str = "es") -> str:
    """The text of a .po with these msgids and msgstrs."""
    entries = [f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n" for msgid, msgstr in pairs]
    return "\n".join([HEADER.format(language=language), *entries])


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def vetted(msgid: str, msgstr: str, language: str = "es") -> catalogue.Vetted:
    """The judgement on one message, which may hold what no PO file could."""
    message = catalogue.Message(msgid, (msgstr,), line=7)
    header = catalogue.Message("", (f"Language: {language}\n",))
    whole = catalogue.Catalogue(language, {"Language": language}, header, "", (message,))
    return catalogue.vet(whole, "x.po", language=language)


def codes(judgement: catalogue.Vetted) -> set[str]:
    return {problem.code for problem in judgement.problems}
