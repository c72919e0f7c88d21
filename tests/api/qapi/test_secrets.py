"""Why: keys and passwords must stand in no log, error, address or description, whatever goes wrong."""

import logging
import traceback
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import parse_qsl, quote, quote_plus

import pytest

from qpost.api.qapi.client import QapiBackend
from qpost.api.transport import Timeouts
from qpost.models.account import Certificate, ShopId
from qpost.models.errors import QpostError
from qpost.models.listing import ListingStatus
from tests.api.staging import NOW, Act, Received, Stage, StagedServer, answer

API_KEY, PASSWORD, KEY = "api-key-&<secret>", "p&ss wörd<秘密>", "SAK-certificate-'secret'"
SHOP = ShopId("a")
FORMS = [each for secret in (API_KEY, PASSWORD, KEY) for each in (secret, quote_plus(secret), secret[:9])]


def _echoing(request: Received) -> str:
    """All that a careless server could say: what it was sent, in every form."""
    form = dict(parse_qsl(request.body.decode()))
    sent = [request.headers["giosiscertificationkey"], form.get("pwd", "")]
    said = [write(secret) for secret in sent for write in (str, escape, quote, quote_plus)]
    return " | ".join([request.body.decode(), *said])


def _in_status_line(request: Received) -> bytes:
    key = request.headers["giosiscertificationkey"]
    return f"HTTP/x {key}\r\n\r\n".encode("latin-1")


def _in_header(request: Received) -> bytes:
    key = request.headers["giosiscertificationkey"]
    return f"HTTP/1.1 200 OK\r\n{key}\r\nContent-Length: 0\r\n\r\n".encode("latin-1")


def _hangs(_: Received) -> Act:
    return Stage.hang


def _cuts(_: Received) -> Act:
    return Stage.reset


PLAYS: dict[str, Callable[[Received], bytes | Act]] = {
    "refusal": lambda request: answer(content={"ResultCode": -7, "ResultMsg": _echoing(request)}),
    "code": lambda request: answer(content={"ResultCode": _echoing(request)[:60]}),
    "void": lambda request: answer(content={"ErrorCode": -10005, "ErrorMsg": _echoing(request)}),
    "page": lambda request: answer(500, raw=_echoing(request).encode(), media_type="text/html"),
    "garbled": lambda request: answer(raw=b'{"ResultCode": 0, "x": ' + _echoing(request).encode()),
    "no rows": lambda request: answer(content={"ResultCode": 0, "ResultObject": _echoing(request)}),
    "redirect": lambda request: answer(302, headers={"Location": "https://x.test/?" + quote_plus(KEY)}),
    "status line": _in_status_line,
    "header": _in_header,
    "packing": lambda request: answer(raw=_echoing(request).encode(), headers={"Content-Encoding": "gzip"}),
    "hang": _hangs,
    "cut": _cuts,
}


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(1):
        yield caplog


def _said(error: BaseException | None) -> list[str]:
    """All that an error and what it drags along could show."""
    said: list[str] = []
    while error is not None:
        said += [repr(error), str(error), repr(vars(error)), *map(repr, error.args)]
        said += traceback.format_exception(error)
        error = error.__cause__ or error.__context__
    return said


@pytest.mark.parametrize("name", PLAYS)
def test_no_error_and_no_log_holds_a_secret(
    stage: Callable[..., StagedServer],
    request: pytest.FixtureRequest,
    everything_logged: pytest.LogCaptureFixture,
    name: str,
) -> None:
    server = stage(PLAYS[name])
    waits = Timeouts(read_s=0.3) if name == "hang" else Timeouts()
    client = QapiBackend(server.url, now=lambda: NOW, api_key=API_KEY, timeouts=waits)
    signed_in = QapiBackend(server.url, now=lambda: NOW, api_key=API_KEY, certificate=KEY, timeouts=waits)
    calls: list[Callable[[], object]] = [
        lambda: client.certificate(login="a", password=PASSWORD),
        lambda: signed_in.listed(SHOP, status=ListingStatus.UNPROCESSED, start=NOW, end=NOW),
        lambda: signed_in.answer(SHOP, type="MSG", question_no="1", seq_no="1", text="x"),
    ]
    said: list[str] = [repr(client), repr(signed_in), str(client)]
    failed = 0
    request.addfinalizer(client.close)
    request.addfinalizer(signed_in.close)
    for call in calls:
        try:
            call()
        except QpostError as error:
            failed += 1
            said += _said(error)
    assert failed >= 2
    said += [f"{record.getMessage()} {record.args}" for record in everything_logged.records]
    leaks = [(form, text) for text in said for form in FORMS if form in text]
    assert leaks == []
    assert not any(form in asked.path for asked in server.requests for form in FORMS)
    assert all(asked.body for asked in server.requests)


@pytest.mark.parametrize("field", ["login", "password"])
def test_text_that_cannot_be_sent_is_not_repeated(field: str) -> None:
    client = QapiBackend("http://127.0.0.1:1", now=lambda: NOW, api_key="k")
    known = {"login": "a", "password": "b"} | {field: f"{PASSWORD}\ud83d"}
    with pytest.raises(QpostError) as caught:
        client.certificate(**known)
    assert caught.value.code == "validation"
    assert not any(PASSWORD in text for text in _said(caught.value))


def test_a_certificate_shows_its_age_and_no_key() -> None:
    made = Certificate(key=KEY, made_at=NOW)
    assert "secret" not in repr(made) + str(made) + f"{made}" + repr([made]) + repr({"a": made})
    assert "2026-11-20" in repr(made)


def test_the_test_would_see_a_leak(everything_logged: pytest.LogCaptureFixture) -> None:
    logging.getLogger("httpcore.leak").setLevel(1)
    logging.getLogger("httpcore.leak").debug("sent %s", KEY)
    assert any(KEY in record.getMessage() for record in everything_logged.records)
    assert any(KEY in text for text in _said(QpostError(KEY)))
