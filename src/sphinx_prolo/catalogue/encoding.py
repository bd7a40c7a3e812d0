"""The bytes of a PO file in, its text out, in the charset that its header declares, or where it is not."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.scanner import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARED = re.compile(rb"""content-type:[^\n"]*?charset=([^\s;"'\\]*)""", re.IGNORECASE)
# Where a string goes on in the next line: a tool with narrow lines parts even the header.
_JOINT = re.compile(rb'"[ \t]*\r?\n[ \t]*"')
# The charsets that GNU gettext calls portable, as families. Python knows more, some of which are programs in disguise.
_PORTABLE = re.compile(
    r"utf-?8|(us-)?ascii|iso-?8859-\d+|(windows-|cp)\d{3,4}|koi8-[rut]|gb2312|gbk|gb18030|big5(-hkscs)?"
    r"|euc-(jp|kr|cn)|shift_?jis|johab|tis-620",
    re.IGNORECASE,
)
_MANY = 5


def decode(data: bytes) -> tuple[str, list[Mistake]]:
    """The text of a file and what is wrong with its bytes; the text is empty if anything is."""
    mistake = _shape(data)
    if mistake is not None:
        return "", [mistake]
    found = _DECLARED.search(data) or _DECLARED.search(_JOINT.sub(b"", data))
    if found is None:
        return "", [
            _charset(1, 'the header declares no charset; add "Content-Type: text/plain; charset=UTF-8\\n" to it')
        ]
    line = data.count(b"\n", 0, data.lower().find(b"content-type:")) + 1
    name = found[1].decode("ascii", "replace")
    if not _PORTABLE.fullmatch(name) or not _known(name):
        return "", [
            _charset(line, f"'{name[:40]}' is not a charset for PO files; save the file as UTF-8 and write UTF-8")
        ]
    if codecs.lookup(name).name != "utf-8" and not data.isascii() and _decodes(data, "utf-8"):
        return "", [_charset(line, f"the header says {name}, but the file is UTF-8; write charset=UTF-8")]
    if _decodes(data, name):
        return data.decode(name), []
    return "", list(islice(_wrong_lines(data, name), _MANY))


def _shape(data: bytes) -> Mistake | None:
    """What tells at once that these bytes cannot be read as PO."""
    if data.startswith(codecs.BOM_UTF8):
        return _charset(1, "the file starts with a byte order mark; save it as 'UTF-8 without BOM'")
    if b"\0" in data or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _charset(data.count(b"\n", 0, data.find(b"\0")) + 1, "this is not plain text; save the file as UTF-8")
    return None


def _known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _wrong_lines(data: bytes, name: str) -> Iterator[Mistake]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            line.decode(name)
        except UnicodeDecodeError as exc:
            yield _charset(
                number,
                f"byte 0x{line[exc.start]:02X} (position {exc.start + 1}) is not {name}, which the header declares;"
                " save the file as UTF-8 and write charset=UTF-8",
            )


def _charset(line: int, message: str) -> Mistake:
    return Mistake(line, "catalogue-charset", message)
