"""Why: the client must keep the session alive, keep secrets to itself and tell exactly what went wrong."""

import io
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from qpost import __version__
from qpost.api.backend import Backend
from qpost.api.rest.client import RestBackend
from qpost.api.rest.codec import Unreadable
from qpost.models.account import ShopId
from qpost.models.errors import (
    Conflict,
    CursorExpired,
    Offline,
    OfflineCause,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    TryLater,
    Unsupported,
)
from qpost.models.inquiry import AttachmentId, InquiryId, PresenceState, ServerEvent, Status
from qpost.models.listing import ListingStatus
from qpost.models.outbox import OutboxId
from qpost.models.reply import HideRequest, ReplyText
from tests.api.rest.test_codec import INQUIRY, page
from tests.api.staging import (
    HEALTH,
    NOW,
    Play,
    Received,
    Stage,
    StagedServer,
    answer,
    problem,
    session_answer,
)

SHOP, ID, KEY = ShopId("s/1"), InquiryId("i?1"), OutboxId("2f7c0c5e-0000-4000-8000-000000000001")
TEXT = ReplyText(title="[Re] 題", body="本文 👨‍👩‍👧 e\u0301\r\n", status=Status.ANSWERED)
SECRETS = ("geheim-password", "access-secret", "refresh-secret")


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment


class Desk:
    """A signed-in client and its staged service: ``play`` answers all but health and sessions."""

    def __init__(self, stage: Callable[..., StagedServer]) -> None:
        self.clock = Clock()
        self.unreadable: list[Unreadable] = []
        self.play: Play = lambda _: answer(content={})
        self.renewals: list[bytes] = []
        self.lifetime_s = 900.0
        self.valid = {"access-secret-1"}
        self.server = stage(self._play)
        self.client = RestBackend(
            self.server.url, now=self.clock, language="zh_CN", on_unreadable=self.unreadable.append
        )

    def sign_in(self) -> None:
        self.client.sign_in(login="seller", password="geheim-password", extension="A", device="d")

    def calls(self, path: str) -> list[Received]:
        return [each for each in self.server.requests if each.path.startswith(path)]

    def _play(self, request: Received) -> Callable[[Stage], None] | bytes:
        if request.path == "/v1/health":
            return answer(content=HEALTH)
        if request.path == "/v1/sessions":
            return session_answer(lifetime_s=self.lifetime_s)
        if request.path == "/v1/sessions/refresh":
            return self.renewals.pop(0)
        if request.headers.get("authorization", "").removeprefix("Bearer ") not in self.valid:
            return problem(401, "token-expired")
        return self.play(request)


@pytest.fixture
def desk(stage: Callable[..., StagedServer]) -> Iterator[Desk]:
    made = Desk(stage)
    made.sign_in()
    yield made
    made.client.close()


def reply(client: Backend) -> object:
    return client.reply(SHOP, ID, TEXT, expected_version=3, key=KEY)


def test_a_reply_carries_everything_exactly(desk: Desk) -> None:
    desk.play = lambda _: answer(201, {"inquiry": INQUIRY})
    reply(desk.client)
    request = desk.server.requests[-1]
    assert (request.method, request.path) == ("POST", "/v1/shops/s%2F1/inquiries/i%3F1/replies")
    assert request.json() == {
        "title": "[Re] 題", "body": "本文 👨‍👩‍👧 e\u0301\r\n", "status": "answered", "attachment_ids": [],
        "expected_version": 3,
    }  # fmt: skip
    headers = request.headers
    assert headers["idempotency-key"] == KEY
    assert headers["content-type"] == "application/json"
    assert headers["accept-language"] == "zh-CN"
    assert headers["user-agent"] == f"Qpost/{__version__}"
    assert headers["authorization"] == "Bearer access-secret-1"
    desk.client.language = "ko"
    reply(desk.client)
    assert desk.server.requests[-1].headers["accept-language"] == "ko"


