"""Why: money is charged once, with every warning before it, and followed until nobody has to guess."""

from datetime import UTC, datetime
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from qpost.models.account import ShopId
from qpost.models.errors import QpostError, Refused, Unclear
from qpost.models.events import QcashChanged
from qpost.models.qcash import Charge, ChargeState, MethodId
from qpost.services.qcash_account import Cleared
from qpost.ui.qcash.charge_dialog import Step
from qpost.ui.qcash.outcome_step import Outcome
from qpost.ui.qcash.page import Book
from qpost.ui.qcash.payment_page import payable
from tests.gui.qcash.conftest import MakeCounter
from tests.gui.qcash.counter import Counter, click, settle_payment
from tests.service_fixtures import RunningService


@pytest.fixture
def till(make_counter: MakeCounter, bank: RunningService) -> Counter:
    """A page on a service of one's own."""
    return make_counter(bank)


def test_money_at_qoo10_is_charged_from_click_to_balance(till: Counter, bank: RunningService) -> None:
    before, entries = till.balance, len(till.entries)
    charge = till.ordered(3_000, MethodId.Q_ACCOUNT, password=bank.account_password)
    assert charge.state is ChargeState.COMPLETED
    assert till.dialog.outcome_step.outcome is Outcome.CHARGED
    till.wait(lambda: f"{before + 3_000:,} Qcash" in till.dialog.outcome_step.text)
    click(till.dialog.next_button)
    till.wait(lambda: till.balance == before + 3_000 and len(till.entries) == entries + 1)
    till.settle()
    assert till.entries[0].amount == 3_000
    assert till.entries[0].balance_after == till.balance
    series = till.page.chart.chart.series
    assert series is not None
    assert series.points[-1].value == till.balance


