"""Why: a seller reads what Qcash there is and how it moved, from the network or, without it, from before."""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from qpost.models.account import Capability
from qpost.models.jst import business_date
from qpost.models.links import Page
from qpost.models.periods import LedgerPeriod, Period
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.qcash.page import Book
from tests.gui.inquiries.desk import now
from tests.gui.qcash.conftest import MakeCounter
from tests.gui.qcash.counter import Counter, click
from tests.service_fixtures import MakeService, RunningService


def test_balance_is_the_newest_entry_of_the_ledger_and_the_last_point_of_the_chart(counter: Counter) -> None:
    assert counter.balance == counter.entries[0].balance_after
    assert counter.page.balance.figure == amount_text(counter.balance, Unit.QCASH)
    series = counter.page.chart.chart.series
    assert series is not None
    assert series.points[-1].value == counter.balance
    assert series.points[-1].day == business_date(now())


def test_the_wallet_shows_all_six(counter: Counter) -> None:
    qcash = counter.page.reader.held.account
    assert qcash is not None
    shown = [figure.text() for figure in counter.page.wallet.figures]
    assert len(shown) == 6
    assert amount_text(qcash.value.wallet.settlement, Unit.YEN) in shown
    assert "Settlement money" in counter.page.wallet.accessibleName()


def test_a_longer_period_has_more_entries_and_all_of_its_days_in_the_chart(counter: Counter) -> None:
    bar = counter.page.ledger.periods
    counts = []
    for period in LedgerPeriod:
        click(bar.quick.button(period))
        counter.settle()
        counts.append(len(counter.entries))
        series = counter.page.chart.chart.series
        assert series is not None
        assert len(series.points) == bar.period.days
        assert all(business_date(entry.at) in bar.period for entry in counter.entries)
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_any_days_can_be_asked_for_by_keyboard(counter: Counter) -> None:
    bar = counter.page.ledger.periods
    bar.dates.setFocus()
    QTest.keyClick(bar.dates, Qt.Key.Key_Space)
    assert bar.popup.isVisible()
    first, last = date(2026, 1, 1), business_date(now())
    bar.popup.first.setDate(QDate(first.year, first.month, first.day))
    QTest.keyClick(bar.popup, Qt.Key.Key_Return)
    counter.settle()
    assert bar.period == Period(first, last)
    assert bar.quick.value is None


def test_days_on_which_nothing_moved_say_so(counter: Counter) -> None:
    counter.page.ledger.periods.choose(Period(date(2010, 1, 1), date(2010, 1, 5)))
    counter.settle()
    assert counter.page.ledger.list.notice.text == "No Qcash moved on these days"


def test_a_long_ledger_is_read_to_its_end_by_scrolling(
    make_counter: MakeCounter, make_service: MakeService
) -> None:
    counter = make_counter(make_service(inquiries=20, ledger=1_500))
    counter.page.ledger.periods.choose(Period(date(2020, 1, 1), business_date(now())))
    counter.settle()
    model, table = counter.page.ledger.list.model, counter.page.ledger.list.table
    assert model.has_more
    series = counter.page.chart.chart.series
    assert series is not None
    assert series.points[0].day == business_date(counter.entries[-1].at)

    def scrolled_to_the_end() -> bool:
        table.scrollToBottom()
        return not model.has_more

    counter.wait(scrolled_to_the_end)
    counter.settle()
    assert len({entry.id for entry in counter.entries}) == len(counter.entries) >= 1_400
    balances = [(entry.balance_after, entry.amount) for entry in counter.entries]
    for (after, amount), (before, _) in pairwise(balances):
        assert after - amount == before


def test_the_file_has_every_entry_as_numbers_a_spreadsheet_takes(counter: Counter, tmp_path: Path) -> None:
    target = tmp_path / "ledger.csv"
    counter.page.ledger.file.save(counter.desk.shop, counter.page.ledger.period, target)
    counter.settle()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["Date (JST)", "Amount", "Kind", "Content", "Related to", "Balance"]
    assert [int(line[1]) for line in lines[1:]] == [entry.amount for entry in counter.entries]
    assert int(lines[1][5]) == counter.balance
    assert "ledger.csv" in counter.desk.shell.toast.text


def test_without_the_network_the_kept_figures_stay_with_their_age(
    make_counter: MakeCounter, own_bank: RunningService
) -> None:
    counter = make_counter(own_bank)
    balance, entries = counter.balance, len(counter.entries)
    own_bank.stop()
    QTest.keyClick(counter.page, Qt.Key.Key_F5)
    counter.page.refresh()
    counter.settle()
    counter.wait(lambda: counter.page.banner.text)
    assert (counter.balance, len(counter.entries)) == (balance, entries)
    assert "As of" in counter.page.balance.accessibleName()
    assert "Charging needs the network." in counter.page.balance.accessibleName()
    assert not counter.page.charge_button.isEnabled()
    own_bank.restart()
    click(counter.page.banner.action)
    counter.wait(lambda: not counter.page.banner.text)
    counter.settle()
    assert counter.page.charge_button.isEnabled()


def test_a_new_start_without_the_network_shows_what_was_kept(
    make_counter: MakeCounter, own_bank: RunningService
) -> None:
    counter = make_counter(own_bank)
    balance, entries = counter.balance, len(counter.entries)
    own_bank.stop()
    counter.desk.shell.close()
    counter.desk.shell.deleteLater()
    shell = counter.desk.shell = counter.desk.open_window()
    again = Counter(counter.desk)
    assert shell.page(Page.QCASH) is again.page
    assert (again.balance, len(again.entries)) == (balance, entries)


def test_the_history_lists_charges_with_state_in_words(counter: Counter) -> None:
    counter.page.books.button(Book.HISTORY).click()
    counter.settle()
    model = counter.page.history.list.model
    words = {model.index(row, 3).data() for row in range(model.rowCount())}
    assert {"Charged", "Cancelled"} <= words <= {"Charged", "Cancelled", "Waiting for payment"}


def test_a_connection_without_qcash_says_so_and_leads_to_qsm(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = frozenset({Capability.INQUIRIES})
    monkeypatch.setattr(counter.desk.workspace, "capabilities", lambda: offered)
    counter.page.retranslate()
    assert counter.page.not_offered.isVisible()


def test_a_connection_without_charging_offers_qsm_instead(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter.desk.workspace, "capabilities", lambda: frozenset({Capability.QCASH}))
    counter.page.retranslate()
    assert counter.page.charge_button.text() == "Open QSM"
    assert "does not offer charging" in counter.page.balance.accessibleName()


def test_every_control_has_a_name(counter: Counter) -> None:
    counter.page.books.button(Book.HISTORY).click()
    counter.page.desk.open()
    for button in (
        *counter.page.findChildren(QAbstractButton),
        *counter.dialog.findChildren(QAbstractButton),
    ):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
    counter.dialog.close()
    assert not [label for label in counter.page.findChildren(QLabel) if "{" in label.text()]
    assert QApplication.activeModalWidget() is None
