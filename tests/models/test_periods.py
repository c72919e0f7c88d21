"""Why: a day that is counted twice, or not at all, is money; months and leap years are where that happens."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.periods import (
    LedgerPeriod,
    Period,
    last_12_months,
    last_30_days,
    last_month,
    ledger_period,
    month_of,
    month_text,
    months_in,
    this_month,
)

DAY = timedelta(days=1)
days = st.dates(min_value=date(2005, 1, 1), max_value=date(2090, 12, 31))


@given(days)
def test_the_months_before_last_month_and_this_month_tile(today: date) -> None:
    year, month, so_far = last_12_months(today), last_month(today), this_month(today)
    assert month.last + DAY == so_far.first
    assert so_far.last + DAY == today
    assert year.last == month.last
    assert year.first.day == 1
    assert len(list(months_in(year))) == 12


@given(days, st.integers(min_value=-1, max_value=1_500))
def test_the_months_of_a_period_have_every_day_of_it_once(first: date, length: int) -> None:
    period = Period(first, first + length * DAY)
    parts = list(months_in(period))
    assert [day for part in parts for day in _days(part)] == list(_days(period))
    assert all(part.first.month == part.last.month and not part.is_empty for part in parts)


@given(days, st.integers(min_value=-1, max_value=400), days)
def test_a_cut_loses_no_day_and_doubles_none(first: date, length: int, border: date) -> None:
    period = Period(first, first + length * DAY)
    before, after = period.cut(border)
    assert list(_days(before)) + list(_days(after)) == list(_days(period))
    assert all(day < border for day in _days(before))
    assert all(day >= border for day in _days(after))


@given(days)
def test_thirty_days_end_yesterday_and_have_both_ends(today: date) -> None:
    period = last_30_days(today)
    assert period.days == 30
    assert today - DAY in period
    assert today not in period
    assert period.first in period


@pytest.mark.parametrize(
    ("today", "first", "last", "number"),
    [
        (date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 21), 21),
        (date(2026, 11, 2), date(2026, 11, 1), date(2026, 11, 1), 1),
        (date(2027, 1, 1), date(2027, 1, 1), date(2026, 12, 31), 0),
    ],
)
def test_this_month_ends_yesterday_and_has_no_day_on_the_1st(
    today: date, first: date, last: date, number: int
) -> None:
    period = this_month(today)
    assert (period.first, period.last, period.days) == (first, last, number)
    assert period.is_empty is (number == 0)
    assert first not in period if number == 0 else first in period


def test_february_and_the_years_end() -> None:
    assert month_of(date(2028, 2, 10)) == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert last_month(date(2027, 3, 31)) == Period(date(2027, 2, 1), date(2027, 2, 28))
    assert last_month(date(2027, 1, 15)) == Period(date(2026, 12, 1), date(2026, 12, 31))
    assert last_12_months(date(2019, 6, 24)) == Period(date(2018, 6, 1), date(2019, 5, 31))
    assert last_12_months(date(2028, 2, 29)) == Period(date(2027, 2, 1), date(2028, 1, 31))
    assert month_text(date(2027, 2, 3)) == "2027-02"


def test_a_month_of_the_ledger_is_that_of_the_guide() -> None:
    assert ledger_period(LedgerPeriod.MONTH_1, date(2019, 6, 17)) == Period(
        date(2019, 5, 18), date(2019, 6, 17)
    )
    assert ledger_period(LedgerPeriod.MONTH_1, date(2027, 3, 31)) == Period(
        date(2027, 3, 1), date(2027, 3, 31)
    )
    assert ledger_period(LedgerPeriod.MONTHS_3, date(2027, 1, 15)).first == date(2026, 10, 16)


@given(days)
def test_the_ledgers_periods_end_today_and_grow(today: date) -> None:
    periods = [ledger_period(choice, today) for choice in LedgerPeriod]
    assert all(period.last == today for period in periods)
    assert periods[0].days == 15
    assert [period.days for period in periods] == sorted({period.days for period in periods})
    assert [28 <= periods[1].days <= 31, 59 <= periods[2].days <= 62, 89 <= periods[3].days <= 92] == [
        True
    ] * 3


def test_a_period_is_from_and_to_on_the_wire_and_never_backwards() -> None:
    period = Period(date(2026, 11, 1), date(2026, 10, 31))
    assert msgspec.json.encode(period) == b'{"from":"2026-11-01","to":"2026-10-31"}'
    assert msgspec.json.decode(msgspec.json.encode(period), type=Period) == period
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"from":"2026-11-01","to":"2026-10-30"}', type=Period)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"from":"0001-01-03","to":"0001-01-01"}', type=Period)


def _days(period: Period) -> list[date]:
    return [period.first + number * DAY for number in range(period.days)]
