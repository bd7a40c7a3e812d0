"""A template and a language in, the head of a new catalogue out; and a catalogue in its simplest form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog as BabelCatalog

from sphinx_prolo.catalogue import writer
from sphinx_prolo.catalogue.header import plural_count
from sphinx_prolo.catalogue.message import Catalogue, Message

if TYPE_CHECKING:
    from pathlib import Path

_TO_BE_FILLED_IN = "YEAR-MO-DA HO:MI+ZONE"
_FROM_TEMPLATE = ("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date")


class UnknownLocale(ValueError):  # noqa: N818 -- a condition, named as the language room names its own
    """CLDR does not know a language, so nobody knows its plural forms. The message says what to do."""


def new_catalogue(language: str, template: Catalogue) -> Catalogue:
    """A catalogue without messages. It names no translator: there is none yet. Raises UnknownLocale."""
    babel = _babel(language)
    assert babel.locale is not None
    english = babel.locale.english_name or language
    fields = {name: template.header.get(name, "") for name in _FROM_TEMPLATE}
    project = fields["Project-Id-Version"].strip()
    fields |= {
        "PO-Revision-Date": _TO_BE_FILLED_IN,
        "Last-Translator": "",
        "Language": language,
        "Language-Team": "",
        "Plural-Forms": babel.plural_forms,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    comment = f"{english} translations" + (f" for {project}." if project else ".")
    head = Message("", ("".join(writer.header_lines(fields.items())),), translator_comments=(comment, ""))
    return Catalogue(language, fields, head, babel.plural_forms, ())


def simplify(catalogue: Catalogue, path: Path) -> None:
    """Write the msgids and msgstrs alone, under a header that every tool can read."""
    fields = {"Content-Type": "text/plain; charset=UTF-8"}
    if plural_count(catalogue.plural_rule):
        fields["Plural-Forms"] = catalogue.plural_rule
    head = Message("", ("".join(writer.header_lines(fields.items())),))
    bare = [Message(m.msgid, m.msgstr, m.context, m.plural, flags=m.flags) for m in catalogue.messages]
    writer.replace_file(path, writer.document(writer.entry(message) for message in (head, *bare)))


def _babel(language: str) -> BabelCatalog:
    try:
        babel = BabelCatalog(locale=language)
    except ValueError:
        babel = BabelCatalog()
    if babel.locale is None:
        raise UnknownLocale(
            f"'{language}' is not a language that CLDR knows; write it as Sphinx does, like es or pt_BR"
        )
    return babel
