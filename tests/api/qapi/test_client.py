"""Why: the client must ask Qoo10 exactly, send an answer once, and tell exactly what went wrong."""

import io
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from qpost import __version__
from qpost.api.backend import Backend
from qpost.api.qapi.client import DEFAULT_ADDRESS, QapiBackend
from qpost.models.account import AccountId, Capability
from qpost.models.errors import (
    Offline,
    OfflineCause,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    Unsupported,
)
from qpost.models.inquiry import AttachmentId, InquiryId, PresenceState, Status
from qpost.models.outbox import OutboxId
from qpost.models.reply import HideRequest, ReplyText
from tests.api.qapi.desk import S1, S2, S3, SHOP, TEXT, Desk
from tests.api.staging import NOW, Stage, StagedServer, answer
from tests.qapi.faults import (
    HANG_BEFORE,
)
from tests.qapi.market import Reply
from tests.qapi.quirks import Quirks
from tests.qapi.rows import Row
from tests.qapi.stand_in import ANSWER, KEY, LIST


def test_it_is_a_connection_like_any_other(desk: Desk) -> None:
    client: Backend = desk.client
    known = {Capability.INQUIRIES, Capability.REPLY, Capability.AUTO_REPLY, Capability.ORDERS}
    known.add(Capability.SETTLES_ONLY)
    assert client.capabilities == known
    assert client.health().capabilities == known
    assert not client.honours_idempotency
    (shop,) = client.shops()
    assert (shop.id, shop.name, shop.country) == (SHOP, "akari_shop", "JP")
    assert desk.stand_in.counts == {KEY: 1}


def test_signing_in_has_a_key_made_that_later_calls_use(desk: Desk) -> None:
    account = desk.client.sign_in(
        login=" akari_shop ", password=desk.market.password, extension="", device=""
    )
    assert (account.id, account.login, account.display_name) == (AccountId("akari_shop"), *["akari_shop"] * 2)
    issued = desk.client.issued
    assert issued is not None
    assert issued.made_at == NOW
    first = desk.stand_in.asked[0]
    assert first.form == {
        "user_id": "akari_shop", "pwd": desk.market.password, "returnType": "application/json",
    }  # fmt: skip
    assert first.headers["giosiscertificationkey"] == desk.market.api_key
    desk.read()
    assert desk.stand_in.asked[-1].headers["giosiscertificationkey"] == issued.key
    later = desk.opened(certificate=issued.key, login="akari_shop")
    assert later.listed(SHOP, status=S1, start=NOW, end=NOW).count == 0
    assert (later.issued, later.shops()) == (None, desk.client.shops())
    later.close()
    pasted = desk.opened(api_key=f" {desk.market.api_key}\n")
    assert pasted.certificate(login="akari_shop", password=desk.market.password).key != issued.key
    pasted.close()


def test_a_window_is_asked_for_in_japanese_time(desk: Desk) -> None:
    start = datetime(2026, 11, 19, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-5)))
    desk.client.listed(SHOP, status=S2, start=start, end=datetime(2026, 11, 20, 15, 0, 1, tzinfo=UTC))
    asked = desk.stand_in.asked[-1]
    assert asked.form == {
        "proc_status": "S2", "search_start_dt": "20261120135959", "search_end_dt": "20261121000001",
        "returnType": "application/json",
    }  # fmt: skip
    assert asked.path.endswith("/CSCenter.GetInquiryMessage")
    headers = asked.headers
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert (headers["qapiversion"], headers["accept-language"]) == ("1.0", "zh-CN")
    assert headers["user-agent"] == f"Qpost/{__version__}"
    desk.client.language = "ko"
    desk.read()
    assert desk.stand_in.asked[-1].headers["accept-language"] == "ko"


def test_both_bounds_of_a_window_are_in_it(desk: Desk) -> None:
    moments = [NOW + timedelta(seconds=step) for step in (-2, -1, 0, 1)]
    for at in moments:
        desk.market.add(at=at)
    found = desk.client.listed(SHOP, status=S1, start=moments[1], end=moments[2])
    assert [row.at for row in found.rows] == moments[1:3]


