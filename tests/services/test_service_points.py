"""Why: points are read exactly, shown again without the network, and told apart from what is not known."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from qpost.api.backend import Backend
from qpost.models.account import ShopId
from qpost.models.conversion import ConversionState, conversion_window
from qpost.models.errors import Offline, QpostError, Refused
from qpost.models.events import PointsChanged, QcashChanged
from qpost.models.jst import JST, business_date
from qpost.models.periods import last_12_months, month_of
from qpost.models.periods import this_month as current_month
from qpost.models.points import ItemPointsPage, ItemQuery, PointsPeriod
from qpost.services import pictures, service_points
from qpost.services.month_points import full_months, read_month
from qpost.services.pictures import Pictures
from tests.faults.fault_proxy import Exchange, FaultProxy
from tests.server.staging import Staged
from tests.services.money_desk import MakeMoneyDesk, MoneyDesk

ITEM = "501876938"


@pytest.fixture
def desk(till: Staged, make_money_desk: MakeMoneyDesk) -> MoneyDesk:
    """A desk of a seller who earned 12 352 points last month, and 0.3 in each of the months before."""
    seller = till.new_seller()
    till.open_books(seller)
    till.earn(seller, 12_352)
    for month in full_months(business_date(till.clock()))[:-1]:
        till.sell(seller, ITEM, month.last, normal_start=3)
    return make_money_desk(till, seller=seller)


def month(desk: MoneyDesk) -> str:
    return conversion_window(desk.staged.clock()).month


def this_month(desk: MoneyDesk) -> ItemQuery:
    month = month_of(business_date(desk.staged.clock()) - timedelta(days=31))
    return ItemQuery(PointsPeriod.CURRENT, month.first, month.last)


def test_nothing_is_known_before_the_first_reading(desk: MoneyDesk) -> None:
    desk.go_offline()
    points = desk.points
    assert (points.grade(desk.shop), points.conversion(desk.shop)) == (None, None)
    assert (points.months(desk.shop), points.categories()) == (None, None)
    assert points.doubt(desk.shop) is None
    with pytest.raises(Offline):
        points.items(desk.shop, this_month(desk))
    with pytest.raises(Offline):
        points.shipping(desk.shop, ITEM, date(2026, 1, 1), date(2026, 1, 31))
    with pytest.raises(Offline):
        points.convert(desk.shop, 100, month=month(desk))
    assert points.doubt(desk.shop) is None


def test_what_was_read_is_there_offline_and_after_a_restart(desk: MoneyDesk) -> None:
    before = desk.staged.clock()
    desk.points.refresh(desk.shop)
    query = this_month(desk)
    page = desk.points.items(desk.shop, query)
    shipping = desk.points.shipping(desk.shop, ITEM, query.first, query.last)
    read = [desk.points.grade(desk.shop), desk.points.conversion(desk.shop), desk.points.months(desk.shop)]
    assert [event for event in desk.events if isinstance(event, PointsChanged)] == [PointsChanged(desk.shop)]
    desk.go_offline()
    points = desk.points
    assert [points.grade(desk.shop), points.conversion(desk.shop), points.months(desk.shop)] == read
    assert None not in read
    assert all(kept.read_at >= before - timedelta(milliseconds=1) for kept in read if kept is not None)
    with pytest.raises(Offline):
        points.refresh(desk.shop)
    assert points.items(desk.shop, query).value == page.value
    assert points.shipping(desk.shop, ITEM, query.first, query.last).value == shipping.value
    with pytest.raises(Offline):
        points.items(desk.shop, ItemQuery(query.page, query.first, query.last, item_no="5"))


def test_figures_are_exact_decimals(desk: MoneyDesk) -> None:
    desk.points.refresh(desk.shop)
    months = desk.points.months(desk.shop)
    assert months is not None
    assert [each.points for each in months.value] == [Decimal("0.3")] * 11 + [Decimal(12_352)]
    period = last_12_months(business_date(desk.staged.clock()))
    assert (months.value[0].month, months.value[-1].month) == (period.first, period.last.replace(day=1))
    desk.reopen()
    kept = desk.points.months(desk.shop)
    assert kept is not None
    assert str(kept.value[0].points) == "0.3"


def test_a_full_month_is_read_once_for_good(
    desk: MoneyDesk, till: Staged, make_money_desk: MakeMoneyDesk
) -> None:
    proxy, asked = FaultProxy(int(till.url.rpartition(":")[2])), list[bytes]()

    def note(exchange: Exchange) -> None:
        asked.append(exchange.request.first_line)
        exchange.relay()

    try:
        proxy.arm(b"GET /service-points/items", note)
        watched = make_money_desk(till, url=proxy.url, seller=desk.seller)
        watched.points.refresh(desk.shop)
        assert len(asked) == 12
        watched.points.refresh(desk.shop)
        watched.reopen()
        watched.points.refresh(desk.shop)
        assert len(asked) == 12
    finally:
        proxy.close()


def test_without_totals_the_rows_of_a_month_are_added_up(desk: MoneyDesk, till: Staged) -> None:
    month = full_months(business_date(till.clock()))[0]
    for number in range(3):
        till.new_item(desk.seller, f"60000000{number}")
        till.sell(desk.seller, f"60000000{number}", month.first, normal_start=number)

    def summed(desk: MoneyDesk) -> Decimal:
        return desk.link.call(lambda backend: read_month(_Untotalled(backend), desk.shop, month)).points

    assert summed(desk) == Decimal("0.6")


class _Untotalled:
    """A connection to another service of the contract: no totals, and two rows a page at most."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def item_points(
        self, shop: ShopId, query: ItemQuery, *, cursor: str | None, limit: int
    ) -> ItemPointsPage:
        page = self._backend.item_points(shop, query, cursor=cursor, limit=min(limit, 2))
        return structs.replace(page, totals=None)


