"""Vetted messages in, the .po and .mo files that Sphinx reads out. The same messages make the same bytes, any day."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sphinx_prolo.catalogue import format as po_format
from sphinx_prolo.catalogue.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# Sphinx asks for a date in no place, but Babel writes one in any case.
_NO_DATE = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def write_vetted(vetted: Mapping[str, Sequence[Message]], folder: Path, language: str) -> tuple[Path, ...]:
    """Write ``<folder>/<language>/LC_MESSAGES/<domain>.po`` and ``.mo``, delete other domains; return what changed.

    Sphinx reads a document again when its .mo is newer than what it knows, and compiles a .po that is newer than its
    .mo. So a pair is written if its content changed, the .mo last, and else not touched.
    """
    root = folder / language / "LC_MESSAGES"
    changed: list[Path] = []
    expected: set[Path] = set()
    for domain, messages in vetted.items():
        stem = root.joinpath(*domain.split("/"))
        assert root in stem.parents
        assert ".." not in stem.parts
        pair = stem.with_name(f"{stem.name}.po"), stem.with_name(f"{stem.name}.mo")
        expected.update(pair)
        contents = _contents(messages, language)
        if not _up_to_date(pair, contents):
            for path, content in zip(pair, contents, strict=True):
                po_format.replace_file(path, content)
            changed += pair
    return tuple(changed) + tuple(_prune(root, expected))


def _contents(messages: Iterable[Message], language: str) -> tuple[bytes, bytes]:
    """The two files, in the order of the messages' keys, so that the one changes if and only if the other does."""
    ordered = sorted(messages, key=lambda message: (message.msgid, message.context or ""))
    catalog = _catalog(language)
    header = Message("", ("".join(po_format.header_lines(catalog.mime_headers)),))
    for message in ordered:
        if message.plural is None:
            catalog.add(message.msgid, message.msgstr[0], context=message.context)
        else:
            catalog.add((message.msgid, message.plural), message.msgstr, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return po_format.document(po_format.body(message, width=0) for message in (header, *ordered)), compiled.getvalue()


def _catalog(language: str) -> Catalog:
    """An empty catalogue of Babel's; without plural forms if CLDR does not know the language."""
    try:
        catalog = Catalog(locale=language, project="vetted", version="messages", creation_date=_NO_DATE, fuzzy=False)
    except ValueError:
        catalog = Catalog(project="vetted", version="messages", creation_date=_NO_DATE, fuzzy=False)
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.revision_date = ""
    return catalog


def _up_to_date(pair: tuple[Path, Path], contents: tuple[bytes, bytes]) -> bool:
    po, mo = pair
    try:
        same = (po.read_bytes(), mo.read_bytes()) == contents
        return same and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns
    except OSError:
        return False


def _prune(root: Path, expected: set[Path]) -> list[Path]:
    """Delete the catalogues whose source is gone, and folders that this leaves empty."""
    found = sorted(root.rglob("*"), reverse=True)
    gone = [path for path in found if path.suffix in {".po", ".mo"} and path.is_file() and path not in expected]
    for path in gone:
        path.unlink()
    for path in found:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return gone
