"""Without a tray a notice comes in the corner, takes no keyboard away, and leads on by a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qpost.ui.kit import Kit
from qpost.ui.tray.corner import CornerNotice
from qpost.ui.tray.words import Words

WORDS = Words("山田さん", "配送について\n" + "長い文 " * 40)


@pytest.fixture
def corner(qtbot: QtBot, kit: Kit) -> CornerNotice:
    corner = CornerNotice(kit)
    qtbot.addWidget(corner)
    return corner


def test_it_takes_no_focus_and_stays_on_the_screen(qtbot: QtBot, corner: CornerNotice) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(edit.isActiveWindow)
    corner.tell(WORDS, clicked=lambda: None)
    assert corner.isVisible()
    assert edit.isActiveWindow()
    assert corner.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert corner.screen().availableGeometry().contains(corner.geometry())
    assert corner.words == WORDS
    assert corner.accessibleName().startswith("山田さん")


def test_it_is_as_high_as_its_words(corner: CornerNotice) -> None:
    corner.tell(Words("短い", "一行"), clicked=lambda: None)
    low = corner.height()
    corner.tell(WORDS, clicked=lambda: None)
    assert corner.height() > low
    corner.tell(Words("短い", "一行"), clicked=lambda: None)
    assert corner.height() == low
    bottom = corner.screen().availableGeometry().bottom()
    assert bottom - 20 < corner.geometry().bottom() < bottom


def test_a_click_leads_on_once(corner: CornerNotice) -> None:
    clicked: list[str] = []
    corner.tell(WORDS, clicked=lambda: clicked.append("first"))
    corner.tell(Words("b", ""), clicked=lambda: clicked.append("second"))
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert clicked == ["second"]
    assert not corner.isVisible()


def test_the_cross_leads_nowhere(corner: CornerNotice) -> None:
    clicked: list[str] = []
    corner.tell(WORDS, clicked=lambda: clicked.append("led on"))
    QTest.mouseClick(corner.close_button, Qt.MouseButton.LeftButton)
    assert not corner.isVisible()
    assert clicked == []
