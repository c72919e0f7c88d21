"""Why: Qcash: what a shop has, how it came about, and how more of it is bought."""

from datetime import date, timedelta
from typing import Any

from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody
from sqlalchemy import Connection, Row, select

from qpost.models.qcash import (
    CHARGE_AMOUNTS,
    Charge,
    ChargeOptions,
    ChargePage,
    LedgerPage,
    MethodId,
    Qcash,
    Wallet,
)
from qpost.server.charging import (
    FUNDS,
    PAYMENT_PATH,
    cancel_lapsed,
    methods,
    open_charge,
    to_charge,
)
from qpost.server.cursors import decode_place, encode_cursor
from qpost.server.database import reading
from qpost.server.journal import balance, ledger_entry, ledger_query
from qpost.server.keyed import write_once
from qpost.server.list_query import start_us
from qpost.server.money_tables import QCASH, SETTLEMENT, charges, shop_books
from qpost.server.problems import invalid
from qpost.server.routes.inquiries import Cursor, Limit
from qpost.server.routes.replies import Key
from qpost.server.service import (
    InjectedService,
    PathId,
    Service,
    ServiceRequest,
    absolute,
    owned_shop,
    tagged,
    written,
)
from qpost.server.wire import ChargeBody


@get("/v1/shops/{shop:str}/qcash", sync_to_thread=True)
def read_qcash(*, shop: PathId, service: InjectedService, request: ServiceRequest) -> Response[Qcash]:
    """Read the balance and the wallet."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        books = connection.execute(select(shop_books).where(shop_books.c.shop_id == owner.id)).one_or_none()
        found = Qcash(
            balance=balance(connection, owner.id, QCASH),
            wallet=Wallet(
                settlement=balance(connection, owner.id, SETTLEMENT),
                gift_tickets=books.gift_tickets if books else 0,
                q_points=books.q_points if books else 0,
                coupons=books.coupons if books else 0,
                q_stamps=books.q_stamps if books else 0,
            ),
        )
    return tagged(request, found)


@get("/v1/shops/{shop:str}/qcash/ledger", sync_to_thread=True)
def list_ledger(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    date_from: FromQuery[date] = date.min,
    date_to: FromQuery[date] = date.max,
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Response[LedgerPage]:
    """List what moved Qcash, newest first; dates are days in Japan, both ends included."""
    if date_to < date_from:
        raise invalid("date_to", "invalid", "The last day lies before the first.")
    place = decode_place(cursor) if cursor else None
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        query = ledger_query(
            owner.id,
            from_us=None if date_from == date.min else start_us(date_from),
            before_us=None if date_to == date.max else start_us(date_to + timedelta(days=1)),
            place=place,
        )
        rows = connection.execute(query.limit(limit + 1)).all()
    page = rows[:limit]
    next_cursor = encode_cursor(page[-1].at_us, page[-1].number) if len(rows) > limit else None
    return written(LedgerPage(items=tuple(ledger_entry(row) for row in page), next_cursor=next_cursor))


@get("/v1/shops/{shop:str}/qcash/charge-options", sync_to_thread=True)
def list_charge_options(
    *, shop: PathId, service: InjectedService, request: ServiceRequest
) -> Response[ChargeOptions]:
    """Read what can be bought and how it can be paid; money already paid in only where there is enough."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        found = ChargeOptions(amounts=CHARGE_AMOUNTS, methods=methods(connection, owner.id))
    return tagged(request, found)


@get("/v1/shops/{shop:str}/qcash/charges", sync_to_thread=True)
def list_charges(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Response[ChargePage]:
    """List all charges with their states, newest first."""
    place = decode_place(cursor) if cursor else None
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        query = select(charges).where(charges.c.shop_id == owner.id)
        if place is not None:
            query = query.where(charges.c.id < place[1])
        rows = connection.execute(query.order_by(charges.c.id.desc()).limit(limit + 1)).all()
    page = rows[:limit]
    next_cursor = encode_cursor(page[-1].created_us, page[-1].id) if len(rows) > limit else None
    found = tuple(_charge(row, service=service, request=request) for row in page)
    return written(ChargePage(items=found, next_cursor=next_cursor))


@post("/v1/shops/{shop:str}/qcash/charges", sync_to_thread=True)
def charge(
    *, shop: PathId, data: JSONBody[ChargeBody], key: Key, service: InjectedService, request: ServiceRequest
) -> Response[Charge]:
    """Buy Qcash: at once with money already paid in, else pending until the payment page is settled.

    The account's password is checked on every try and is no part of what the key stands for.
    """
    method = MethodId(data.method)
    if method in FUNDS:
        _check_password(shop, data, service=service, request=request)

    def write(connection: Connection) -> Charge:
        owner = owned_shop(connection, shop, request.user)
        now = service.now()
        cancel_lapsed(connection, owner.id, now=now)
        row = open_charge(connection, owner.id, amount=data.amount, method=method, now=now)
        return _charge(row, service=service, request=request)

    return write_once(
        service,
        caller=request.user,
        key=key,
        route="charges",
        payload=(shop, data.amount, data.method),
        status=201,
        write=write,
    )


def _check_password(shop: str, data: ChargeBody, *, service: Service, request: ServiceRequest) -> None:
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
    if data.account_password is None:
        raise invalid("account_password", "required", "This way to pay needs the Q account's password.")
    service.account_passwords.check(owner.id, data.account_password)


def _charge(row: Row[Any], *, service: Service, request: ServiceRequest) -> Charge:
    address = None if row.token is None else absolute(request, f"{PAYMENT_PATH}{row.token}")
    return to_charge(row, now=service.now(), payment_url=address)
