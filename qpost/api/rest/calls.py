"""Why: what every kind of call of this client shares: the service, what it offers, how answers are read."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from qpost.api.address import normalised_address
from qpost.api.proxy import ProxySetting
from qpost.api.rest import codec
from qpost.api.rest.codec import Unreadable
from qpost.api.rest.problems import request_id_of
from qpost.api.rest.requests import Requests
from qpost.api.transport import Answer, Timeouts, Transport
from qpost.models.account import Capability
from qpost.models.errors import ServerFault, Unsupported

T = TypeVar("T")

_log = logging.getLogger(__name__)
_PAGE_ROWS = 500
_PAGES_LIMIT = 200
"""A shop has templates by the hundred; a list that never ends is a fault of the service."""


class Calls:
    """The requests of one connection and the reading of their answers."""

    def __init__(
        self,
        address: str,
        *,
        now: Callable[[], datetime],
        language: str = "ja",
        proxy: ProxySetting | None = None,
        timeouts: Timeouts | None = None,
        on_unreadable: Callable[[Unreadable], None] | None = None,
    ) -> None:
        self.address = normalised_address(address)
        self._transport = Transport(self.address, proxy=proxy, timeouts=timeouts)
        self._requests = Requests(self._transport, now=now, language=language)
        self._on_unreadable = on_unreadable
        self._capabilities: frozenset[Capability] | None = None

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the service offers; empty until :meth:`health` or :meth:`sign_in` asked it."""
        return self._capabilities or frozenset()

    def _require(self, capability: Capability) -> None:
        if self._capabilities is not None and capability not in self._capabilities:
            raise Unsupported(capability.value)

    def _get(self, path: str, read: Callable[[bytes], T], query: Mapping[str, str | int] | None = None) -> T:
        return self._read(self._requests.call("GET", path, query=query), read)

    def _all_pages(self, path: str, read: Callable[[bytes], codec.Page[T]]) -> tuple[T, ...]:
        rows: list[T] = []
        cursor: str | None = None
        for _ in range(_PAGES_LIMIT):
            query: dict[str, str | int] = {"limit": _PAGE_ROWS}
            if cursor is not None:
                query["cursor"] = cursor
            page = self._get(path, read, query)
            self._report(page.unreadable)
            rows += page.items
            if page.next_cursor is None or page.next_cursor == cursor:
                return tuple(rows)
            cursor = page.next_cursor
        raise ServerFault(request_id=None, detail="a list without end", may_have_arrived=False)

    def _read(self, answer: Answer, read: Callable[[bytes], T], *, wrote: bool = False) -> T:
        try:
            return read(answer.body)
        except codec.Garbled as error:
            raise ServerFault(
                request_id=request_id_of(answer.headers),
                detail=f"unreadable: {error}",
                may_have_arrived=wrote,
            ) from None

    def _report(self, unreadable: Unreadable | None) -> None:
        if unreadable is None:
            return
        _log.warning("%d unreadable %s left out: %s", unreadable.count, unreadable.what, unreadable.reason)
        if self._on_unreadable is not None:
            self._on_unreadable(unreadable)
