"""No limit of a list loses a message: on its rows, on a window's length, or on how far back it reaches."""

from datetime import timedelta

import pytest

from qpost.models.errors import Refused
from qpost.models.listing import ListingStatus
from tests.qapi.quirks import Order as RowOrder
from tests.qapi.quirks import Quirks
from tests.services.qoo10_desk import START, MakeQoo10Desk


@pytest.mark.parametrize(
    "quirks",
    [
        Quirks(),
        Quirks(row_cap=60),
        Quirks(row_cap=100, order=RowOrder.NEWEST, duplicate_every=7),
        Quirks(row_cap=80, order=RowOrder.SHUFFLED, field_case="lower", has_status=False),
    ],
    ids=["plain", "capped", "newest-and-twice", "shuffled"],
)
def test_the_whole_past_is_read_whatever_is_cut(make_qoo10_desk: MakeQoo10Desk, quirks: Quirks) -> None:
    desk = make_qoo10_desk(1500, quirks=quirks, burst=300)
    desk.sync()
    assert desk.seen() == desk.truth()
    assert desk.workspace.listing_notes(desk.shop).gaps == ()


def test_a_second_with_more_than_is_handed_out_is_a_known_gap(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(200, quirks=Quirks(row_cap=60))
    at = START - timedelta(days=3)
    for _ in range(90):
        desk.market.add(at=at)
    desk.sync()
    (gap,) = desk.workspace.listing_notes(desk.shop).gaps
    assert (gap.start, gap.end) == (at, at)
    desk.stand_in.quirks = Quirks()
    desk.settle()
    assert desk.workspace.listing_notes(desk.shop).gaps == ()
    assert desk.seen() == desk.truth()


def test_a_limit_that_was_lowered_later_is_found_out(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(300, burst=290)
    desk.sync()
    desk.stand_in.quirks = Quirks(row_cap=60)
    for minute in range(200):
        desk.market.add(at=START - timedelta(minutes=minute), status="S1")
    for _ in range(130):  # the round that is under way, and the next one's beginning
        if desk.seen() == desk.truth():
            break
        desk.settle(passes=1)
    assert desk.seen() == desk.truth()


@pytest.mark.parametrize("longest_days", [10_000, 7], ids=["too-old", "too-old-and-too-long"])
def test_windows_that_are_refused_are_known_gaps_and_stop_nothing(
    make_qoo10_desk: MakeQoo10Desk, longest_days: int
) -> None:
    desk = make_qoo10_desk(300, quirks=Quirks(reaches_back_days=90, longest_days=longest_days))
    desk.sync()
    limit = desk.clock() - timedelta(days=90)
    expected = {key: value for key, value in desk.truth().items() if min(at for _, at in value[1]) >= limit}
    assert expected.keys() <= desk.seen().keys()
    gaps = desk.workspace.listing_notes(desk.shop).gaps
    assert [gap.status for gap in gaps] == list(ListingStatus)
    assert all(gap.start < limit for gap in gaps)
    desk.stand_in.quirks = Quirks()
    desk.settle(passes=130)
    assert desk.workspace.listing_notes(desk.shop).gaps == ()
    assert desk.seen() == desk.truth()


def test_a_service_that_refuses_every_list_is_an_error_and_no_gap(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(30, quirks=Quirks(reaches_back_days=0))
    with pytest.raises(Refused):
        desk.sync()
    assert desk.workspace.listing_notes(desk.shop).gaps == ()
