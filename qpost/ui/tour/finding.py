"""Why: every filter of the inquiry page is used and its result compared with what it must hold."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt

from qpost.models.inbox import InboxRow
from qpost.models.inquiry import InquiryId, Source, Status
from qpost.models.jst import JST, business_date
from qpost.models.search import SortOrder
from qpost.ui.inquiries.filter_bar import Detail
from qpost.ui.shell import Shell
from qpost.ui.tour.guide import Guide, NotReachedError


def shown_rows(shell: Shell) -> list[InboxRow]:
    """Return the rows on screen that were read."""
    model, view = shell.inquiries.list.model, shell.inquiries.list.view
    visible = range(min(model.rowCount(), view.viewport().height() // max(1, view.rowHeight(0)) + 1))
    return [row for place in visible if (row := model.row_at(place)) is not None]


def filter_each_way(guide: Guide, shell: Shell) -> None:
    """Source, status, dates, numbers, text, order; nothing found; Back and Reset."""
    _by_status(guide, shell)
    _by_dates(guide, shell)
    _by_number(guide, shell)
    _by_text(guide, shell)
    _back_and_reset(guide, shell)
    _from_qoo10(guide, shell)


def _by_status(guide: Guide, shell: Shell) -> None:
    filters = shell.inquiries.filters
    for name, status in (
        ("unprocessed", Status.UNANSWERED),
        ("answering", Status.ANSWERING),
        ("answered", Status.ANSWERED),
    ):
        with guide.step(f"filter-{name}", lambda: shell):
            guide.click(filters.status.button(status))
            guide.settle()
            rows = shown_rows(shell)
            guide.check("some rows", bool(rows))
            guide.check("only this status", {row.inquiry.status for row in rows}, {status})
            if status is Status.UNANSWERED:
                waits = [row.inquiry.received_at for row in rows]
                guide.check("longest waiting first", waits, sorted(waits))
    with guide.step("sort-oldest", lambda: shell):
        guide.click(filters.status.button(None))
        oldest = filters.sort_actions[SortOrder.OLDEST]
        oldest.trigger()
        guide.settle()
        dates = [row.inquiry.received_at for row in shown_rows(shell)]
        guide.check("oldest first", dates, sorted(dates))


def _by_dates(guide: Guide, shell: Shell) -> None:
    filters = shell.inquiries.filters
    today = business_date(datetime.now(JST))
    with guide.step("dates-window", lambda: shell):
        guide.click(filters.reset_button)
        guide.click(filters.date_button)
        guide.wait(filters.dates.isVisible, "the dates window")
    with guide.step("dates-7-days", lambda: shell):
        guide.click(filters.dates.presets[7])
        guide.settle()
        days = {business_date(row.inquiry.received_at) for row in shown_rows(shell)}
        guide.check("some rows", bool(days))
        guide.check("only these days", all(day > today - timedelta(days=7) for day in days))
        guide.check_in("the bar shows the range", f"{today:%m/%d}", filters.date_button.text())


def _by_number(guide: Guide, shell: Shell) -> None:
    filters = shell.inquiries.filters
    numbers: dict[Detail, str] = {}
    with guide.step("reset", lambda: shell):
        guide.click(filters.reset_button)
        guide.settle()
        guide.check("all dates again", filters.query.date_from, None)
        numbers = {detail: _a_number(shell, detail) for detail in (Detail.ITEM, Detail.ORDER)}
    for name, detail in (("item-number", Detail.ITEM), ("order-number", Detail.ORDER)):
        with guide.step(name, lambda: shell):
            wanted = numbers[detail]
            filters.detail.setCurrentIndex(filters.detail.findData(detail))
            filters.detail.activated.emit(filters.detail.currentIndex())
            filters.number.clear()
            guide.write(filters.number, wanted)
            guide.key(filters.number, Qt.Key.Key_Return)
            guide.settle()
            found = {_number_of(row, detail) for row in shown_rows(shell)}
            guide.check("only this number", found, {wanted})
    with guide.step("nothing-found", lambda: shell):
        filters.number.clear()
        guide.write(filters.number, "999999999999")
        guide.key(filters.number, Qt.Key.Key_Return)
        guide.wait(shell.inquiries.list.notice.isVisible, "the empty state")


def _a_number(shell: Shell, detail: Detail) -> str:
    for row in shown_rows(shell):
        number = _number_of(row, detail)
        if number:
            return number
    raise NotReachedError(f"an inquiry with an {detail} number")


def _number_of(row: InboxRow, detail: Detail) -> str:
    if detail is Detail.ITEM:
        return row.inquiry.item.number if row.inquiry.item else ""
    return row.inquiry.order_no or ""


def _by_text(guide: Guide, shell: Shell) -> None:
    with guide.step("text-search", lambda: shell):
        guide.click(shell.inquiries.filters.reset_button)
        guide.settle()
        customer = shown_rows(shell)[2].inquiry.customer.name
        shell.header.search.setFocus()
        guide.write(shell.header.search, customer)
        guide.wait(lambda: shell.inquiries.filters.query.text == customer, "the search")
        guide.settle()
        names = {row.inquiry.customer.name for row in shown_rows(shell)}
        guide.check("the customer is found", customer in names)


def _back_and_reset(guide: Guide, shell: Shell) -> None:
    filters = shell.inquiries.filters
    with guide.step("back", lambda: shell):
        guide.click(filters.back_button)
        guide.settle()
        guide.check("the question before", filters.query.text, "")
        shell.header.search.clear()
        guide.pass_time(400)


def _from_qoo10(guide: Guide, shell: Shell) -> None:
    filters = shell.inquiries.filters
    with guide.step("from-qoo10", lambda: shell):
        guide.click(filters.reset_button)
        guide.click(filters.tabs.button(Source.QOO10))
        guide.settle()
        guide.check("only Qoo10", {row.inquiry.source for row in shown_rows(shell)}, {Source.QOO10})


def open_row(guide: Guide, shell: Shell, *, wanted: Callable[[InboxRow], object] = lambda row: True) -> None:
    """Click the first inquiry for which ``wanted`` holds, and wait until it is open."""
    view, model = shell.inquiries.list.view, shell.inquiries.list.model
    for place in range(model.rowCount()):
        index = model.index(place, 0)
        view.scrollTo(index)
        guide.wait(partial(_is_read, shell, place), "the row")
        row = model.row_at(place)
        if row is not None and wanted(row):
            guide.pass_time(30)
            guide.click_at(view.viewport(), view.visualRect(index).center())
            guide.wait(partial(_is_open, shell, row.inquiry.id), "the inquiry to open")
            guide.settle()
            return
    raise NotReachedError("an inquiry of that kind")


def _is_read(shell: Shell, place: int) -> bool:
    return shell.inquiries.list.model.row_at(place) is not None


def _is_open(shell: Shell, inquiry_id: InquiryId) -> bool:
    opened = shell.inquiries.conversation.inquiry
    return opened is not None and opened.id == inquiry_id


def open_first(guide: Guide, shell: Shell) -> None:
    """Open the inquiry that waits longest."""
    filters, conversation = shell.inquiries.filters, shell.inquiries.conversation
    with guide.step("open-inquiry", lambda: shell):
        guide.click(filters.tabs.button(Source.CUSTOMER))
        guide.click(filters.status.button(Status.UNANSWERED))
        guide.settle()
        open_row(guide, shell, wanted=lambda row: row.inquiry.order_no)
        inquiry = conversation.inquiry
        if inquiry is None:
            raise NotReachedError("the inquiry")
        texts = conversation.exchange.view.shown_texts()
        guide.check("every message", len(texts), inquiry.message_count)
        guide.check_in("whose it is", inquiry.customer.name, conversation.exchange.about_text)
        guide.check("the order beside it", inquiry.order_no in conversation.side.facts.values())
        guide.check_in("the default title", "[Re]", conversation.reply.title.text())
