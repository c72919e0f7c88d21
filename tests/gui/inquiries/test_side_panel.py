"""What stands beside an inquiry is what the service told, and nothing it did not."""

from pytestqt.qtbot import QtBot

from qpost.models.inquiry import Item, Order, OrderItem
from qpost.ui.inquiries.side_panel import SidePanel
from qpost.ui.kit import Kit
from tests.services.marketplace import START, inquiry


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
