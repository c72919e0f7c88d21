"""Why: a ledger of a hundred thousand entries grows, refreshes and scrolls without losing one's place."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qpost.models.qcash import Charge, ChargeId, ChargeState, EntryId, EntryKind, LedgerEntry, MethodId
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import history_columns, ledger_columns
from qpost.ui.qcash.paged_model import PagedModel
from qpost.ui.qcash.table import FigureTable

START = datetime(2026, 11, 1, tzinfo=UTC)
NO_PARENT = QModelIndex()


def entries(first: int, count: int, *, description: str = "タイムセール掲載") -> list[LedgerEntry]:
    """Return ``count`` entries, newest first; ``first`` is the number of the newest, counted down."""
    return [
        LedgerEntry(
            id=EntryId(f"e{number}"),
            at=START + timedelta(minutes=number),
            amount=-100,
            balance_after=number * 100,
            kind=EntryKind.ADVERTISING,
            description=description,
            related=f"{number:09d}",
        )
        for number in range(first, first - count, -1)
    ]


def checked(model: PagedModel) -> PagedModel:
    """Let Qt watch that the model keeps its word."""
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_pages_are_asked_for_once_each_until_the_end(qtbot: QtBot, kit: Kit) -> None:
    model = checked(PagedModel(ledger_columns()))
    asked: list[None] = []
    model.more_asked.connect(lambda: asked.append(None))
    model.show_first(entries(9, 3), has_more=True)
    model.fetchMore(NO_PARENT)
    model.fetchMore(NO_PARENT)
    assert len(asked) == 1
    model.append(entries(6, 3), has_more=True)
    model.fetchMore(NO_PARENT)
    model.append(entries(3, 3), has_more=False)
    assert len(asked) == 2
    assert not model.canFetchMore(NO_PARENT)
    assert [row.id for row in model.rows] == [f"e{number}" for number in range(9, 0, -1)]


def test_new_entries_come_above_and_what_was_read_stays_chosen(qtbot: QtBot, kit: Kit) -> None:
    model = checked(PagedModel(ledger_columns()))
    table = FigureTable(model, kit.theme)
    qtbot.addWidget(table)
    model.show_first(entries(9, 3), has_more=True)
    model.append(entries(6, 3), has_more=True)
    table.selectRow(1)
    assert model.show_first(entries(11, 3), has_more=True)
    assert model.rowCount() == 8
    assert table.current_row == entries(8, 1)[0]


def test_a_row_that_changed_is_changed_where_it_stands(qtbot: QtBot, kit: Kit) -> None:
    pending = Charge(ChargeId("c"), 500, MethodId.CARD, ChargeState.PENDING, created_at=START)
    paid = Charge(ChargeId("c"), 500, MethodId.CARD, ChargeState.COMPLETED, created_at=START)
    model = checked(PagedModel(history_columns()))
    model.show_first([pending], has_more=False)
    with qtbot.waitSignal(model.dataChanged):
        assert model.show_first([paid], has_more=False)
    assert list(model.rows) == [paid]
    assert model.index(0, 3).data() == "Charged"


def test_another_list_replaces_the_one_before(qtbot: QtBot, kit: Kit) -> None:
    model = checked(PagedModel(ledger_columns()))
    model.show_first(entries(9, 3), has_more=False)
    assert not model.show_first(entries(90, 3), has_more=True)
    assert [row.id for row in model.rows] == ["e90", "e89", "e88"]


def test_a_hundred_thousand_rows_of_one_height_are_scrolled_and_only_the_visible_ones_read(
    qtbot: QtBot, kit: Kit
) -> None:
    model = PagedModel(ledger_columns())
    table = FigureTable(model, kit.theme)
    qtbot.addWidget(table)
    model.show_first(entries(100_000, 100_000), has_more=False)
    table.resize(900, 400)
    table.show()
    qtbot.waitExposed(table)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: table.rowAt(table.viewport().height() - 1) == 99_999)
    heights = {table.rowHeight(row) for row in (0, 1, 50_000, 99_999)}
    assert len(heights) == 1
    assert table.current_row == model.rows[-1]


def test_copy_takes_the_chosen_rows_and_defuses_what_others_wrote(qtbot: QtBot, kit: Kit) -> None:
    model = PagedModel(ledger_columns())
    table = FigureTable(model, kit.theme)
    qtbot.addWidget(table)
    hostile = entries(2, 2)
    hostile[1] = LedgerEntry(
        id=EntryId("x"),
        at=START,
        amount=-1_234,
        balance_after=5,
        kind=EntryKind.ADVERTISING,
        description="",
        related="=HYPERLINK(1)",
    )
    model.show_first(hostile, has_more=False)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert lines[1].split("\t") == [
        "2026/11/01 09:00",
        "-1234",
        "Advertising",
        "",
        "'=HYPERLINK(1)",
        "5",
    ]


def test_headings_and_figures_are_heard_with_zone_and_unit(qtbot: QtBot, kit: Kit) -> None:
    model = PagedModel(ledger_columns())
    model.show_first(entries(1, 1), has_more=False)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Date (JST)"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "\N{MINUS SIGN}100 Qcash"
