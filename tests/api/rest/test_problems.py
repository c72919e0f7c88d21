"""Why: every error slug of the contract must become its own error, and every foreign answer a safe one."""

import json
from datetime import UTC, datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.api.rest.problems import fault_of
from qpost.api.transport import Answer
from qpost.models.errors import (
    Conflict,
    CursorExpired,
    FieldFault,
    Offline,
    OfflineCause,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    TryLater,
)

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def problem(
    status: int,
    slug: object,
    *,
    method: str = "POST",
    headers: dict[str, str] | None = None,
    members: dict[str, object] | None = None,
) -> QpostError:
    body = {"type": slug, "title": "t", "status": status, "detail": "d", "instance": "/requests/7"}
    answer = Answer(
        status,
        httpx.Headers({"Content-Type": "application/problem+json; charset=utf-8", **(headers or {})}),
        json.dumps(body | (members or {})).encode(),
    )
    return fault_of(answer, method, now=lambda: NOW)


def foreign(status: int, body: bytes, media_type: str = "text/html", **headers: str) -> QpostError:
    answer = Answer(status, httpx.Headers({"Content-Type": media_type, **headers}), body)
    return fault_of(answer, "POST", now=lambda: NOW)


SLUGS = [
    ("invalid-credentials", 401, SignInRejected),
    ("token-expired", 401, SignInRejected),
    ("account-locked", 423, SignInRejected),
    ("forbidden", 403, Refused),
    ("not-found", 404, Refused),
    ("version-conflict", 409, Conflict),
    ("already-converted", 409, Refused),
    ("conversion-closed", 409, Refused),
    ("idempotency-mismatch", 409, Refused),
    ("not-replied", 409, Refused),
    ("not-public", 409, Refused),
    ("validation", 422, Refused),
    ("date-out-of-range", 422, Refused),
    ("nothing-to-convert", 422, Refused),
    ("insufficient-funds", 422, Refused),
    ("wrong-account-password", 403, Refused),
    ("too-large", 413, Refused),
    ("unsupported-media", 415, Refused),
    ("rate-limited", 429, TryLater),
    ("unavailable", 503, TryLater),
    ("internal", 500, ServerFault),
    ("cursor-expired", 410, CursorExpired),
]


@pytest.mark.parametrize(("slug", "status", "kind"), SLUGS)
@pytest.mark.parametrize("prefix", ["", "https://qpost.example/problems/", "urn:qpost:", "/problems#"])
def test_every_slug_has_its_error(slug: str, status: int, kind: type[QpostError], prefix: str) -> None:
    error = problem(status, prefix + slug)
    assert type(error) is kind
    assert error.code == slug
    assert error.detail == "d"


def test_what_comes_along_is_kept() -> None:
    conflict = problem(409, "version-conflict", members={"current_version": 7})
    assert isinstance(conflict, Conflict)
    assert conflict.current_version == 7
    odd = problem(409, "version-conflict", members={"current_version": "7"})
    assert isinstance(odd, Conflict)
    assert odd.current_version is None
    dates = problem(422, "date-out-of-range", members={"min": "2019-07-01", "max": "2026-11-19"})
    assert isinstance(dates, Refused)
    assert dates.extra == {"min": "2019-07-01", "max": "2026-11-19"}
    locked = problem(423, "account-locked", headers={"Retry-After": "900"})
    assert isinstance(locked, Refused)
    assert locked.extra == {"retry_after_s": 900.0}


def test_field_faults_are_read_and_bounded() -> None:
    lines: list[object] = [{"field": "body", "code": "too-long", "message": "m" * 9000}, "odd", {"field": 3}]
    error = problem(422, "validation", members={"errors": lines * 100})
    assert isinstance(error, Refused)
    assert error.fields[0] == FieldFault(field="body", code="too-long", message="m" * 500)
    assert FieldFault(field="", code="", message="") in error.fields
    assert len(error.fields) <= 50
    odd = problem(422, "validation", members={"errors": "none"})
    assert isinstance(odd, Refused)
    assert odd.fields == ()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "999999999"}, 86400.0),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Fri, 20 Nov 2026 03:01:00 GMT"}, 60.0),
        ({"Retry-After": "Fri, 20 Nov 2026 02:01:00 GMT"}, 0.0),
        ({"Retry-After": "Fri, 99 Nov 2026 02:01:00 GMT"}, None),
        (
            {"Retry-After": "Fri, 20 Nov 2026 09:00:30 GMT", "Date": "Fri, 20 Nov 2026 09:00:00 GMT"},
            30.0,
        ),
    ],
)
@pytest.mark.parametrize("slug", ["rate-limited", "unavailable"])
def test_the_time_to_wait_is_read_in_either_form(
    headers: dict[str, str], seconds: float | None, slug: str
) -> None:
    error = problem(429 if slug == "rate-limited" else 503, slug, headers=headers)
    assert isinstance(error, TryLater)
    assert error.retry_after_s == seconds


@pytest.mark.parametrize(("method", "may"), [("GET", False), ("POST", True)])
def test_a_server_fault_promises_nothing_about_a_write(method: str, may: bool) -> None:
    error = problem(500, "internal", method=method, headers={"X-Request-Id": "r-9"})
    assert isinstance(error, ServerFault)
    assert (error.may_have_arrived, error.request_id) == (may, "r-9")
    error = problem(500, "something-new", method=method)
    assert isinstance(error, ServerFault)
    assert error.request_id == "/requests/7"


def test_an_unknown_slug_stays_visible_and_a_missing_one_follows_the_status() -> None:
    assert (type(problem(418, "teapot")), problem(418, "teapot").code) == (Refused, "teapot")
    assert problem(404, "about:blank").code == "not-found"
    assert problem(404, None).code == "not-found"
    assert problem(418, 17).code == "http-418"
    assert isinstance(problem(401, None), SignInRejected)


def test_answers_of_something_in_between_are_told_apart() -> None:
    page = b"<html>no</html>"
    for status, kind in ((404, ServerFault), (401, ServerFault), (500, ServerFault), (502, ServerFault)):
        assert type(foreign(status, page)) is kind
    assert foreign(413, page).code == "too-large"
    later = foreign(503, page, **{"Retry-After": "5"})
    assert isinstance(later, TryLater)
    assert (later.code, later.retry_after_s) == ("unavailable", 5.0)
    assert foreign(429, page).code == "rate-limited"
    for status, cause in (
        (511, OfflineCause.CAPTIVE),
        (300, OfflineCause.CAPTIVE),
        (407, OfflineCause.PROXY),
    ):
        error = foreign(status, page)
        assert isinstance(error, Offline)
        assert error.cause is cause
    assert isinstance(foreign(400, b"{", "application/problem+json"), ServerFault)
    assert isinstance(foreign(400, b"[" * 200_000, "application/problem+json"), ServerFault)


@given(
    status=st.integers(300, 599),
    body=st.binary(max_size=60)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["type", "detail", "errors", "current_version"]), inner)
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    media_type=st.sampled_from(["application/problem+json", "application/json", "text/html", ""]),
    retry=st.text(st.characters(max_codepoint=126, min_codepoint=32), max_size=30),
)
def test_any_answer_becomes_an_error_of_the_tree(
    status: int, body: bytes, media_type: str, retry: str
) -> None:
    error = foreign(status, body, media_type, **{"Retry-After": retry})
    assert isinstance(error, QpostError)
    assert error.code
