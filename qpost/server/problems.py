"""Why: every error the service answers is one RFC 9457 problem of contract.md, whoever raised it."""

import logging
import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from msgspec import Struct
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from qpost.models.errors import FieldFault
from qpost.models.points import AllowedDays

PROBLEM_JSON = "application/problem+json"
_SQLITE_ERROR = 1
"""SQLite's result code for a mistake in the statement or the schema, unlike a busy or full database."""

_log = logging.getLogger(__name__)

TITLES = {
    "invalid-credentials": (401, "The login or password is wrong, or none was given"),
    "token-expired": (401, "The session has ended"),
    "account-locked": (423, "The account is locked after too many wrong passwords"),
    "forbidden": (403, "This belongs to another account"),
    "wrong-account-password": (403, "The password of the Q account is wrong"),
    "not-found": (404, "There is nothing here"),
    "method-not-allowed": (405, "This path does not answer that method"),
    "version-conflict": (409, "It has changed meanwhile"),
    "already-converted": (409, "Last month's service points were converted already"),
    "conversion-closed": (409, "The month of this conversion is over"),
    "idempotency-mismatch": (409, "This key was used for another request"),
    "not-replied": (409, "Only an inquiry that was replied to can be hidden"),
    "not-public": (409, "Only a public inquiry can be hidden"),
    "cursor-expired": (410, "The cursor is no longer known; read from the beginning"),
    "too-large": (413, "The request is too large"),
    "unsupported-media": (415, "This kind of content is not accepted"),
    "validation": (422, "The request does not keep the rules"),
    "date-out-of-range": (422, "These days are not on this page"),
    "nothing-to-convert": (422, "Last month's service points are fewer than can be converted"),
    "insufficient-funds": (422, "There is not enough money for this"),
    "rate-limited": (429, "Too many requests"),
    "internal": (500, "The service failed"),
    "unavailable": (503, "The service cannot answer now"),
}
"""Slug to status and title."""

_SLUG_BY_STATUS = {
    400: "validation",
    401: "invalid-credentials",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media",
    422: "validation",
    429: "rate-limited",
    503: "unavailable",
}


class ProblemBody(
    Struct, frozen=True, omit_defaults=True, rename={"kind": "type", "first": "min", "last": "max"}
):
    """An error on the wire; ``errors`` on 422 and ``current_version`` on a version conflict.

    ``first`` and ``last`` are the days that may be asked for, where there is such a limit.
    """

    kind: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[FieldFault, ...] | None = None
    current_version: int | None = None
    current_convertible: int | None = None
    first: date | None = None
    last: date | None = None


