"""Splitting a stretch of time loses no second and reads none twice; of a gap stays what was not read."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qpost.models.listing import Gap, ListingStatus
from qpost.models.time_windows import SECOND, Stretch, gaps_after

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


SPANS = st.tuples(st.sampled_from(list(ListingStatus)), st.integers(0, 30), st.integers(0, 8))


@given(known=st.lists(SPANS, max_size=6), read=SPANS, found=st.booleans())
def test_what_is_missing_is_the_old_gaps_less_what_was_read(
    known: list[tuple[ListingStatus, int, int]], read: tuple[ListingStatus, int, int], found: bool
) -> None:
    stretch = Stretch(read[0], *_span(read))
    new = [Gap(stretch.status, stretch.start, stretch.start)] if found else []
    after = gaps_after([Gap(each[0], *_span(each)) for each in known], stretch, new)
    missing = {second for each in known for second in _seconds(Gap(each[0], *_span(each)))}
    missing -= _seconds(Gap(stretch.status, stretch.start, stretch.end))
    missing |= {second for gap in new for second in _seconds(gap)}
    assert [second for gap in after for second in sorted(_seconds(gap))] == sorted(missing)


def _span(span: tuple[ListingStatus, int, int]) -> tuple[datetime, datetime]:
    return START + span[1] * SECOND, START + (span[1] + span[2]) * SECOND


def _seconds(gap: Gap) -> set[tuple[ListingStatus, datetime]]:
    length = int((gap.end - gap.start).total_seconds())
    return {(gap.status, gap.start + number * SECOND) for number in range(length + 1)}