def test_the_whole_way_goes_by_keyboard(till: Counter, bank: RunningService) -> None:
    before = till.balance
    QTest.keyClick(till.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = till.dialog
    till.wait(dialog.isActiveWindow)
    amounts, methods = dialog.amount_step.buttons, dialog.method_step.buttons
    assert amounts[100].hasFocus()
    QTest.keyClick(amounts[100], Qt.Key.Key_Space)
    QTest.keyClick(amounts[100], Qt.Key.Key_Right)
    assert dialog.amount_step.amount == 500
    QTest.keyClick(amounts[500], Qt.Key.Key_Return)
    assert dialog.step is Step.METHOD
    QTest.keyClick(methods[MethodId.Q_ACCOUNT], Qt.Key.Key_Space)
    QTest.keyClick(methods[MethodId.Q_ACCOUNT], Qt.Key.Key_Return)
    assert dialog.confirm_step.password.hasFocus()
    QTest.keyClicks(dialog.confirm_step.password, bank.account_password)
    QTest.keyClick(dialog.confirm_step.password, Qt.Key.Key_Return)
    till.wait(lambda: dialog.step is Step.OUTCOME)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    till.wait(lambda: till.balance == before + 500)


def test_a_wrong_account_password_is_said_under_its_field_and_wiped(till: Counter) -> None:
    before = till.balance
    till.order(1_000, MethodId.Q_ACCOUNT, password="guess")
    step = till.dialog.confirm_step
    till.wait(lambda: step.password_field.fault)
    assert "Q account password is not correct" in step.password_field.fault
    assert step.password.text() == ""
    assert till.dialog.step is Step.CONFIRM
    till.settle()
    assert till.balance == before


def test_after_five_wrong_passwords_the_wait_is_said_under_the_field(
    make_counter: MakeCounter, own_bank: RunningService
) -> None:
    till = make_counter(own_bank)
    till.order(1_000, MethodId.Q_ACCOUNT, password="guess")
    step = till.dialog.confirm_step
    for _ in range(4):
        till.wait(lambda: till.dialog.next_button.isEnabled())
        QTest.keyClicks(step.password, "guess")
        click(till.dialog.next_button)
    till.wait(lambda: "Too many" in step.password_field.fault)
    assert "15 min" in step.password_field.fault


def test_no_password_is_asked_for_and_none_is_left_behind(till: Counter) -> None:
    till.page.desk.open()
    dialog = till.dialog
    click(dialog.amount_step.buttons[500])
    click(dialog.next_button)
    click(dialog.method_step.buttons[MethodId.CARD])
    click(dialog.next_button)
    assert not dialog.confirm_step.password.isVisible()
    click(dialog.back_button)
    click(dialog.method_step.buttons[MethodId.Q_ACCOUNT])
    click(dialog.next_button)
    password = dialog.confirm_step.password
    assert password.isVisible()
    assert password.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(password, "secret")
    click(dialog.back_button)
    assert password.text() == ""
    click(dialog.next_button)
    QTest.keyClicks(password, "secret")
    texts: list[str] = []
    dialog.finished.connect(lambda: texts.append(password.text()))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert texts == [""]


def test_the_warnings_stand_before_the_button(till: Counter) -> None:
    till.page.desk.open()
    dialog = till.dialog
    click(dialog.amount_step.buttons[500])
    click(dialog.next_button)
    click(dialog.method_step.buttons[MethodId.PAYPAL])
    click(dialog.next_button)
    words = dialog.confirm_step.warnings.accessibleName()
    assert dialog.confirm_step.warnings.isVisible()
    for part in ("cannot be cancelled or refunded", "never expires", "forfeited when the shop leaves"):
        assert part in words
    assert dialog.next_button.text() == "Charge ¥500"
    dialog.close()


def test_a_method_without_enough_money_is_disabled_and_says_so(till: Counter) -> None:
    till.page.desk.open()
    dialog = till.dialog
    click(dialog.amount_step.buttons[1_000_000])
    click(dialog.next_button)
    poor = dialog.method_step.buttons[MethodId.SCHEDULED_SETTLEMENT]
    assert not poor.isEnabled()
    assert "not enough" in poor.accessibleName()
    assert not dialog.next_button.isEnabled()
    click(dialog.method_step.buttons[MethodId.BANK_TRANSFER])
    assert dialog.next_button.isEnabled()
    dialog.close()


def test_a_payment_in_the_browser_is_followed_until_it_is_done(till: Counter, browsed: list[str]) -> None:
    before = till.balance
    charge = till.ordered(5_000, MethodId.CARD)
    assert charge.state is ChargeState.PENDING
    step = till.dialog.outcome_step
    assert "127.0.0.1" in step.address_shown
    assert step.countdown.text().startswith("4 day")
    click(step.open_button)
    assert browsed == [charge.payment_url]
    till.wait(lambda: charge.id in {each.id for each in till.page.reader.held.pending})
    assert till.page.payment.isVisible()
    assert "お支払い済み" in settle_payment(charge, "pay")
    click(step.look_button)
    till.wait(lambda: step.outcome is Outcome.CHARGED)
    till.wait(lambda: till.balance == before + 5_000)
    till.settle()
    assert till.entries[0].amount == 5_000
    assert charge.id not in {each.id for each in till.page.reader.held.pending}


def test_a_look_without_the_network_says_so_where_it_was_asked_for(
    make_counter: MakeCounter, own_bank: RunningService
) -> None:
    till = make_counter(own_bank)
    charge = till.ordered(500, MethodId.CARD)
    step = till.dialog.outcome_step
    own_bank.stop()
    click(step.look_button)
    till.wait(lambda: "cannot be reached" in step.fault)
    assert step.outcome is Outcome.WAITING
    own_bank.restart()
    settle_payment(charge, "pay")
    click(step.look_button)
    till.wait(lambda: step.outcome is Outcome.CHARGED)
    assert step.fault == ""


def test_a_payment_dropped_in_the_browser_is_told_although_the_window_is_closed(till: Counter) -> None:
    before = till.balance
    charge = till.ordered(500, MethodId.PAIDY)
    click(till.dialog.next_button)
    settle_payment(charge, "cancel")
    till.page.desk.look()
    till.wait(lambda: "cancelled" in till.desk.shell.toast.text)
    till.settle()
    assert till.balance == before


def test_a_charge_nobody_pays_lapses(till: Counter) -> None:
    charge = till.ordered(10_000, MethodId.CONVENIENCE_STORE)
    step = till.dialog.outcome_step
    till.let_lapse(charge.id)
    click(step.look_button)
    till.wait(lambda: step.outcome is Outcome.CANCELLED)
    assert not step.open_button.isVisible()
    click(till.dialog.next_button)
    till.page.books.button(Book.HISTORY).click()
    till.settle()
    model = till.page.history.list.model
    assert model.rows[0].id == charge.id
    assert model.index(0, 3).data() == "Cancelled"


def test_a_pending_charge_is_paid_later_from_the_history(till: Counter) -> None:
    charge = till.ordered(100, MethodId.ATONE)
    till.dialog.close()
    till.page.books.button(Book.HISTORY).click()
    till.settle()
    table = till.page.history.list.table
    table.setFocus()
    table.selectRow(0)
    assert till.page.history.pay_button.isEnabled()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert till.dialog.charge is not None
    assert till.dialog.charge.id == charge.id
    till.dialog.close()


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://user:secret@pay.example.jp/",
        "not an address",
    ],
)
def test_only_web_addresses_are_opened(address: str | None) -> None:
    assert payable(address) is None
    assert payable("https://pay.example.jp/1?a=b") is not None


