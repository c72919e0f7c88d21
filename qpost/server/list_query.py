"""Why: a list's query is built once for each set of filters, not once for each request."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
)

from qpost.server.database import inquiries, items, messages
from qpost.server.ids import to_us
from qpost.server.inquiry_rows import select_inquiries

_ESCAPE = "/"


class ListFilter(Struct, frozen=True):
    """What a list is narrowed to; days are days in Japan, both ends included; "" and () mean all."""

    date_field: str
    date_from: date
    date_to: date
    source: str
    status: tuple[str, ...]
    item_no: str
    order_no: str
    text: str
    place: tuple[int, int] | None


class _Shape(Struct, frozen=True):
    """Which conditions a query has, without their values."""

    by_replied: bool
    names: frozenset[str]


def list_query(wanted: ListFilter) -> tuple[Select[Any], dict[str, object]]:
    """Return the query, newest first, and its values; ``shop`` and ``rows`` (how many) are to be added."""
    values: dict[str, object] = {}
    if wanted.date_from > date.min:
        values["from_us"] = start_us(wanted.date_from)
    if wanted.date_to < date.max:
        values["before_us"] = start_us(wanted.date_to + timedelta(days=1))
    if wanted.source:
        values["source"] = wanted.source
    if wanted.status:
        values["status"] = list(wanted.status)
    if wanted.item_no:
        values["item_no"] = wanted.item_no.replace("\x00", "")
    if wanted.order_no:
        values["order_no"] = wanted.order_no.replace("\x00", "")
    if wanted.text:
        values["text"] = escaped(wanted.text.replace("\x00", ""))
    if wanted.place is not None:
        values["place_us"], values["place_id"] = wanted.place
    shape = _Shape(by_replied=wanted.date_field == "replied", names=frozenset(values))
    return _query(shape), values


@cache
def _query(shape: _Shape) -> Select[Any]:
    moment = inquiries.c.replied_us if shape.by_replied else inquiries.c.received_us
    received, number = inquiries.c.received_us, inquiries.c.id
    before: BindParameter[int] = bindparam("place_us")
    conditions: dict[str, ColumnElement[bool]] = {
        "from_us": moment >= bindparam("from_us"),
        "before_us": moment < bindparam("before_us"),
        "source": inquiries.c.source == bindparam("source"),
        "status": inquiries.c.status.in_(bindparam("status", expanding=True)),
        "item_no": inquiries.c.item_no == bindparam("item_no"),
        "order_no": inquiries.c.order_no == bindparam("order_no"),
        "text": _contains(),
        "place_us": received <= before,
        "place_id": or_(received < before, and_(received == before, number < bindparam("place_id"))),
    }
    where = [condition for name, condition in conditions.items() if name in shape.names]
    return (
        select_inquiries(inquiries.c.shop_id == bindparam("shop"), *where)
        .order_by(received.desc(), number.desc())
        .limit(bindparam("rows"))
    )


def _contains() -> ColumnElement[bool]:
    text: BindParameter[str] = bindparam("text")
    columns = (
        inquiries.c.title,
        inquiries.c.customer_name,
        inquiries.c.number,
        inquiries.c.item_no,
        inquiries.c.order_no,
        items.c.name,
    )
    in_thread = exists(
        select(literal_column("1")).where(
            messages.c.inquiry_id == inquiries.c.id, messages.c.body.icontains(text, escape=_ESCAPE)
        )
    )
    return or_(*(column.icontains(text, escape=_ESCAPE) for column in columns), in_thread)


def escaped(text: str) -> str:
    """Return ``text`` for a comparison by LIKE whose escape sign is "/"."""
    for sign in (_ESCAPE, "%", "_"):
        text = text.replace(sign, _ESCAPE + sign)
    return text


def start_us(day: date) -> int:
    """Return when ``day`` begins in Japan, whatever day a calendar has."""
    offset = timedelta(hours=9)
    return to_us(datetime.combine(day, time.min, UTC)) - offset // timedelta(microseconds=1)
