"""Why: orders and items stand beside an inquiry; what Qoo10 leaves out of them is left open, not invented."""

from decimal import Decimal, InvalidOperation

from qpost.api.qapi.fields import Members, first_number, members_of, moment_of, number_of, text_of
from qpost.models.inquiry import Item, Order, OrderItem

_LAYERS = 6
_INT64 = 2**63


def order(result: object, *, number: str) -> Order | None:
    """Read order ``number``, a row for each item; None when the result holds no such order."""
    rows = _about(result, number, "orderno", "packno")
    if not rows:
        return None
    head = rows[0]
    return Order(
        number=number,
        items=tuple(map(_line, rows)),
        paid_at=moment_of(head.get("paymentdate")),
        shipped_at=moment_of(head.get("shippingdate")),
        delivered_at=moment_of(head.get("delivereddate")),
        carrier=text_of(head.get("deliverycompany")).strip() or None,
        tracking_no=first_number(head, "trackingno"),
    )


def item(result: object, *, number: str) -> Item | None:
    """Read item ``number``; None when the result holds no such item."""
    rows = _about(result, number, "itemcode", "itemno", "gdno")
    if not rows:
        return None
    return Item(
        number=number,
        name=text_of(rows[0].get("itemtitle")),
        category="",
        price=_amount(rows[0], "sellprice", "itemprice"),
        url="",
        inquiries_7d=None,
        image_url=text_of(rows[0].get("imageurl")).strip() or None,
    )


def _about(result: object, number: str, *names: str) -> list[Members]:
    """Return the rows that bear ``number``; without any, titled rows that bear no number at all."""
    rows = _rows(result, _LAYERS)
    own = [row for row in rows if number in {number_of(row.get(name)) for name in names}]
    return own or [row for row in rows if "itemtitle" in row and first_number(row, *names) is None]


def _line(row: Members) -> OrderItem:
    number = first_number(row, "itemno", "itemcode", "gdno") or ""
    return OrderItem(
        number=number, name=text_of(row.get("itemtitle")), quantity=_amount(row, "orderqty") or 0
    )


def _rows(value: object, layers: int) -> list[Members]:
    """Return every object in a result, outermost first, however it is wrapped."""
    if not layers:
        return []
    if isinstance(value, list):
        return [row for each in value for row in _rows(each, layers - 1)]
    if not isinstance(value, dict):
        return []
    members = members_of(value)
    inner = [
        row for each in members.values() if isinstance(each, list | dict) for row in _rows(each, layers - 1)
    ]
    return [members, *inner]


def _amount(row: Members, *names: str) -> int | None:
    """Return the first amount there is, also one written "1871.0000" or "1,871"; None for anything else."""
    for name in names:
        text = text_of(row.get(name)).replace(",", "")
        try:
            amount = Decimal(text)
        except InvalidOperation:
            continue
        if amount.is_finite() and 0 <= amount < _INT64 and amount == int(amount):
            return int(amount)
    return None
