"""Why: orders the inquiries are about; one order may bring several inquiries."""

import json
from collections import deque
from typing import NamedTuple

from qpost.server.simulator.catalogue import Draw, SoldItem, pick
from qpost.server.simulator.people import Buyer
from qpost.server.simulator.timeline import DAY_US, HOUR_US

CARRIERS = ("ヤマト運輸", "佐川急便", "日本郵便")
_REUSE = 0.3
_REMEMBERED = 48
_ON_TIME_US = 3 * DAY_US


class PlacedOrder(NamedTuple):
    """A row of ``orders`` with the buyer and the item behind it; times in microseconds."""

    number: str
    cart_no: str
    item: SoldItem
    quantity: int
    buyer: Buyer
    carrier: str
    tracking_no: str
    paid_us: int
    shipped_us: int | None
    delivered_us: int | None

    @property
    def on_time(self) -> bool | None:
        """Whether it left within three days; None while it has not left."""
        return None if self.shipped_us is None else self.shipped_us - self.paid_us <= _ON_TIME_US

    @property
    def lines_json(self) -> str:
        """What was bought, as ``orders.lines_json`` has it."""
        line = {"number": self.item.number, "name": self.item.name, "quantity": self.quantity}
        return json.dumps([line], ensure_ascii=False)


class OrderBook:
    """The orders of one shop, made when an inquiry needs one."""

    def __init__(self, draw: Draw, *, now_us: int, first_number: int = 310_000_000) -> None:
        self._draw = draw
        self._now_us = now_us
        self._next_number = first_number
        self._recent: dict[bool, deque[PlacedOrder]] = {
            True: deque(maxlen=_REMEMBERED),
            False: deque(maxlen=_REMEMBERED),
        }

    def order_for(
        self, moment_us: int, *, arrived: bool, item: SoldItem, buyer: Buyer
    ) -> tuple[PlacedOrder, bool]:
        """Return an order to write about at ``moment_us`` and whether it is new.

        ``arrived``: its parcel had been delivered by then. A known order keeps its own item and buyer.
        """
        draw = self._draw
        recent = self._recent[arrived]
        if len(recent) > 8 and draw() < _REUSE:
            known = recent[int(draw() * len(recent))]
            still_fits = known.delivered_us is None or (known.delivered_us <= moment_us) == arrived
            if known.paid_us < moment_us and still_fits:
                return known, False
        order = self._place(moment_us, arrived=arrived, item=item, buyer=buyer)
        recent.append(order)
        return order, True

    def _place(self, moment_us: int, *, arrived: bool, item: SoldItem, buyer: Buyer) -> PlacedOrder:
        draw = self._draw
        paid = moment_us - int((2 + 9 * draw()) * DAY_US)
        if arrived:
            shipped = paid + int((moment_us - paid) * (0.15 + 0.4 * draw()))
            delivered = shipped + int((moment_us - shipped) * (0.3 + 0.65 * draw()))
        else:
            shipped = paid + int((moment_us - paid) * (0.3 + draw()))
            delivered = max(shipped, moment_us) + int((6 + 66 * draw()) * HOUR_US)
        self._next_number += 1 + int(draw() * 20)
        number = self._next_number
        tracking = f"{int(1000 + 9000 * draw())}-{int(1000 + 9000 * draw())}-{number % 10_000:04d}"
        return PlacedOrder(
            number=str(number),
            cart_no=str(number // 3 + 31_000_000),
            item=item,
            quantity=1 if draw() < 0.8 else 2 + int(draw() * 3),
            buyer=buyer,
            carrier=pick(draw, CARRIERS),
            tracking_no=tracking,
            paid_us=paid,
            shipped_us=shipped if shipped <= self._now_us else None,
            delivered_us=delivered if delivered <= self._now_us else None,
        )
