"""Why: every state of the Qcash page is seen, and money is charged in both ways as a seller does it."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from qpost.models.events import ChargeLapsing, ConversionReminder
from qpost.models.links import Page
from qpost.models.periods import LedgerPeriod
from qpost.models.qcash import Charge, ChargeId, ChargeState, MethodId
from qpost.ui.dates import utc_now
from qpost.ui.qcash.charge_dialog import ChargeDialog, Step
from qpost.ui.qcash.outcome_step import Outcome
from qpost.ui.qcash.page import Book, QcashPage
from qpost.ui.shell import Shell
from qpost.ui.tour.ground import Service, pay
from qpost.ui.tour.guide import Guide, NotReachedError

_CTRL = Qt.KeyboardModifier.ControlModifier


def see_qcash(guide: Guide, shell: Shell, place: Path) -> None:
    """Balance, wallet, ledger of any days, chart as a table, the file, the history, the reminders."""
    with guide.step("qcash-read", lambda: shell):
        page = _page(guide, shell)
        guide.check("the newest entry is the balance", page.ledger.entries[0].balance_after, _balance(page))
    with guide.step("qcash-three-months", lambda: shell):
        guide.click(page.ledger.periods.quick.button(LedgerPeriod.MONTHS_3))
        guide.settle()
        guide.key(page.ledger.list.table, Qt.Key.Key_Down)
        series = page.chart.chart.series
        guide.check("a point for each day", len(series.points) if series else 0, page.ledger.period.days)
    with guide.step("qcash-dates", lambda: shell):
        guide.click(page.ledger.periods.dates)
        guide.wait(page.ledger.periods.popup.isVisible, "the dates")
    with guide.step("qcash-chart-as-table", lambda: shell):
        page.ledger.periods.popup.close()
        guide.click(page.chart.toggle)
        guide.check("the figures as a table", page.chart.is_table)
    with guide.step("qcash-file", lambda: shell):
        guide.click(page.chart.toggle)
        shop = shell.shop
        if shop is None:
            raise NotReachedError("a shop")
        target = place / "ledger.csv"
        page.ledger.file.save(shop, page.ledger.period, target)
        guide.wait(target.exists, "the file")
        guide.settle()
        guide.check_in("told where it is", target.name, shell.toast.text)
    with guide.step("qcash-history", lambda: shell):
        guide.click(page.books.button(Book.HISTORY))
        guide.settle()
        guide.check("there are charges", page.history.list.model.rowCount() > 0)
    _see_reminders(guide, shell)


def _see_reminders(guide: Guide, shell: Shell) -> None:
    shop = shell.shop
    if shop is None:
        return
    now = utc_now()
    with guide.step("reminder-conversion", lambda: shell):
        shell.kit.bridge.reminded.emit(
            ConversionReminder(shop_id=shop.id, month="2026-11", days_left=3, convertible=12_300)
        )
        guide.wait(lambda: "Qcash" in shell.toast.text, "the reminder to say how much")
    with guide.step("reminder-charge", lambda: shell):
        waiting = Charge(
            ChargeId("tour"), 10_000, MethodId.CARD, ChargeState.PENDING, now, None, None, now + timedelta(1)
        )
        shell.kit.bridge.reminded.emit(ChargeLapsing(shop_id=shop.id, charge=waiting))
        guide.wait(lambda: "10,000" in shell.toast.text, "the reminder to say which")


def charge(guide: Guide, shell: Shell, account_password: str) -> None:
    """Charge with money at Qoo10, wrongly and rightly, then by a payment in the browser."""
    page = _page(guide, shell)
    before = _balance(page)
    shell.toast.hide()
    with guide.step("charge-amount", lambda: shell):
        guide.click(page.books.button(Book.LEDGER))
        guide.click(page.charge_button)
        dialog = _dialog(guide, page)
    with guide.step("charge-not-enough", lambda: shell):
        guide.click(dialog.amount_step.buttons[1_000_000])
        guide.click(dialog.next_button)
        able = dialog.method_step.buttons[MethodId.Q_ACCOUNT].isEnabled()
        guide.check("a method without the money is disabled", able, False)
    with guide.step("charge-method", lambda: shell):
        guide.click(dialog.back_button)
        guide.click(dialog.amount_step.buttons[3_000])
        guide.click(dialog.next_button)
        guide.click(dialog.method_step.buttons[MethodId.Q_ACCOUNT])
    with guide.step("charge-confirm", lambda: shell):
        guide.click(dialog.next_button)
        guide.check("the warnings stand before the button", dialog.confirm_step.warnings.isVisible())
    with guide.step("charge-wrong-password", lambda: shell):
        guide.write(dialog.confirm_step.password, "guess")
        guide.click(dialog.next_button)
        guide.wait(lambda: dialog.confirm_step.password_field.fault, "the fault under the password")
        guide.check("the field is wiped", dialog.confirm_step.password.text(), "")
    with guide.step("charged", lambda: shell):
        guide.write(dialog.confirm_step.password, account_password)
        guide.click(dialog.next_button)
        guide.wait(lambda: dialog.step is Step.OUTCOME, "the outcome")
        guide.check("charged", dialog.outcome_step.outcome, Outcome.CHARGED)
    with guide.step("charged-on-the-page", lambda: shell):
        guide.click(dialog.next_button)
        guide.wait(lambda: _balance(page) == before + 3_000, "the new balance")
        guide.settle()
        guide.check("in the ledger", page.ledger.entries[0].amount, 3_000)
    _charge_in_browser(guide, shell, page)


def _charge_in_browser(guide: Guide, shell: Shell, page: QcashPage) -> None:
    before = _balance(page)
    with guide.step("charge-browser-confirm", lambda: shell):
        guide.key(page, Qt.Key.Key_N, _CTRL)
        dialog = _dialog(guide, page)
        guide.click(dialog.amount_step.buttons[10_000])
        guide.click(dialog.next_button)
        guide.click(dialog.method_step.buttons[MethodId.CARD])
        guide.click(dialog.next_button)
        guide.check("no password is asked for", dialog.confirm_step.password.isVisible(), False)
    with guide.step("charge-waiting", lambda: shell):
        guide.click(dialog.next_button)
        guide.wait(lambda: dialog.charge is not None, "the charge")
        guide.check_in("the address is shown", "127.0.0.1", dialog.outcome_step.address_shown)
    with guide.step("charge-paid", lambda: shell):
        waiting = dialog.charge
        if waiting is None or waiting.payment_url is None:
            raise NotReachedError("the payment page")
        address = waiting.payment_url
        guide.off_thread(lambda: pay(address))
        guide.click(dialog.outcome_step.look_button)
        guide.wait(lambda: dialog.outcome_step.outcome is Outcome.CHARGED, "the payment to be noticed")
    with guide.step("charge-paid-on-the-page", lambda: shell):
        guide.click(dialog.next_button)
        guide.wait(lambda: _balance(page) == before + 10_000, "the new balance")
    for outcome in (Outcome.UNCLEAR, Outcome.NOTHING):
        with guide.step(f"charge-{outcome.name.lower()}", lambda: shell):
            page.desk.open()
            dialog = _dialog(guide, page)
            if outcome is Outcome.UNCLEAR:
                dialog.show_unclear()
            else:
                dialog.show_nothing_happened()
            guide.check("said", bool(dialog.outcome_step.title))
    dialog.close()


def see_qcash_offline(guide: Guide, shell: Shell, service: Service) -> None:
    """Without the service the kept figures stay, and charging says what it needs."""
    page = _page(guide, shell)
    before = _balance(page)
    with guide.step("qcash-offline", lambda: shell):
        guide.off_thread(service.stop)
        page.refresh()
        guide.wait(lambda: page.banner.text, "the sentence about the network")
        guide.check("the balance stays", _balance(page), before)
        guide.check("nothing can be charged", page.charge_button.isEnabled(), False)
    with guide.step("qcash-online-again", lambda: shell):
        guide.off_thread(service.start)
        page.refresh()
        guide.wait(page.charge_button.isEnabled, "charging to be possible", patience_s=60)
        guide.check("nothing to say any more", page.banner.text, "")


def _page(guide: Guide, shell: Shell) -> QcashPage:
    shell.rail.go(Page.QCASH)
    page = shell.page(Page.QCASH)
    if not isinstance(page, QcashPage):
        raise NotReachedError("the Qcash page")
    guide.wait(lambda: page.reader.held.balance is not None, "the balance")
    guide.wait(lambda: page.ledger.entries, "the ledger")
    guide.settle()
    return page


def _balance(page: QcashPage) -> int:
    return page.reader.held.balance or 0


def _dialog(guide: Guide, page: QcashPage) -> ChargeDialog:
    guide.wait(lambda: page.desk.dialog is not None, "the assistant")
    if page.desk.dialog is None:
        raise NotReachedError("the assistant")
    return page.desk.dialog
