"""Splitting a stretch of time loses no second and reads none twice."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qpost.models.listing import ListingStatus
from qpost.models.time_windows import SECOND, Stretch

START = datetime(2026, 11, 20, tzinfo=UTC)


@given(seconds=st.integers(1, 90 * 24 * 3600))
def test_halves_hold_every_second_once(seconds: int) -> None:
    stretch = Stretch(ListingStatus.ANSWERED, START, START + timedelta(seconds=seconds))
    newer, older = stretch.halves()
    assert (older.start, newer.end) == (stretch.start, stretch.end)
    assert newer.start - older.end == SECOND
    assert older.start <= older.end
    assert newer.start <= newer.end
    assert newer.status is older.status is stretch.status
