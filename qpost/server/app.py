"""Why: builds the service once, out of its parts."""

from collections.abc import Callable
from datetime import UTC, datetime

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.openapi.config import OpenAPIConfig
from sqlalchemy import Engine

import qpost
from qpost.server.account_passwords import AccountPasswords
from qpost.server.accounts import Accounts
from qpost.server.events import PING_S, EventHub
from qpost.server.gate import Gate
from qpost.server.openapi import operation_id
from qpost.server.problems import HANDLERS
from qpost.server.rates import Rate, RateLimit
from qpost.server.routes import (
    attachments,
    goods,
    inquiries,
    payments,
    pictures,
    points,
    qcash,
    replies,
    sessions,
    stream,
    templates,
)
from qpost.server.routes.document import document_route
from qpost.server.service import Service
from qpost.server.strict import StrictRequest

JSON_LIMIT_BYTES = 256 * 1024
REQUESTS = Rate(per_s=200, burst=1000)
SIGN_INS = Rate(per_s=2, burst=60)

_ROUTES = [
    sessions.health,
    sessions.sign_in,
    sessions.refresh,
    sessions.sign_out,
    inquiries.list_shops,
    inquiries.list_inquiries,
    inquiries.summarise,
    inquiries.list_changes,
    inquiries.read_inquiry,
    replies.reply,
    replies.read_auto_reply,
    replies.auto_reply,
    replies.hide,
    replies.set_presence,
    replies.clear_presence,
    attachments.upload,
    attachments.download,
    templates.list_templates,
    templates.read_template,
    templates.create_template,
    templates.replace_template,
    templates.delete_template,
    goods.read_order,
    goods.read_item,
    points.read_grade,
    points.read_conversion,
    points.convert,
    points.list_items,
    points.read_shipping,
    points.list_categories,
    qcash.read_qcash,
    qcash.list_ledger,
    qcash.list_charge_options,
    qcash.list_charges,
    qcash.charge,
    payments.show,
    payments.pay,
    payments.cancel,
    pictures.show,
    stream.listen,
]


def utc_now() -> datetime:
    """Return the present in UTC."""
    return datetime.now(UTC)


def build_service(
    engine: Engine,
    *,
    now: Callable[[], datetime] = utc_now,
    requests: Rate = REQUESTS,
    sign_ins: Rate = SIGN_INS,
    ping_s: float = PING_S,
) -> Service:
    """Return the parts of a service on ``engine``; rates are counted for each account or address."""
    return Service(
        engine=engine,
        now=now,
        accounts=Accounts(engine, now=now),
        account_passwords=AccountPasswords(engine, now=now),
        hub=EventHub(engine, now=now, ping_s=ping_s),
        requests=RateLimit(requests, now=now),
        sign_ins=RateLimit(sign_ins, now=now),
    )


def build_app(service: Service) -> Litestar:
    """Return the ASGI application."""
    return Litestar(
        route_handlers=[Router("/", route_handlers=_ROUTES), document_route()],
        dependencies={"service": Provide(lambda: service, sync_to_thread=False)},
        middleware=[DefineMiddleware(Gate, service=service)],
        exception_handlers=HANDLERS,
        request_class=StrictRequest,
        request_max_body_size=JSON_LIMIT_BYTES,
        compression_config=CompressionConfig(
            backend="gzip",
            minimum_size=500,
            gzip_compress_level=1,
            exclude=[f"^{stream.EVENTS_PATH}", "/attachments/"],
        ),
        openapi_config=OpenAPIConfig(
            title="Qpost",
            version=qpost.__version__,
            render_plugins=[],
            operation_id_creator=operation_id,
        ),
        on_startup=[service.hub.start],
        on_shutdown=[service.hub.stop],
        logging_config=None,
    )
