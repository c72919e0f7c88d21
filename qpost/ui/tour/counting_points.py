"""Why: a seller reads the points, follows one to its deliveries, and converts last month's, once."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QWidget

from qpost.models.links import Page
from qpost.models.points import ItemPoints, PointsPeriod
from qpost.ui.points.columns import ItemColumn
from qpost.ui.points.conversion_card import Phase
from qpost.ui.points.convert_dialog import Stage
from qpost.ui.points.page import PointsPage
from qpost.ui.shell import Shell
from qpost.ui.tour.ground import Service
from qpost.ui.tour.guide import Guide, NotReachedError

_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH_ERAS = (date(2019, 8, 1), date(2019, 9, 30))


def count_points(guide: Guide, shell: Shell, service: Service) -> None:
    """Every state of the Points page, by the keys and clicks of a seller."""
    with guide.step("points", lambda: shell):
        guide.key(shell, Qt.Key.Key_2, _CTRL)
        page = _page(shell)
        guide.wait(lambda: page.reader.held.grade is not None, "the grade")
        guide.wait(lambda: page.items.model.rowCount() > 0, "points by item")
        guide.settle()
        guide.check("the chart has twelve months", _months(page), 12)
        guide.check_in("the age is told in JST", "JST", page.age.text())
    page = _page(shell)
    _look_at_items(guide, shell, page)
    _look_at_shipping(guide, shell, page)
    _be_offline(guide, shell, page, service)
    _convert(guide, shell, page)


def _page(shell: Shell) -> PointsPage:
    page = shell.page(Page.POINTS)
    if not isinstance(page, PointsPage):
        raise NotReachedError("the Points page")
    return page


def _months(page: PointsPage) -> int:
    series = page.trend.chart.series
    return 0 if series is None else len(series.points)


def _look_at_items(guide: Guide, shell: Shell, page: PointsPage) -> None:
    items = page.items
    with guide.step("points-table-of-months", lambda: shell):
        guide.click(page.trend.toggle)
        guide.check("the figures stand in a table", page.trend.is_table)
    with guide.step("points-sorted", lambda: shell):
        guide.click(page.trend.toggle)
        items.sort_by(ItemColumn.TOTAL)
        guide.wait(lambda: not items.reading.has_more and not items.reading.is_reading, "all items")
        guide.settle()
        totals = [item.total for item in items.model.shown]
        guide.check("the largest stand first", totals == sorted(totals, reverse=True))
        page.show_items()
        guide.settle()
    with guide.step("points-dates-refused", lambda: shell):
        dates = items.filters.dates
        guide.click(items.filters.date_button)
        guide.wait(dates.isVisible, "the window for days")
        dates.first.setDate(QDate(2019, 6, 1))
        guide.click(dates.apply_button)
        guide.check("the days are refused", bool(dates.fault))
    with guide.step("points-past", lambda: shell):
        items.filters.dates.close()
        guide.click(items.filters.pages.button(PointsPeriod.PAST))
        guide.wait(lambda: items.reading.has_begun, "past points")
        guide.settle()
        guide.check("there are past points", items.model.rowCount() > 0)
    with guide.step("points-none-found", lambda: shell):
        guide.write(items.filters.text, "000000000")
        guide.key(items.filters.text, Qt.Key.Key_Return)
        guide.wait(lambda: items.reading.has_begun, "the answer")
        guide.settle()
        guide.check("nothing was found", items.model.rowCount(), 0)


def _look_at_shipping(guide: Guide, shell: Shell, page: PointsPage) -> None:
    items = page.items

    def window() -> QWidget:
        return items.shipping.dialog or shell

    with guide.step("points-shipping", window):
        guide.click(items.filters.pages.button(PointsPeriod.CURRENT))
        guide.click(items.filters.reset_button)
        items.filters.dates.answered.emit(*_BOTH_ERAS)
        guide.wait(lambda: items.model.rowCount() > 0, "items of both eras")
        guide.settle()
        items.table.selectRow(_busiest(items.model.shown))
        guide.key(items.table, Qt.Key.Key_Return)
        guide.wait(lambda: _has_tables(page), "the shipping score")
        guide.settle()
        guide.check("its tables are there", _has_tables(page))
    _close(items.shipping.dialog)
    guide.settle()


def _busiest(shown: list[ItemPoints]) -> int:
    return max(range(len(shown)), key=lambda row: shown[row].transactions)


def _has_tables(page: PointsPage) -> bool:
    dialog = page.items.shipping.dialog
    return dialog is not None and bool(dialog.tables)


def _be_offline(guide: Guide, shell: Shell, page: PointsPage, service: Service) -> None:
    with guide.step("points-offline", lambda: shell):
        guide.click(page.items.filters.reset_button)
        guide.settle()
        page.show_figures()
        guide.off_thread(service.stop)
        guide.key(shell, Qt.Key.Key_2, _CTRL)
        page.refresh()
        guide.wait(lambda: page.reader.error is not None, "the refresh to fail")
        guide.wait(lambda: page.conversion.phase is Phase.OFFLINE, "the card to be offline", patience_s=40)
        guide.check("the figures are still there", page.reader.held.grade is not None)
        guide.check("converting is not offered", page.conversion.button.isEnabled(), False)
    guide.off_thread(service.start)
    shell.workspace.sync.wake()


def _convert(guide: Guide, shell: Shell, page: PointsPage) -> None:
    def window() -> QWidget:
        return page.converting.dialog or shell

    with guide.step("points-convert", window):
        guide.wait(lambda: page.conversion.phase is Phase.OPEN, "the service to be back", patience_s=60)
        guide.settle()
        guide.click(page.conversion.button)
        guide.wait(lambda: page.converting.dialog is not None, "the confirmation")
        dialog = page.converting.dialog
        if dialog is None:
            raise NotReachedError("the confirmation")
        guide.check("it can be cancelled by Enter", dialog.cancel_button.isDefault())
    with guide.step("points-converted", window):
        dialog = page.converting.dialog
        if dialog is None:
            raise NotReachedError("the confirmation")
        guide.click(dialog.convert_button)
        guide.wait(lambda: dialog.stage is Stage.DONE, "the result", patience_s=40)
        guide.check_in("the result is told", "Qcash", dialog.text)
    with guide.step("points-after-conversion", lambda: shell):
        _close(page.converting.dialog)
        guide.wait(lambda: page.conversion.phase is Phase.CONVERTED, "the card to follow")
        guide.check("nothing is left to convert", page.conversion.figure, "0")


def _close(dialog: QDialog | None) -> None:
    if dialog is not None:
        dialog.close()
