"""Why: whatever happens to a conversion or charge on its way, it happens once or not at all, and is told."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qpost.api.transport import Timeouts
from qpost.models.conversion import ConversionState
from qpost.models.errors import Offline, QpostError, Refused, Unclear
from qpost.models.events import PointsChanged, QcashChanged
from qpost.models.jst import JST
from qpost.models.points import ConversionResult
from qpost.models.qcash import ChargeState, MethodId
from tests.faults import fault_proxy
from tests.faults.desk import PATIENCE_S
from tests.faults.fault_proxy import Exchange, FaultProxy
from tests.faults.test_network import CASES
from tests.server.staging import ACCOUNT_PASSWORD, Staged
from tests.services.money_desk import MakeMoneyDesk, MoneyDesk

POINTS, CONVERTIBLE = 12_352, 12_300
SETTLEMENT = 100_000
HASTY = Timeouts(connect_s=5.0, read_s=3.0, whole_s=5.0)
"""For the cases in which waiting is what is tried."""
ACTED = {name for name, case in CASES.items() if case.is_of_writes} | {"drip", "truncated", "garbled"}
"""The faults whose victim is a request that the service has done already."""
CONVERT = b"POST /service-points/conversion"
CHARGE = b"POST /qcash/charges"
READ_BACK = {CONVERT: b"GET /service-points/conversion", CHARGE: b"GET /qcash/charges"}


@pytest.fixture(scope="module")
def till_proxy(till: Staged) -> Iterator[FaultProxy]:
    """The proxy before the service."""
    proxy = FaultProxy(int(till.url.rpartition(":")[2]))
    yield proxy
    proxy.close()


@pytest.fixture
def front(till_proxy: FaultProxy) -> Iterator[FaultProxy]:
    """The proxy, with no fault armed before or after."""
    yield till_proxy
    till_proxy.lift()


@pytest.fixture
def desk(till: Staged, front: FaultProxy, make_money_desk: MakeMoneyDesk) -> MoneyDesk:
    """A desk before the proxy, of a seller with points to convert and money to charge with."""
    seller = till.new_seller()
    till.open_books(seller, settlement=SETTLEMENT)
    till.earn(seller, POINTS)
    desk = make_money_desk(till, url=front.url, seller=seller)
    desk.points.refresh(desk.shop)
    desk.qcash.refresh(desk.shop)
    return desk


def charge(desk: MoneyDesk, amount: int = 1_000) -> None:
    """Charge from the settlement money."""
    made = desk.qcash.charge(desk.shop, amount, MethodId.Q_ACCOUNT, ACCOUNT_PASSWORD)
    assert (made.amount, made.state) == (amount, ChargeState.COMPLETED)


def convert(desk: MoneyDesk) -> None:
    """Convert all there is."""
    result = order_conversion(desk)
    assert (result.points, result.qcash, result.balance) == (CONVERTIBLE, CONVERTIBLE, CONVERTIBLE)


def order_conversion(desk: MoneyDesk) -> ConversionResult:
    """Convert in the month that the page shows."""
    kept = desk.points.conversion(desk.shop)
    assert kept is not None
    return desk.points.convert(desk.shop, CONVERTIBLE, month=kept.value.month)


def is_converted(desk: MoneyDesk) -> bool:
    """Tell what the desk shows without asking anybody."""
    kept = desk.points.conversion(desk.shop)
    assert kept is not None
    return kept.value.state is ConversionState.CONVERTED


@pytest.mark.parametrize("name", CASES)
def test_a_conversion_happens_once(desk: MoneyDesk, till: Staged, front: FaultProxy, name: str) -> None:
    if CASES[name].is_slow:
        desk.wait_at_most(HASTY)
    front.arm(CONVERT, CASES[name].fault, times=1)
    if name in ACTED:
        convert(desk)
    else:
        with pytest.raises(QpostError) as told:
            order_conversion(desk)
        assert told.value.code == CASES[name].code
        assert till.held(desk.seller) == 0
        assert not is_converted(desk)
        assert desk.points.doubt(desk.shop) is None
        front.lift()
        convert(desk)
    assert desk.points.doubt(desk.shop) is None
    assert till.held(desk.seller) == CONVERTIBLE
    assert is_converted(desk)
    with pytest.raises(Refused, match=r"^$") as again:
        order_conversion(desk)
    assert again.value.code == "already-converted"
    assert till.held(desk.seller) == CONVERTIBLE


@pytest.mark.parametrize("name", CASES)
def test_a_charge_happens_once(desk: MoneyDesk, till: Staged, front: FaultProxy, name: str) -> None:
    if CASES[name].is_slow:
        desk.wait_at_most(HASTY)
    front.arm(CHARGE, CASES[name].fault, times=1)
    if name in ACTED:
        charge(desk)
    else:
        with pytest.raises(QpostError) as told:
            desk.qcash.charge(desk.shop, 1_000, MethodId.Q_ACCOUNT, ACCOUNT_PASSWORD)
        assert told.value.code == CASES[name].code
        assert till.held(desk.seller) == 0
        assert desk.qcash.doubt(desk.shop) is None
        front.lift()
        charge(desk)
    assert desk.qcash.doubt(desk.shop) is None
    assert till.held(desk.seller) == 1_000
    charge(desk)  # the same once more is another charge
    assert till.held(desk.seller) == 2_000
    account = desk.qcash.account(desk.shop)
    assert account is not None
    assert (account.value.balance, account.value.wallet.settlement) == (2_000, SETTLEMENT - 2_000)


@pytest.mark.parametrize("what", [CONVERT, CHARGE])
@pytest.mark.parametrize("name", ["reset-before", "reset-after-commit", "503-after-commit"])
def test_what_cannot_be_read_back_stays_in_doubt_over_restarts(
    desk: MoneyDesk, till: Staged, front: FaultProxy, what: bytes, name: str
) -> None:
    act, part = (convert, desk.points) if what == CONVERT else (charge, desk.qcash)
    front.arm(what, CASES[name].fault)
    front.arm(READ_BACK[what], fault_proxy.reset_before, skip=1)  # the look before it still succeeds
    begun_at = till.clock()
    desk.events.clear()
    with pytest.raises(Unclear):
        act(desk)
    changed = PointsChanged if what == CONVERT else QcashChanged
    assert desk.events[-1] == changed(desk.shop)  # the page hears of the doubt
    since = part.doubt(desk.shop)
    assert since is not None
    assert begun_at <= since.replace(microsecond=999_999)
    desk.reopen()
    part = desk.points if what == CONVERT else desk.qcash
    assert part.doubt(desk.shop) == since
    with pytest.raises(QpostError):  # nothing is sent while nobody can tell
        act(desk)
    with pytest.raises(QpostError):
        part.refresh(desk.shop)
    assert part.doubt(desk.shop) == since
    front.lift()
    part.refresh(desk.shop)
    assert part.doubt(desk.shop) is None
    once = CONVERTIBLE if what == CONVERT else 1_000
    assert till.held(desk.seller) == (once if name in ACTED else 0)


@pytest.mark.parametrize("what", [CONVERT, CHARGE])
def test_a_doubt_outlives_the_file_it_is_in(
    desk: MoneyDesk, till: Staged, front: FaultProxy, what: bytes
) -> None:
    act, part = (convert, desk.points) if what == CONVERT else (charge, desk.qcash)
    front.arm(what, fault_proxy.reset_after)
    front.arm(READ_BACK[what], fault_proxy.reset_before, skip=1)
    with pytest.raises(Unclear):
        act(desk)
    since = part.doubt(desk.shop)
    desk.close()
    (desk.folder / "desk.db").write_bytes(b"\x5a" * 8192)
    desk.open()
    assert desk.store.recovered is not None
    part = desk.points if what == CONVERT else desk.qcash
    assert part.doubt(desk.shop) == since
    front.lift()
    part.refresh(desk.shop)
    assert part.doubt(desk.shop) is None
    assert till.held(desk.seller) == (CONVERTIBLE if what == CONVERT else 1_000)


@pytest.mark.parametrize("what", [CONVERT, CHARGE])
def test_a_doubt_that_is_asked_for_again_is_answered_by_what_happened(
    desk: MoneyDesk, till: Staged, front: FaultProxy, what: bytes
) -> None:
    act = convert if what == CONVERT else charge
    front.arm(what, fault_proxy.reset_after)
    front.arm(READ_BACK[what], fault_proxy.reset_before, skip=1)
    with pytest.raises(Unclear):
        act(desk)
    front.lift()
    act(desk)
    assert till.held(desk.seller) == (CONVERTIBLE if what == CONVERT else 1_000)


@pytest.mark.parametrize("what", [CONVERT, CHARGE])
def test_a_power_cut_between_sending_and_answer_leaves_the_doubt_on_the_disk(
    desk: MoneyDesk,
    till: Staged,
    front: FaultProxy,
    make_money_desk: MakeMoneyDesk,
    tmp_path: Path,
    what: bytes,
) -> None:
    act = convert if what == CONVERT else charge
    front.arm(what, lambda exchange: _answered_after(exchange, lambda: desk.snapshot(tmp_path / "cut")))
    act(desk)
    assert till.held(desk.seller) > 0
    after = make_money_desk(till, folder=tmp_path / "cut", url=front.url, seller=desk.seller)
    part = after.points if what == CONVERT else after.qcash
    assert part.doubt(after.shop) is not None
    part.refresh(after.shop)
    assert part.doubt(after.shop) is None
    assert till.held(desk.seller) == (CONVERTIBLE if what == CONVERT else 1_000)


def _answered_after(exchange: Exchange, meanwhile: object) -> None:
    assert callable(meanwhile)
    answer = exchange.answer()
    meanwhile()
    exchange.send(answer.head + answer.body)


@pytest.mark.parametrize("what", [CONVERT, CHARGE])
def test_a_request_that_arrives_after_it_was_given_up_and_repeated_counts_once(
    desk: MoneyDesk, till: Staged, front: FaultProxy, what: bytes
) -> None:
    act = convert if what == CONVERT else charge
    late: list[Exchange] = []

    def lose(exchange: Exchange) -> None:
        late.append(exchange)
        exchange.cut()

    front.arm(what, lose)
    with pytest.raises(QpostError):
        act(desk)
    assert till.held(desk.seller) == 0
    front.lift()
    assert b" 201 " in late[0].answer().first_line
    act(desk)
    assert till.held(desk.seller) == (CONVERTIBLE if what == CONVERT else 1_000)


def test_a_late_charge_that_the_seller_saw_is_not_taken_for_the_next_one(
    desk: MoneyDesk, till: Staged, front: FaultProxy
) -> None:
    late: list[Exchange] = []

    def lose(exchange: Exchange) -> None:
        late.append(exchange)
        exchange.cut()

    front.arm(CHARGE, lose)
    with pytest.raises(QpostError):
        charge(desk)
    front.lift()
    late[0].answer()
    desk.qcash.refresh(desk.shop)
    assert len(desk.history()) == 1
    charge(desk)
    assert till.held(desk.seller) == 2_000


@pytest.mark.parametrize("acts", [True, False])
def test_a_month_that_ends_while_the_answer_is_awaited_is_looked_up_in_the_ledger(
    own_till: Staged, make_money_desk: MakeMoneyDesk, *, acts: bool
) -> None:
    last_moment = datetime(2026, 12, 31, 23, 59, 50, tzinfo=JST)
    own_till.clock.ahead += last_moment - own_till.clock()
    seller = own_till.new_seller()
    own_till.open_books(seller)
    own_till.earn(seller, POINTS)
    own_till.clock.ahead += last_moment - own_till.clock()

    def turn_the_year(exchange: Exchange) -> None:
        if acts:
            exchange.answer()
        own_till.clock.ahead += timedelta(minutes=1)
        exchange.cut()

    proxy = FaultProxy(int(own_till.url.rpartition(":")[2]))
    try:
        desk = make_money_desk(own_till, url=proxy.url, seller=seller)
        desk.points.refresh(desk.shop)
        own_till.clock.ahead += last_moment - own_till.clock()
        proxy.arm(CONVERT, turn_the_year)
        if acts:
            convert(desk)
        else:
            with pytest.raises(Offline):
                convert(desk)
        assert own_till.held(seller) == (CONVERTIBLE if acts else 0)
        assert desk.points.doubt(desk.shop) is None
    finally:
        proxy.close()


def test_a_second_click_meanwhile_waits_and_is_told_that_it_was_done(
    desk: MoneyDesk, till: Staged, front: FaultProxy
) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def hold(exchange: Exchange) -> None:
        arrived.set()
        go_on.wait(PATIENCE_S)
        exchange.relay()

    front.arm(CONVERT, hold, times=1)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(order_conversion, desk)
        assert arrived.wait(PATIENCE_S)
        assert desk.points.doubt(desk.shop) is None  # it is under way, not in doubt
        before = desk.points.conversion(desk.shop)
        assert desk.points.refresh_conversion(desk.shop) == before  # it waits for nobody and asks nobody
        second = pool.submit(order_conversion, desk)
        go_on.set()
        assert first.result(PATIENCE_S).qcash == CONVERTIBLE
        with pytest.raises(Refused):
            second.result(PATIENCE_S)
    assert is_converted(desk)
    assert till.held(desk.seller) == CONVERTIBLE


@pytest.mark.parametrize("is_done", [True, False])
def test_a_doubt_is_cleared_by_the_charge_it_was_about_and_not_by_a_colleagues(
    desk: MoneyDesk, till: Staged, front: FaultProxy, is_done: bool
) -> None:
    assert desk.qcash.cleared(desk.shop) is None
    front.arm(CHARGE, fault_proxy.reset_after if is_done else fault_proxy.reset_before)
    front.arm(READ_BACK[CHARGE], fault_proxy.reset_before, skip=1)
    with pytest.raises(Unclear):
        charge(desk)
    front.lift()
    colleague = desk.seller.client.post(
        f"{desk.seller.path}/qcash/charges",
        json={"amount": 50_000, "method": "card"},
        headers={"Idempotency-Key": "00000000-0000-4000-8000-000000000001"},
    )
    assert colleague.status_code == 201
    desk.qcash.refresh(desk.shop)
    cleared = desk.qcash.cleared(desk.shop)
    assert cleared is not None
    assert (None if cleared.charge is None else cleared.charge.amount) == (1_000 if is_done else None)
