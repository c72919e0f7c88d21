"""What stands beside an inquiry is what the service told, and nothing it did not."""

from pathlib import Path

from msgspec import structs
from pytestqt.qtbot import QtBot

from qpost.models.account import ShopId
from qpost.models.inquiry import Item, ItemRef, Order, OrderItem
from qpost.services.context import Context
from qpost.ui.inquiries.side_panel import SidePanel
from qpost.ui.inquiries.side_reader import SideReader
from qpost.ui.kit import Kit
from tests.services.desk import Desk
from tests.services.marketplace import SHOP, START, Marketplace, inquiry


def test_what_a_service_does_not_tell_of_item_and_order_is_left_out(kit: Kit, qtbot: QtBot) -> None:
    panel = SidePanel(kit)
    qtbot.addWidget(panel)
    panel.show_inquiry(inquiry(1))
    panel.show_item(Item("550001", "傘", "", 2980, "", 3))
    panel.show_order(Order("770001", (OrderItem("550001", "傘", 2),), START))
    told = {"Price": "¥2,980", "Inquiries, 7 days": "3", "Quantity": "2"}
    assert told.items() <= panel.facts.items()
    assert panel.facts["Paid"]
    panel.show_item(Item("550001", "傘", "", None, "", None))
    panel.show_order(Order("770001", (OrderItem("550001", "傘", 0),), None))
    assert not {*told, "Paid"} & panel.facts.keys()
    assert panel.facts["Order no."] == "770001"


def test_inquiries_only_passed_by_are_not_asked_about(kit: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    market = Marketplace(inquiries=6)
    desk = Desk(market, tmp_path / "store.db")
    asked: list[str] = []

    class Listening(Context):
        def item(self, shop: ShopId, item_no: str) -> Item | None:
            asked.append(item_no)
            return None

    panel = SidePanel(kit)
    qtbot.addWidget(panel)
    reader = SideReader(Listening(store=desk.store, link=desk.link, now=desk.clock), kit.jobs, panel)
    for number in range(1, 6):
        found = inquiry(number)
        item = ItemRef(number=f"55000{number}", name="傘", category="", url="")
        reader.read(SHOP, structs.replace(found, item=item, order_no=None))
    qtbot.waitUntil(lambda: len(asked) == 2)
    qtbot.wait(600)
    assert asked == ["550001", "550005"]
    desk.close()


def test_kinds_of_qoo10_are_named_and_others_shown_as_they_are(kit: Kit, qtbot: QtBot) -> None:
    panel = SidePanel(kit)
    qtbot.addWidget(panel)
    shown = []
    for kind in ("MSG", "ITEM", "HELP", "NEW<b>", "一般"):
        panel.show_inquiry(structs.replace(inquiry(1), kind=kind))
        shown.append(panel.facts["Kind"])
    assert shown == ["Message", "Question on the item page", "Through Qoo10's centre", "NEW<b>", "一般"]
