"""Why: whatever happens between program and service, at whatever step, all settles by itself afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from qpost.api.transport import Timeouts
from qpost.models.account import ShopId
from qpost.models.events import LinkState
from qpost.models.inquiry import Inquiry
from tests.faults import fault_proxy
from tests.faults.bench import PATIENT, Bench, assert_same
from tests.faults.conftest import Benches, StartBench
from tests.faults.desk import PATIENCE_S, Desk, Office, Ring, auto_reply, hide, send
from tests.faults.fault_proxy import Fault, FaultProxy, Instead, problem
from tests.service_fixtures import RunningService

QUICK = Timeouts(connect_s=2.0, read_s=0.4, whole_s=0.6)


@dataclass(frozen=True)
class Case:
    """A fault, the code the seller sees it under, and whether it makes sense for writes only."""

    fault: Fault
    code: str
    is_of_writes: bool = False
    is_slow: bool = False

    @property
    def timeouts(self) -> Timeouts:
        """Long ones, unless waiting is what is tried."""
        return QUICK if self.is_slow else PATIENT


CASES = {
    "reset-before": Case(fault_proxy.reset_before, "offline-cut"),
    "reset-within": Case(fault_proxy.reset_within, "offline-cut"),
    "reset-after-commit": Case(fault_proxy.reset_after, "offline-cut", is_of_writes=True),
    "hang-before": Case(fault_proxy.hang_before, "offline-timeout", is_slow=True),
    "hang-after-commit": Case(fault_proxy.hang_after, "offline-timeout", is_of_writes=True, is_slow=True),
    "drip": Case(fault_proxy.drip, "offline-timeout", is_slow=True),
    "truncated": Case(fault_proxy.truncated, "offline-cut"),
    "garbled": Case(fault_proxy.garbled, "internal"),
    "web-page": Case(Instead(200), "offline-captive"),
    "web-page-after-commit": Case(Instead(200, acts=True), "offline-captive", is_of_writes=True),
    "not-json": Case(Instead(200, "text/plain", b"OK"), "internal"),
    "redirect": Case(Instead(302, headers=("Location: https://portal.test/",)), "offline-captive"),
    "429": Case(problem(429, "rate-limited"), "rate-limited"),
    "503": Case(problem(503, "unavailable"), "unavailable"),
    "500": Case(problem(500, "internal"), "internal"),
    "500-after-commit": Case(problem(500, "internal", acts=True), "internal", is_of_writes=True),
    "502-after-commit": Case(Instead(502, acts=True), "internal", is_of_writes=True),
    "503-after-commit": Case(problem(503, "unavailable", acts=True), "unavailable", is_of_writes=True),
}
EVERYWHERE = [name for name, case in CASES.items() if not case.is_of_writes]


# Reading


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_first_sync(
    shared: RunningService, proxy: FaultProxy, office: Office, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    desk = Desk(tmp_path / "data", Ring()).sign_in(shared, proxy.url)
    try:
        desk.wait_at_most(case.timeouts)
        proxy.arm(b"GET /inquiries", case.fault)
        desk.workspace.sync.start()
        desk.until(lambda: case.code in desk.troubles())  # at the first page
        proxy.arm(b"GET /inquiries", case.fault, skip=3, alone=True)
        assert proxy.has_struck.wait(PATIENCE_S)  # at a later one
        desk.until(lambda: desk.workspace.link().state is LinkState.OFFLINE)
        assert 0 < sum(len(desk.stored(shop.id)) for shop in office.shops) < 220
        desk.wait_at_most(PATIENT)
        proxy.lift()
        desk.until(desk.is_online)
        assert desk.troubles() == {case.code}
        assert_same(desk, office)
    finally:
        desk.close()


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_event_stream(
    benches: Benches, proxy: FaultProxy, office: Office, shop: ShopId, some: Iterator[Inquiry], name: str
) -> None:
    desk, case, inquiry = benches.ready(), CASES[name], next(some)
    desk.wait_at_most(case.timeouts)
    proxy.arm(b"GET /events", case.fault)
    proxy.cut()
    assert proxy.has_struck.wait(PATIENCE_S)
    proxy.lift()
    fresh = office.reply(shop, inquiry.id, f"同僚より {name}")
    desk.until(lambda: desk.version(inquiry.id) == fresh.version)
    assert desk.troubles() <= {"offline-cut"}


# Writing


@pytest.fixture
def make_bench(start_bench: StartBench) -> Callable[[Case], Bench]:
    """A maker of started programs before the proxy."""

    def make(case: Case) -> Bench:
        bench = start_bench()
        bench.desk.wait_at_most(case.timeouts)
        return bench

    return make


MakeBench = Callable[[Case], Bench]


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_reading_before_a_reply(make_bench: MakeBench, some: Iterator[Inquiry], name: str) -> None:
    bench, inquiry, body = make_bench(CASES[name]), next(some), f"送信前の確認 {name}"
    bench.proxy.arm(b"GET /inquiries/" + inquiry.id.encode(), CASES[name].fault)
    row = send(bench.desk, bench.shop, inquiry.id, body)
    bench.suffer(row, CASES[name].code)
    assert body not in bench.office.delivered(bench.shop, inquiry.id)
    bench.settle(row)
    assert bench.office.delivered(bench.shop, inquiry.id).count(body) == 1


@pytest.mark.parametrize("name", CASES)
def test_an_upload(make_bench: MakeBench, some: Iterator[Inquiry], name: str) -> None:
    bench, inquiry, body = make_bench(CASES[name]), next(some), f"添付 {name}"
    bench.proxy.arm(b"POST /attachments", CASES[name].fault)
    file = bench.desk.workspace.replies.attach(name.encode() * 50, f"{name}.txt")
    row = send(bench.desk, bench.shop, inquiry.id, body, file)
    bench.suffer(row, CASES[name].code)
    bench.settle(row)
    assert bench.office.delivered(bench.shop, inquiry.id).count(body) == 1
    assert bench.office.file_names(bench.shop, inquiry.id, body) == [f"{name}.txt"]


@pytest.mark.parametrize("name", CASES)
def test_a_reply(make_bench: MakeBench, some: Iterator[Inquiry], name: str) -> None:
    bench, inquiry, body = make_bench(CASES[name]), next(some), f"返信 {name}"
    bench.proxy.arm(b"POST /replies", CASES[name].fault)
    row = send(bench.desk, bench.shop, inquiry.id, body)
    bench.suffer(row, CASES[name].code)
    bench.settle(row)
    assert bench.office.delivered(bench.shop, inquiry.id).count(body) == 1


@pytest.mark.parametrize("name", CASES)
def test_an_auto_reply(make_bench: MakeBench, some: Iterator[Inquiry], name: str) -> None:
    bench, inquiry = make_bench(CASES[name]), next(some)
    before = len(bench.office.delivered(bench.shop, inquiry.id))
    bench.proxy.arm(b"POST /auto-reply", CASES[name].fault)
    row = auto_reply(bench.desk, bench.shop, inquiry.id)
    bench.suffer(row, CASES[name].code)
    bench.settle(row)
    assert len(bench.office.delivered(bench.shop, inquiry.id)) == before + 1


@pytest.mark.parametrize("name", CASES)
def test_hiding(make_bench: MakeBench, public: Iterator[Inquiry], name: str) -> None:
    bench, inquiry, title = make_bench(CASES[name]), next(public), f"非表示 {name}"
    fresh = bench.office.reply(bench.shop, inquiry.id, "ご確認ください。")
    bench.desk.until(lambda: bench.desk.version(inquiry.id) == fresh.version)
    bench.proxy.arm(b"POST /hide", CASES[name].fault)
    row = hide(bench.desk, bench.shop, inquiry.id, title)
    bench.suffer(row, CASES[name].code)
    bench.settle(row)
    assert bench.office.get(bench.shop, inquiry.id).hidden
    assert bench.office.mails(title) == 1
