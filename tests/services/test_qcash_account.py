"""Why: Qcash is read exactly, shown again without the network, and the account's password leaves no trace."""

import logging
import traceback
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qpost.models.errors import Offline, Refused, TryLater
from qpost.models.events import QcashChanged
from qpost.models.jst import JST, business_date
from qpost.models.periods import LedgerPeriod, Period, ledger_period
from qpost.models.qcash import PAYMENT_TIME, ChargeState, EntryKind, MethodId
from tests.server.staging import ACCOUNT_PASSWORD, Staged
from tests.services.money_desk import MakeMoneyDesk, MoneyDesk

WRONG = "not-the-account-password-4711"


@pytest.fixture
def desk(till: Staged, make_money_desk: MakeMoneyDesk) -> MoneyDesk:
    """A desk of a seller with 50 000 yen of settlement money, whose file is not encrypted."""
    seller = till.new_seller()
    till.open_books(seller, settlement=50_000)
    return make_money_desk(till, seller=seller, key=None)


def pay(desk: MoneyDesk, amount: int = 1_000, password: str = ACCOUNT_PASSWORD) -> None:
    desk.qcash.charge(desk.shop, amount, MethodId.Q_ACCOUNT, password)


def test_nothing_is_known_before_the_first_reading(desk: MoneyDesk) -> None:
    desk.go_offline()
    qcash = desk.qcash
    assert (qcash.account(desk.shop), qcash.options(desk.shop), qcash.pending(desk.shop)) == (
        None,
        None,
        None,
    )
    for read in (
        lambda: qcash.ledger(desk.shop, None, None),
        lambda: qcash.charges(desk.shop),
        lambda: qcash.refresh(desk.shop),
        lambda: qcash.charge(desk.shop, 100, MethodId.CARD),
    ):
        with pytest.raises(Offline):
            read()
    assert qcash.doubt(desk.shop) is None


def test_what_was_read_is_there_offline_and_after_a_restart(desk: MoneyDesk) -> None:
    pay(desk)
    desk.qcash.charge(desk.shop, 500, MethodId.CARD)
    desk.events.clear()
    desk.qcash.refresh(desk.shop)
    assert desk.events == [QcashChanged(desk.shop)]
    today = business_date(desk.staged.clock())
    ledger = desk.qcash.ledger(desk.shop, today - timedelta(days=1), today)
    history = desk.qcash.charges(desk.shop)
    read = [desk.qcash.account(desk.shop), desk.qcash.options(desk.shop), desk.qcash.pending(desk.shop)]
    assert None not in read
    desk.go_offline()
    qcash = desk.qcash
    assert [qcash.account(desk.shop), qcash.options(desk.shop), qcash.pending(desk.shop)] == read
    assert qcash.ledger(desk.shop, today - timedelta(days=1), today).value == ledger.value
    assert qcash.charges(desk.shop).value == history.value
    [entry] = ledger.value.items
    assert (entry.amount, entry.balance_after, entry.kind) == (1_000, 1_000, EntryKind.CHARGE)


def test_the_last_month_is_still_there_offline_on_the_next_day_without_what_lies_before_it(
    own_till: Staged, make_money_desk: MakeMoneyDesk
) -> None:
    def last_month() -> Period:
        return ledger_period(LedgerPeriod.MONTH_1, business_date(own_till.clock()))

    start = datetime(2026, 11, 14, 12, tzinfo=JST)
    own_till.clock.ahead += start - timedelta(days=30) - own_till.clock()
    seller = own_till.new_seller()
    own_till.open_books(seller, settlement=50_000)
    desk = make_money_desk(own_till, seller=seller)
    pay(desk, 1_000)
    own_till.clock.ahead += timedelta(days=20)
    pay(desk, 3_000)
    own_till.clock.ahead += timedelta(days=10)
    read = desk.qcash.ledger(desk.shop, last_month().first, last_month().last).value
    assert [entry.amount for entry in read.items] == [3_000, 1_000]
    desk.go_offline()
    own_till.clock.ahead += timedelta(days=1)
    period = last_month()
    kept = desk.qcash.ledger(desk.shop, period.first, period.last)
    assert [entry.amount for entry in kept.value.items] == [3_000]
    assert desk.qcash.kept_ledger(desk.shop, period.first, period.last) == kept


def test_a_file_is_never_made_of_what_was_kept(desk: MoneyDesk) -> None:
    pay(desk)
    period = ledger_period(LedgerPeriod.MONTH_1, business_date(desk.staged.clock()))
    assert [entry.amount for entry in desk.qcash.entries(desk.shop, period)] == [1_000]
    desk.qcash.ledger(desk.shop, period.first, period.last)
    desk.go_offline()
    with pytest.raises(Offline):
        list(desk.qcash.entries(desk.shop, period))


