"""Why: the connection is renewed once, by one thread, and background loops neither spin nor die."""

import logging
import threading
from pathlib import Path

import pytest

from qpost.logs import redact, setup_logging
from qpost.models.errors import Offline, SignInRejected
from qpost.models.events import Event, LinkState, SignedOut
from qpost.models.inquiry import Attachment, AttachmentId, InquiryId
from qpost.paths import Paths
from qpost.services.files import safe_name
from qpost.services.loop import Loop
from qpost.services.publisher import Publisher
from tests.services.desk import Desk, MakeDesk
from tests.services.marketplace import SHOP, Marketplace, offline

I1 = InquiryId("i1")
WAIT_S = 20.0


def test_many_threads_renew_an_ended_session_once(desk: Desk, market: Marketplace) -> None:
    market.session_ends_at_call = 0
    gate = threading.Barrier(8)
    faults: list[BaseException] = []

    def work() -> None:
        gate.wait(WAIT_S)
        try:
            desk.link.call(lambda backend: backend.inquiry(SHOP, I1))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT_S)
    assert faults == []
    assert market.sign_ins == 2


def test_a_closed_link_calls_nobody(desk: Desk, market: Marketplace) -> None:
    desk.link.close()
    calls = len(market.calls)
    with pytest.raises(Offline) as caught:
        desk.link.call(lambda backend: backend.shops())
    assert not caught.value.may_have_arrived
    assert len(market.calls) == calls


def test_a_call_during_signing_out_does_not_sign_in_again(
    desk: Desk, market: Marketplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.link.call(lambda backend: backend.shops())

    def late_call() -> None:
        market.session_ends_at_call = 0
        with pytest.raises(Offline):
            desk.link.call(lambda backend: backend.shops())

    monkeypatch.setattr(market, "sign_out", late_call)
    desk.link.sign_out()
    assert market.sign_ins == 1


def test_signed_out_is_final_and_told_once(desk: Desk, market: Marketplace) -> None:
    market.session_ends_at_call = 0
    desk.saved_password = None
    for _ in range(3):
        with pytest.raises(SignInRejected):
            desk.link.call(lambda backend: backend.shops())
    assert [type(event) for event in desk.events].count(SignedOut) == 1
    desk.link.report(LinkState.ONLINE)
    assert desk.link.status.state is LinkState.SIGNED_OUT


def test_being_offline_at_the_first_sign_in_is_not_final(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    market.stage("sign_in", offline(may_have_arrived=False))
    with pytest.raises(Offline):
        desk.link.call(lambda backend: backend.shops())
    assert desk.link.call(lambda backend: backend.shops())


def test_a_failing_listener_hurts_nobody(caplog: pytest.LogCaptureFixture) -> None:
    publisher, heard = Publisher(), list[Event]()

    def fail(event: Event) -> None:
        raise ZeroDivisionError

    publisher.subscribe(fail)
    unsubscribe = publisher.subscribe(heard.append)
    publisher.publish(Event())
    unsubscribe()
    unsubscribe()
    publisher.publish(Event())
    assert len(heard) == 1
    assert "ZeroDivisionError" in caplog.text


def test_a_loop_survives_its_bugs_and_waits_between(caplog: pytest.LogCaptureFixture) -> None:
    turns = threading.Semaphore(0)

    def turn() -> float | None:
        turns.release()
        raise ZeroDivisionError

    loop = Loop("test", turn)
    loop.start()
    for _ in range(3):
        assert turns.acquire(timeout=WAIT_S)
        assert not turns.acquire(timeout=0.02)  # it waits although it failed
        loop.wake()
    assert loop.stop(within_s=WAIT_S)
    assert "ZeroDivisionError" in caplog.text


def test_a_wake_during_a_turn_is_not_lost() -> None:
    turns = threading.Semaphore(0)
    is_in_turn, may_end = threading.Event(), threading.Event()

    def turn() -> float | None:
        turns.release()
        is_in_turn.set()
        may_end.wait(WAIT_S)
        return None

    loop = Loop("test", turn)
    loop.start()
    assert is_in_turn.wait(WAIT_S)
    loop.wake()
    may_end.set()
    assert turns.acquire(timeout=WAIT_S)
    assert turns.acquire(timeout=WAIT_S)
    assert loop.stop(within_s=WAIT_S)


def test_an_order_is_at_hand_offline(desk: Desk, market: Marketplace) -> None:
    context = desk.workspace.context
    order = context.order(SHOP, "770001")
    assert context.order(SHOP, "880001") is None
    desk.clock.forward(3600)
    market.stage("order", offline(may_have_arrived=False))
    assert context.order(SHOP, "770001") == order
    market.stage("order", offline(may_have_arrived=False))
    with pytest.raises(Offline):
        context.order(SHOP, "770009")


def test_a_file_is_fetched_once_and_its_hash_checked(desk: Desk, market: Marketplace, tmp_path: Path) -> None:
    file = market.upload(SHOP, file_name="../../サイズ.txt", content=b"table", key="0" * 32)
    path = desk.workspace.files.fetch(SHOP, file)
    assert (path.name, path.read_bytes()) == ("サイズ.txt", b"table")
    assert desk.workspace.files.fetch(SHOP, file) == path
    assert market.calls.count("download") == 1
    saved = desk.workspace.files.save_as(SHOP, file, tmp_path)
    assert saved.read_bytes() == b"table"
    lying = Attachment(AttachmentId(file.id), "a.txt", "text/plain", 5, "0" * 64)
    with pytest.raises(Exception, match="hash"):
        desk.workspace.files.fetch(SHOP, lying)
    desk.workspace.files.clear()
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.txt", "a.txt"),
        ("..\\..\\con.txt", "_con.txt"),
        ("/etc/passwd", "passwd"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a\x00b\n.txt", "ab.txt"),
        (" .. ", "attachment"),
        ("", "attachment"),
        ("a:b?.txt", "a_b_.txt"),
        ("あ" * 300 + ".pdf", "あ" * 116 + ".pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer s3cr3t-abc.def",
        '{"access_token": "s3cr3t", "refresh_token":"s3cr3t"}',
        "password=s3cr3t&x=1",
        "{'password': 's3cr3t with words'}",
        "https://me:s3cr3t@proxy.test/",
        "from s3cr3t@example.co.jp",
    ],
)
def test_secrets_do_not_reach_the_log(text: str, tmp_path: Path) -> None:
    assert "s3cr3t" not in redact(text)


def test_the_log_holds_redacted_tracebacks(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        setup_logging(tmp_path / "logs")
        try:
            raise ValueError("password=s3cr3t")
        except ValueError:
            logging.getLogger("qpost").exception("it failed")
    finally:
        root.setLevel(level)
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
    text = (tmp_path / "logs" / "qpost.log").read_text()
    assert "ValueError" in text
    assert "s3cr3t" not in text


def test_folders_are_gathered_below_a_root(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    assert {path.parent for path in (paths.config, paths.data, paths.cache, paths.logs)} == {tmp_path}
    assert Paths.for_user().data.name.lower() == "qpost"
