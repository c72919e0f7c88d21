"""Why: the list shows what the store holds, whatever is asked, and stays put while news comes in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QPushButton

from qpost.models.account import ShopId
from qpost.models.errors import StoreFault
from qpost.models.events import InquiriesChanged, LinkChanged, LinkState
from qpost.models.inbox import InboxCounts
from qpost.models.inquiry import InquiryId, Source, Status
from qpost.models.jst import JST
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.ui.inquiries.date_popup import InquiryDatePopup
from qpost.ui.inquiries.filter_bar import Detail, FilterBar
from qpost.ui.inquiries.list_model import InquiryListModel
from qpost.ui.inquiries.list_pane import ListPane
from tests.gui.inquiries.conftest import Pick
from tests.gui.inquiries.desk import PATIENCE_MS, Desk, make_inquiry, now

TODAY = datetime.now(JST).date()


def _list(desk: Desk) -> ListPane:
    return desk.shell.inquiries.list


def _shown(desk: Desk) -> list[int]:
    model = _list(desk).model
    return [model.row_id(place) for place in range(model.rowCount())]


def _expected(desk: Desk, **asked: Any) -> list[int]:
    query = InquiryQuery(**({"source": Source.CUSTOMER} | asked))
    return list(desk.workspace.inbox.ids(desk.shop.id, query))


def _popup(bar: FilterBar) -> InquiryDatePopup:
    popup = bar.findChild(InquiryDatePopup)
    assert popup is not None
    return popup


def _choose_status(status: Status | None, bar: FilterBar) -> None:
    bar.status.button(status).click()


def _choose_tab(bar: FilterBar) -> None:
    bar.tabs.button(Source.QOO10).click()


def _choose_days(days: int, bar: FilterBar) -> None:
    bar.date_button.click()
    _popup(bar).presets[days].click()


def _choose_replied_range(bar: FilterBar) -> None:
    bar.date_button.click()
    popup = _popup(bar)
    popup.field.button(DateField.REPLIED).click()
    first, last = popup.findChildren(QDateEdit)
    start = TODAY - timedelta(days=20)
    first.setDate(QDate(start.year, start.month, start.day))
    last.setDate(QDate(TODAY.year, TODAY.month, TODAY.day))
    QTest.keyClick(popup, Qt.Key.Key_Return)


def _choose_number(detail: Detail, text: str, bar: FilterBar) -> None:
    bar.detail.setCurrentIndex(bar.detail.findData(detail))
    bar.detail.activated.emit(bar.detail.currentIndex())
    bar.number.setText(text)
    QTest.keyClick(bar.number, Qt.Key.Key_Return)


def _choose_sort(order: SortOrder, bar: FilterBar) -> None:
    bar.sort_actions[order].trigger()


WAITING = SortOrder.LONGEST_WAITING
FILTERS: dict[str, tuple[Callable[[FilterBar], None], dict[str, Any]]] = {
    "qoo10": (_choose_tab, {"source": Source.QOO10}),
    "unprocessed": (
        partial(_choose_status, Status.UNANSWERED),
        {"statuses": frozenset({Status.UNANSWERED}), "sort": WAITING},
    ),
    "answering": (partial(_choose_status, Status.ANSWERING), {"statuses": frozenset({Status.ANSWERING})}),
    "answered": (partial(_choose_status, Status.ANSWERED), {"statuses": frozenset({Status.ANSWERED})}),
    "today": (partial(_choose_days, 1), {"date_from": TODAY, "date_to": TODAY}),
    "7 days": (partial(_choose_days, 7), {"date_from": TODAY - timedelta(days=6), "date_to": TODAY}),
    "30 days": (partial(_choose_days, 30), {"date_from": TODAY - timedelta(days=29), "date_to": TODAY}),
    "replied": (
        _choose_replied_range,
        {"date_field": DateField.REPLIED, "date_from": TODAY - timedelta(days=20), "date_to": TODAY},
    ),
    "item": (partial(_choose_number, Detail.ITEM, "1"), {"item_no": "1"}),
    "order": (partial(_choose_number, Detail.ORDER, "4"), {"order_no": "4"}),
    "oldest": (partial(_choose_sort, SortOrder.OLDEST), {"sort": SortOrder.OLDEST}),
    "longest waiting": (partial(_choose_sort, WAITING), {"sort": WAITING}),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_shows_what_the_store_holds_and_back_restores(quiet_desk: Desk, name: str) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    choose, asked = FILTERS[name]
    before = _shown(desk)
    assert before == _expected(desk)
    choose(bar)
    desk.settle()
    assert bar.query == InquiryQuery(**({"source": Source.CUSTOMER} | asked))
    assert _shown(desk) == _expected(desk, **asked)
    bar.back_button.click()
    desk.settle()
    assert _shown(desk) == before
    assert bar.query == InquiryQuery(source=Source.CUSTOMER)
    assert bar.back_button.isHidden()


def test_back_walks_through_every_question_with_its_order(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar, shell = desk.shell.inquiries.filters, desk.shell
    _choose_sort(SortOrder.OLDEST, bar)
    desk.settle()
    _choose_status(Status.ANSWERED, bar)
    desk.settle()
    shell.header.search.setText("サイズ")
    desk.wait(lambda: bar.query.text == "サイズ")
    desk.settle()
    shell.activateWindow()
    _list(desk).view.setFocus()
    desk.wait(_list(desk).view.hasFocus)
    QTest.keyClick(_list(desk).view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert (bar.query.text, bar.query.statuses) == ("", frozenset({Status.ANSWERED}))
    assert shell.header.search.text() == ""
    _list(desk).go_back()
    assert (bar.query.statuses, bar.sort) == (frozenset(), SortOrder.OLDEST)
    _list(desk).go_back()
    assert (bar.sort, bar.chosen_sort) == (SortOrder.NEWEST, None)
    _list(desk).go_back()
    desk.settle()
    assert _shown(desk) == _expected(desk)


def test_reset_starts_over_and_empties_the_search_field(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    desk.shell.header.search.setText("no inquiry says this")
    desk.wait(lambda: _list(desk).stack.currentWidget() is _list(desk).notice)
    assert _list(desk).notice.text == "No inquiry matches"
    _choose_days(7, bar)
    bar.reset_button.click()
    desk.settle()
    assert bar.query == InquiryQuery(source=Source.CUSTOMER)
    assert desk.shell.header.search.text() == ""
    assert _shown(desk) == _expected(desk)


def test_the_empty_list_offers_to_reset(quiet_desk: Desk) -> None:
    desk = quiet_desk
    _choose_number(Detail.ORDER, "no such order", desk.shell.inquiries.filters)
    desk.settle()
    assert _shown(desk) == []
    _list(desk).notice._action.click()
    desk.settle()
    assert _shown(desk) == _expected(desk)


def test_the_first_sync_is_told_in_the_empty_list(quiet_desk: Desk) -> None:
    desk = quiet_desk
    _choose_number(Detail.ORDER, "no such order", desk.shell.inquiries.filters)
    desk.settle()
    desk.publisher.publish(LinkChanged(state=LinkState.SYNCING, since=now(), progress=0.5))
    desk.wait(lambda: _list(desk).notice.text == "Reading your inquiries…")
    desk.publisher.publish(LinkChanged(state=LinkState.ONLINE, since=now()))
    desk.wait(lambda: _list(desk).notice.text == "No inquiry matches")


def test_a_wrong_range_is_said_and_not_asked(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    asked: list[object] = []
    bar.asked.connect(asked.append)
    bar.date_button.click()
    popup = _popup(bar)
    first, last = popup.findChildren(QDateEdit)
    last.setDate(first.date().addDays(-1))
    popup.apply_button.click()
    assert asked == []
    assert popup.isVisible()
    assert not popup._fault.isHidden()
    popup.any_button.click()
    assert not popup.isVisible()


def test_a_store_that_cannot_be_read_is_said_and_tried_again(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters

    def damaged(*_: object) -> InboxCounts:
        raise StoreFault(StoreFault.DAMAGED)

    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.inbox, "counts", damaged)
        _choose_status(Status.ANSWERED, bar)
        desk.settle()
        assert _list(desk).stack.currentWidget() is _list(desk).notice
        assert _list(desk).notice.text not in ("", "No inquiry matches")
    _list(desk).notice._action.click()
    desk.settle()
    assert _shown(desk) == _expected(desk, statuses=frozenset({Status.ANSWERED}))
    assert _list(desk).stack.currentWidget() is _list(desk).view


def _has_words(button: QPushButton, words: str) -> bool:
    return words in button.text()


def test_counters_follow_the_store(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    shown = bar.status.button(Status.UNANSWERED)
    for _ in range(2):
        inquiry = desk.put(make_inquiry())
        desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({inquiry.id})))
        counts = desk.workspace.inbox.counts(desk.shop.id, bar.query)
        waiting = str(counts.matching[Status.UNANSWERED])
        tab = counts.last_30_days[Source.CUSTOMER, Status.UNANSWERED]
        desk.qtbot.waitUntil(partial(_has_words, shown, waiting), timeout=PATIENCE_MS)
        desk.settle()
        assert f"Customers: {tab} unanswered" in bar.tabs.toolTip()


def test_news_keeps_selection_and_scroll_position(quiet_desk: Desk) -> None:
    desk = quiet_desk
    pane = _list(desk)
    view, model = pane.view, pane.model
    view.selectRow(20)
    desk.settle()
    view.verticalScrollBar().setValue(15 * view.rowHeight(0) + 7)
    top = model.row_id(view.rowAt(0))
    chosen = view.selected_row_ids()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    count = model.rowCount()
    for number in range(3):
        inquiry = desk.put(make_inquiry(received_at=now(), updated_at=now(), number=f"91000{number}"))
        desk.publisher.publish(
            InquiriesChanged(
                shop_id=desk.shop.id, ids=frozenset({inquiry.id}), arrived=frozenset({inquiry.id})
            )
        )
        wanted = count + number + 1
        desk.qtbot.waitUntil(partial(_has_rows, model, wanted), timeout=PATIENCE_MS)
    assert model.row_id(view.rowAt(0)) == top
    assert view.selected_row_ids() == chosen
    assert resets == []


def test_a_row_changes_in_place(quiet_desk: Desk) -> None:
    desk = quiet_desk
    pane = _list(desk)
    row = pane.model.row_at(2)
    assert row is not None
    desk.put(structs.replace(_full(desk, row.inquiry.id), title="新しい件名", version=10_000))
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({row.inquiry.id})))

    def is_new() -> bool:
        fresh = pane.model.row_at(pane.model.position(row.row_id))
        return fresh is not None and fresh.inquiry.title == "新しい件名"

    desk.wait(is_new)


def _has_rows(model: InquiryListModel, wanted: int) -> bool:
    return model.rowCount() == wanted


def _full(desk: Desk, inquiry_id: InquiryId) -> Any:
    thread = desk.workspace.inbox.thread(inquiry_id)
    assert thread is not None
    return thread.inquiry


def test_another_shops_news_does_not_touch_the_list(quiet_desk: Desk) -> None:
    desk = quiet_desk
    read: list[int] = []
    _list(desk).listed.connect(read.append)
    desk.publisher.publish(InquiriesChanged(shop_id=ShopId("other"), ids=frozenset({InquiryId("x")})))
    desk.qtbot.wait(10)
    desk.settle()
    assert not _list(desk)._gather_timer.isActive()
    assert read == []


def test_news_without_end_is_read_one_at_a_time_and_shown(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    pane, inbox = _list(desk), desk.workspace.inbox
    running, most = 0, 0
    ids = inbox.ids

    def counted(*asked: Any) -> Any:
        nonlocal running, most
        running += 1
        most = max(most, running)
        answer = ids(*asked)
        running -= 1
        return answer

    monkeypatch.setattr(inbox, "ids", counted)
    listed: list[int] = []
    pane.listed.connect(listed.append)
    for _ in range(30):
        pane._is_list_stale = True
        pane._on_gathered()
    desk.settle()
    assert most == 1
    assert 1 <= len(listed) <= 3


def test_another_question_overtakes_the_one_under_way(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    for status in (Status.ANSWERED, Status.ANSWERING, Status.UNANSWERED, None, Status.ANSWERED):
        _choose_status(status, bar)
    desk.settle()
    assert _shown(desk) == _expected(desk, statuses=frozenset({Status.ANSWERED}))


def test_j_and_k_and_the_arrows_walk_and_open(quiet_desk: Desk) -> None:
    desk = quiet_desk
    pane = _list(desk)
    view = pane.view
    QTest.keyClick(view, Qt.Key.Key_J)
    for key, place in ((Qt.Key.Key_J, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_K, 1), (Qt.Key.Key_K, 0)):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == place
    QTest.keyClick(view, Qt.Key.Key_K)
    desk.wait(lambda: desk.reply.inquiry is not None)
    row = pane.model.row_at(0)
    assert row is not None
    assert desk.reply.inquiry is not None
    assert desk.reply.inquiry.id == row.inquiry.id


def test_an_inquiry_can_be_chosen_from_outside(quiet_desk: Desk, pick: Pick) -> None:
    desk = quiet_desk
    row = _list(desk).model.row_at(5)
    assert row is not None
    desk.shell.open_inquiry(row.inquiry.id)
    desk.wait(lambda: _list(desk).view.current_row_id == row.row_id)
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == row.inquiry.id)
    desk.shell.open_inquiry(InquiryId("nowhere"))
    desk.settle()
    assert desk.reply.inquiry is None


def test_query_wakes_the_sync(quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = quiet_desk
    asked: list[object] = []
    desk.shell.inquiries.filters.refresh_asked.connect(lambda: asked.append(1))
    desk.shell.inquiries.filters.query_button.click()
    QTest.keyClick(desk.shell.inquiries.list.view, Qt.Key.Key_F5)
    desk.settle()
    assert asked == [1, 1]
    assert not desk.shell.inquiries.filters.back_button.isVisible()