class Problem(Exception):
    """Answer the request with this slug; nothing was changed."""

    def __init__(
        self,
        slug: str,
        detail: str = "",
        *,
        errors: Sequence[FieldFault] = (),
        current_version: int | None = None,
        current_convertible: int | None = None,
        allowed: AllowedDays | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(slug)
        self.slug = slug
        self.detail = detail
        self.errors = tuple(errors)
        self.current_version = current_version
        self.current_convertible = current_convertible
        self.allowed = allowed
        self.retry_after_s = retry_after_s

    @property
    def status(self) -> int:
        """The HTTP status of the slug."""
        return TITLES[self.slug][0]


def invalid(field: str, code: str, message: str) -> Problem:
    """Return a 422 about one field."""
    return Problem("validation", message, errors=[FieldFault(field=field, code=code, message=message)])


def field_problem(field: str, message: str, *, code: str | None = None) -> Problem:
    """Return a 422 about one field, worded from a decoder's ``message``."""
    fault = _fault(field, message)
    if code is not None:
        fault = FieldFault(field=field, code=code, message=message)
    return Problem("validation", errors=[fault])


def encode_problem(problem: Problem) -> tuple[bytes, dict[str, str]]:
    """Return the body and the headers of the answer."""
    request_id = str(uuid.uuid4())
    status, title = TITLES[problem.slug]
    body = ProblemBody(
        kind=problem.slug,
        title=title,
        status=status,
        detail=problem.detail or f"{title}.",
        instance=f"urn:uuid:{request_id}",
        errors=problem.errors if status == 422 else None,
        current_version=problem.current_version,
        current_convertible=problem.current_convertible,
        first=None if problem.allowed is None else problem.allowed.first,
        last=None if problem.allowed is None else problem.allowed.last,
    )
    headers = {"X-Request-Id": request_id, "Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if problem.retry_after_s is not None:
        headers["Retry-After"] = str(problem.retry_after_s)
    return msgspec.json.encode(body), headers


def _answer(problem: Problem, extra_headers: dict[str, str] | None = None) -> Response[bytes]:
    body, headers = encode_problem(problem)
    return Response(
        body, status_code=problem.status, media_type=PROBLEM_JSON, headers=headers | (extra_headers or {})
    )


def on_problem(_request: Request[Any, Any, Any], problem: Problem) -> Response[bytes]:
    """Word what our own code refused."""
    return _answer(problem)


def on_http_exception(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """Word what the framework refused; its own statuses are mapped to the slugs of the contract."""
    slug = _SLUG_BY_STATUS.get(error.status_code, "internal" if error.status_code >= 500 else "validation")
    if slug == "internal":
        _log.error("the framework failed: %s", type(error).__name__)
        return _answer(Problem("internal"))
    if slug != "validation":
        allow = (error.headers or {}).get("Allow") or (error.headers or {}).get("allow")
        retry_after_s = 1 if slug in ("rate-limited", "unavailable") else None
        return _answer(Problem(slug, retry_after_s=retry_after_s), {"Allow": allow} if allow else None)
    return _answer(Problem("validation", errors=_field_faults(error)))


def on_database_error(_request: Request[Any, Any, Any], error: DBAPIError) -> Response[bytes]:
    """Say "later" while the database is busy or away, and "failed" for what is our own mistake."""
    passing = isinstance(error, OperationalError) and not _is_our_mistake(error.orig)
    if passing or error.connection_invalidated:
        _log.warning("the database did not answer: %s", type(error.orig).__name__)
        return _answer(Problem("unavailable", retry_after_s=2))
    return on_bug(_request, error)


def on_pool_timeout(_request: Request[Any, Any, Any], _error: PoolTimeout) -> Response[bytes]:
    """Say "later" when every database connection is in use."""
    return _answer(Problem("unavailable", retry_after_s=2))


def on_bug(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Log a fault of ours and tell the client nothing about its inside."""
    answer = _answer(Problem("internal"))
    _log.error("request %s failed", answer.headers["X-Request-Id"], exc_info=error)
    return answer


def _is_our_mistake(error: BaseException | None) -> bool:
    """Tell a wrong statement or a missing table from what passes; SQLite calls both "operational"."""
    return getattr(error, "sqlite_errorcode", None) == _SQLITE_ERROR


def _field_faults(error: HTTPException) -> list[FieldFault]:
    extra = error.extra if isinstance(error, ValidationException) and isinstance(error.extra, list) else []
    faults = []
    for line in extra:
        if isinstance(line, dict):
            faults.append(_fault(str(line.get("key", "")), str(line.get("message", ""))))
    return faults or [FieldFault(field="", code="malformed", message="The request could not be read.")]


def _fault(field: str, message: str) -> FieldFault:
    if "matching regex" in message:
        message = "The length or a character is not allowed."
    return FieldFault(field=field, code=_code(message), message=message or "not acceptable")


def _code(message: str) -> str:
    lowered = message.lower()
    if "missing required" in lowered:
        return "required"
    if "length" in lowered:
        return "length"
    return "type" if "expected" in lowered else "invalid"


HANDLERS: dict[int | type[Exception], Any] = {
    Problem: on_problem,
    HTTPException: on_http_exception,
    DBAPIError: on_database_error,
    PoolTimeout: on_pool_timeout,
    Exception: on_bug,
}
"""For ``Litestar(exception_handlers=...)``."""
