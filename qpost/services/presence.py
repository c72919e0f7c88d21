"""Why: two colleagues should not answer the same customer without knowing of each other."""

import logging
import threading

from msgspec import Struct

from qpost.api.backend import Backend
from qpost.models.account import Capability, ShopId
from qpost.models.errors import QpostError, Unsupported
from qpost.models.events import PresenceChanged
from qpost.models.inquiry import InquiryId, Presence, PresenceState
from qpost.services.background import Background
from qpost.services.link import Link
from qpost.services.publisher import Publisher

HEARTBEAT_S = 30.0
"""The service forgets a mark after 60 s."""

_log = logging.getLogger(__name__)


class _Mark(Struct, frozen=True):
    shop: ShopId
    inquiry_id: InquiryId
    state: PresenceState


class PresenceService(Background):
    """Tells colleagues where we are and knows where they are; failures are silent.

    Marks under our own ``extension`` are not colleagues.
    """

    def __init__(self, *, link: Link, publisher: Publisher, extension: str) -> None:
        super().__init__("qpost-presence")
        self._link = link
        self._publisher = publisher
        self._extension = extension
        self._lock = threading.Lock()
        self._wanted: _Mark | None = None
        self._told: _Mark | None = None
        self._colleagues: dict[InquiryId, tuple[Presence, ...]] = {}

    def viewing(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Say we are reading it, and keep saying so every 30 s; returns at once."""
        self._want(_Mark(shop, inquiry_id, PresenceState.VIEWING))

    def replying(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Say we are writing an answer, and keep saying so every 30 s; returns at once."""
        self._want(_Mark(shop, inquiry_id, PresenceState.REPLYING))

    def left(self) -> None:
        """Say we are gone from where we were; returns at once."""
        self._want(None)

    def colleagues(self, inquiry_id: InquiryId) -> tuple[Presence, ...]:
        """Return who else is on the inquiry, as far as known."""
        with self._lock:
            return self._colleagues.get(inquiry_id, ())

    def refresh(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Ask the service who is on the inquiry and publish ``PresenceChanged`` when that is news."""
        try:
            inquiry = self._link.call(lambda backend: backend.inquiry(shop, inquiry_id))
        except QpostError as error:
            _log.debug("presence is unknown: %s", error.code)
            return
        others = tuple(mark for mark in inquiry.presence if mark.extension != self._extension)
        with self._lock:
            before = self._colleagues.pop(inquiry_id, ())
            if others:
                self._colleagues[inquiry_id] = others
        if before != others:
            self._publisher.publish(PresenceChanged(shop_id=shop, inquiry_id=inquiry_id))

    def _want(self, mark: _Mark | None) -> None:
        with self._lock:
            if self._wanted == mark:
                return
            self._wanted = mark
        self._loop.wake()

    def _turn(self) -> float | None:
        with self._lock:
            wanted, told = self._wanted, self._told
        if wanted is None and told is None:
            return None
        try:
            self._link.call(lambda backend: _tell(backend, wanted, told))
        except QpostError as error:
            _log.debug("presence was not told: %s", error.code)
        with self._lock:
            self._told = wanted
        return None if wanted is None else HEARTBEAT_S


def _tell(backend: Backend, wanted: _Mark | None, told: _Mark | None) -> None:
    if Capability.PRESENCE not in backend.capabilities:
        raise Unsupported(Capability.PRESENCE)
    if told is not None and (wanted is None or wanted.inquiry_id != told.inquiry_id):
        backend.clear_presence(told.shop, told.inquiry_id)
    if wanted is not None:
        backend.set_presence(wanted.shop, wanted.inquiry_id, wanted.state)
