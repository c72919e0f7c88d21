"""Why: the notices that wake the sync arrive as one long answer; this reads them as they come."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from qpost.api.rest.requests import Requests
from qpost.api.rest.sse import SseMessage, SseParser
from qpost.models.errors import ServerFault
from qpost.models.inquiry import ServerEvent


class _Notice(Struct, frozen=True):
    shop: str | None = None
    inquiry_id: str | None = None
    version: int | None = None


_CONNECTED = ServerEvent(id="", type="connected")


def event_stream(requests: Requests, *, last_event_id: str | None) -> Iterator[ServerEvent]:
    """Connect, and return the notices of what happens from now on, or since ``last_event_id``.

    A stream that is silent for 45 s ends with ``Offline(TIMEOUT)``.
    """
    notices = _notices(requests, last_event_id)
    next(notices)
    return notices


def _notices(requests: Requests, last_event_id: str | None) -> Iterator[ServerEvent]:
    parser = SseParser(last_event_id or "")
    with requests.stream("/v1/events", last_event_id=last_event_id) as live:
        yield _CONNECTED
        for chunk in live.chunks():
            try:
                messages = parser.feed(chunk)
            except ValueError as error:
                raise ServerFault(request_id=None, detail=str(error), may_have_arrived=False) from None
            yield from map(_event, messages)


def _event(message: SseMessage) -> ServerEvent:
    """Unreadable data still tells that something changed, which is what a notice is for."""
    try:
        notice = msgspec.json.decode(message.data.encode("utf-8", "replace"), type=_Notice)
    except (ValueError, RecursionError):
        notice = _Notice()
    return ServerEvent(
        id=message.id,
        type=message.type,
        shop=notice.shop,
        inquiry_id=notice.inquiry_id,
        version=notice.version,
    )
