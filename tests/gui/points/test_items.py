"""Why: rows come page by page, and order, copies, files and pictures still tell of all of them."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qpost.models.errors import Refused
from qpost.models.points import ItemPoints, ItemPointsPage
from qpost.services.kept import Kept
from qpost.ui.amounts import plain_figure
from qpost.ui.kit import Kit
from qpost.ui.points.columns import COLUMNS, SORTABLE, TEXTS, ItemColumn, figure_of, in_order
from qpost.ui.points.item_model import ItemPointsModel
from qpost.ui.points.item_panel import ItemPanel
from qpost.ui.points.pictures import Pictures, thumbnail
from tests.gui.points.desk import OFFLINE, SHOP, ToldPoints, make_item

MakePanel = Callable[[ToldPoints], ItemPanel]
MANY = tuple(make_item(number) for number in range(350))


@pytest.fixture
def make_panel(qtbot: QtBot, kit: Kit) -> Iterator[MakePanel]:
    """A maker of panels on told points, with the first page read."""

    def make(points: ToldPoints) -> ItemPanel:
        panel = ItemPanel(points, kit)
        qtbot.addWidget(panel)
        panel.resize(1240, 520)
        panel.show()
        qtbot.waitExposed(panel)
        panel.show_shop(SHOP)
        qtbot.waitUntil(lambda: kit.jobs.is_idle)
        return panel

    yield make
    qtbot.waitUntil(lambda: kit.jobs.is_idle)


def shown_numbers(panel: ItemPanel) -> list[str]:
    return [item.item_no for item in panel.model.shown]


def test_only_the_first_page_is_read_until_its_end_comes_near(
    make_panel: MakePanel, qtbot: QtBot, kit: Kit
) -> None:
    panel = make_panel(ToldPoints(MANY))
    assert panel.model.rowCount() == 100
    assert "100 of 350" in panel.status.text()
    assert "Total of 350 items" in panel.totals.accessibleName()
    panel.table.verticalScrollBar().setValue(panel.table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: panel.model.rowCount() == 200 and kit.jobs.is_idle)


def test_an_order_is_of_all_rows_so_the_rest_is_read_first(
    make_panel: MakePanel, qtbot: QtBot, kit: Kit
) -> None:
    points = ToldPoints(MANY)
    panel = make_panel(points)
    panel.sort_by(ItemColumn.AMOUNT)
    assert panel.stop_button.isVisible()
    assert shown_numbers(panel) == [item.item_no for item in MANY[:100]]
    qtbot.waitUntil(lambda: panel.model.rowCount() == 350 and kit.jobs.is_idle)
    assert shown_numbers(panel) == [item.item_no for item in reversed(MANY)]
    panel.sort_by(ItemColumn.AMOUNT)
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert shown_numbers(panel) == [item.item_no for item in MANY]
    panel.sort_by(ItemColumn.AMOUNT)
    assert panel.sort is None
    assert len(points.asked) == 4


def test_reading_for_an_order_can_be_stopped(make_panel: MakePanel, qtbot: QtBot, kit: Kit) -> None:
    points = ToldPoints(MANY)
    panel = make_panel(points)
    points.gate.clear()
    panel.sort_by(ItemColumn.TOTAL)
    panel.stop_button.click()
    points.gate.set()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert (panel.sort, panel.model.rowCount()) == (None, 200)
    assert shown_numbers(panel) == [item.item_no for item in MANY[:200]]


def test_a_file_and_an_order_asked_for_while_rows_are_read_both_come(
    make_panel: MakePanel, qtbot: QtBot, kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points, target = ToldPoints(MANY), tmp_path / "points.csv"
    panel = make_panel(points)
    monkeypatch.setattr(panel.export, "ask_file", lambda name, chosen: chosen(target))
    points.gate.clear()
    panel.save_csv()
    panel.sort_by(ItemColumn.AMOUNT)
    points.gate.set()
    qtbot.waitUntil(lambda: target.exists() and not panel.export.is_busy and kit.jobs.is_idle)
    assert shown_numbers(panel) == [item.item_no for item in reversed(MANY)]
    lines = target.read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == shown_numbers(panel)


def test_what_is_kept_is_shown_until_the_service_answers(
    make_panel: MakePanel, qtbot: QtBot, kit: Kit
) -> None:
    points = ToldPoints(MANY[:3])
    points.kept_told = Kept(ItemPointsPage(items=MANY[:2], next_cursor=None), points.read_at)
    panel = make_panel(points)
    points.gate.clear()
    panel.query()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel.reading.is_reading
    points.gate.set()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert shown_numbers(panel) == [item.item_no for item in MANY[:3]]
    points.refusal = OFFLINE
    panel.query()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert panel.model.rowCount() == 2
    assert panel.retry_button.isVisible()


def test_what_was_read_stays_when_the_next_page_fails(make_panel: MakePanel, qtbot: QtBot, kit: Kit) -> None:
    points = ToldPoints(MANY)
    panel = make_panel(points)
    points.refusal = OFFLINE
    panel.reading.more()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert panel.model.rowCount() == 100
    assert panel.retry_button.isVisible()
    points.refusal = None
    panel.retry_button.click()
    qtbot.waitUntil(lambda: panel.model.rowCount() >= 200)


def test_a_refusal_of_the_service_names_its_days(make_panel: MakePanel) -> None:
    points = ToldPoints()
    points.refusal = Refused("date-out-of-range", extra={"min": "2019-07-01", "max": "2026-11-22"})
    panel = make_panel(points)
    assert "1 Jul 2019 to 22 Nov 2026" in panel.notice.findChildren(type(panel.status))[2].text()


@pytest.mark.parametrize("column", SORTABLE)
@pytest.mark.parametrize("is_descending", [False, True])
def test_rows_are_ordered_exactly(column: ItemColumn, is_descending: bool) -> None:
    items = [*MANY[:60], make_item(61, total=Decimal("-0.000001")), make_item(62, total=Decimal("0.000001"))]
    order = in_order(items, column, is_descending=is_descending)

    def key(item: ItemPoints) -> Any:
        if column is ItemColumn.NAME:
            return item.item_name.casefold()
        return item.item_no if column in TEXTS else figure_of(item, column)

    keys = [key(items[place]) for place in order]
    assert keys == sorted(keys, reverse=is_descending)
    assert sorted(order) == list(range(len(items)))


def test_the_model_keeps_its_promises_and_what_is_chosen(qtbot: QtBot) -> None:
    model = ItemPointsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.append(MANY[:50])
    chosen = [model.index(row, 2) for row in (3, 40)]
    kept = [QPersistentModelIndex(index) for index in chosen]
    model.show_order(in_order(model.items, ItemColumn.AMOUNT, is_descending=True))
    assert [model.item(index.row()).item_no for index in kept] == [MANY[3].item_no, MANY[40].item_no]
    model.append(MANY[50:60])
    assert model.item(55).item_no == MANY[55].item_no
    model.show_order(None)
    assert [model.item(index.row()).item_no for index in kept] == [MANY[3].item_no, MANY[40].item_no]
    model.clear()
    assert model.rowCount() == 0


def test_chosen_rows_are_copied_for_a_spreadsheet(make_panel: MakePanel) -> None:
    hostile = make_item(1, item_name='=HYPERLINK("http://x")\tb', total=Decimal("-1234.5"))
    panel = make_panel(ToldPoints((hostile, make_item(2))))
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    cells = row.split("\t")
    assert len(head.split("\t")) == len(cells) == len(COLUMNS) - 1
    assert cells[0] == hostile.item_no
    assert cells[1].startswith("'=HYPERLINK")
    assert cells[-1] == "-1234.5"


def test_all_items_are_saved_as_csv_in_the_order_on_screen(
    make_panel: MakePanel, qtbot: QtBot, kit: Kit, tmp_path: Path
) -> None:
    rows = (*MANY[:250], make_item(999, item_name="+1+cmd|' /C calc'!A0"))
    panel = make_panel(ToldPoints(rows))
    target = tmp_path / "points.csv"
    panel.reading.read_all(lambda: panel.export.save(panel.model.shown, target))
    qtbot.waitUntil(lambda: target.exists() and not panel.export.is_busy)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 1 + len(rows) + 1
    assert lines[1].split(",")[0] == rows[0].item_no
    assert "'+1+cmd" in lines[-2]
    assert "Saved as points.csv" in panel.export.banner.text


def test_a_file_that_cannot_be_written_is_told(make_panel: MakePanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel = make_panel(ToldPoints(MANY[:3]))
    panel.export.save(panel.model.shown, tmp_path / "missing" / "points.csv")
    qtbot.waitUntil(lambda: bool(panel.export.banner.text))
    assert not panel.export.is_busy


@pytest.mark.parametrize(
    ("figure", "text"), [(Decimal("-0.50"), "-0.5"), (Decimal("1E+2"), "100"), (1_000, "1000"), (0, "0")]
)
def test_figures_of_files_are_plain(figure: int | Decimal, text: str) -> None:
    assert plain_figure(figure) == text


def _png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def test_pictures_are_fetched_for_rows_on_screen_only(make_panel: MakePanel, qtbot: QtBot, kit: Kit) -> None:
    points = ToldPoints(tuple(make_item(n, image_url=f"https://x/{n}.png") for n in range(100)))
    points.picture_bytes = _png(300, 200)
    panel = make_panel(points)
    qtbot.waitUntil(lambda: panel.pictures.kept_count > 3 and kit.jobs.is_idle)
    assert len(points.pictures_asked) == len(set(points.pictures_asked)) < 30
    picture = panel.pictures.picture("https://x/0.png", ratio=panel.devicePixelRatioF())
    assert picture is not None
    assert picture.deviceIndependentSize().width() == 28


def test_a_picture_that_cannot_be_had_is_asked_for_once(qtbot: QtBot, kit: Kit) -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        raise OFFLINE

    pictures = Pictures(kit.jobs, parent=kit.jobs)
    pictures.fetch_by(fetch)
    with qtbot.waitSignal(pictures.arrived):
        assert pictures.picture("u", ratio=1.0) is None
    assert pictures.picture("u", ratio=1.0) is None
    assert asked == ["u"]


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\nxx"]
)
def test_what_is_no_picture_shows_none(content: bytes) -> None:
    assert thumbnail(content, side_px=28) is None


def test_a_wide_picture_keeps_its_shape() -> None:
    image = thumbnail(_png(560, 280), side_px=28)
    assert image is not None
    assert (image.width(), image.height()) == (28, 14)
