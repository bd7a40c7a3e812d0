"""A translation must not name an address or a telephone number that its source does not name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check
from sphinx_prolo.catalogue.domains import DOMAIN
from sphinx_prolo.catalogue.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

# The characters of an address; a full stop of another script or a Chinese character ends it.
_REST = r"""[!#-&(-;=?-_a-~]{1,300}"""
_START = "(?<![a-z0-9])"
# Readers of PDFs turn an address into a link even where docutils does not.
ADDRESS = re.compile(
    rf"""
    [a-z][a-z0-9+.-]{{1,20}}://{_REST}
    | {_START}(?:javascript|vbscript|mailto|whatsapp|skype|facetime|magnet|file(?=:[/\\.~])):{_REST}
    | {_START}(?:data:\w+/|(?:tel|sms|callto|sip|sips|xmpp):\+?[\w.]){_REST}
    | {_START}www\.{_REST} | (?<![\w:/])//(?=\w){_REST}
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+
    | {_START}(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}(?![0-9.])
    | {_START}[a-z]{{0,20}}%(?:3a|2f|40)[^\s]{{1,300}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_ONE = re.compile(r"\w[.。]\w|:\S|@|//|%[234]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\u061c\ufe00-\ufe0f\ufeff]")
_ENDS = ".,;:!?)]}»”’"
# Other dots that programs accept between the parts of a domain (RFC 3490), between ASCII letters.
_DOTS = re.compile(r"(?<=[a-z0-9])[。．｡](?=[a-z0-9])")

_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+\s?|\(\+?)?\d(?:[\s()/.\u2010-\u2015\u2212-]{0,3}\d){6,19}(?!\w)")
# Dates, ranges of years and numbers in groups of three have as many digits.
_NO_TELEPHONE = re.compile(
    r"\d{1,4}[-./\s]{1,2}\d{1,2}[-./\s]{1,2}\d{1,4}"
    r"|(?:1[89]|20)\d\d\D{1,3}(?:1[89]|20)\d\d"
    r"|\d{1,3}(?:[ .,\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?"
)


class Addresses(Check):
    """A translation names no web address, e-mail, link or telephone number that its source does not name, also not as
    plain text: programs that show PDFs make links of them. Those of the source are copied as they are.
    """

    code = "catalogue-address"

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            if form in sources:
                continue
            plain = _printed(form)
            if _MAY_HOLD_ONE.search(plain):
                known = {
                    address for source in sources for text in (source, _printed(source)) for address in addresses(text)
                }
                for address in sorted(addresses(plain) - known):
                    yield self.problem(message, f"the address '{excerpt(address)}' is not in the source; take it out")
            for number in _telephones(plain):
                if not any(_digits(number) in _digits(source) for source in sources):
                    yield self.problem(message, f"the number '{excerpt(number)}' is not in the source; take it out")


def _printed(text: str) -> str:
    """The text without what is not seen of it, and with plain letters for wide and round ones."""
    if "\\" in text:
        text = _ESCAPE.sub(lambda escape: escape[1].strip(), text)
    if text.isascii():
        return text
    # A wide colon ends a word and begins no address.
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text).replace("：", ": "))


def addresses(text: str) -> set[str]:
    """Everything in a text that a program could take for an address, in small letters."""
    text = _DOTS.sub(".", text)
    found = {match.rstrip(_ENDS).lower() for match in ADDRESS.findall(text)}
    return found | {match[0].lower() for match in DOMAIN.finditer(text)}


def _telephones(text: str) -> Iterator[str]:
    """The numbers of seven digits and more that could be dialled."""
    for match in _TELEPHONE.finditer(text):
        if not _NO_TELEPHONE.fullmatch(match[0].strip()):
            yield match[0].strip()


def _digits(text: str) -> str:
    """The digits of a text in order, in Western ones."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())