def test_a_time_without_a_zone_is_a_mistake_of_ours(desk: Desk) -> None:
    with pytest.raises(ValueError, match="offset"):
        desk.client.listed(SHOP, status=S1, start=datetime(2026, 11, 20), end=NOW)


def test_a_capped_window_shows_only_by_its_count(desk: Desk) -> None:
    desk.stand_in.quirks = Quirks(row_cap=5)
    for step in range(8):
        desk.market.add(at=NOW - timedelta(seconds=step))
    assert desk.read().count == 5


def test_an_odd_row_costs_no_other(desk: Desk) -> None:
    desk.market.add(body=TEXT)
    desk.market.add(Row("MSG", "1", "1", int(NOW.timestamp()), "S1", "", "", "", "", raw=({"a": [None]},)))
    found = desk.read()
    assert [row.body for row in found.rows] == [TEXT]
    assert ([odd.reason for odd in found.odd], found.count) == (["no-number"], 2)


def test_an_answer_arrives_exactly_as_typed_and_settles_the_inquiry(desk: Desk) -> None:
    row = desk.market.add(type="HELP")
    desk.reply(row)
    assert desk.market.replies == [Reply("HELP", row.question_no, row.seq_no, TEXT, NOW)]
    assert desk.stand_in.asked[-1].form["returnType"] == "application/json"
    assert (desk.read(S1).count, desk.read(S3).rows[0].question_no) == (0, row.question_no)


def test_half_a_character_is_refused_before_sending(desk: Desk) -> None:
    row = desk.market.add()
    with pytest.raises(Refused) as caught:
        desk.reply(row, "half \ud83d")
    assert (caught.value.code, caught.value.fields[0].field) == ("validation", "body")
    assert desk.stand_in.counts[ANSWER] == 0


@pytest.mark.parametrize("result", [None, "", 7, {"key": "k"}, "with space", "line\nend", "鍵"])
def test_a_key_that_cannot_be_sent_is_no_key(stage: Callable[..., StagedServer], result: object) -> None:
    server = stage(answer(content={"ResultCode": 0, "ResultObject": result}))
    client = QapiBackend(server.url, now=lambda: NOW, api_key="k")
    with pytest.raises(ServerFault) as caught:
        client.certificate(login="a", password="b")
    assert not caught.value.may_have_arrived
    with pytest.raises(SignInRejected):
        client.shops()
    client.close()


@pytest.mark.parametrize("api_key", ["", "全角キー", "two words", "line\nend"])
def test_an_api_key_that_cannot_be_sent_is_rejected_unasked(desk: Desk, api_key: str) -> None:
    client = desk.opened(api_key=api_key)
    with pytest.raises(SignInRejected) as caught:
        client.certificate(login="a", password="b")
    assert caught.value.code == "qapi-sign-in"
    assert desk.stand_in.counts[KEY] == 1
    client.close()


def test_without_a_key_nothing_is_asked(desk: Desk) -> None:
    desk.client.sign_out()
    with pytest.raises(SignInRejected) as caught:
        desk.read()
    assert caught.value.code == "qapi-key-void"
    assert (desk.client.issued, desk.stand_in.counts[LIST]) == (None, 0)


def test_one_request_is_under_way_at_a_time(desk: Desk) -> None:
    desk.stand_in.quirks = Quirks(slow_s=0.02)
    threads = [threading.Thread(target=desk.read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert (desk.stand_in.counts[LIST], desk.stand_in.most_at_once) == (6, 1)


def test_closing_cuts_what_is_under_way_and_what_waits(desk: Desk) -> None:
    client = desk.opened(certificate=desk.client.issued and desk.client.issued.key)
    desk.stand_in.arm(HANG_BEFORE, LIST)
    arrived = threading.Event()
    desk.stand_in.before(LIST, arrived.set)
    causes: list[OfflineCause] = []

    def read() -> None:
        with pytest.raises(Offline) as caught:
            client.listed(SHOP, status=S1, start=NOW, end=NOW)
        causes.append(caught.value.cause)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert arrived.wait(10)
    client.close()
    for thread in threads:
        thread.join(10)
    assert len(causes) == 2


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://api.qoo10.jp/x", "offline-insecure"),
        ("ftp://api.qoo10.jp", "address-invalid"),
        ("https://key@api.qoo10.jp", "address-invalid"),
    ],
)
def test_keys_leave_this_computer_encrypted_only(address: str, code: str) -> None:
    with pytest.raises(QpostError) as caught:
        QapiBackend(address, now=lambda: NOW, api_key="k")
    assert caught.value.code == code
    assert QapiBackend(now=lambda: NOW, api_key="k").address == DEFAULT_ADDRESS
    assert DEFAULT_ADDRESS.startswith("https://api.qoo10.jp/")


