"""Why: a request is known, counted and of a readable kind before a byte of its body is read."""

from collections.abc import Mapping
from typing import Any

from anyio.to_thread import run_sync
from litestar import Request
from litestar.response.base import ASGIResponse
from litestar.routes import HTTPRoute
from litestar.types import ASGIApp, Receive, Scope, Send

from qpost.server.callers import Caller
from qpost.server.problems import Problem
from qpost.server.service import Service

OPEN = "open_to_all"
"""The route option of what needs no token: sign-in, health and the document."""

MULTIPART = "takes_multipart"
FORM = "takes_a_form"
"""The route options of what a browser sends: files, or a page's button."""

_RESTART_S = 5
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class Gate:
    """Middleware: rate limits, bearer tokens and media types."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through or raise the problem that answers it."""
        request: Request[Any, Any, Any] = Request(scope)
        if self._service.hub.is_closing:  # what began now would be cut off
            raise Problem("unavailable", "The service is ending.", retry_after_s=_RESTART_S)
        if request.method == "OPTIONS":
            await _allowed(request)(scope, receive, send)
            return
        options = request.route_handler.opt
        address = f"address {request.client.host if request.client else ''}"
        if options.get(OPEN):
            self._service.requests.take(address)
        else:
            scope["user"] = await self._caller(request, address)
        _check_media_type(request, wanted=_wanted(options))
        await self._app(scope, receive, send)

    async def _caller(self, request: Request[Any, Any, Any], address: str) -> Caller:
        try:
            given = request.headers.get("authorization")
            caller = self._service.accounts.known_caller(given)
            if caller is None:
                caller = await run_sync(self._service.accounts.caller, given)
        except Problem:
            self._service.requests.take(address)
            raise
        self._service.requests.take(f"account {caller.account_id}")
        return caller


def _allowed(request: Request[Any, Any, Any]) -> ASGIResponse:
    """Name the methods of a path; the framework's own answer forgets handlers registered later."""
    template = request.scope["path_template"]
    methods = {"OPTIONS"}
    for route in request.app.routes:
        if isinstance(route, HTTPRoute) and template in (route.path, route.path_format):
            methods |= {str(method) for method in route.route_handler_map}
    return ASGIResponse(
        status_code=204, headers={"Allow": ", ".join(sorted(methods))}, media_type="text/plain"
    )


def _wanted(options: Mapping[str, Any]) -> str:
    if options.get(MULTIPART):
        return "multipart/form-data"
    return "application/x-www-form-urlencoded" if options.get(FORM) else "application/json"


def _check_media_type(request: Request[Any, Any, Any], *, wanted: str) -> None:
    if request.method not in _WITH_BODY:
        return
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_missing = not given and wanted == "multipart/form-data"
    if encoding not in ("", "identity") or (given and given != wanted) or is_missing:
        raise Problem("unsupported-media", f"Send {wanted}.")
