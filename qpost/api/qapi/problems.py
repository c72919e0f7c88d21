"""Why: whatever went wrong at Qoo10 becomes one member of ``models.errors``, and repeats no secret."""

import html
from collections.abc import Callable, Iterable
from datetime import datetime
from urllib.parse import quote, quote_plus

from qpost.api.qapi.codec import Envelope
from qpost.api.rest.problems import is_web_page, request_id_of, retry_after_s
from qpost.api.transport import Answer
from qpost.models.errors import (
    Offline,
    OfflineCause,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    TryLater,
)
from qpost.models.qoo10 import KEY_VOID

REFUSED = "qapi"
"""Code of a ``Refused`` whose reason only Qoo10 knows; ``extra["code"]`` is its number as text."""
SIGN_IN_REJECTED = "qapi-sign-in"
"""API key, ID or password was wrong."""

_AUTHENTICATION = frozenset({"10003", "10005", "10006", "10007", "10010", "10011", "90001"})
_DETAIL_LIMIT_CHARS = 500


def refusal(envelope: Envelope, *, signs_in: bool, secrets: Iterable[str]) -> Refused:
    """Return the error an envelope tells of; ``signs_in``: it answers the making of a key."""
    detail = without(secrets, f"{envelope.code}: {envelope.message}")
    extra: dict[str, object] = {"code": without(secrets, envelope.code)}
    if envelope.code.removeprefix("-") not in _AUTHENTICATION:
        return Refused(REFUSED, detail=detail, extra=extra)
    return SignInRejected(SIGN_IN_REJECTED if signs_in else KEY_VOID, detail=detail, extra=extra)


def unreadable(answer: Answer, *, wrote: bool, now: Callable[[], datetime]) -> QpostError:
    """Return what an answer without an envelope means: a page for people, a gateway's words, rubbish.

    A page with status 200 is Qoo10's own as a rule, for no portal can speak for its host under TLS.
    """
    page = "a web page" if is_web_page(answer.headers, answer.body) else "no envelope"
    detail = f"status {answer.status}, {page}"
    waits_s = retry_after_s(answer.headers, now)
    if answer.status == 511:
        return Offline(OfflineCause.CAPTIVE, may_have_arrived=False, detail=detail)
    if answer.status == 407:
        return Offline(OfflineCause.PROXY, may_have_arrived=False, detail=detail)
    if answer.status == 429:
        return TryLater("rate-limited", retry_after_s=waits_s, detail=detail)
    if answer.status == 503 and not wrote:
        return TryLater("unavailable", retry_after_s=waits_s, detail=detail)
    return ServerFault(request_id=request_id_of(answer.headers), detail=detail, may_have_arrived=wrote)


def cleaned(fault: Offline | ServerFault, *, secrets: Iterable[str]) -> Offline | ServerFault:
    """Return a fault of the transport, which may quote the other side's bytes, without ``secrets``."""
    detail = without(secrets, fault.detail)
    if isinstance(fault, Offline):
        return Offline(fault.cause, may_have_arrived=fault.may_have_arrived, detail=detail)
    return ServerFault(request_id=fault.request_id, detail=detail, may_have_arrived=fault.may_have_arrived)


def without(secrets: Iterable[str], text: str) -> str:
    """Return the beginning of ``text`` with ``secrets`` blotted out, also in the forms of forms and pages."""
    forms = {form(secret) for secret in secrets if secret for form in (str, quote, quote_plus, html.escape)}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, "***")
    return text[:_DETAIL_LIMIT_CHARS]
