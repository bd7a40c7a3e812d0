"""A translation must not be so long that it cannot be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.catalogue.checks.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.problem import Problem

TIMES = 20
EXTRA = 2000
# Reading markup takes time that grows with the number of marks times the length, and with the square of the longest
# unbroken run of address characters: with these two bounded as well, it grows with the length alone.
MARK = re.compile(r"[*`|_@:\\]")
EXTRA_MARKS = 40
LONG = 300
RUN = re.compile(rf"[!-~]{{{LONG},}}")


class Length(Check):
    """A translation is at most twenty times as long as its source, and 2000 characters more. It has about as much
    markup as its source, and no endless words. Anything else is a mistake of some program, or an attack on it.
    """

    code = "catalogue-length"
    guards = True

    def check(self, message: Message) -> Iterator[Problem]:
        for sources, form in self.pairs(message):
            longest = max(sources, key=len)
            limit = TIMES * len(longest) + EXTRA
            if len(form) > limit:
                yield self.problem(
                    message,
                    f"the translation has {len(form):,} characters, but at most {limit:,} can be right; shorten it",
                )
            elif len(MARK.findall(form)) > 2 * len(MARK.findall(longest)) + EXTRA_MARKS:
                yield self.problem(
                    message,
                    "the translation has far more markup (* ` | _ : @ \\) than the source; take out what is new",
                )
            elif _longest_run(form) > _longest_run(longest) + LONG:
                yield self.problem(message, "the translation has a word of more than 300 letters; put spaces into it")


def _longest_run(text: str) -> int:
    """The length of the longest word, if it is a long one."""
    return max(map(len, RUN.findall(text)), default=0)