def test_sign_in_learns_the_capabilities_and_sends_the_form(desk: Desk) -> None:
    assert desk.calls("/v1/sessions")[0].json() == {
        "login": "seller", "password": "geheim-password", "extension": "A", "device": "d",
    }  # fmt: skip
    assert "hide" in desk.client.capabilities
    assert desk.client.honours_idempotency
    protocol: Backend = desk.client
    assert protocol.health().version == "1.0"


def test_a_lapsed_token_is_renewed_once_and_the_write_repeated_with_its_key(desk: Desk) -> None:
    desk.valid = {"access-secret-2"}
    desk.renewals = [session_answer(2, status=200)]
    desk.play = lambda _: answer(201, {"inquiry": INQUIRY})
    reply(desk.client)
    sent = desk.calls("/v1/shops")
    assert [each.headers["idempotency-key"] for each in sent] == [KEY, KEY]
    assert desk.calls("/v1/sessions/refresh")[0].json() == {"refresh_token": "refresh-secret-1"}


def test_a_token_refused_again_after_renewal_ends_the_call(desk: Desk) -> None:
    desk.valid = set()
    desk.renewals = [session_answer(2, status=200)]
    with pytest.raises(SignInRejected) as caught:
        reply(desk.client)
    assert caught.value.code == "token-expired"
    assert len(desk.calls("/v1/shops")) == 2


def test_the_token_is_renewed_ahead_of_its_end(desk: Desk) -> None:
    desk.play = lambda _: answer(content=INQUIRY)
    desk.clock.moment += timedelta(seconds=869)
    desk.client.inquiry(SHOP, ID)
    assert desk.calls("/v1/sessions/refresh") == []
    desk.valid, desk.renewals = {"access-secret-2"}, [session_answer(2, status=200, lifetime_s=1800)]
    desk.clock.moment += timedelta(seconds=2)
    desk.client.inquiry(SHOP, ID)
    desk.client.inquiry(SHOP, ID)
    assert len(desk.calls("/v1/sessions/refresh")) == 1
    assert len(desk.calls("/v1/shops")) == 3


def test_a_clock_that_is_wrong_by_hours_causes_no_renewals(stage: Callable[..., StagedServer]) -> None:
    desk = Desk(stage)
    desk.clock.moment += timedelta(hours=9)
    desk.sign_in()
    desk.play = lambda _: answer(content=INQUIRY)
    desk.client.inquiry(SHOP, ID)
    assert desk.calls("/v1/sessions/refresh") == []
    desk.client.close()


def test_an_early_renewal_that_fails_does_not_cost_the_call_while_the_token_lasts(desk: Desk) -> None:
    desk.play = lambda _: answer(content=INQUIRY)
    desk.clock.moment += timedelta(seconds=880)
    desk.renewals = [problem(503, "unavailable"), problem(503, "unavailable")]
    desk.client.inquiry(SHOP, ID)
    desk.clock.moment += timedelta(seconds=30)
    with pytest.raises(TryLater):
        desk.client.inquiry(SHOP, ID)


def test_threads_renew_one_lapsed_token_once(desk: Desk) -> None:
    desk.valid = {"access-secret-2"}
    desk.renewals = [session_answer(2, status=200)]
    desk.play = lambda _: answer(content=INQUIRY)
    results: list[object] = []

    def call() -> None:
        try:
            results.append(desk.client.inquiry(SHOP, ID).id)
        except QpostError as error:
            results.append(error)

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert results == ["i1"] * 8
    assert len(desk.calls("/v1/sessions/refresh")) == 1


def test_a_refused_renewal_ends_the_session(desk: Desk) -> None:
    desk.valid = set()
    desk.renewals = [problem(401, "invalid-credentials")]
    for _ in range(2):
        with pytest.raises(SignInRejected) as caught:
            reply(desk.client)
        assert caught.value.code == "token-expired"
    assert len(desk.calls("/v1/sessions/refresh")) == 1


