"""Why: what every request to Qoo10 shares: one at a time, its key in a header, its fields as a form."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlencode

from msgspec import Struct

from qpost import __version__
from qpost.api.qapi.codec import SUCCESS, Envelope, envelope
from qpost.api.qapi.problems import SIGN_IN_REJECTED, cleaned, refusal, unreadable
from qpost.api.rest.codec import Garbled
from qpost.api.rest.session import is_token
from qpost.api.transport import Answer, Transport
from qpost.models.errors import FieldFault, Offline, QpostError, Refused, ServerFault, SignInRejected
from qpost.models.qoo10 import KEY_VOID

_SHOWN_NAMES = {"contents": "body", "user_id": "login", "pwd": "password"}
"""What the seller calls the fields that hold typed text."""


class Call(Struct, frozen=True):
    """A method of the service. ``only_reads``: a second time would do no harm and change nothing."""

    method: str
    version: str = "1.0"
    only_reads: bool = True


class Requests:
    """Sends requests one after the other, thread-safe; raises only from ``models.errors``.

    No error, log or address holds the keys or the password; a method's fields travel in the body.
    """

    def __init__(
        self, transport: Transport, *, now: Callable[[], datetime], api_key: str, language: str
    ) -> None:
        self.language = language
        self.key: str | None = None
        self._api_key = api_key
        self._transport = transport
        self._now = now
        self._turn = threading.Lock()

    def new_key(self, call: Call, fields: Mapping[str, str], *, api_key: str = "") -> str:
        """Have a certification key made by the API key; the caller decides whether it is used.

        Another ``api_key`` stays in use once one was made by it.
        """
        api_key = api_key or self._api_key
        if not is_token(api_key):
            raise SignInRejected(SIGN_IN_REJECTED, detail="an API key that cannot be sent")
        secrets = (api_key, self._api_key, fields.get("pwd", ""))
        found = self._judged(call, fields, key=api_key, secrets=secrets, signs_in=True)
        key = found.result.strip() if isinstance(found.result, str) else ""
        if not is_token(key):
            raise ServerFault(request_id=None, detail="no key in the answer", may_have_arrived=False)
        self._api_key = api_key
        return key

    def result(self, call: Call, fields: Mapping[str, str]) -> object:
        """Return the result of ``call``; raises ``SignInRejected`` without a key, or when it is void."""
        key = self.key
        if key is None or not is_token(key):
            raise SignInRejected(KEY_VOID, detail="not signed in")
        return self._judged(call, fields, key=key, secrets=(key, self._api_key), signs_in=False).result

    def _judged(
        self, call: Call, fields: Mapping[str, str], *, key: str, secrets: tuple[str, ...], signs_in: bool
    ) -> Envelope:
        answer = self._sent(call, fields, key=key, secrets=secrets)
        found = _envelope(answer)
        if found is None or (found.code == SUCCESS and not 200 <= answer.status < 300):
            raise unreadable(answer, wrote=not call.only_reads, now=self._now)
        if found.code != SUCCESS:
            raise refusal(found, signs_in=signs_in, secrets=secrets)
        return found

    def _sent(self, call: Call, fields: Mapping[str, str], *, key: str, secrets: tuple[str, ...]) -> Answer:
        content = _form(fields)
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "Accept-Language": self.language.replace("_", "-"),
            "Content-Type": "application/x-www-form-urlencoded",
            "GiosisCertificationKey": key,
            "QAPIVersion": call.version,
            "User-Agent": f"Qpost/{__version__}",
        }
        fault: QpostError
        try:
            with self._turn:
                return self._transport.send(
                    "POST", f"/{call.method}", headers=headers, content=content, only_reads=call.only_reads
                )
        except (Offline, ServerFault) as error:
            fault = cleaned(error, secrets=secrets)
        raise fault  # outside the handler: it drags no other text along


def _envelope(answer: Answer) -> Envelope | None:
    try:
        return envelope(answer.body)
    except Garbled:
        return None


def _form(fields: Mapping[str, str]) -> bytes:
    """Write a form in UTF-8, text exactly as typed; raises ``Refused`` for text that is not Unicode."""
    lost = [name for name, text in fields.items() if any("\ud800" <= each <= "\udfff" for each in text)]
    if lost:
        shown = [_SHOWN_NAMES.get(name, name) for name in lost]
        faults = [FieldFault(field=name, code="not-unicode", message="") for name in shown]
        raise Refused("validation", detail="text with half a surrogate pair", fields=faults)
    return urlencode({**fields, "returnType": "application/json"}).encode("ascii")
