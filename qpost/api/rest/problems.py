"""Why: every error a service may answer becomes one member of ``models.errors`` (contract.md, General)."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

import msgspec
from msgspec import Struct

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
from qpost.models.jst import to_utc

SIGN_IN_SLUGS = frozenset({"invalid-credentials", "account-locked", "token-expired"})
LATER_SLUGS = frozenset({"rate-limited", "unavailable"})

_SLUG_OF_STATUS = {
    401: "token-expired",
    403: "forbidden",
    404: "not-found",
    410: "cursor-expired",
    413: "too-large",
    415: "unsupported-media",
    422: "validation",
    423: "account-locked",
    429: "rate-limited",
    503: "unavailable",
}
_PLAIN_STATUSES = frozenset({413, 429, 503})
"""What gateways in front of a service answer in their own words."""

_MEMBERS = frozenset({"type", "title", "status", "detail", "instance", "errors"})
_DETAIL_LIMIT = 500
_FIELDS_LIMIT = 50
_RETRY_LIMIT_S = 24 * 3600.0
_READ_METHODS = frozenset({"GET", "HEAD"})


class _Problem(Struct, frozen=True):
    slug: str
    detail: str
    request_id: str | None
    fields: tuple[FieldFault, ...]
    extra: dict[str, object]


def fault_of(answer: Answer, method: str, *, now: Callable[[], datetime]) -> QpostError:
    """Return the error that ``answer`` (status 300 and above) means for a request by ``method``."""
    wrote = method not in _READ_METHODS
    waits_s = retry_after_s(answer.headers, now)
    problem = _problem(answer)
    if problem is None:
        return _plain_fault(answer, wrote=wrote, waits_s=waits_s)
    slug = problem.slug
    if slug in LATER_SLUGS:
        return TryLater(slug, retry_after_s=waits_s, detail=problem.detail)
    if answer.status >= 500 or answer.status < 400:
        return ServerFault(request_id=problem.request_id, detail=problem.detail, may_have_arrived=wrote)
    if slug == "version-conflict":
        version = problem.extra.get("current_version")
        known = version if isinstance(version, int) and not isinstance(version, bool) else None
        return Conflict(current_version=known, detail=problem.detail)
    if slug == "cursor-expired":
        return CursorExpired(problem.detail)
    extra = dict(problem.extra)
    if waits_s is not None:
        extra["retry_after_s"] = waits_s
    kind = SignInRejected if slug in SIGN_IN_SLUGS else Refused
    return kind(slug, detail=problem.detail, fields=problem.fields, extra=extra)


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """Return the id under which the service's operator finds the request."""
    return _id_text(headers.get("x-request-id"))


def media_type_of(headers: Mapping[str, str]) -> str:
    """Return the answer's media type in lower case, without parameters; "" when it names none."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_web_page(answer_headers: Mapping[str, str], body: bytes) -> bool:
    """Tell whether a page for people came: the mark of a captive portal."""
    if media_type_of(answer_headers) in {"text/html", "application/xhtml+xml"}:
        return True
    start = body[:200].lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _plain_fault(answer: Answer, *, wrote: bool, waits_s: float | None) -> QpostError:
    """Judge an error that no Qpost service wrote: a portal, a proxy or a gateway in between."""
    status, detail = answer.status, f"status {answer.status} without a problem document"
    if status == 511 or (status < 400 and is_web_page(answer.headers, answer.body)):
        return Offline(OfflineCause.CAPTIVE, may_have_arrived=False, detail=detail)
    if status == 407:
        return Offline(OfflineCause.PROXY, may_have_arrived=False, detail=detail)
    if status in _PLAIN_STATUSES:
        slug = _SLUG_OF_STATUS[status]
        if slug in LATER_SLUGS:
            return TryLater(slug, retry_after_s=waits_s, detail=detail)
        return Refused(slug, detail=detail)
    return ServerFault(request_id=request_id_of(answer.headers), detail=detail, may_have_arrived=wrote)


def _problem(answer: Answer) -> _Problem | None:
    if media_type_of(answer.headers) not in {"application/problem+json", "application/json"}:
        return None
    try:
        members = msgspec.json.decode(answer.body, type=dict[str, object])
    except (ValueError, RecursionError):
        return None
    slug = _slug(members.get("type")) or _SLUG_OF_STATUS.get(answer.status)
    if slug is None:
        slug = "internal" if answer.status >= 500 else f"http-{answer.status}"
    return _Problem(
        slug=slug,
        detail=_text(members.get("detail")) or _text(members.get("title")),
        request_id=request_id_of(answer.headers) or _id_text(members.get("instance")),
        fields=_fields(members.get("errors")),
        extra={name: value for name, value in members.items() if name not in _MEMBERS},
    )


def _slug(value: object) -> str | None:
    """Take the last part of a type URI; ``about:blank`` names nothing."""
    if not isinstance(value, str) or value == "about:blank":
        return None
    last = re.split(r"[/#:]", value.rstrip("/"))[-1]
    return last if re.fullmatch(r"[a-z0-9-]{1,64}", last) else None


def _fields(value: object) -> tuple[FieldFault, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        FieldFault(
            field=_text(line.get("field")), code=_text(line.get("code")), message=_text(line.get("message"))
        )
        for line in value[:_FIELDS_LIMIT]
        if isinstance(line, dict)
    )


def _text(value: object) -> str:
    return value[:_DETAIL_LIMIT] if isinstance(value, str) else ""


def _id_text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    shown = "".join(character for character in value if character.isprintable())[:200]
    return shown or None


def retry_after_s(headers: Mapping[str, str], now: Callable[[], datetime]) -> float | None:
    """Read ``Retry-After``: seconds, or a date measured against the service's own clock if it tells it."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]+)?", value, re.ASCII):
        return min(float(value), _RETRY_LIMIT_S)
    moment = http_date(value)
    if moment is None:
        return None
    here = http_date(headers.get("date", "")) or now()
    return min(max((moment - here).total_seconds(), 0.0), _RETRY_LIMIT_S)


def http_date(value: str) -> datetime | None:
    """Read an HTTP date as UTC; None when it is none."""
    try:
        moment = parsedate_to_datetime(value)
        return to_utc(moment)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
