"""Vetted messages in, the .po and .mo files that Sphinx reads out. The same messages make the same bytes, any day."""

from __future__ import annotations

import datetime
import gettext
import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sphinx_prolo.catalogue import writer
from sphinx_prolo.catalogue.message import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

_NO_RULES: Mapping[str, str] = MappingProxyType({})

# Sphinx asks for a date in no place, but Babel writes one in any case.
_NO_DATE = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def write_vetted(
    vetted: Mapping[str, Sequence[Message]], folder: Path, language: str, plural_rules: Mapping[str, str] = _NO_RULES
) -> tuple[Path, ...]:
    """Write ``<folder>/<language>/LC_MESSAGES/<domain>.po`` and ``.mo``, empty other domains; return what changed.

    Sphinx reads a document again when its .mo is newer than what it knows, and compiles a .po that is newer than its
    .mo. So a pair is written if its content changed, the .mo last, and else not touched. Sphinx does not see that
    a .mo is gone, and would print the old translation for ever; so the catalogue of a domain without source is emptied.

    plural_rules  domain -> the Plural-Forms by which its messages were translated; CLDR's where there is none
    """
    root = folder / language / "LC_MESSAGES"
    gone = {domain: () for domain in _domains(root) if domain not in vetted}
    changed: list[Path] = []
    for domain, messages in {**vetted, **gone}.items():
        assert ".." not in domain.split("/")
        po = root.joinpath(*f"{domain}.po".split("/"))
        pair = po, po.with_name(f"{po.stem}.mo")
        contents = _contents(messages, language, plural_rules.get(domain, ""))
        if not _up_to_date(pair, contents):
            for path, content in zip(pair, contents, strict=True):
                writer.replace_file(path, content)
            changed += pair
    _forget({str(path.resolve()) for path in changed} | {str(path.absolute()) for path in changed})
    return tuple(changed)


def _domains(root: Path) -> list[str]:
    """The domains that were written before."""
    return sorted(path.relative_to(root).as_posix()[: -len(".mo")] for path in root.rglob("*.mo"))


def _contents(messages: Iterable[Message], language: str, plural_rule: str) -> tuple[bytes, bytes]:
    """The two files, in the order of the messages' keys, so that the one changes if and only if the other does."""
    ordered = sorted(messages, key=lambda message: (message.msgid, message.context or ""))
    catalog = _catalog(language, plural_rule)
    header = Message("", ("".join(writer.header_lines(catalog.mime_headers)),))
    for message in ordered:
        if message.plural is None:
            catalog.add(message.msgid, message.msgstr[0], context=message.context)
        else:
            catalog.add((message.msgid, message.plural), message.msgstr, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return writer.document(writer.body(message, width=0) for message in (header, *ordered)), compiled.getvalue()


def _catalog(language: str, plural_rule: str) -> Catalog:
    """An empty catalogue of Babel's with the plural rule; CLDR's if there is none, none if CLDR has none."""
    try:
        catalog = Catalog(locale=language, project="vetted", version="messages", creation_date=_NO_DATE, fuzzy=False)
    except ValueError:
        catalog = Catalog(project="vetted", version="messages", creation_date=_NO_DATE, fuzzy=False)
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.revision_date = ""
    if plural_rule:
        catalog.mime_headers = [("Plural-Forms", plural_rule), ("Content-Type", "text/plain; charset=utf-8")]
    return catalog


def _up_to_date(pair: tuple[Path, Path], contents: tuple[bytes, bytes]) -> bool:
    po, mo = pair
    try:
        same = (po.read_bytes(), mo.read_bytes()) == contents
        return same and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns
    except OSError:
        return False


def _forget(paths: Collection[str]) -> None:
    """Let gettext read changed files again: it keeps every .mo that it has read for as long as the process lives."""
    cache = getattr(gettext, "_translations", {})
    for key in [key for key in cache if key[1] in paths]:
        del cache[key]
