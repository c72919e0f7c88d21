"""A chart turns into a table with the same figures, by keyboard, in every language."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qpost.ui.amounts import Unit
from qpost.ui.charts.card import ChartCard
from qpost.ui.charts.series import Point, Series, Shape
from qpost.ui.charts.table import SeriesModel
from qpost.ui.kit import Kit

BALANCE = Series(
    name="Balance",
    unit=Unit.QCASH,
    shape=Shape.STEP,
    points=(Point(date(2026, 11, 1), 12_300), Point(date(2026, 11, 3), Decimal("-0.5"))),
)
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def card(qtbot: QtBot, kit: Kit) -> ChartCard:
    made = ChartCard(kit.theme)
    qtbot.addWidget(made)
    made.show_series(BALANCE)
    made.resize(600, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def cells(model: SeriesModel) -> list[list[str]]:
    return [[model.index(row, at).data() for at in (0, 1)] for row in range(model.rowCount())]


def headings(model: SeriesModel) -> list[str]:
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)]


def test_the_model_keeps_qts_rules(kit: Kit) -> None:
    model = SeriesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_series(BALANCE)
    model.show_series(structs.replace(BALANCE, name="残高"))
    model.show_series(structs.replace(BALANCE, points=()))
    model.show_series(structs.replace(BALANCE, points=BALANCE.points[:1]))
    assert model.rowCount() == 1
    assert tester.model() is model


def test_the_table_holds_the_exact_figures_newest_first(card: ChartCard) -> None:
    rows = card.table.rows
    assert cells(rows) == [["3 Nov 2026", "−0.5"], ["1 Nov 2026", "12,300"]]
    assert headings(rows) == ["Date (JST)", "Balance (Qcash)"]
    assert rows.index(1, 1).data(ACCESSIBLE) == "12,300 Qcash"
    assert rows.index(1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)


def test_the_keyboard_turns_the_card_and_reaches_the_table(card: ChartCard, qtbot: QtBot) -> None:
    assert card.chart.isVisible()
    card.toggle.setFocus()
    QTest.keyClick(card.toggle, Qt.Key.Key_Space)
    assert card.is_table
    assert card.table.isVisible()
    assert card.toggle.text() == "Show as chart"
    following: QWidget | None = card.toggle.nextInFocusChain()
    while following is not None and not (
        following.isVisible() and following.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        following = following.nextInFocusChain()
    assert following is card.table
    card.table.setFocus()
    assert card.table.currentIndex().row() == 0
    QTest.keyClick(card.toggle, Qt.Key.Key_Space)
    assert card.chart.isVisible()


def test_chosen_rows_are_copied(card: ChartCard, qtbot: QtBot) -> None:
    card.toggle.click()
    card.table.selectAll()
    QTest.keySequence(card.table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text() == "3 Nov 2026\t-0.5\n1 Nov 2026\t12300"


@pytest.mark.parametrize(
    ("language", "row", "heading", "button"),
    [
        ("ja", "2026年11月1日", "日付（JST）", "グラフで表示"),
        ("zh_CN", "2026年11月1日", "日期（JST）", "以图表显示"),
        ("ko", "2026년 11월 1일", "날짜 (JST)", "그래프로 보기"),
    ],
)
def test_words_follow_the_language_and_fit(
    card: ChartCard, kit: Kit, qtbot: QtBot, language: str, row: str, heading: str, button: str
) -> None:
    card.toggle.click()
    card.table.selectRow(1)
    kit.translations.choose(language)
    kit.theme.set_language(language)
    qtbot.waitUntil(lambda: card.toggle.text() == button)
    assert cells(card.table.rows)[1] == [row, "12,300"]
    assert headings(card.table.rows)[0] == heading
    assert card.table.currentIndex().row() == 1, "the row stays chosen"
    metrics = card.table.fontMetrics()
    for at, text in enumerate((row, headings(card.table.rows)[1])):
        assert card.table.columnWidth(at) > metrics.horizontalAdvance(text)


def test_months_are_headed_as_months(card: ChartCard) -> None:
    points = (Point(date(2026, 10, 1), 99),)
    card.show_series(Series(name="Points", unit=Unit.POINTS, shape=Shape.BARS, points=points))
    assert cells(card.table.rows) == [["October 2026", "99"]]
    assert headings(card.table.rows) == ["Month", "Points (points)"]
    assert (card.title, card.accessibleName()) == ("Points", "Points")
