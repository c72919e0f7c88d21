"""Cards of a row are alike in height, whole at any text size, and heard as one sentence."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qpost.ui.i18n import LANGUAGES
from qpost.ui.kit import Kit
from qpost.ui.widgets.card_row import CardRow
from qpost.ui.widgets.metric_card import MetricCard

LONGEST = "Service points of this month that can be converted into Qcash"


@pytest.fixture
def cards(qtbot: QtBot, kit: Kit) -> list[MetricCard]:
    made = [MetricCard(kit.theme) for _ in range(4)]
    for card in made:
        card.show_metric(title="Points", figure="12,300")
    return made


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setWidgetResizable(True)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    return made


def shown(cards: list[MetricCard], area: QScrollArea, width: int) -> CardRow:
    """Show the cards in a page that scrolls, ``width`` wide."""
    row = CardRow(least_card_px=200)
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    for card in cards:
        row.add_card(card)
    lines.addWidget(row)
    lines.addStretch(1)
    area.setWidget(page)
    area.resize(width, 900)
    area.show()
    settle()
    return row


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def assert_whole(cards: list[MetricCard]) -> None:
    for label in (label for card in cards for label in card.findChildren(QLabel) if label.isVisible()):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        words = [word for word in label.text().split() if word.isascii()]  # others break anywhere
        assert all(label.width() >= label.fontMetrics().horizontalAdvance(word) for word in words)
    for card in cards:
        for label in (each for each in card.findChildren(QLabel) if each.isVisible()):
            assert card.rect().contains(label.geometry()), label.text()


def test_cards_of_a_row_are_alike(cards: list[MetricCard], area: QScrollArea) -> None:
    cards[2].show_metric(title=LONGEST, figure="12,300", period="this month", change="↑ +1%", note="¥1")
    row = shown(cards, area, 1200)
    assert len({card.height() for card in cards}) == 1
    assert len({card.y() for card in cards}) == 1
    assert max(card.width() for card in cards) - min(card.width() for card in cards) <= 1
    assert all(former.geometry().right() < latter.x() for former, latter in pairwise(cards))
    assert cards[-1].geometry().right() == row.width() - 1
    assert_whole(cards)


@pytest.mark.parametrize(("width", "columns"), [(1200, 4), (700, 2), (450, 2), (300, 1)])
def test_cards_go_below_each_other(
    cards: list[MetricCard], area: QScrollArea, width: int, columns: int
) -> None:
    row = shown(cards, area, width)
    assert len({card.x() for card in cards}) == columns
    assert len({card.y() for card in cards}) == 4 // columns
    assert row.height() == cards[-1].geometry().bottom() + 1


def test_others_take_the_room_of_a_card_that_goes(cards: list[MetricCard], area: QScrollArea) -> None:
    row = shown(cards, area, 1200)
    cards[0].hide()
    settle()
    assert cards[1].x() == 0
    cards[1].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert [card.x() for card in cards[2:]] == [0, 606]
    assert cards[3].geometry().right() == row.width() - 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1, 2])
def test_every_word_is_seen_at_twice_the_text_size(
    cards: list[MetricCard], kit: Kit, area: QScrollArea, language: str, scale: int
) -> None:
    row = shown(cards, area, 900)
    kit.translations.choose(language)
    kit.theme.set_language(language)
    for card in cards:
        card.show_metric(
            title=LONGEST,
            figure="123,456,789.5",
            period="この期間のサービスポイント（11/1～11/21）",
            change="↓ −1,234.5%",
            note="최근 30일 11,907 · 지난달 12,352",
        )
        for label in card.findChildren(QLabel):
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * scale)
            label.setStyleSheet(f"font-size: {font.pointSizeF()}pt;")
    cards[0].set_action(QPushButton("Convert"))
    settle()
    assert len({card.height() for card in cards if card.y() == cards[0].y()}) == 1
    assert row.height() == cards[-1].geometry().bottom() + 1
    assert_whole(cards)


def test_a_card_is_one_sentence(cards: list[MetricCard]) -> None:
    card = cards[0]
    card.show_metric(
        title="Transactions",
        figure="1,284",
        period="1 Nov to 21 Nov",
        change="↑ +12.4%",
        change_ink="green",
        note="¥3,912,400",
        spoken_change="up 12.4%",
    )
    assert card.accessibleName() == "Transactions: 1,284, 1 Nov to 21 Nov, up 12.4%, ¥3,912,400"
    card.show_metric(title="Grade", figure="Excellent")
    assert card.accessibleName() == "Grade: Excellent"
    assert [label.text() for label in card.findChildren(QLabel) if not label.isHidden()] == [
        "Grade",
        "Excellent",
    ]


def test_a_stranger_cannot_write_markup(cards: list[MetricCard]) -> None:
    cards[0].show_metric(title="<b>x</b>", figure="<h1>1</h1>")
    plain = cards[0].findChildren(QLabel)
    assert all(label.textFormat().name == "PlainText" for label in plain)


def test_figures_are_of_equal_width(cards: list[MetricCard], area: QScrollArea) -> None:
    shown(cards, area, 1200)
    figure = next(label for label in cards[0].findChildren(QLabel) if label.text() == cards[0].figure)
    metrics = figure.fontMetrics()
    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1
    assert figure.font().pointSizeF() == 18
