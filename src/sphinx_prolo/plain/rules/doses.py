"""A dose must not be open to misreading: rules of ISMP, the Joint Commission and USP <17>, in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_prolo.plain.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_prolo.plain.passage import Sentence
    from sphinx_prolo.problem import Problem

_UNIT = "(?:mcg|mg|kg|g|mL|ml|dL|dl|cm|mm|mmol|IU|units?|%)"
_INSTEAD = {
    "U": "write 'units'", "IU": "write 'international units'", "QD": "write when: 'each morning'",
    "QOD": "write 'every other day'", "BID": "write when: 'in the morning and in the evening'",
    "TID": "write when: 'in the morning, at noon and in the evening'", "QID": "write at what times of the day",
    "PRN": "write 'if you need it'", "cc": "write 'mL'", "µg": "write 'mcg'",
}  # fmt: skip


class Abbreviation(Rule):
    """Abbreviations that people have died of are written out: U, IU, QD, QOD, BID, TID, QID, PRN, cc, µg."""

    code = "plain-abbreviation"
    pattern = re.compile(
        r"(?<=\d)\s?(?P<unit>U|IU|cc|[µμ]g)(?!\w)|(?<![\w.])(?P<word>IU|Q\.?O\.?D|q\.?o\.?d|Q\.?D|q\.?d|B\.?I\.?D|b\.i\.d|"
        r"T\.?I\.?D|t\.i\.d|Q\.?I\.?D|q\.i\.d|P\.?R\.?N|p\.r\.n|[µμ]g)(?!\w)"
    )

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        for match in self.pattern.finditer(sentence.text):
            written = match["unit"] or match["word"]
            plain = written.replace(".", "").replace("μ", "µ")
            instead = _INSTEAD.get(plain) or _INSTEAD[plain.upper()]
            yield self.note(sentence, f"'{written}' can be misread or not understood; {instead}")


class Zero(Rule):
    """A number has a zero in front of its point and none at its end: 0.5 mg, not .5 mg; 1 mg, not 1.0 mg."""

    code = "plain-zero"
    trailing = re.compile(rf"(?<![\d.,])\d+(?:\.\d*0|,\d?0)(?=\s?{_UNIT}(?!\w))")
    leading = re.compile(r"(?<![\w.,)\]])[.,]\d+")

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        for match in self.trailing.finditer(sentence.text):
            less = match[0].rstrip("0").rstrip(".,")
            yield self.note(sentence, f"'{match[0]}' can be misread by a factor of ten; write {less}")
        for match in self.leading.finditer(sentence.text):
            yield self.note(sentence, f"'{match[0]}' can be misread by a factor of ten; write 0{match[0]}")


class Glued(Rule):
    """There is a space between a number and its unit: 10 mg, not 10mg. The percent sign may follow at once."""

    code = "plain-glued-unit"
    pattern = re.compile(
        r"(?<![\w.])(\d+(?:[.,]\d+)?)(mcg|mg|kg|g|mL|ml|dL|dl|cm|mm|mmol|min|h|IU|units?|cc|[µμ]g)(?!\w)"
    )

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        for match in self.pattern.finditer(sentence.text):
            yield self.note(sentence, f"'{match[0]}' can be misread; put a space in between: {match[1]} {match[2]}")


class Daily(Rule):
    """Who takes a medicine is told when: "in the morning and in the evening", not "twice a day"."""

    code = "plain-times-a-day"

    def check(self, sentence: Sentence) -> Iterator[Problem]:
        pattern = self.language.daily
        for match in pattern.finditer(sentence.text) if pattern else ():
            told = f"'{match[0]}' does not say when; for a medicine name the times of the day, such as 'each morning'"
            yield self.note(sentence, told)