@pytest.mark.parametrize(
    "renewal",
    [answer(raw=b"<html>", media_type="text/html"), answer(content={"a": 1}), problem(500, "internal")],
)
def test_a_failed_renewal_tells_that_the_write_was_not_sent(desk: Desk, renewal: bytes) -> None:
    desk.valid = set()
    desk.renewals = [renewal]
    with pytest.raises(QpostError) as caught:
        reply(desk.client)
    assert isinstance(caught.value, Offline | ServerFault)
    assert caught.value.may_have_arrived is False


def test_tokens_that_cannot_be_sent_are_not_accepted(desk: Desk) -> None:
    desk.valid = set()
    good = session_answer(2, status=200)
    desk.renewals = [good.replace(b"access-secret-2", b"access\\u0000ret-2")]
    with pytest.raises(ServerFault):
        reply(desk.client)


@pytest.mark.parametrize(
    ("answered", "kind", "code"),
    [
        (problem(409, "version-conflict", current_version=9), Conflict, "version-conflict"),
        (problem(410, "cursor-expired"), CursorExpired, "cursor-expired"),
        (problem(429, "rate-limited", headers={"Retry-After": "3"}), TryLater, "rate-limited"),
        (problem(503, "unavailable"), TryLater, "unavailable"),
        (problem(500, "internal"), ServerFault, "internal"),
        (answer(raw=b"{nope", media_type="application/json"), ServerFault, "internal"),
        (answer(raw=b"\xff\xfe\x00", media_type="application/octet-stream"), ServerFault, "internal"),
        (answer(raw=b'{"inquiry": 3}'), ServerFault, "internal"),
        (answer(204), ServerFault, "internal"),
        (answer(raw=b"<!DOCTYPE html><p>log in", media_type="text/html"), Offline, "offline-captive"),
        (answer(raw=b"<html>log in", media_type="text/plain"), Offline, "offline-captive"),
        (answer(302, headers={"Location": "https://portal.test/"}), Offline, "offline-captive"),
    ],
)
def test_every_answer_to_a_write_has_one_meaning(
    desk: Desk, answered: bytes, kind: type[QpostError], code: str
) -> None:
    desk.play = lambda _: answered
    with pytest.raises(QpostError) as caught:
        reply(desk.client)
    assert (type(caught.value), caught.value.code) == (kind, code)
    assert getattr(caught.value, "may_have_arrived", True) is True
    assert not any(secret in repr(caught.value) + str(caught.value) for secret in SECRETS)


def test_half_a_surrogate_pair_is_refused_before_sending(desk: Desk) -> None:
    text = ReplyText(title="a", body="half \ud83d", status=Status.ANSWERED)
    with pytest.raises(Refused) as caught:
        desk.client.reply(SHOP, ID, text, expected_version=1, key=KEY)
    assert (caught.value.code, caught.value.fields[0].field) == ("validation", "body")
    assert desk.calls("/v1/shops") == []


@pytest.mark.parametrize("bad", ["", ".", "..", "\ud800"])
def test_ids_cannot_leave_their_place(desk: Desk, bad: str) -> None:
    with pytest.raises(Refused) as caught:
        desk.client.inquiry(ShopId(bad), ID)
    assert caught.value.code == "not-found"


def test_unreadable_rows_are_reported(desk: Desk) -> None:
    desk.play = lambda _: answer(raw=page(INQUIRY, {"id": "broken"}))
    assert len(desk.client.changes(SHOP, cursor="a b", limit=7).items) == 1
    assert [each.count for each in desk.unreadable] == [1]
    assert desk.server.requests[-1].path.endswith("/changes?limit=7&cursor=a+b")


def test_a_feed_that_does_not_move_on_is_a_fault(desk: Desk) -> None:
    desk.play = lambda _: answer(raw=page(has_more=True, next_cursor="same"))
    with pytest.raises(ServerFault):
        desk.client.changes(SHOP, cursor="same", limit=7)


