"""Why: the event stream of contract.md as a route."""

from typing import Annotated

from litestar import get
from litestar.params import HeaderParameter
from litestar.response import Stream

from qpost.server.problems import Problem
from qpost.server.service import InjectedService, ServiceRequest

EVENTS_PATH = "/v1/events"


@get(EVENTS_PATH, media_type="text/event-stream")
async def listen(
    *,
    service: InjectedService,
    request: ServiceRequest,
    last_event_id: Annotated[str | None, HeaderParameter(name="Last-Event-ID", max_length=200)] = None,
) -> Stream:
    """Stream what changes in the account's shops, from ``Last-Event-ID`` on."""
    authorization = request.headers.get("authorization")

    def still_valid() -> bool:
        try:
            service.accounts.caller(authorization)
        except Problem:
            return False
        return True

    return Stream(
        service.hub.stream(request.user, last_event_id, still_valid=still_valid),
        media_type="text/event-stream; charset=utf-8",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )
