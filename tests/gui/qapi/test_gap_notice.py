"""Why: a list with holes says so in one line, and only when there is something new to say."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qpost.models.account import ShopId
from qpost.models.events import ListingNoted
from qpost.models.listing import Gap, ListingNotes, ListingStatus
from qpost.models.qoo10 import QsmPage, qsm_address
from qpost.ui.inquiries.gap_notice import GapNotice
from qpost.ui.kit import Kit

SHOP = ShopId("s1")
START = datetime(2025, 11, 20, 3, 0, tzinfo=UTC)


def gap(hours: int) -> Gap:
    start = START + timedelta(hours=hours)
    return Gap(ListingStatus.UNPROCESSED, start, start + timedelta(minutes=59))


class Notes:
    """What the service below would tell, and how often it was asked."""

    def __init__(self) -> None:
        self.now: dict[ShopId, ListingNotes] = {}
        self.asked = 0

    def __call__(self, shop: ShopId) -> ListingNotes:
        self.asked += 1
        return self.now.get(shop, ListingNotes())


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def notice(qtbot: QtBot, kit: Kit, notes: Notes) -> GapNotice:
    notice = GapNotice(kit, notes)
    qtbot.addWidget(notice)
    return notice


def tell(qtbot: QtBot, kit: Kit, notice: GapNotice, notes: Notes, *gaps: Gap) -> str:
    """Let the listing be noted anew and return what the notice says after that."""
    notes.now[SHOP] = ListingNotes(gaps=gaps, odd=1)
    asked = notes.asked
    kit.bridge.listing_noted.emit(ListingNoted(SHOP))
    qtbot.waitUntil(lambda: kit.jobs.is_idle and notes.asked > asked)
    return notice.banner.text


def test_one_gap_is_told_with_its_times_in_japan(
    qtbot: QtBot, kit: Kit, notice: GapNotice, notes: Notes, browsed: list[str]
) -> None:
    notice.show_shop(SHOP)
    assert tell(qtbot, kit, notice, notes) == ""
    assert tell(qtbot, kit, notice, notes, gap(0)) == (
        "Between 20 Nov 2025 12:00:00 JST and 20 Nov 2025 12:59:00 JST Qoo10 lists more than it hands out; "
        "some inquiries are missing here."
    )
    notice.banner.action.click()
    assert browsed == [qsm_address(QsmPage.INQUIRIES)]
    assert tell(qtbot, kit, notice, notes) == ""


def test_many_gaps_are_one_notice(qtbot: QtBot, kit: Kit, notice: GapNotice, notes: Notes) -> None:
    notice.show_shop(SHOP)
    text = tell(qtbot, kit, notice, notes, *(gap(hours) for hours in range(100)))
    assert text.startswith("In several spans between 20 Nov 2025 12:00:00 JST and 24 Nov 2025 15:59:00 JST")
    assert "\n" not in text


def test_a_closed_notice_comes_back_for_other_gaps_only(
    qtbot: QtBot, kit: Kit, notice: GapNotice, notes: Notes
) -> None:
    notice.show_shop(SHOP)
    assert tell(qtbot, kit, notice, notes, gap(0))
    notice.banner.close_button.click()
    assert tell(qtbot, kit, notice, notes, gap(0)) == ""
    notice.retranslate()
    assert notice.banner.text == ""
    assert tell(qtbot, kit, notice, notes, gap(0), gap(5))


def test_the_notes_of_another_shop_are_not_told(
    qtbot: QtBot, kit: Kit, notice: GapNotice, notes: Notes
) -> None:
    notice.show_shop(SHOP)
    assert tell(qtbot, kit, notice, notes, gap(0))
    notice.show_shop(ShopId("s2"))
    assert notice.banner.text == ""
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    asked = notes.asked
    kit.bridge.listing_noted.emit(ListingNoted(SHOP))
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert notes.asked == asked
    assert notice.banner.text == ""
    notice.show_shop(SHOP)
    qtbot.waitUntil(lambda: bool(notice.banner.text))
