"""Why: what is about to lapse is told once, quietly, and stays on the rail until it was looked at."""

from datetime import UTC, datetime, timedelta

import pytest

from qpost.models.account import ShopId
from qpost.models.events import ChargeLapsing, ConversionReminder
from qpost.models.links import Page
from qpost.models.qcash import Charge, ChargeId, ChargeState, MethodId
from tests.gui.qcash.counter import Counter, click

SHOP = ShopId("s1")


@pytest.mark.parametrize(
    ("days_left", "words"),
    [(7, "7 day(s) left"), (1, "1 day(s) left"), (0, "Last day (JST)")],
)
def test_points_left_to_convert_lead_to_the_points_page(counter: Counter, days_left: int, words: str) -> None:
    shell = counter.desk.shell
    event = ConversionReminder(shop_id=SHOP, month="2026-11", days_left=days_left, convertible=12_300)
    counter.desk.publisher.publish(event)
    counter.wait(lambda: shell.toast.text)
    assert words.split(" ")[0] in shell.toast.text
    assert "12,300" in shell.toast.text
    assert "1 waiting" in shell.rail.button(Page.POINTS).accessibleName()
    shell.rail.go(Page.POINTS)
    assert "waiting" not in shell.rail.button(Page.POINTS).accessibleName()


def test_a_charge_about_to_lapse_leads_to_the_qcash_page(counter: Counter) -> None:
    shell = counter.desk.shell
    shell.rail.go(Page.INQUIRIES)
    ends = datetime.now(UTC) + timedelta(hours=5)
    charge = Charge(ChargeId("c1"), 30_000, MethodId.CARD, ChargeState.PENDING, expires_at=ends)
    counter.desk.publisher.publish(ChargeLapsing(shop_id=SHOP, charge=charge))
    counter.wait(lambda: "¥30,000" in shell.toast.text)
    assert "1 waiting" in shell.rail.button(Page.QCASH).accessibleName()
    click(shell.toast.action)
    assert counter.page.isVisible()
    assert "waiting" not in shell.rail.button(Page.QCASH).accessibleName()


def test_a_window_that_opens_late_tells_what_was_told_before(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = counter.desk
    event = ConversionReminder(shop_id=SHOP, month="2026-11", days_left=3, convertible=500)
    monkeypatch.setattr(desk.workspace.reminders, "so_far", lambda: (event,))
    desk.shell.close()
    desk.shell.deleteLater()
    desk.shell = desk.open_window()
    counter.wait(lambda: "500" in desk.shell.toast.text)
    assert "1 waiting" in desk.shell.rail.button(Page.POINTS).accessibleName()


def test_a_reminder_names_its_shop_and_leads_there(counter: Counter) -> None:
    shell = counter.desk.shell
    other = next(shop for shop in counter.desk.workspace.shops() if shop.id != counter.desk.shop.id)
    event = ConversionReminder(shop_id=other.id, month="2026-11", days_left=3, convertible=700)
    counter.desk.publisher.publish(event)
    counter.wait(lambda: shell.toast.text.startswith(f"{other.name}: "))
    click(shell.toast.action)
    counter.wait(lambda: shell.shop is not None and shell.shop.id == other.id)
    page = shell.page(Page.POINTS)
    assert page is not None
    assert page.isVisible()
    counter.settle()
