"""The menu names the shops with their counts, and says what silence there is."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qpost.models.account import Shop, ShopId
from qpost.models.notices import Snooze
from qpost.ui.kit import Kit
from qpost.ui.tray.menu import TrayMenu


def _shop(name: str) -> Shop:
    return Shop(id=ShopId(name), name=name, code=name, country="JP", inquiry_email="", unanswered=0)


@pytest.fixture
def menu(qtbot: QtBot, kit: Kit) -> TrayMenu:
    menu = TrayMenu()
    qtbot.addWidget(menu)
    return menu


def test_shops_stand_with_those_who_wait_and_lead_there(qtbot: QtBot, menu: TrayMenu) -> None:
    menu.show_shops([(_shop("A&B"), 3), (_shop("C"), 0)])
    assert [action.text() for action in menu.shop_actions] == ["A&&B  (3)", "C"]
    with qtbot.waitSignal(menu.shop_asked) as asked:
        menu.shop_actions[1].trigger()
    assert asked.args == ["C"]
    before = menu.shop_actions
    menu.show_shops([(_shop("A&B"), 4), (_shop("C"), 0)])
    assert menu.shop_actions is before
    assert before[0].text() == "A&&B  (4)"
    menu.show_shops([])
    assert menu.shop_actions == []


def test_snooze_says_until_when_and_can_be_ended(qtbot: QtBot, menu: TrayMenu) -> None:
    assert not menu.snooze_actions[Snooze.OFF].isVisible()
    menu.show_snooze(datetime.now(UTC) + timedelta(hours=1))
    assert "until" in menu.snooze.title()
    assert menu.snooze_actions[Snooze.OFF].isVisible()
    with qtbot.waitSignal(menu.snooze_asked) as asked:
        menu.snooze_actions[Snooze.OFF].trigger()
    assert asked.args == [Snooze.OFF]


@pytest.mark.parametrize("language", ["ja", "zh_CN", "ko"])
def test_the_menu_speaks_the_language_of_the_program(kit: Kit, menu: TrayMenu, language: str) -> None:
    english = [action.text() for action in menu.actions()]
    kit.translations.choose(language)
    words = [action.text() for action in menu.actions()]
    assert all(a != b for a, b in zip(english, words, strict=True) if a)
