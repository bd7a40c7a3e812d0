"""The registry of labels in, the template for translators out: ``python -m sphinx_prolo.language.pot`` writes it."""

from __future__ import annotations

import textwrap
from pathlib import Path

from sphinx_prolo.language.label import Label, placeholders
from sphinx_prolo.language.labels import LABELS

POT = Path(__file__).parents[1] / "locales" / "sphinx_prolo.pot"

_HEAD = """\
# What sphinx-prolo prints of its own: heads of tables, units of counting, marks, page furniture.
# Made by `python -m sphinx_prolo.language.pot`; do not edit. BSD-3-Clause, as sphinx-prolo.
msgid ""
msgstr ""
"Project-Id-Version: sphinx-prolo\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def template() -> str:
    """The text of the .pot: every label with its comment, context and flag; no date, so that only labels change it."""
    return "\n".join([_HEAD, *map(_entry, LABELS)])


def _entry(label: Label) -> str:
    lines = [f"#. {line}" for line in textwrap.wrap(label.comment, 100)]
    if placeholders(label.msgid):
        lines.append("#, python-brace-format")
    if label.context:
        lines.append(f"msgctxt {_quoted(label.context)}")
    lines.append(f"msgid {_quoted(label.msgid)}")
    if label.plural is None:
        lines.append('msgstr ""')
    else:
        lines += [f"msgid_plural {_quoted(label.plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    POT.parent.mkdir(exist_ok=True)
    POT.write_text(template(), encoding="utf-8")
