"""Why: nobody listening, an ended session, a certificate nobody knows: at each step, and what follows."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from qpost.models.account import ShopId
from qpost.models.events import LinkState, SignedOut
from qpost.models.inquiry import Inquiry
from qpost.models.outbox import OutboxRow
from tests.certificates import make_certificate
from tests.faults.bench import Bench, assert_same
from tests.faults.conftest import Benches, StartBench
from tests.faults.desk import PATIENCE_S, Desk, Office, Ring, auto_reply, hide, send
from tests.faults.fault_proxy import FaultProxy, WrappedOtherwise, problem, refuse_from_now_on
from tests.service_fixtures import RunningService

EXPIRED = problem(401, "token-expired")


@dataclass(frozen=True)
class Step:
    """One request of a delivery: the words of its first line, and of the request right before it."""

    words: bytes
    before: bytes
    begin: Callable[[Bench, Inquiry, str], OutboxRow]
    count: Callable[[Bench, Inquiry, str], int]


def _send(bench: Bench, inquiry: Inquiry, name: str) -> OutboxRow:
    return send(bench.desk, bench.shop, inquiry.id, name)


def _send_file(bench: Bench, inquiry: Inquiry, name: str) -> OutboxRow:
    file = bench.desk.workspace.replies.attach(name.encode(), "添付.txt")
    return send(bench.desk, bench.shop, inquiry.id, name, file)


def _auto_reply(bench: Bench, inquiry: Inquiry, name: str) -> OutboxRow:
    return auto_reply(bench.desk, bench.shop, inquiry.id)


def _hide(bench: Bench, inquiry: Inquiry, name: str) -> OutboxRow:
    return hide(bench.desk, bench.shop, inquiry.id, name)


def _texts(bench: Bench, inquiry: Inquiry, name: str) -> int:
    return bench.office.delivered(bench.shop, inquiry.id).count(name)


def _all_texts(bench: Bench, inquiry: Inquiry, name: str) -> int:
    return len(bench.office.delivered(bench.shop, inquiry.id))


def _mails(bench: Bench, inquiry: Inquiry, name: str) -> int:
    return bench.office.mails(name)


STEPS = {
    "reading": Step(b"GET /inquiries/", b"", _send, _texts),
    "upload": Step(b"POST /attachments", b"GET /inquiries/", _send_file, _texts),
    "reply": Step(b"POST /replies", b"GET /inquiries/", _send, _texts),
    "auto-reply": Step(b"POST /auto-reply", b"GET /inquiries/", _auto_reply, _all_texts),
    "hide": Step(b"POST /hide", b"GET /inquiries/", _hide, _mails),
}


@pytest.fixture
def inquiry(
    request: pytest.FixtureRequest,
    office: Office,
    shop: ShopId,
    some: Iterator[Inquiry],
    public: Iterator[Inquiry],
) -> Inquiry:
    """An inquiry the step at hand can be done with, as the service has it now."""
    if request.node.callspec.params.get("step") != "hide":
        return next(some)
    return office.reply(shop, next(public).id, "ご確認ください。")


def _at(step: Step, inquiry: Inquiry) -> bytes:
    return step.words.replace(b"/inquiries/", b"/inquiries/" + inquiry.id.encode())


def _begun(bench: Bench, step: Step, inquiry: Inquiry, name: str) -> tuple[OutboxRow, int]:
    """Decide on the write; return its row and how often the service had such a thing before."""
    bench.desk.until(
        lambda: bench.desk.version(inquiry.id) == bench.office.get(bench.shop, inquiry.id).version
    )
    before = step.count(bench, inquiry, name)
    return step.begin(bench, inquiry, name), before


@pytest.mark.parametrize("step", STEPS)
def test_nobody_listens(start_bench: StartBench, inquiry: Inquiry, step: str) -> None:
    bench, at, name = start_bench(), STEPS[step], f"拒否 {step}"
    bench.desk.until(
        lambda: bench.desk.version(inquiry.id) == bench.office.get(bench.shop, inquiry.id).version
    )
    if at.before:
        words = at.before.replace(b"/inquiries/", b"/inquiries/" + inquiry.id.encode())
        bench.proxy.arm(words, refuse_from_now_on, times=1)
    else:
        bench.proxy.refuse()
    row, before = _begun(bench, at, inquiry, name)
    bench.suffer(row, "offline-unreachable")
    bench.desk.until(lambda: bench.desk.workspace.link().state is LinkState.OFFLINE)
    bench.settle(row)
    assert at.count(bench, inquiry, name) == before + 1


def test_nobody_listens_during_the_first_sync(
    shared: RunningService, proxy: FaultProxy, office: Office, tmp_path: Path
) -> None:
    desk = Desk(tmp_path / "data", Ring()).sign_in(shared, proxy.url)
    try:
        proxy.arm(b"GET /inquiries", refuse_from_now_on, times=1, skip=1)
        desk.workspace.sync.start()
        desk.until(lambda: desk.troubles() == {"offline-unreachable"})
        proxy.lift()
        desk.until(desk.is_online)
        assert_same(desk, office)
    finally:
        desk.close()


@pytest.mark.parametrize("is_over", [False, True], ids=["token", "session"])
@pytest.mark.parametrize("step", STEPS)
def test_an_expired_token_is_not_even_noticed(
    start_bench: StartBench, inquiry: Inquiry, step: str, is_over: bool
) -> None:
    bench, at, name = start_bench(), STEPS[step], f"期限切れ {step} {is_over}"
    if is_over:
        bench.proxy.arm(b"POST /sessions/refresh", EXPIRED, times=1)
    bench.proxy.arm(_at(at, inquiry), EXPIRED, times=1)
    row, before = _begun(bench, at, inquiry, name)
    bench.desk.until(lambda: bench.desk.is_sent(row))
    assert bench.proxy.has_struck.is_set()
    bench.settle(row)
    assert at.count(bench, inquiry, name) == before + 1
    assert bench.desk.troubles() == set()


@pytest.mark.parametrize("is_over", [False, True], ids=["token", "session"])
def test_a_token_that_expires_in_the_middle_of_the_first_sync(
    shared: RunningService, proxy: FaultProxy, office: Office, tmp_path: Path, is_over: bool
) -> None:
    desk = Desk(tmp_path / "data", Ring()).sign_in(shared, proxy.url)
    try:
        proxy.arm(b"GET /inquiries", EXPIRED, times=1, skip=1)
        if is_over:
            proxy.arm(b"POST /sessions/refresh", EXPIRED, times=1)
        desk.workspace.sync.sync_once()
        assert proxy.has_struck.is_set()
        assert_same(desk, office)
        assert desk.troubles() == set()
    finally:
        desk.close()


def test_an_expired_token_at_the_event_stream(
    benches: Benches, proxy: FaultProxy, office: Office, shop: ShopId, some: Iterator[Inquiry]
) -> None:
    desk, inquiry = benches.ready(), next(some)
    proxy.arm(b"GET /events", EXPIRED, times=1)
    proxy.cut()
    assert proxy.has_struck.wait(PATIENCE_S)
    fresh = office.reply(shop, inquiry.id, "期限切れの後で")
    desk.until(lambda: desk.version(inquiry.id) == fresh.version)


@pytest.mark.parametrize("step", STEPS)
def test_a_session_nobody_renews_is_told_and_the_write_goes_after_the_next_start(
    synced: Desk, proxy: FaultProxy, office: Office, shop: ShopId, inquiry: Inquiry, tmp_path: Path, step: str
) -> None:
    at, name = STEPS[step], f"再ログイン {step}"
    bench = Bench(synced.copied(tmp_path / "first"), proxy, office, shop)
    try:
        bench.desk.workspace.start()
        bench.desk.until(bench.desk.is_online)
        proxy.arm(_at(at, inquiry), EXPIRED)
        row, before = _begun(bench, at, inquiry, name)
        bench.suffer(row, "token-expired")
        assert bench.desk.workspace.link().state is LinkState.SIGNED_OUT
        assert [type(event) for event in bench.desk.heard].count(SignedOut) == 1
    finally:
        bench.desk.close()
        proxy.lift()
    again = Bench(bench.desk.copied(tmp_path / "second"), proxy, office, shop)
    try:
        again.desk.workspace.start()
        again.settle(row)
        assert at.count(again, inquiry, name) == before + 1
    finally:
        again.desk.close()


def test_the_time_a_busy_service_names_is_kept(start_bench: StartBench, some: Iterator[Inquiry]) -> None:
    bench, inquiry = start_bench(), next(some)
    bench.proxy.arm(b"POST /replies", problem(429, "rate-limited", "Retry-After: 1"), times=1)
    row = send(bench.desk, bench.shop, inquiry.id, "混雑")
    waiting = bench.suffer(row, "rate-limited")
    struck_at = time.monotonic()
    assert (waiting.not_before - row.created_at).total_seconds() >= 1.0
    bench.settle(row)
    assert time.monotonic() - struck_at > 0.5  # the pauses of these tests last hundredths
    assert bench.office.delivered(bench.shop, inquiry.id).count("混雑") == 1


# TLS


def _cut_in_the_handshake(client: socket.socket) -> socket.socket:
    client.recv(100)
    raise ConnectionAbortedError


@pytest.fixture
def tls_bench(
    shared: RunningService, office: Office, shop: ShopId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    """A started program that speaks TLS with the proxy and trusts its certificate."""
    if os.name == "nt":
        pytest.skip("Windows asks a person before it trusts a new root")
    certificate = make_certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    context = certificate.server_context()
    proxy = FaultProxy(
        int(shared.url.rpartition(":")[2]), wrap=lambda client: context.wrap_socket(client, server_side=True)
    )
    desk = Desk(tmp_path / "data", Ring()).sign_in(shared, proxy.url)
    desk.workspace.start()
    desk.until(desk.is_online)
    yield Bench(desk, proxy, office, shop)
    desk.close()
    proxy.close()


@pytest.mark.parametrize(
    ("is_unknown", "code"),
    [(True, "offline-certificate"), (False, "offline-unreachable")],
    ids=["unknown-certificate", "cut-in-the-handshake"],
)
def test_tls_fails(
    tls_bench: Bench, some: Iterator[Inquiry], tmp_path: Path, is_unknown: bool, code: str
) -> None:
    (tmp_path / "other").mkdir()
    other = make_certificate(tmp_path / "other", "localhost").server_context()
    wrap = (
        (lambda client: other.wrap_socket(client, server_side=True)) if is_unknown else _cut_in_the_handshake
    )
    bench, inquiry, body = tls_bench, next(some), f"TLS {code}"
    bench.desk.workspace.sync.sync_once()
    bench.desk.heard.clear()
    bench.proxy.arm(b"GET /inquiries/" + inquiry.id.encode(), WrappedOtherwise(wrap), times=1)
    row = send(bench.desk, bench.shop, inquiry.id, body)
    bench.suffer(row, code)
    bench.desk.until(lambda: code in bench.desk.troubles())
    assert body not in bench.office.delivered(bench.shop, inquiry.id)
    bench.settle(row)
    assert bench.office.delivered(bench.shop, inquiry.id).count(body) == 1
