"""Values in, their text in one language out: quantities, numbers, dates, lists, frequencies.

The text is plain, in logical order, with no-break spaces between a number and its unit and without direction marks;
see ``bidi`` for what a page does with it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.lists import format_list

from sphinx_prolo.language import digits, week
from sphinx_prolo.language.cldr import lender, locale_of
from sphinx_prolo.language.digits import NO_BREAK
from sphinx_prolo.language.label_counts import each
from sphinx_prolo.language.plural import form
from sphinx_prolo.language.profile import language_name
from sphinx_prolo.language.units import per_pattern, unit_pattern
from sphinx_prolo.quantity import COUNTED, TIME, Bound, Quantity, Unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from sphinx_prolo.language.labels import Labels
    from sphinx_prolo.language.profile import Profile

_MORE, _UP_TO = "may affect more than {n} in {of} people", "may affect up to {n} in {of} people"

# The bands of CIOMS III with the thresholds of the EMA QRD template: name, phrase, denominator.
_BANDS: dict[str, tuple[str, str, int]] = {
    "very-common": ("Very common", _MORE, 10),
    "common": ("Common", _UP_TO, 10),
    "uncommon": ("Uncommon", _UP_TO, 100),
    "rare": ("Rare", _UP_TO, 1_000),
    "very-rare": ("Very rare", _UP_TO, 10_000),
}
_NOT_KNOWN = "not-known"


class Writer:
    """Writes values in the language of a profile, with the words of its labels."""

    def __init__(self, profile: Profile, labels: Labels) -> None:
        self.profile = profile
        self.labels = labels
        self._code = profile.code

    def quantity(self, quantity: Quantity) -> str:
        """A quantity with its digits and its unit: ``10–15 minutes``, ``3 times a day``, ``80–90%``, ``1 in 100``."""
        if quantity.of is not None:
            text = self._frequency("{n} in {of}", quantity.low, quantity.high, quantity.of)
        elif quantity.unit is None and quantity.per is not None:
            text = self._counted(f"{{n}} time {each(quantity.per)}", quantity.low, quantity.high, "times")
        elif quantity.per is not None:
            text = self._per(self._amount(quantity), quantity.per)
        else:
            text = self._amount(quantity)
        if quantity.bound is not Bound.EXACT:
            text = self.labels.text(f"{quantity.bound} {{quantity}}", "bound", quantity=text)
        if quantity.approx:
            text = self.labels.text("about {quantity}", "bound", quantity=text)
        return text

    def qualified(self, text: str, qualifier: str) -> str:
        """A written value with what its source says of it: typical, minimum, maximum, up-to, reported."""
        return self.labels.text(f"{qualifier.replace('-', ' ')}: {{quantity}}", "qualifier", quantity=text)

    def number(self, value: Decimal | int) -> str:
        """A number in the language's digits, with all its decimals."""
        return digits.number(self._code, value)

    def count(self, msgid: str, n: int, context: str = "") -> str:
        """A label with a plural and ``{n}``: ``3 sentences are not translated``."""
        return self._counted(msgid, Decimal(n), Decimal(n), context)

    def date(self, day: datetime.date) -> str:
        """A date in CLDR's long form: ``20 de noviembre de 2026``."""
        return digits.date(self._code, day)

    def days(self, first: int, last: int) -> str:
        """A day of the week, or the days from one to another; Monday is 0: ``Monday – Friday``."""
        return week.days(self._code, first, last)

    def times(self, start: datetime.time, end: datetime.time) -> str:
        """Times of the day: ``8:00 AM – 5:30 PM``, ``8:00–17:30``."""
        return week.times(self._code, start, end)

    def list(self, items: Iterable[str]) -> str:
        """A list in a sentence, in CLDR's pattern: ``a, b y c``; by commas where CLDR has no "and" of the language."""
        if lender(self._code):
            return ", ".join(items)
        return format_list(list(items), locale=locale_of(self._code)).replace("\u200f", "")

    @property
    def comma(self) -> str:
        """What stands between two items of a list that is not closed by an "and": ``, ``, ``، ``, ``、``."""
        first, second, third = "\x01", "\x02", "\x03"
        return self.list([first, second, third]).partition(first)[2].partition(second)[0]

    def frequency(self, n: int, of: int) -> str:
        """A natural frequency with what is counted: ``3 in 100 people``."""
        return self._frequency("{n} in {of} people", Decimal(n), Decimal(n), Decimal(of))

    def band(self, name: str) -> str:
        """The official phrase of a frequency band: ``may affect up to 1 in 10 people``. Print the name with it."""
        if name == _NOT_KNOWN:
            return self.labels.text("frequency cannot be estimated from the available data", "frequency")
        _, msgid, of = _BANDS[name]
        return self._frequency(msgid, Decimal(1), Decimal(1), Decimal(of))

    def band_name(self, name: str) -> str:
        """The official name of a frequency band: ``Common``. Never print it alone: people overestimate it."""
        return self.labels.text("Not known" if name == _NOT_KNOWN else _BANDS[name][0], "frequency")

    def labelled(self, label: str, value: str) -> str:
        """A label and its value with the language's colon: ``How long: 10–15 minutes``."""
        return self.labels.text("{label}: {value}", label=label, value=value)

    def language(self, code: str) -> str:
        """What readers call another language, in running text: ``inglés``."""
        return language_name(code, locale_of(self._code))

    def _amount(self, quantity: Quantity) -> str:
        low, high, unit = quantity.low, quantity.high, quantity.unit
        written = digits.span(self._code, low, high)
        if unit is None:
            return written
        if unit is Unit.PERCENT:
            return digits.percent(self._code, written)
        if unit in COUNTED:
            return self._counted(f"{{n}} {unit}", low, high, "count")
        return self._measured(unit, form(self._code, low, high), written)

    def _measured(self, unit: Unit, category: str, written: str) -> str:
        """Time, mass, volume, length: the catalogue's own word if it has one, else CLDR's, else English, as missing."""
        msgid = f"{{n}} {unit}"
        own = self.labels.find(msgid, category, "unit") if unit in TIME else None
        if own is not None:
            return own.replace("{n} ", "{n}" + NO_BREAK).replace("{n}", written)
        pattern = unit_pattern(self._code, unit, category)
        if pattern is not None:
            return pattern.replace("{0}", written)
        return self._tied(self.labels.plural(msgid, category, "unit", n=written), written)

    def _per(self, amount: str, per: Unit) -> str:
        msgid = f"{{quantity}} per {per}"
        own = self.labels.find(msgid, context="unit")
        if own is not None:
            return own.replace("{quantity}", amount)
        pattern = per_pattern(self._code, per)
        if pattern is not None:
            return pattern.replace("{0}", amount)
        return self.labels.text(msgid, "unit", quantity=amount)

    def _counted(self, msgid: str, low: Decimal, high: Decimal, context: str) -> str:
        written = digits.span(self._code, low, high)
        return self._tied(self.labels.plural(msgid, form(self._code, low, high), context, n=written), written)

    def _frequency(self, msgid: str, low: Decimal, high: Decimal, of: Decimal) -> str:
        # Denominators are always grouped, as official leaflets print them: 1 de cada 1.000 stands beside 10.000.
        values = {
            "n": digits.span(self._code, low, high, always_group=True),
            "of": digits.number(self._code, of, always_group=True),
        }
        return self.labels.plural(msgid, form(self._code, of, of), "frequency", **values)

    @staticmethod
    def _tied(text: str, number: str) -> str:
        return text.replace(f"{number} ", number + NO_BREAK, 1)
