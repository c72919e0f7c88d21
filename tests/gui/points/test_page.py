"""Why: on a real service the page shows, converts once, refuses twice, and reads on without the network."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from qpost.models.account import Capability
from qpost.models.events import LinkChanged, LinkState
from qpost.models.links import Page
from qpost.models.points import PointsPeriod
from qpost.ui.amounts import NO_FIGURE, number_text
from qpost.ui.errors import describe
from qpost.ui.points.columns import ItemColumn
from qpost.ui.points.conversion_card import Phase
from qpost.ui.points.convert_dialog import Stage
from tests.gui.points.conftest import MakePointsDesk
from tests.gui.points.desk import PointsDesk, now
from tests.service_fixtures import MakeService


def test_the_page_shows_what_the_service_says(points_desk: PointsDesk) -> None:
    page, backend = points_desk.page, points_desk.backend()
    grade = backend.grade(points_desk.shop.id)
    backend.close()
    assert page.cards.transactions.figure == number_text(grade.transactions.this_month.count)
    assert page.cards.service.figure == number_text(grade.service_points.this_month.points)
    assert number_text(grade.shipping_points.last_month.points) in page.cards.shipping.line_texts
    series = page.trend.chart.series
    assert series is not None
    assert len(series.points) == 12
    assert series.points[-1].value == grade.service_points.last_month.points
    totals = page.items.reading.totals
    assert totals is not None
    assert totals.service_score == grade.service_points.this_month.points
    assert page.items.totals.text_of(ItemColumn.TOTAL) == number_text(totals.service_score)
    assert "JST" in page.age.text()


def test_a_conversion_from_click_to_result_and_no_second_one(
    make_service: MakeService, make_points_desk: MakePointsDesk
) -> None:
    service = make_service(inquiries=5)
    desk, other = make_points_desk(service), make_points_desk(service)
    desk.wait_read()
    other.wait_read()
    convertible = int(Decimal(desk.page.conversion.figure.replace(",", "")))
    assert convertible >= 100
    desk.page.conversion.button.click()
    dialog = desk.page.converting.dialog
    assert dialog is not None
    for rule in ("units of 100", "once a month", "nothing is carried over", "1 point becomes 1 Qcash"):
        assert rule in dialog.text
    assert dialog.cancel_button.hasFocus() or dialog.cancel_button.isDefault()
    dialog.convert_button.click()
    assert dialog.stage is Stage.BUSY
    assert desk.page.conversion.phase is Phase.CONVERTING
    desk.wait(lambda: dialog.stage is Stage.DONE)
    assert f"+{convertible:,} Qcash" in dialog.text
    dialog.close()
    desk.settle()
    assert (desk.page.conversion.phase, desk.page.conversion.figure) == (Phase.CONVERTED, "0")
    _refused(other)
    backend = desk.backend()
    entries = backend.ledger(desk.shop.id, first=None, last=None, cursor=None, limit=100).items
    backend.close()
    assert [entry.amount for entry in entries if entry.kind == "conversion"][:1] == [convertible]


def _refused(desk: PointsDesk) -> None:
    """Ask once more where the page has not heard of the first conversion."""
    assert desk.page.conversion.phase is Phase.OPEN
    desk.page.conversion.button.click()
    dialog = desk.page.converting.dialog
    assert dialog is not None
    dialog.convert_button.click()
    desk.wait(lambda: dialog.stage is Stage.FAILED)
    assert "Nothing was converted twice" in dialog.text
    dialog.close()
    desk.wait(lambda: desk.page.conversion.phase is Phase.CONVERTED)


def test_without_the_network_everything_read_is_still_there(
    make_service: MakeService, make_points_desk: MakePointsDesk
) -> None:
    service = make_service(inquiries=5)
    desk = make_points_desk(service)
    desk.wait_read()
    page = desk.page
    rows, figure = page.items.model.rowCount(), page.cards.service.figure
    service.stop()
    desk.publisher.publish(LinkChanged(state=LinkState.OFFLINE, since=now()))
    desk.wait(lambda: page.conversion.phase is Phase.OFFLINE)
    assert not page.conversion.button.isEnabled()
    page.refresh()
    desk.settle()
    assert (page.items.model.rowCount(), page.cards.service.figure) == (rows, figure)
    assert "offline" in page.age.text()
    assert "offline: as read on" in page.items.status.text()
    page.items.filters.text.setText("no such number")
    page.items.filters.ask()
    desk.settle()
    assert page.items.model.rowCount() == 0
    error = page.items.reading.error
    assert error is not None
    assert page.items.notice.text == describe(error).text


def test_days_of_the_other_page_are_refused_before_asking(points_desk: PointsDesk) -> None:
    filters = points_desk.page.items.filters
    filters.date_button.click()
    filters.dates.first.setDate(QDate(2019, 6, 30))
    filters.dates.apply_button.click()
    assert "from 1 Jul 2019" in filters.dates.fault
    assert filters.dates.isVisible()
    filters.dates.close()
    filters.pages.button(PointsPeriod.PAST).click()
    points_desk.settle()
    query = points_desk.page.items.reading.query
    assert query is not None
    assert (query.page, query.first, query.last) == (
        PointsPeriod.PAST,
        date(2019, 6, 1),
        date(2019, 6, 30),
    )
    assert points_desk.page.items.model.rowCount() > 0
    filters.date_button.click()
    filters.dates.last.setDate(QDate(2019, 7, 1))
    filters.dates.apply_button.click()
    assert "until 30 Jun 2019" in filters.dates.fault
    filters.dates.close()


def test_categories_numbers_and_names_narrow_the_items(points_desk: PointsDesk) -> None:
    items = points_desk.page.items
    everything = items.reading.totals
    assert everything is not None
    filters = items.filters
    _submenus(_submenus(filters.categories)[0])[0].actions()[0].trigger()
    points_desk.settle()
    part = items.reading.totals
    assert part is not None
    assert 0 < part.rows < everything.rows
    filters.reset_button.click()
    points_desk.settle()
    number = items.model.item(3).item_no
    filters.text.setText(number)
    QTest.keyClick(filters.text, Qt.Key.Key_Return)
    points_desk.settle()
    assert [item.item_no for item in items.model.items] == [number]


def _submenus(menu: QMenu) -> list[QMenu]:
    return [below for action in menu.actions() if isinstance(below := action.menu(), QMenu)]


def test_an_item_leads_to_its_shipping_score(points_desk: PointsDesk) -> None:
    items = points_desk.page.items
    best = max(range(items.model.rowCount()), key=lambda row: items.model.item(row).transactions)
    items.table.selectRow(best)
    QTest.keyClick(items.table, Qt.Key.Key_Return)
    points_desk.wait(lambda: items.shipping.dialog is not None and bool(items.shipping.dialog.tables))
    dialog = items.shipping.dialog
    assert dialog is not None
    assert number_text(items.model.item(best).shipping_score) in dialog.sum_text
    dialog.close()


def test_another_shop_has_other_points(points_desk: PointsDesk) -> None:
    page = points_desk.page
    before = page.cards.transactions.figure
    points_desk.shell.show_shop(points_desk.workspace.shops()[1].id)
    points_desk.wait(lambda: page.reader.held.grade is not None and page.cards.transactions.figure != before)
    points_desk.settle()


def test_a_connection_without_points_says_why(
    points_desk: PointsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        points_desk.workspace, "capabilities", lambda: frozenset(Capability) - {Capability.POINTS}
    )
    points_desk.publisher.publish(LinkChanged(state=LinkState.ONLINE, since=now()))
    points_desk.wait(points_desk.page.not_offered.isVisible)
    assert "does not offer" in points_desk.page.not_offered.text
    assert points_desk.shell.page(Page.POINTS) is points_desk.page


def test_what_is_offered_may_become_known_after_the_page_was_opened(
    points_desk: PointsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, workspace = points_desk.page, points_desk.workspace
    offered = workspace.capabilities()
    monkeypatch.setattr(workspace, "capabilities", frozenset)
    points_desk.shell.show_shop(workspace.shops()[1].id)
    points_desk.wait(page.not_offered.isVisible)
    points_desk.settle()
    before = page.cards.transactions.figure
    monkeypatch.setattr(workspace, "capabilities", lambda: offered)
    points_desk.publisher.publish(LinkChanged(state=LinkState.ONLINE, since=now()))
    points_desk.wait(lambda: page.cards.transactions.figure not in (before, NO_FIGURE))
    points_desk.settle()
    assert page.items.model.rowCount() > 0
