"""Why: Qoo10's failures come in many forms, and each must have one meaning and the right promise."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from qpost.api.qapi.client import QapiBackend
from qpost.models.errors import (
    Offline,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    TryLater,
)
from tests.api.qapi.desk import S1, SHOP, Desk
from tests.api.staging import NOW, StagedServer, answer
from tests.qapi.faults import (
    CUT_AFTER,
    CUT_BEFORE,
    CUT_HALFWAY,
    HANG_AFTER,
    HANG_BEFORE,
    PAGE_200,
    PAGE_500,
    PAGE_523,
    Fault,
    Kind,
)
from tests.qapi.quirks import Quirks
from tests.qapi.stand_in import ANSWER, LIST

CERTAIN: list[tuple[Fault, type[QpostError], str]] = [
    (CUT_BEFORE, Offline, "offline-cut"),
    (CUT_AFTER, Offline, "offline-cut"),
    (CUT_HALFWAY, Offline, "offline-cut"),
    (HANG_BEFORE, Offline, "offline-timeout"),
    (HANG_AFTER, Offline, "offline-timeout"),
    (PAGE_200, ServerFault, "internal"),
    (PAGE_523, ServerFault, "internal"),
    (PAGE_500, ServerFault, "internal"),
    (Fault(Kind.PAGE, status=503), ServerFault, "internal"),
    (Fault(Kind.PAGE, acts=True), ServerFault, "internal"),
    (Fault(Kind.GARBLED, acts=True), ServerFault, "internal"),
]


@pytest.mark.parametrize(("fault", "kind", "code"), CERTAIN)
def test_an_unclear_end_of_an_answer_is_said_to_be_unclear_and_sent_once(
    desk: Desk, fault: Fault, kind: type[QpostError], code: str
) -> None:
    row = desk.market.add()
    desk.wait_for(fault)
    desk.stand_in.arm(fault, ANSWER, times=None)
    with pytest.raises(QpostError) as caught:
        desk.reply(row)
    assert (type(caught.value), caught.value.code) == (kind, code)
    assert isinstance(caught.value, Offline | ServerFault)
    assert caught.value.may_have_arrived
    assert desk.stand_in.counts[ANSWER] == 1
    assert len(desk.market.replies) == fault.acts


@pytest.mark.parametrize(("fault", "kind", "code"), CERTAIN)
def test_a_read_that_failed_changed_nothing(
    desk: Desk, fault: Fault, kind: type[QpostError], code: str
) -> None:
    desk.wait_for(fault)
    desk.stand_in.arm(fault, LIST, times=None)
    with pytest.raises(QpostError) as caught:
        desk.read()
    if fault.status == 503:
        assert (type(caught.value), caught.value.code) == (TryLater, "unavailable")
    else:
        assert (type(caught.value), caught.value.code) == (kind, code)
        assert isinstance(caught.value, Offline | ServerFault)
        assert not caught.value.may_have_arrived


def test_a_read_is_sent_again_when_a_kept_connection_turns_out_dead(desk: Desk) -> None:
    desk.stand_in.arm(CUT_BEFORE, LIST)
    assert desk.read().count == 0
    assert desk.stand_in.counts[LIST] == 2


@pytest.mark.parametrize("as_error", [False, True])
@pytest.mark.parametrize(
    "code",
    [each * sign for each in (10003, 10005, 10006, 10007, 10010, 10011) for sign in (1, -1)] + [-90001],
)
def test_a_void_key_is_known_from_any_call(desk: Desk, code: int, *, as_error: bool) -> None:
    row = desk.market.add()
    desk.stand_in.quirks = Quirks(void_key_code=code, errors_as_error=as_error, text_codes=as_error)
    desk.market.change_password("another")
    calls: list[Callable[[], object]] = [
        desk.read,
        lambda: desk.reply(row),
        lambda: desk.client.order(SHOP, "77"),
        lambda: desk.client.item(SHOP, "55"),
    ]
    for call in calls:
        with pytest.raises(Refused) as caught:
            call()
        is_lookup = call in calls[2:] and code == -90001  # which also says that there is no such method
        assert isinstance(caught.value, SignInRejected) is not is_lookup
        assert caught.value.code == ("qapi" if is_lookup else "qapi-key-void")
        assert caught.value.extra == {"code": str(code)}
    assert desk.market.replies == []
    desk.sign_in()
    assert desk.read().count == 1


def test_a_wrong_password_and_an_expired_api_key_are_rejected_sign_ins(desk: Desk) -> None:
    for login, password in [("akari_shop", "wrong"), ("somebody", desk.market.password)]:
        with pytest.raises(SignInRejected) as caught:
            desk.client.certificate(login=login, password=password)
        assert caught.value.code == "qapi-sign-in"
    desk.market.change_api_key("the next one")
    with pytest.raises(SignInRejected) as caught:
        desk.sign_in()
    assert (caught.value.code, caught.value.extra["code"]) == ("qapi-sign-in", "10003")
    assert desk.read().count == 0


def test_a_key_of_last_year_is_void(desk: Desk) -> None:
    desk.market.now = lambda: NOW + timedelta(days=365)
    with pytest.raises(SignInRejected):
        desk.read()


def test_another_refusal_says_what_qoo10_said(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        desk.client.answer(SHOP, type="MSG", question_no="404", seq_no="1", text="x")
    assert type(caught.value) is Refused
    assert (caught.value.code, caught.value.extra) == ("qapi", {"code": "-10001"})
    assert caught.value.detail == "-10001: There is no such inquiry."


@pytest.mark.parametrize(
    ("answered", "kind", "code"),
    [
        (answer(429, headers={"Retry-After": "7"}), TryLater, "rate-limited"),
        (answer(407), Offline, "offline-proxy"),
        (answer(511, raw=b"<html>log in", media_type="text/html"), Offline, "offline-captive"),
        (answer(302, headers={"Location": "https://elsewhere.test/"}), Offline, "offline-captive"),
        (answer(500, {"ResultCode": 0, "ResultObject": []}), ServerFault, "internal"),
        (answer(500, {"ResultCode": -10005, "ResultMsg": "x"}), SignInRejected, "qapi-key-void"),
        (answer(content={"ResultCode": 0, "ResultObject": "soon"}), ServerFault, "internal"),
        (answer(raw=b""), ServerFault, "internal"),
    ],
)
def test_other_answers_have_one_meaning(
    stage: Callable[..., StagedServer], answered: bytes, kind: type[QpostError], code: str
) -> None:
    server = stage(answered)
    client = QapiBackend(server.url, now=lambda: NOW, api_key="k", certificate="c")
    with pytest.raises(QpostError) as caught:
        client.listed(SHOP, status=S1, start=NOW, end=NOW)
    assert (type(caught.value), caught.value.code) == (kind, code)
    assert not getattr(caught.value, "may_have_arrived", False)
    assert getattr(caught.value, "retry_after_s", 7.0) == 7.0
    assert len(server.requests) == 1
    client.close()
