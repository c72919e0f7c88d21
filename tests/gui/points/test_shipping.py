"""Why: the shipping score reads exactly as in the guide, line by line (golden/shipping_score.json)."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qpost.models.periods import Period
from qpost.models.shipping_score import Era, GoodsKind, ItemShipping, ShippingGrade, shipping_table
from qpost.services.kept import Kept
from qpost.ui.kit import Kit
from qpost.ui.points.shipping_dialog import ShippingDialog
from qpost.ui.points.shipping_model import MINUS_ROLE, ShippingModel
from qpost.ui.points.shipping_opening import ShippingOpening
from tests.gui.points.desk import OFFLINE, SHOP, ToldPoints, make_item, now
from tests.models.golden import golden

DAYS = Period(date(2019, 5, 1), date(2019, 6, 17))
ITEM = make_item(1, item_no="501876938")


def counts(side: dict[str, int]) -> dict[ShippingGrade, int]:
    return {ShippingGrade(grade): count for grade, count in side.items()}


def golden_shipping() -> ItemShipping:
    told = golden("shipping_score.json")
    tables = {
        goods: shipping_table(
            goods,
            local={Era.UNTIL_2019_08: counts(told[goods]["local"])},
            overseas={Era.UNTIL_2019_08: counts(told[goods]["overseas"])},
        )
        for goods in GoodsKind
    }
    general, preorder = tables[GoodsKind.GENERAL], tables[GoodsKind.PREORDER]
    return ItemShipping(
        item_no=told["item_no"],
        item_name="ohj single q",
        total=Decimal(told["total"]),
        general=general,
        preorder=preorder,
    )


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    return window


def row_texts(model: ShippingModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_the_example_of_the_guide_reads_as_in_the_guide(qtbot: QtBot, kit: Kit, over: QWidget) -> None:
    dialog = ShippingDialog(ITEM, DAYS, kit, over)
    dialog.show_shipping(Kept(golden_shipping(), now()), is_kept=False)
    dialog.open()
    assert dialog.sum_text == "12.6 general + −5 pre-order = 7.6 points"
    general, preorder = (table.records for table in dialog.tables)
    assert row_texts(general, 0) == ["Quick Start", "+1", "1", "1", "1", "1", "2"]
    assert row_texts(general, general.rowCount() - 1) == ["Total", "", "8", "11.6", "1", "1", "12.6"]
    assert row_texts(preorder, preorder.rowCount() - 1) == ["Total", "", "0", "0", "8", "−5", "−5"]
    assert preorder.index(preorder.rowCount() - 1, 6).data(MINUS_ROLE)
    names = [row_texts(preorder, row)[0] for row in range(preorder.rowCount())]
    assert names == ["Best", "Good", "Not Bad", "Slow", "Very Slow", "Total"]
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Total\t\t8\t11.6\t1\t1\t12.6" in copied
    assert "Total\t\t0\t0\t8\t-5\t-5" in copied
    dialog.close()


def test_a_weight_that_changed_has_a_line_for_each(qtbot: QtBot, kit: Kit, over: QWidget) -> None:
    late = {ShippingGrade.AUTO_COMPLETED: 1}
    table = shipping_table(
        GoodsKind.GENERAL,
        local={Era.UNTIL_2019_08: late, Era.FROM_2019_09: late},
        overseas={Era.UNTIL_2019_08: {}, Era.FROM_2019_09: {}},
    )
    shipping = ItemShipping(item_no="1", item_name="x", total=table.total, general=table)
    dialog = ShippingDialog(ITEM, Period(date(2019, 8, 1), date(2019, 9, 30)), kit, over)
    dialog.show_shipping(Kept(shipping, now()), is_kept=True)
    model = dialog.tables[0].records
    lines = [row_texts(model, row) for row in range(model.rowCount())]
    assert ["Auto Completed, until 31 Aug 2019", "−0.2", "1", "−0.2", "0", "0", "−0.2"] in lines
    assert ["Auto Completed, from 1 Sep 2019", "−2", "1", "−2", "0", "0", "−2"] in lines
    assert lines[0][0] == "Quick Start (fast lane), from 1 Sep 2019"
    assert dialog.sum_text == "−2.2 points"
    assert "JST" in dialog.banner.text


def test_the_table_keeps_a_models_promises(qtbot: QtBot) -> None:
    general = golden_shipping().general
    assert general is not None
    model = ShippingModel(GoodsKind.GENERAL, general)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for column in range(model.columnCount()):
        assert model.headerData(column, Qt.Orientation.Horizontal)


def test_a_score_that_cannot_be_read_can_be_tried_again(qtbot: QtBot, kit: Kit, over: QWidget) -> None:
    points = ToldPoints()
    points.refusal = OFFLINE
    opening = ShippingOpening(points, kit, over)
    opening.open(SHOP.id, ITEM, DAYS)
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    dialog = opening.dialog
    assert dialog is not None
    assert dialog.notice.text
    points.refusal, points.shipping_told = None, golden_shipping()
    dialog.retry_asked.emit()
    qtbot.waitUntil(lambda: bool(dialog.tables))
    dialog.close()
    qtbot.waitUntil(lambda: opening.dialog is None)
