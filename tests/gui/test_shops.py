"""Choosing a shop by name, with keyboard or mouse."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qpost.models.account import Shop, ShopId
from qpost.ui.kit import Kit
from qpost.ui.login.shop_list import ShopListModel
from qpost.ui.login.shops_window import FILTER_FROM, ShopsWindow


def make_shops(count: int) -> tuple[Shop, ...]:
    return tuple(
        Shop(
            id=ShopId(f"shop-{number}"),
            name=f"あかり雑貨店 {number}",
            code=f"AKARI{number:02}",
            country="JP",
            inquiry_email="",
            unanswered=number,
        )
        for number in range(count)
    )


def shown(qtbot: QtBot, kit: Kit, count: int, last: ShopId | None = None) -> ShopsWindow:
    window = ShopsWindow(make_shops(count), kit, last=last)
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    return window


@pytest.fixture
def chosen() -> list[str]:
    return []


def test_model_keeps_the_rules_of_item_models(qtmodeltester: Any) -> None:
    model = ShopListModel(make_shops(3))
    qtmodeltester.check(model)
    model.choose_filter("akari01")
    qtmodeltester.check(model)


def test_keys_choose_and_enter_confirms(qtbot: QtBot, kit: Kit, chosen: list[str]) -> None:
    window = shown(qtbot, kit, 3)
    window.shop_chosen.connect(chosen.append)
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert chosen == ["shop-1"]


def test_double_click_confirms_that_row(qtbot: QtBot, kit: Kit, chosen: list[str]) -> None:
    window = shown(qtbot, kit, 3)
    window.shop_chosen.connect(chosen.append)
    spot = window.list.visualRect(window.model.index(2)).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == ["shop-2"]


def test_last_shop_is_offered_first(qtbot: QtBot, kit: Kit, chosen: list[str]) -> None:
    window = shown(qtbot, kit, 4, last=ShopId("shop-2"))
    window.shop_chosen.connect(chosen.append)
    window.confirm.click()
    assert chosen == ["shop-2"]


def test_few_shops_need_no_filter_many_do(qtbot: QtBot, kit: Kit) -> None:
    assert not shown(qtbot, kit, FILTER_FROM - 1).filter.isVisible()
    assert shown(qtbot, kit, FILTER_FROM).filter.isVisible()


def test_filter_finds_by_name_and_code(qtbot: QtBot, kit: Kit, chosen: list[str]) -> None:
    window = shown(qtbot, kit, 12)
    window.shop_chosen.connect(chosen.append)
    QTest.keyClicks(window.filter, "akari11")
    assert window.model.rowCount() == 1
    QTest.keyClick(window.filter, Qt.Key.Key_Return)
    assert chosen == ["shop-11"]
    QTest.keyClicks(window.filter, "x")
    assert window.model.rowCount() == 0
    assert not window.confirm.isEnabled()


def test_no_shop_at_all_leads_to_another_account(qtbot: QtBot, kit: Kit) -> None:
    window = shown(qtbot, kit, 0)
    assert not window.confirm.isEnabled()
    with qtbot.waitSignal(window.sign_out_requested):
        window.back.click()


def test_enter_on_the_way_back_goes_back(qtbot: QtBot, kit: Kit, chosen: list[str]) -> None:
    window = shown(qtbot, kit, 2)
    window.shop_chosen.connect(chosen.append)
    window.back.setFocus()
    with qtbot.waitSignal(window.sign_out_requested):
        QTest.keyClick(window.back, Qt.Key.Key_Return)
    assert chosen == []


def test_screen_reader_hears_name_code_and_what_waits(qtbot: QtBot, kit: Kit) -> None:
    window = shown(qtbot, kit, 3)
    said = window.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "あかり雑貨店 2" in said
    assert "AKARI02" in said
    assert "2 unanswered" in said
    assert QAccessible.queryAccessibleInterface(window.list).text(QAccessible.Text.Name)