def test_a_redirect_is_refused_and_gets_no_key(stage: Callable[..., StagedServer]) -> None:
    elsewhere = stage(answer(content={"ResultCode": 0}))
    server = stage(answer(307, headers={"Location": f"{elsewhere.url}/x"}))
    client = QapiBackend(server.url, now=lambda: NOW, api_key="k", certificate="c")
    with pytest.raises(Offline) as caught:
        client.answer(SHOP, type="MSG", question_no="1", seq_no="1", text="x")
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.CAPTIVE, True)
    assert elsewhere.requests == []
    client.close()


def test_nobody_listening_is_certain_not_to_have_heard(stage: Callable[..., StagedServer]) -> None:
    server = stage(lambda _: Stage.close)
    client = QapiBackend(server.url, now=lambda: NOW, api_key="k", certificate="c")
    server.stop()
    with pytest.raises(Offline) as caught:
        client.answer(SHOP, type="MSG", question_no="1", seq_no="1", text="x")
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.UNREACHABLE, False)
    client.close()


def test_what_qoo10_lacks_is_unsupported_unasked(desk: Desk) -> None:
    client, inquiry, key = desk.client, InquiryId("i"), OutboxId("k")
    hide = HideRequest(title="t", reason="r", sender_email="e")
    text = ReplyText(title="t", body="b", status=Status.ANSWERED)
    calls: list[tuple[str, Callable[[], object]]] = [
        ("feed", lambda: client.summary(SHOP)),
        ("feed", lambda: client.changes(SHOP, cursor=None, limit=1)),
        ("feed", lambda: client.recent(SHOP, date_from=NOW.date(), cursor=None, limit=1)),
        ("feed", lambda: client.inquiry(SHOP, inquiry)),
        ("feed", lambda: client.reply(SHOP, inquiry, text, expected_version=1, key=key)),
        ("feed", lambda: client.auto_reply(SHOP, inquiry, expected_version=1, key=key)),
        ("feed", lambda: client.auto_reply_text(SHOP)),
        ("hide", lambda: client.hide(SHOP, inquiry, hide, expected_version=1, key=key)),
        ("attachments", lambda: client.upload(SHOP, file_name="a", content=b"", key="k")),
        ("attachments", lambda: client.download(SHOP, AttachmentId("a"), io.BytesIO())),
        ("templates", lambda: client.templates(SHOP)),
        ("presence", lambda: client.set_presence(SHOP, inquiry, PresenceState.VIEWING)),
        ("presence", lambda: client.clear_presence(SHOP, inquiry)),
        ("events", lambda: client.events(last_event_id=None)),
        ("points", lambda: client.grade(SHOP)),
        ("points", lambda: client.conversion(SHOP)),
        ("points", lambda: client.categories()),
        ("points_convert", lambda: client.convert(SHOP, expected_convertible=1, month="2026-11", key="k")),
        ("qcash", lambda: client.qcash(SHOP)),
        ("qcash", lambda: client.charges(SHOP, cursor=None, limit=1)),
        ("qcash_charge", lambda: client.charge_options(SHOP)),
    ]
    asked = sum(desk.stand_in.counts.values())
    for what, call in calls:
        with pytest.raises(Unsupported) as caught:
            call()
        assert caught.value.detail == what
    assert sum(desk.stand_in.counts.values()) == asked
