"""Why: the service's notices bring news within a second instead of a minute."""

import logging
from collections.abc import Callable

from qpost.api.backend import Backend
from qpost.models.account import Capability, ShopId
from qpost.models.errors import QpostError, SignInRejected, Unsupported
from qpost.models.inquiry import InquiryId, ServerEvent
from qpost.models.outbox_rules import backoff_s
from qpost.services.background import Background
from qpost.services.link import Link
from qpost.services.presence import PresenceService
from qpost.services.sync import Sync

_PRESENCE = "presence"
_SUMMARY = "summary"

_log = logging.getLogger(__name__)


class EventStream(Background):
    """Reads the event stream on an own thread, wakes sync, and comes back after every end."""

    def __init__(
        self, *, link: Link, sync: Sync, presence: PresenceService, chance: Callable[[], float]
    ) -> None:
        super().__init__("qpost-events")
        self._link = link
        self._sync = sync
        self._presence = presence
        self._chance = chance
        self._last_event_id: str | None = None
        self._failures = 0

    def _turn(self) -> float | None:
        try:
            self._link.call(self._listen)
        except (SignInRejected, Unsupported):
            return None
        except QpostError as error:
            _log.info("the event stream ended: %s", error.code)
            self._sync.wake()  # which finds out whether the service is there at all
        finally:
            self._sync.set_has_events(False)
        if self._loop.is_stopping:
            return None
        self._failures += 1
        return backoff_s(self._failures, chance=self._chance())

    def _listen(self, backend: Backend) -> None:
        if Capability.EVENTS not in backend.capabilities:
            raise Unsupported(Capability.EVENTS)
        events = backend.events(last_event_id=self._last_event_id)
        self._sync.wake()  # whatever happened while nobody listened
        self._sync.set_has_events(True)
        for event in events:
            self._failures = 0
            if event.id:
                self._last_event_id = event.id
            self._take(event)
            if self._loop.is_stopping:
                return

    def _take(self, event: ServerEvent) -> None:
        if event.type == _SUMMARY:
            return
        if event.shop is None:  # what cannot be read still says that something changed
            self._sync.wake()
            return
        if event.type == _PRESENCE:
            if event.inquiry_id is not None:
                self._presence.refresh(ShopId(event.shop), InquiryId(event.inquiry_id))
            return
        self._sync.wake(ShopId(event.shop))
