"""Why: a balance of a day that was not read must not be drawn."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from qpost.models.jst import JST
from qpost.models.periods import Period
from qpost.models.qcash import EntryId, EntryKind, LedgerEntry
from qpost.ui.qcash.balances import daily_balances

PERIOD = Period(date(2026, 2, 27), date(2026, 3, 3))


def entry(day: date, hour: int, amount: int, balance: int) -> LedgerEntry:
    """Return a movement at an hour of Japan."""
    return LedgerEntry(
        id=EntryId(f"{day}-{hour}-{balance}"),
        at=datetime(day.year, day.month, day.day, hour, tzinfo=JST),
        amount=amount,
        balance_after=balance,
        kind=EntryKind.ADVERTISING,
        description="",
    )


NEWEST_FIRST = [
    entry(date(2026, 3, 2), 23, -100, 800),
    entry(date(2026, 3, 2), 0, -100, 900),
    entry(date(2026, 2, 28), 12, 500, 1000),
]


def test_every_day_has_its_last_balance_and_quiet_days_keep_it() -> None:
    points = daily_balances(NEWEST_FIRST, PERIOD, is_complete=True)
    assert [(point.day, point.value) for point in points] == [
        (date(2026, 2, 27), 500),
        (date(2026, 2, 28), 1000),
        (date(2026, 3, 1), 1000),
        (date(2026, 3, 2), 800),
        (date(2026, 3, 3), 800),
    ]


def test_days_before_the_oldest_entry_read_are_not_guessed() -> None:
    points = daily_balances(NEWEST_FIRST[:2], PERIOD, is_complete=False)
    assert [(point.day, point.value) for point in points] == [
        (date(2026, 3, 2), 800),
        (date(2026, 3, 3), 800),
    ]


def test_a_period_in_which_nothing_moved_shows_the_balance_when_it_is_known() -> None:
    assert {point.value for point in daily_balances([], PERIOD, is_complete=True, balance=70)} == {70}
    assert daily_balances([], PERIOD, is_complete=True) == ()
    assert daily_balances([], PERIOD, is_complete=False, balance=70) == ()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-500, 500)), max_size=30), st.integers(0, 10**9))
def test_the_last_day_is_what_all_movements_add_up_to(moves: list[tuple[int, int]], opening: int) -> None:
    entries, balance = list[LedgerEntry](), opening
    for number, (day, amount) in enumerate(sorted(moves)):
        balance += amount
        moment = date.fromordinal(PERIOD.first.toordinal() + day)
        entries.append(entry(moment, number % 24, amount, balance))
    points = daily_balances(list(reversed(entries)), PERIOD, is_complete=True, balance=opening)
    assert len(points) == PERIOD.days
    assert points[-1].value == balance