def test_a_wrong_range_is_refused_with_the_right_one(desk: MoneyDesk) -> None:
    with pytest.raises(Refused) as told:
        desk.points.items(desk.shop, ItemQuery(PointsPeriod.CURRENT, date(2019, 6, 1), date(2019, 7, 31)))
    assert (told.value.code, told.value.extra["min"]) == ("date-out-of-range", "2019-07-01")


def test_pages_go_on_and_narrow_down(desk: MoneyDesk, till: Staged) -> None:
    for number in range(1, 206):
        till.new_item(desk.seller, f"7{number:08}")
    query = this_month(desk)
    first = desk.points.items(desk.shop, query).value
    assert (len(first.items), first.totals is not None) == (200, True)
    second = desk.points.items(desk.shop, query, first.next_cursor).value
    assert (len(second.items), second.next_cursor, second.totals) == (6, None, None)
    [found] = desk.points.items(
        desk.shop, ItemQuery(query.page, query.first, query.last, item_no="700000042")
    ).value.items
    assert found.item_no == "700000042"
    desk.go_offline()
    assert desk.points.items(desk.shop, query, first.next_cursor).value == second


def test_a_conversion_shows_at_once_and_tells_both_pages(desk: MoneyDesk) -> None:
    desk.points.refresh(desk.shop)
    desk.qcash.refresh(desk.shop)
    desk.events.clear()
    result = desk.points.convert(desk.shop, 12_300, month=month(desk))
    assert (result.points, result.qcash, result.balance) == (12_300, 12_300, 12_300)
    assert {PointsChanged(desk.shop), QcashChanged(desk.shop)} <= set(desk.events)
    kept, account = desk.points.conversion(desk.shop), desk.qcash.account(desk.shop)
    assert kept is not None
    assert account is not None
    assert (kept.value.state, kept.value.convertible) == (ConversionState.CONVERTED, 0)
    assert kept.value == desk.points.refresh_conversion(desk.shop).value
    assert account.value.balance == 12_300


def test_a_figure_that_is_no_longer_true_is_not_converted(desk: MoneyDesk, till: Staged) -> None:
    with pytest.raises(Refused) as told:
        desk.points.convert(desk.shop, 12_200, month=month(desk))
    assert told.value.code == "points-changed"
    assert desk.points.doubt(desk.shop) is None
    assert till.held(desk.seller) == 0


def test_a_month_that_ended_while_it_was_asked_takes_no_other_points_along(
    desk: MoneyDesk, till: Staged
) -> None:
    asked = conversion_window(till.clock() - timedelta(days=31)).month
    with pytest.raises(Refused) as told:
        desk.points.convert(desk.shop, 12_300, month=asked)
    assert told.value.code == "conversion-closed"
    assert desk.points.doubt(desk.shop) is None
    assert till.held(desk.seller) == 0


def test_this_month_is_still_there_offline_on_the_next_day(
    own_till: Staged, make_money_desk: MakeMoneyDesk
) -> None:
    own_till.clock.ahead += datetime(2026, 11, 14, 12, tzinfo=JST) - own_till.clock()
    seller = own_till.new_seller()
    own_till.open_books(seller)
    desk = make_money_desk(own_till, seller=seller)
    page = desk.points.items(desk.shop, so_far(desk)).value
    desk.go_offline()
    own_till.clock.ahead += timedelta(days=1)
    assert desk.points.kept_items(desk.shop, so_far(desk)) == desk.points.items(desk.shop, so_far(desk))
    assert desk.points.items(desk.shop, so_far(desk)).value == page
    own_till.clock.ahead += timedelta(days=31)
    with pytest.raises(Offline):
        desk.points.items(desk.shop, so_far(desk))


def so_far(desk: MoneyDesk) -> ItemQuery:
    """Ask for this month up to yesterday."""
    period = current_month(business_date(desk.staged.clock()))
    return ItemQuery(PointsPeriod.CURRENT, period.first, period.last)


def test_the_first_page_is_not_lost_to_those_that_were_scrolled_to(
    desk: MoneyDesk, till: Staged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_points, "PAGE_ROWS", 1)
    for number in range(1, 2 * service_points.KEPT_PAGES):
        till.new_item(desk.seller, f"7{number:08}")
    query = this_month(desk)
    page = first = desk.points.items(desk.shop, query).value
    while page.next_cursor is not None:
        page = desk.points.items(desk.shop, query, page.next_cursor).value
    desk.go_offline()
    assert desk.points.items(desk.shop, query).value == first


def test_pictures_are_read_once_and_only_from_the_service(desk: MoneyDesk, tmp_path: Path) -> None:
    url = f"{desk.url}/pictures/{ITEM}.png"
    picture = desk.points.picture(desk.shop, url)
    assert picture.startswith(b"\x89PNG")
    desk.go_offline()
    assert desk.points.picture(desk.shop, url) == picture
    for elsewhere in ("https://example.jp/1.png", "file:///etc/passwd", "//example.jp/1.png", ""):
        with pytest.raises(QpostError):
            desk.points.picture(desk.shop, elsewhere)


def test_the_room_for_pictures_is_bounded(
    desk: MoneyDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "FOLDER_LIMIT_BYTES", 20_000)
    monkeypatch.setattr(pictures, "_WRITES_BETWEEN_TRIMS", 10)
    kept = Pictures(link=desk.link, folder=tmp_path / "pictures")
    for number in range(120):
        kept.get(desk.shop, f"{desk.url}/pictures/{number}.png")
    room = sum(path.stat().st_size for path in (tmp_path / "pictures").iterdir())
    assert 0 < room <= 20_000 + 10 * 1_000
