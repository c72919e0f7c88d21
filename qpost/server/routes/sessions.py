"""Why: signing in, staying in and signing out, and what needs no session at all."""

from litestar import Response, delete, get, post
from litestar.params import JSONBody

import qpost
from qpost.models.account import Capability
from qpost.server.gate import OPEN
from qpost.server.service import InjectedService, ServiceRequest
from qpost.server.wire import HealthAnswer, RefreshBody, SessionAnswer, SignInBody

CAPABILITIES = (
    Capability.INQUIRIES,
    Capability.REPLY,
    Capability.AUTO_REPLY,
    Capability.HIDE,
    Capability.ATTACHMENTS,
    Capability.TEMPLATES,
    Capability.EVENTS,
    Capability.PRESENCE,
    Capability.ORDERS,
    Capability.POINTS,
    Capability.POINTS_CONVERT,
    Capability.QCASH,
    Capability.QCASH_CHARGE,
)
_NO_STORE = {"Cache-Control": "no-store"}


@get("/v1/health", sync_to_thread=False, opt={OPEN: True}, security=[])
def health() -> HealthAnswer:
    """Tell that the service runs and what it offers."""
    return HealthAnswer(
        status="ok", version=qpost.__version__, capabilities=[str(word) for word in CAPABILITIES]
    )


@post("/v1/sessions", sync_to_thread=True, opt={OPEN: True}, security=[])
def sign_in(
    *, data: JSONBody[SignInBody], service: InjectedService, request: ServiceRequest
) -> Response[SessionAnswer]:
    """Sign in by ID or e-mail address."""
    service.sign_ins.take(request.client.host if request.client else "")
    return Response(service.accounts.sign_in(data), headers=_NO_STORE)


@post("/v1/sessions/refresh", sync_to_thread=True, status_code=200, opt={OPEN: True}, security=[])
def refresh(*, data: JSONBody[RefreshBody], service: InjectedService) -> Response[SessionAnswer]:
    """Trade a refresh token for new tokens."""
    return Response(service.accounts.refresh(data.refresh_token), headers=_NO_STORE)


@delete("/v1/sessions/current", sync_to_thread=True)
def sign_out(*, service: InjectedService, request: ServiceRequest) -> None:
    """End this session."""
    service.accounts.sign_out(request.user)
