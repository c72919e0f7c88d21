"""Why: what every request needs, built once and handed to the routes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import Connection, Engine, Row, bindparam, select

from qpost.server.account_passwords import AccountPasswords
from qpost.server.accounts import Accounts
from qpost.server.callers import Caller
from qpost.server.database import shops
from qpost.server.events import EventHub
from qpost.server.ids import INQUIRY, SHOP, row_number
from qpost.server.problems import Problem
from qpost.server.rates import RateLimit

ServiceRequest = Request[Caller, None, State]


@dataclass(frozen=True)
class Service:
    """The parts of a running service; ``now`` is its only clock."""

    engine: Engine
    now: Callable[[], datetime]
    accounts: Accounts
    account_passwords: AccountPasswords
    hub: EventHub
    requests: RateLimit
    sign_ins: RateLimit


InjectedService = NamedDependency[Service]
PathId = FromPath[str]
_SHOP = select(shops).where(shops.c.id == bindparam("shop"))


def owned_shop(connection: Connection, shop: str, caller: Caller) -> Row[Any]:
    """Return the caller's shop; raises ``not-found``, or ``forbidden`` when it is another account's."""
    number = row_number(SHOP, shop)
    row = None
    if number is not None:
        row = connection.execute(_SHOP, {"shop": number}).one_or_none()
    if row is None:
        raise Problem("not-found")
    if row.account_id != caller.account_id:
        raise Problem("forbidden")
    return row


def inquiry_row_number(inquiry: str) -> int:
    """Return the row an inquiry's id names; raises ``not-found``."""
    number = row_number(INQUIRY, inquiry)
    if number is None:
        raise Problem("not-found")
    return number


def absolute(request: ServiceRequest, address: str | None) -> str | None:
    """Return where this client finds what the service serves itself; other addresses as they are."""
    if address is None or not address.startswith("/"):
        return address
    return f"{str(request.base_url).rstrip('/')}{address}"


def written(value: object) -> Response[Any]:
    """Answer with ``value``, encoded here on the worker's thread and not on the one that serves everybody."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def tagged(request: ServiceRequest, value: object, *, tag: str | None = None) -> Response[Any]:
    """Answer a GET with its ETag, or with 304 when the client has this very answer already."""
    body = msgspec.json.encode(value)
    etag = tag or f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Authorization"}
    if _matches(request.headers.get("if-none-match"), etag):
        return Response(None, status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def _matches(if_none_match: str | None, etag: str) -> bool:
    if if_none_match is None:
        return False
    known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return "*" in known or etag.removeprefix("W/") in known