def test_a_charge_shows_at_once(desk: MoneyDesk) -> None:
    desk.qcash.refresh(desk.shop)
    pay(desk, 3_000)
    account = desk.qcash.account(desk.shop)
    assert account is not None
    assert (account.value.balance, account.value.wallet.settlement) == (3_000, 47_000)
    made = desk.qcash.charge(desk.shop, 500, MethodId.PAYPAL)
    pending = desk.qcash.pending(desk.shop)
    assert pending is not None
    assert pending.value == (made,)
    assert made.payment_url is not None
    assert made.payment_url.startswith(desk.url)


def test_a_pending_charge_is_followed_until_it_is_paid(desk: MoneyDesk) -> None:
    made = desk.qcash.charge(desk.shop, 500, MethodId.PAYPAL)
    browser = desk.staged.new_client()
    browser.post(f"{made.payment_url}/pay", headers={"Content-Type": "application/x-www-form-urlencoded"})
    desk.qcash.refresh(desk.shop)
    pending, account = desk.qcash.pending(desk.shop), desk.qcash.account(desk.shop)
    assert pending is not None
    assert account is not None
    assert (pending.value, account.value.balance) == ((), 500)
    assert [(charge.id, charge.state) for charge in desk.history()] == [(made.id, ChargeState.COMPLETED)]


def test_a_charge_nobody_paid_is_pending_no_more(own_till: Staged, make_money_desk: MakeMoneyDesk) -> None:
    seller = own_till.new_seller()
    own_till.open_books(seller)
    desk = make_money_desk(own_till, seller=seller)
    desk.qcash.charge(desk.shop, 500, MethodId.PAYPAL)
    own_till.clock.ahead += PAYMENT_TIME + timedelta(minutes=1)
    assert desk.qcash.refresh_pending(desk.shop).value == ()


def test_the_history_is_read_back_as_far_as_anything_may_be_pending(desk: MoneyDesk) -> None:
    oldest = desk.qcash.charge(desk.shop, 500, MethodId.PAYPAL)
    key = "00000000-0000-4000-8000-{:012}"
    for number in range(205):
        answer = desk.seller.client.post(
            f"{desk.seller.path}/qcash/charges",
            json={"amount": 100, "method": "card"},
            headers={"Idempotency-Key": key.format(number)},
        )
        assert answer.status_code == 201
    pending = desk.qcash.refresh_pending(desk.shop).value
    assert (len(pending), pending[-1].id) == (206, oldest.id)


def test_refusals_leave_no_doubt(desk: MoneyDesk, till: Staged) -> None:
    with pytest.raises(Refused) as wrong:
        pay(desk, password=WRONG)
    with pytest.raises(Refused) as poor:
        pay(desk, 100_000)
    with pytest.raises(Refused) as odd:
        pay(desk, 777)
    assert [told.value.code for told in (wrong, poor, odd)] == [
        "wrong-account-password",
        "insufficient-funds",
        "validation",
    ]
    assert desk.qcash.doubt(desk.shop) is None
    assert till.held(desk.seller) == 0
    pay(desk)
    assert till.held(desk.seller) == 1_000


def test_too_many_wrong_passwords_are_told_with_the_time_to_wait(desk: MoneyDesk) -> None:
    for _ in range(4):
        with pytest.raises(Refused):
            pay(desk, password=WRONG)
    with pytest.raises(TryLater) as told:
        pay(desk, password=WRONG)
    assert told.value.code == "rate-limited"
    assert told.value.retry_after_s is not None
    assert 800 < told.value.retry_after_s <= 900


def test_the_account_password_is_on_no_disk_in_no_log_and_in_no_error(
    desk: MoneyDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = WRONG + "-secret"
    desk.qcash.refresh(desk.shop)
    with pytest.raises(Refused) as told:
        pay(desk, password=secret)
    pay(desk)
    frames = [frame for frame, _ in traceback.walk_tb(told.value.__traceback__)]
    own = Path(__file__).name
    held = [
        (frame.f_code.co_qualname, name)
        for frame in frames
        if not frame.f_code.co_filename.endswith(own)
        for name, value in frame.f_locals.items()
        if secret in repr(value)
    ]
    assert held == []
    assert secret not in str(told.value) + repr(told.value) + caplog.text
    assert ACCOUNT_PASSWORD not in caplog.text
    assert told.value.__context__ is told.value.__cause__ is None
    desk.store.close()
    for path in desk.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert secret.encode() not in content
            assert ACCOUNT_PASSWORD.encode() not in content
