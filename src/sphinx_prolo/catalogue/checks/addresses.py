"""A translation must not name an address that its source does not name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check
from sphinx_prolo.catalogue.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

# Readers of PDFs turn an address into a link even where docutils does not. The last letters of a domain are a list, not
# a pattern: a space that was forgotten after a full stop ("dolor.Es") is no address.
_ENDINGS = (
    "com|org|net|edu|gov|info|biz|io|int|eu|uk|us|es|fr|de|it|pt|br|mx|ar|ru|ua|cn|jp|kr|in|vn|tk|xyz|top|site|online"
)
_DOMAINS = f"(?-i:{_ENDINGS}|{_ENDINGS.upper()})"
# The characters of an address; a full stop of another script or a Chinese character ends it.
_REST = r"""[!#-&(-;=?-_a-~]{1,300}"""
_START = "(?<![a-z0-9])"
ADDRESS = re.compile(
    rf"""
    {_START}[a-z][a-z0-9+.-]{{1,20}}://{_REST}
    | {_START}(?:javascript|vbscript|file|mailto|whatsapp):{_REST}
    | {_START}(?:data:\w+/|(?:tel|sms):\+?\d){_REST}
    | {_START}www\.{_REST}
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+
    | (?<![a-z0-9@/.-])(?:[a-z0-9-]{{1,64}}\.){{1,4}}{_DOMAINS}(?![a-z0-9-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_ONE = re.compile(r"\w\.\w|:\S|@")
_ENDS = ".,;:!?)]}»”’"


class Addresses(Check):
    """A translation names no web address, e-mail or link that its source does not name, also not as plain text:
    programs that show PDFs make links of them. Addresses of the source are copied as they are.
    """

    code = "catalogue-address"

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            plain = unicodedata.normalize("NFKC", form)
            if not _MAY_HOLD_ONE.search(plain):
                continue
            known = {address for source in sources for address in addresses(source)}
            for address in sorted(addresses(plain) - known):
                yield self.problem(message, f"the address '{excerpt(address)}' is not in the source; take it out")


def addresses(text: str) -> set[str]:
    """Everything in a text that a program could take for an address, in small letters."""
    return {match.rstrip(_ENDS).lower() for match in ADDRESS.findall(text)}