def test_lists_are_read_to_their_end_and_no_further(desk: Desk) -> None:
    shop = {"id": "s", "name": "n", "code": "c", "country": "JP", "inquiry_email": "e", "unanswered": 2}
    desk.play = lambda request: answer(
        content={"items": [shop], "next_cursor": None if "cursor" in request.path else "n"}
    )
    assert len(desk.client.shops()) == 2
    count = iter(range(10_000))
    desk.play = lambda _: answer(content={"items": [], "next_cursor": str(next(count))})
    with pytest.raises(ServerFault, match="without end"):
        desk.client.templates(SHOP)


def test_what_the_service_lacks_is_unsupported(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HEALTH, "capabilities", ["inquiries", "holograms"])
    desk.client.health()
    hide = HideRequest(title="t", reason="r", sender_email="e")
    calls: list[Callable[[], object]] = [
        lambda: desk.client.hide(SHOP, ID, hide, expected_version=1, key=KEY),
        lambda: desk.client.auto_reply(SHOP, ID, expected_version=1, key=KEY),
        lambda: desk.client.auto_reply_text(SHOP),
        lambda: desk.client.upload(SHOP, file_name="a", content=b"a", key="k"),
        lambda: desk.client.download(SHOP, AttachmentId("a"), io.BytesIO()),
        lambda: desk.client.templates(SHOP),
        lambda: desk.client.order(SHOP, "1"),
        lambda: desk.client.set_presence(SHOP, ID, PresenceState.VIEWING),
        lambda: desk.client.clear_presence(SHOP, ID),
        lambda: desk.client.events(last_event_id=None),
        lambda: desk.client.listed(SHOP, status=ListingStatus.ANSWERED, start=NOW, end=NOW),
        lambda: desk.client.answer(SHOP, type="MSG", question_no="1", seq_no="1", text="x"),
        lambda: desk.client.certificate(login="a", password="b"),
    ]
    for call in calls:
        with pytest.raises(Unsupported):
            call()
    assert desk.calls("/v1/shops") == []


def test_an_upload_repeats_its_bytes_with_its_key(desk: Desk) -> None:
    stored = {"id": "f", "file_name": "a", "media_type": "text/plain", "size": 3, "sha256": "00"}
    desk.play = lambda _: answer(201, stored)
    for _ in range(2):
        assert desk.client.upload(SHOP, file_name='領収"書\ud800.txt', content=b"a\r\n", key=KEY).id == "f"
    first, second = desk.server.requests[-2:]
    assert first.body == second.body
    assert first.headers["content-type"] == second.headers["content-type"]
    assert 'filename="領収%22書?.txt"\r\n'.encode() in first.body
    assert b"\r\n\r\na\r\n\r\n--" in first.body


def test_a_download_streams_bytes_and_judges_what_is_none(desk: Desk) -> None:
    content = bytes(range(256)) * 2000
    answers = {
        "good": answer(raw=content, media_type="image/png"),
        "page": answer(raw=b"<html>", media_type="text/html"),
        "gone": problem(404, "not-found"),
    }
    desk.play = lambda request: answers[request.path.rpartition("/")[2]]
    sink = io.BytesIO()
    desk.client.download(SHOP, AttachmentId("good"), sink)
    assert sink.getvalue() == content
    with pytest.raises(Offline) as caught:
        desk.client.download(SHOP, AttachmentId("page"), sink)
    assert caught.value.cause is OfflineCause.CAPTIVE
    with pytest.raises(Refused) as refused:
        desk.client.download(SHOP, AttachmentId("gone"), sink)
    assert refused.value.code == "not-found"


def test_signing_out_is_never_an_error_and_forgets_the_tokens(desk: Desk) -> None:
    desk.play = lambda _: problem(500, "internal")
    desk.client.sign_out()
    assert desk.server.requests[-1].method == "DELETE"
    desk.client.sign_out()
    with pytest.raises(SignInRejected):
        desk.client.shops()


