"""A sentence should speak to the reader, and say who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_prolo.plain.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.plain.passage import Sentence
    from sphinx_prolo.problem import Problem


class Passive(Rule):
    """A sentence says who does something: "We clean your skin", not "Your skin is cleaned". Only English sentences are
    looked at. What looks like a passive but tells of a state ("the tissue is damaged") is left alone.
    """

    code = "plain-passive"

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        pattern, states = self.language.passive, self.language.states
        for match in pattern.finditer(sentence.text) if pattern else ():
            if match[1].lower() not in states:
                yield self.note(
                    sentence, f"'{match[0]}' may be passive; say who does it: 'we …', 'the doctor …', 'you …'"
                )


class Address(Rule):
    """A handout speaks to its reader: "You should rest", not "Patients should rest"."""

    code = "plain-address"

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        pattern = self.language.address
        for match in pattern.finditer(sentence.text) if pattern else ():
            yield self.note(sentence, f"'{match[0]}' speaks of patients; speak to the reader: 'you'")