class _Cut:
    """A charge whose answer is lost; ``since`` is the doubt, ``is_denied`` what reading back found."""

    def __init__(self, till: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        self.since: datetime | None = None
        self.is_denied = False
        self._till = till
        account = till.desk.workspace.qcash
        self.error: QpostError = Unclear("cut")
        self._charge = account.charge
        self._made: Charge | None = None
        monkeypatch.setattr(account, "charge", self.charge)
        monkeypatch.setattr(account, "doubt", lambda _: self.since)
        monkeypatch.setattr(account, "cleared", lambda _: Cleared(self._made))

    def charge(self, shop: ShopId, amount: int, method: MethodId, account_password: str | None) -> Charge:
        """Charge, or not, and lose the answer."""
        self.since = datetime.now(UTC)
        if not self.is_denied:
            self._made = self._charge(shop, amount, method, account_password)
        raise self.error

    def clear(self) -> None:
        """Let a refresh settle it."""
        self.since = None
        self._till.desk.publisher.publish(QcashChanged(shop_id=self._till.desk.shop.id))


@pytest.mark.parametrize("is_denied", [True, False])
def test_an_unclear_outcome_is_said_and_no_second_charge_offered_until_it_is_known(
    till: Counter, monkeypatch: pytest.MonkeyPatch, is_denied: bool
) -> None:
    cut = _Cut(till, monkeypatch)
    cut.is_denied = is_denied
    till.order(500, MethodId.CARD)
    till.wait(lambda: till.dialog.is_unclear)
    till.settle()
    assert "not known yet" in till.page.banner.text
    assert not till.page.charge_button.isEnabled()
    till.page.desk.open()
    assert till.dialog.is_unclear, "the assistant was opened anew"
    cut.clear()
    wanted = Outcome.NOTHING if is_denied else Outcome.WAITING
    till.wait(lambda: till.dialog.outcome_step.outcome is wanted)
    till.settle()
    assert till.page.banner.text == ""
    assert till.page.charge_button.isEnabled()
    till.dialog.close()


def test_what_became_of_an_unclear_charge_is_told_although_the_window_is_closed(
    till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = _Cut(till, monkeypatch)
    cut.is_denied = True
    till.order(500, MethodId.CARD)
    till.wait(lambda: till.dialog.is_unclear)
    till.settle()
    click(till.dialog.next_button)
    cut.clear()
    till.wait(lambda: "did not go through" in till.desk.shell.toast.text)


def test_a_charge_that_failed_unforeseen_is_not_told_as_refused_while_it_is_in_doubt(
    till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = _Cut(till, monkeypatch)
    cut.error = QpostError("a bug after the order left")
    till.order(500, MethodId.CARD)
    till.wait(lambda: till.dialog.is_unclear)
    till.settle()
    cut.clear()
    till.wait(lambda: till.dialog.outcome_step.outcome is Outcome.WAITING)
    till.dialog.close()


class _Held:
    """A charge that is answered when the test says so: refused, or done."""

    def __init__(self, till: Counter, monkeypatch: pytest.MonkeyPatch, *, is_refused: bool) -> None:
        self.go_on = Event()
        self._is_refused = is_refused
        account = till.desk.workspace.qcash
        self._charge = account.charge
        monkeypatch.setattr(account, "charge", self.charge)

    def charge(self, shop: ShopId, amount: int, method: MethodId, account_password: str | None) -> Charge:
        """Wait, then charge or refuse."""
        assert self.go_on.wait(30)
        if self._is_refused:
            raise Refused("insufficient-funds")
        return self._charge(shop, amount, method, account_password)


@pytest.mark.parametrize("is_refused", [True, False])
def test_an_order_ends_where_it_was_given_and_not_in_the_window_of_another_payment(
    till: Counter, monkeypatch: pytest.MonkeyPatch, is_refused: bool
) -> None:
    other = till.ordered(100, MethodId.ATONE)
    till.dialog.close()
    held = _Held(till, monkeypatch, is_refused=is_refused)
    till.order(3_000, MethodId.CARD)
    till.dialog.close()
    till.page.desk.show_payment(other)
    assert till.dialog.next_button.isEnabled()
    held.go_on.set()
    told = "refused" if is_refused else "¥3,000 waits"
    till.wait(lambda: told in till.desk.shell.toast.text)
    assert till.dialog.charge is not None
    assert till.dialog.charge.id == other.id
    till.dialog.close()


def test_a_charge_answered_after_the_shop_was_switched_is_not_looked_for_in_the_other(
    till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _Held(till, monkeypatch, is_refused=False)
    till.order(300_000, MethodId.CARD)
    till.dialog.close()
    other = next(shop for shop in till.desk.workspace.shops() if shop.id != till.desk.shop.id)
    till.page.show_shop(other)
    till.wait(lambda: till.page.reader.held.account is not None)
    held.go_on.set()
    till.wait(lambda: "¥300,000 waits" in till.desk.shell.toast.text)
    till.settle()
    asked: list[ShopId] = []
    account = till.desk.workspace.qcash
    monkeypatch.setattr(account, "charges", lambda shop, cursor=None: asked.append(shop))
    till.page.desk.look()
    till.settle()
    assert asked == [], "the other shop's history was searched for a charge it cannot have"