EVENT = b'id: 5\r\nevent: inquiry.updated\r\ndata: {"shop": "s", "inquiry_id": "i", "version": 4}\r\n\r\n'
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def test_notices_come_as_they_arrive_and_resume(desk: Desk) -> None:
    go_on = threading.Event()

    def play(stage: Stage) -> None:
        stage.send(STREAM + b": ping\n\n" + EVENT)
        go_on.wait(10)
        stage.send(b"event: summary\ndata: {broken\n\n")
        stage.close()

    desk.play = lambda _: play
    notices = desk.client.events(last_event_id="4")
    first = ServerEvent(id="5", type="inquiry.updated", shop="s", inquiry_id="i", version=4)
    assert next(notices) == first
    go_on.set()
    assert list(notices) == [ServerEvent(id="5", type="summary")]
    assert desk.server.requests[-1].headers["last-event-id"] == "4"


def test_what_happens_before_the_first_notice_is_read_is_not_missed(desk: Desk) -> None:
    desk.play = lambda _: answer(raw=EVENT, media_type="text/event-stream")
    notices = desk.client.events(last_event_id=None)
    assert desk.server.requests[-1].path.endswith("/v1/events"), "connected, though nothing was read yet"
    assert [each.id for each in notices] == ["5"]


def test_a_stream_that_breaks_is_offline(desk: Desk) -> None:
    def play(stage: Stage) -> None:
        stage.send(STREAM.replace(b"Connection: close", b"Transfer-Encoding: chunked") + b"5\r\n: a\n\n\r\n")
        stage.close()

    desk.play = lambda _: play
    with pytest.raises(Offline) as caught:
        list(desk.client.events(last_event_id=None))
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.CUT, False)


def test_a_lapsed_token_is_renewed_for_the_stream_too(desk: Desk) -> None:
    desk.valid = {"access-secret-2"}
    desk.renewals = [session_answer(2, status=200)]
    desk.play = lambda _: answer(raw=EVENT, media_type="text/event-stream")
    assert [each.id for each in desk.client.events(last_event_id=None)] == ["5"]
    desk.valid, desk.renewals = set(), [session_answer(3, status=200)]
    with pytest.raises(SignInRejected):
        list(desk.client.events(last_event_id=None))


@pytest.mark.parametrize(
    ("answered", "code"),
    [
        (answer(raw=b"<html>", media_type="text/html"), "offline-captive"),
        (answer(content={}), "internal"),
        (problem(503, "unavailable"), "unavailable"),
        (answer(raw=b"data: " + b"x" * 1_100_000, media_type="text/event-stream"), "internal"),
    ],
)
def test_what_is_no_stream_is_told(desk: Desk, answered: bytes, code: str) -> None:
    desk.play = lambda _: answered
    with pytest.raises(QpostError) as caught:
        list(desk.client.events(last_event_id=None))
    assert caught.value.code == code


def test_closing_wakes_the_thread_that_waits_for_notices(desk: Desk) -> None:
    def play(stage: Stage) -> None:
        stage.send(STREAM + EVENT)
        stage.hang()

    desk.play = lambda _: play
    waiting, ended = threading.Event(), threading.Event()
    caught: list[QpostError] = []

    def listen() -> None:
        try:
            for _ in desk.client.events(last_event_id=None):
                waiting.set()
        except QpostError as error:
            caught.append(error)
        ended.set()

    thread = threading.Thread(target=listen)
    thread.start()
    assert waiting.wait(10)
    desk.client.close()
    assert ended.wait(5)
    thread.join(5)
    assert [type(error) for error in caught] == [Offline]


def test_nothing_shows_a_secret(desk: Desk) -> None:
    shown = repr(desk.client) + repr(vars(desk.client)) + repr(vars(desk.client._requests))
    shown += repr(desk.client._requests._signed_in._grant)
    assert not any(secret in shown for secret in SECRETS)
