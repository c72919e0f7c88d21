"""Why: what an inquiry is about: the order's delivery facts and the item."""

from datetime import datetime

import msgspec
from litestar import Response, get
from sqlalchemy import select

from qpost.models.inquiry import Item, Order, OrderItem
from qpost.server.database import items, orders, reading
from qpost.server.ids import from_us
from qpost.server.problems import Problem
from qpost.server.routes.inquiries import asked_lately
from qpost.server.service import InjectedService, PathId, ServiceRequest, absolute, owned_shop, tagged


@get("/v1/shops/{shop:str}/orders/{order_no:path}", sync_to_thread=True)
def read_order(
    *, shop: PathId, order_no: PathId, service: InjectedService, request: ServiceRequest
) -> Response[Order]:
    """Read an order."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        row = connection.execute(
            select(orders).where(orders.c.shop_id == owner.id, orders.c.number == _number(order_no))
        ).one_or_none()
    if row is None:
        raise Problem("not-found")
    order = Order(
        number=row.number,
        items=msgspec.json.decode(row.lines_json, type=tuple[OrderItem, ...]),
        paid_at=from_us(row.paid_us),
        shipped_at=_moment(row.shipped_us),
        delivered_at=_moment(row.delivered_us),
        carrier=row.carrier,
        tracking_no=row.tracking_no,
        on_time=row.on_time,
    )
    return tagged(request, order)


@get("/v1/shops/{shop:str}/items/{item_no:path}", sync_to_thread=True)
def read_item(
    *, shop: PathId, item_no: PathId, service: InjectedService, request: ServiceRequest
) -> Response[Item]:
    """Read an item."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        row = connection.execute(
            select(items).where(items.c.shop_id == owner.id, items.c.number == _number(item_no))
        ).one_or_none()
        if row is None:
            raise Problem("not-found")
        asked = asked_lately(connection, owner.id, row.number, now=service.now())
    item = Item(
        number=row.number,
        name=row.name,
        category=row.category,
        price=row.price,
        url=row.url,
        image_url=absolute(request, row.image_url),
        inquiries_7d=asked,
    )
    return tagged(request, item)


def _number(path: str) -> str:
    """Return the number at the end of the path; it may have slashes of its own."""
    number = path.removeprefix("/")
    if "\x00" in number:
        raise Problem("not-found")
    return number


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else from_us(microseconds)
