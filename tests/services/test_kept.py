"""Why: what is kept is found again tomorrow, and never in place of another period's."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qpost.models.periods import LedgerPeriod, ledger_period, this_month
from qpost.services.kept import days_name

TODAY = date(2026, 11, 14)
DAYS = st.one_of(st.none(), st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=5)))


@given(one=st.tuples(DAYS, DAYS), other=st.tuples(DAYS, DAYS))
def test_on_one_day_no_two_periods_share_a_name(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None]
) -> None:
    assert (days_name(*one, today=TODAY) == days_name(*other, today=TODAY)) == (one == other)


def test_what_goes_with_today_has_the_same_name_tomorrow() -> None:
    def name(today: date) -> list[object]:
        periods = [this_month(today), *(ledger_period(choice, today) for choice in LedgerPeriod)]
        return [days_name(period.first, period.last, today=today) for period in periods]

    assert name(TODAY) == name(TODAY + timedelta(days=1))


def test_days_gone_by_keep_their_dates() -> None:
    first, last = date(2026, 10, 1), date(2026, 10, 31)
    assert days_name(first, last, today=TODAY) == days_name(first, last, today=TODAY + timedelta(days=9))
