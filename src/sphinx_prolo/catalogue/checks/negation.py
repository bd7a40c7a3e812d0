"""A translation must say "not" where its source does, and only there."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_prolo.catalogue.checks.check import Check, Outcome
from sphinx_prolo.catalogue.excerpt import excerpt
from sphinx_prolo.catalogue.prose import prose
from sphinx_prolo.catalogue.stretches import Stretch, clauses, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_prolo.catalogue.message import Message
    from sphinx_prolo.lexicon import Lexicon, Negator
    from sphinx_prolo.problem import Problem


# "not unusual", "not impossible": two negations in English, and often none in a translation.
_UNDOING = re.compile(r"(?:un(?!less|til)|i[nmrl])\w{3}", re.IGNORECASE)


class Text(NamedTuple):
    """A prose, the stretches of it that are compared one by one, and its negators."""

    words: str
    stretches: Sequence[Stretch]
    negators: Sequence[Negator]

    def inside(self, stretch: Stretch) -> list[Negator]:
        first, last = (bisect_left(self.negators, place, key=_start) for place in stretch)
        return list(self.negators[first:last])

    def demanded(self, stretch: Stretch) -> list[Negator]:
        """The sure ones, but for those that the next word takes back: "not unusual" may be translated by "common"."""
        found = self.inside(stretch)
        taken_back = {
            negator
            for negator, following in pairwise(found)
            if not self.words[negator.end : following.start].strip()
            and _UNDOING.match(self.words, following.start, following.end)
        }
        return [negator for negator in found if negator.sure and negator not in taken_back]


def _start(negator: Negator) -> int:
    return negator.start


class Negation(Check):
    """Where the source says "do not", "never", "avoid", "without" or "no", the translation says so too, in any way
    that the language has; and it does not say so where the source does not. A lost "not" turns a warning into advice.
    Sentences are compared one by one if there are as many in the translation as in the source.
    """

    code = "catalogue-negation"
    outcome = Outcome.HOLD

    def check(self, message: Message) -> Iterator[Problem]:
        own, foreign = self.place.source_lexicon, self.place.lexicon
        if own is None or foreign is None or not own.has_negators or not foreign.has_negators:
            return
        for sources, form in self.pairs(message):
            if form in sources:
                continue
            findings = [list(compare(prose(source), prose(form), own, foreign)) for source in sources]
            if all(findings):
                yield from (self.problem(message, text) for text in findings[-1])


class NegationUnknown(Check):
    """The program does not know how the language says "not". If the source says "not", "never" or "without", look
    whether the translation does.
    """

    code = "catalogue-negation"
    outcome = Outcome.NOTE

    def check(self, message: Message) -> Iterator[Problem]:
        own, foreign = self.place.source_lexicon, self.place.lexicon
        if own is None or foreign is None or foreign.has_negators:
            return
        said = [negator for negator in own.negators(prose(message.msgid)) if negator.sure]
        if said and message.msgid not in message.msgstr:
            word = prose(message.msgid)[said[0].start : said[0].end]
            yield self.problem(message, f"the source says '{excerpt(word)}'; see that the translation says so too")


def compare(source: str, form: str, own: Lexicon, foreign: Lexicon) -> Iterator[str]:
    """What is wrong with the negations of a translation; nearly always nothing, so the quick answers come first."""
    said, found = own.negators(source), foreign.negators(form)
    if not said and not found:
        return
    wanted = Text(source, sentences(source), said)
    given = Text(form, sentences(form), found)
    if len(wanted.stretches) != len(given.stretches):
        wanted, given = (text._replace(stretches=[(0, len(text.words))]) for text in (wanted, given))
    for one, other in zip(wanted.stretches, given.stretches, strict=True):
        yield from _compare(wanted, given, one, other)


def _compare(wanted: Text, given: Text, one: Stretch, other: Stretch) -> Iterator[str]:
    """What is wrong with a sentence."""
    asked = wanted.demanded(one)
    found = given.inside(other)
    sure = [negator for negator in found if negator.sure]
    if asked and not found:
        yield _lost(wanted, asked[0])
    elif (
        lost := _lost_beside(asked, wanted.inside(one), found) or _lost_in_a_clause(wanted, given, one, other)
    ) is not None:
        yield _lost(wanted, lost)
    elif sure and not wanted.inside(one):
        word = given.words[sure[0].start : sure[0].end]
        yield f"the translation says '{excerpt(word)}', but the source has no negation there; correct the translation"


def _lost_beside(asked: Sequence[Negator], said: Sequence[Negator], found: Sequence[Negator]) -> Negator | None:
    """The "not" of "do not stop without asking", of which only the "without" is left."""
    if all(one.beside for one in found) and any(one.beside for one in said):
        return next((one for one in asked if not one.beside), None)
    return None


def _lost_in_a_clause(wanted: Text, given: Text, one: Stretch, other: Stretch) -> Negator | None:
    """A negator of several whose clause has none in the translation, if the sentences have their clauses in common."""
    if len(wanted.demanded(one)) < 2:
        return None
    parts, others = _within(wanted.words, one), _within(given.words, other)
    if len(parts) != len(others):
        return None
    asked, found = [wanted.demanded(part) for part in parts], [given.inside(part) for part in others]
    if sum(map(bool, asked)) <= sum(map(bool, found)):
        return None  # the clauses may stand in another order
    return next((said[0] for said, theirs in zip(asked, found, strict=True) if said and not theirs), None)


def _within(words: str, stretch: Stretch) -> list[Stretch]:
    start, end = stretch
    return [(start + first, start + last) for first, last in clauses(words[start:end])]


def _lost(text: Text, negator: Negator) -> str:
    context = text.words[max(0, negator.start - 12) : negator.end + 24].strip()
    return f"the source says '…{excerpt(context)}…', but no word for 'not' is found there; correct the translation"
