"""The source of a handout in, problems out for bytes that are no text and characters that change what is read unseen.

A direction override shows the digits of a dose in another order ("Trojan Source", CVE-2021-42574). Facts and
catalogues are guarded by their own rooms; this is the same for what stands in the document itself.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_prolo.problem import error
from sphinx_prolo.report import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_prolo.problem import Problem

# Control characters but tab and line ends, and the embeddings, overrides and isolates of Unicode's bidi algorithm.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_HANDOUT = re.compile(r"^\s*\.\.\s+handout::", re.MULTILINE)


def judge_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """At ``source-read``: report each such character of a handout with its line."""
    if _HANDOUT.search(source[0]):
        report(app.env, docname, _problems(source[0], str(app.env.doc2path(docname))))


def leave_out_unreadable(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """At ``env-before-read-docs``: one document that is not UTF-8 must not stop all the others from being printed.

    Of the handout builder only: the others write every document and so cannot leave one out.
    """
    if app.builder.name != "handout":
        return
    for docname in list(docnames):
        path = Path(env.doc2path(docname))
        data = path.read_bytes()
        try:
            data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            line = data.count(b"\n", 0, fault.start) + 1
            message = f"byte 0x{data[fault.start]:02X} is not UTF-8; save the file as UTF-8"
            report(env, docname, [error(str(path), line, "handout-encoding", message)])
            docnames.remove(docname)


def _problems(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for char in dict.fromkeys(_HIDDEN.findall(line)):
            name = unicodedata.name(char, "a control character")
            message = f"U+{ord(char):04X} ({name}) cannot be seen and can change what is read; delete it"
            yield error(path, number, "handout-control-character", message)


def setup_characters(app: Sphinx) -> None:
    app.connect("env-before-read-docs", leave_out_unreadable)
    app.connect("source-read", judge_source)
