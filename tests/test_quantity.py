"""A quantity is what was written, or it is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_prolo.quantity import (
    SPELLINGS,
    TIME,
    Bound,
    Quantity,
    QuantityError,
    ReversedRangeError,
    Unit,
    UnknownUnitError,
    parse,
)

# Numbers as people may write them: no trailing zero after the point, nine digits at most before it.
numbers = st.builds(
    lambda whole, part: Decimal(f"{whole}.{part}".rstrip("0").rstrip(".")) if part else Decimal(whole),
    st.integers(0, 999_999_999),
    st.sampled_from(["", "", "5", "25", "125", "0625"]),
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Every quantity that can be written."""
    low, high = sorted((draw(numbers), draw(numbers)))
    shape = draw(st.sampled_from(["one", "range", "of"]))
    high = high if shape == "range" else low
    bound = draw(st.sampled_from(Bound)) if low == high else Bound.EXACT
    approx = draw(st.booleans())
    if shape == "of":
        return Quantity(low, low, of=low + draw(st.integers(1, 9)), bound=bound, approx=approx)
    unit = draw(st.none() | st.sampled_from([unit for unit in Unit if unit is not Unit.PERCENT or high <= 100]))
    return Quantity(low, high, unit, draw(st.none() | st.sampled_from(TIME)), None, bound, approx)


@given(quantities())
def test_what_is_written_out_is_read_back(quantity: Quantity) -> None:
    if quantity.of is not None and quantity.of > 999_999_999:
        return
    assert parse(str(quantity)) == quantity


ALMOST = r"(about |up to )?[0-9.,]{1,5}[-–/ ][0-9.]{0,4} ?[a-z%]{0,9}( per [a-z]{1,5})?"


@given(st.text(max_size=40) | st.from_regex(ALMOST, fullmatch=True))
def test_any_text_is_a_quantity_or_refused_in_one_line(text: str) -> None:
    try:
        quantity = parse(text)
    except QuantityError as exc:
        assert "\n" not in str(exc)
    else:
        assert quantity.low <= quantity.high
        assert parse(str(quantity)) == quantity


@given(st.sampled_from(sorted(SPELLINGS)), st.integers(1, 100))
def test_every_spelling_of_a_unit(spelling: str, number: int) -> None:
    quantity = Quantity(Decimal(number), Decimal(number), SPELLINGS[spelling])
    assert parse(f"{number} {spelling}") == parse(f"{number}{spelling}") == quantity


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("10-15 min", Quantity(Decimal(10), Decimal(15), Unit.MINUTE)),
        ("10 – 15 min", Quantity(Decimal(10), Decimal(15), Unit.MINUTE)),
        ("1 to 5 days", Quantity(Decimal(1), Decimal(5), Unit.DAY)),
        ("3 per day", Quantity(Decimal(3), Decimal(3), None, Unit.DAY)),
        ("500 mg per day", Quantity(Decimal(500), Decimal(500), Unit.MILLIGRAM, Unit.DAY)),
        ("up to 10 rounds", Quantity(Decimal(10), Decimal(10), Unit.ROUND, bound=Bound.UP_TO)),
        ("about at least 3", Quantity(Decimal(3), Decimal(3), bound=Bound.AT_LEAST, approx=True)),
        ("80-90 %", Quantity(Decimal(80), Decimal(90), Unit.PERCENT)),
        ("0.5 mL", Quantity(Decimal("0.5"), Decimal("0.5"), Unit.MILLILITER)),
        ("1 in 100", Quantity(Decimal(1), Decimal(1), of=Decimal(100))),
        ("  3\n weeks ", Quantity(Decimal(3), Decimal(3), Unit.WEEK)),
    ],
)
def test_read(text: str, quantity: Quantity) -> None:
    assert parse(text) == quantity


@pytest.mark.parametrize(
    "text",
    ["", "min", "ten min", "-3 min", "3,5 min", "1,000", "1e3", ".5 mL", "5. mL", "0.50 mL", "1.0", "05 min",
     "3 min min", "3 per", "3 per mg", "1 in 0", "3 in 2", "1 in 10 min", "1 in 10 per day", "101 %", "up to 3-5 min",
     "3-4-5 d", "٣ min", "3 min.", "1/100", "3 µg", "1234567890 d", "0.12345 mL", "3 Min"],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        parse(text)


def test_a_reversed_range_and_an_unknown_unit_have_their_own_errors() -> None:
    with pytest.raises(ReversedRangeError, match="write 10-15"):
        parse("15-10 min")
    with pytest.raises(UnknownUnitError, match="known are: min, minute"):
        parse("3 fortnights")


def test_the_message_stays_short_and_on_one_line() -> None:
    for text in ("1 " + "m" * 9999, "x" * 9999, "3 in 2\n" + " " * 999, "200\n\n%"):
        with pytest.raises(QuantityError) as caught:
            parse(text)
        assert "\n" not in str(caught.value) and len(str(caught.value)) < 400
