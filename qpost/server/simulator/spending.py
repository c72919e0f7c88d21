"""Why: the demo's Qcash has a past: converted points, charges of every state, advertisements bought."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from qpost.models.conversion import conversion_window, split
from qpost.models.jst import JST
from qpost.models.periods import month_text
from qpost.models.qcash import CHARGE_AMOUNTS, PAYMENT_TIME, ChargeState, EntryKind, MethodId
from qpost.server.charging import CHARGED_TEXT, FUNDS, NAMES
from qpost.server.ids import CHARGE, from_us, public_id, to_us
from qpost.server.money_tables import (
    ADVERTISING,
    ISSUING,
    PAYMENTS,
    QCASH,
    SALES,
    SCHEDULED,
    SETTLEMENT,
)
from qpost.server.simulator.bulk import Rows
from qpost.server.simulator.catalogue import Draw, SoldItem, pick
from qpost.server.simulator.sales import HISTORY_MONTHS

_PRICES = (
    ("パワーランクアップ 7日", 600),
    ("パワーランクアップ 7日", 600),
    ("パワーランクアップ 7日", 600),
    ("プラス展示 (キーワード別)", 1_200),
    ("プラス展示 (カテゴリ別)", 900),
    ("タイムセール掲載", 2_000),
    ("今日の特価掲載", 3_000),
    ("共同購入", 1_500),
    ("Qspecialプレミアム", 5_000),
    ("プレミアム展示", 4_000),
)
_LOW = 6_000
_BEFORE_LAPSE = timedelta(hours=20)
_EXTERNAL = tuple(method for method in NAMES if method not in FUNDS)


class ShopMoney(NamedTuple):
    """What a shop has and does; ``earned_tenths`` are its points by month ("2026-11").

    ``entries`` is about how many movements of Qcash there are; ``converted_now``: this month's conversion is
    done; ``pending``: a charge still waits for its payment.
    """

    shop_row: int
    entries: int
    earned_tenths: Mapping[str, int]
    converted_now: bool
    pending: bool


class Numbers:
    """The next row numbers of the journal and of the charges, over all shops of a run."""

    def __init__(self, *, entry: int, charge: int) -> None:
        self.entry = entry
        self.charge = charge


class MoneyRows(NamedTuple):
    """Rows of ``journal``, ``postings``, ``conversions`` and ``charges``, in the order of their columns."""

    journal: Rows
    postings: Rows
    conversions: Rows
    charges: Rows


class Spending:
    """Makes one shop's books, oldest first, by the same double entries the service makes."""

    def __init__(self, draw: Draw, money: ShopMoney, numbers: Numbers, *, now: datetime) -> None:
        self._draw = draw
        self._money = money
        self._numbers = numbers
        self._now = now
        self._last: dict[str, tuple[int, int]] = {}  # number and balance of an account's newest posting
        self._last_us = 0
        self._waits_from = now - PAYMENT_TIME + _BEFORE_LAPSE if money.pending else None
        self._rows = MoneyRows([], [], [], [])

    def run(self, goods: list[SoldItem]) -> MoneyRows:
        """Return all rows."""
        draw = self._draw
        months = list(_windows(self._now))
        opened = months[0][1]
        self._move(opened, SALES, SETTLEMENT, 400_000, EntryKind.OPENING, "精算金の振替")
        self._move(opened, SALES, SCHEDULED, 60_000, EntryKind.OPENING, "精算予定金")
        self._move(opened, PAYMENTS, QCASH, 30_000, EntryKind.OPENING, "繰越")
        for index, (month, opens, closes) in enumerate(months):
            is_last = index == len(months) - 1
            done = (index + 1) * self._money.entries // len(months)
            spent = done - index * self._money.entries // len(months)
            times = sorted(opens + (closes - opens) * (0.02 + 0.96 * draw()) for _ in range(spent))
            if not is_last or self._money.converted_now:
                self._convert(opens + (closes - opens) * 0.01, month)
            if index == len(months) - 2:
                self._add_lapsed(opens + timedelta(hours=8))
            for at in times:
                self._advertise(at, pick(draw, goods).number)
        if self._waits_from is not None:
            self._add_pending(self._waits_from)
        return self._rows

    def _advertise(self, at: datetime, item_no: str) -> None:
        label, price = pick(self._draw, _PRICES)
        if self._waits_from is not None and at > self._waits_from:
            self._add_pending(self._waits_from)
        if self._held(QCASH) < _LOW:
            self._charge(at)
        if self._held(QCASH) >= price:
            self._move(at, QCASH, ADVERTISING, price, EntryKind.ADVERTISING, label, item_no)

    def _convert(self, at: datetime, month: str) -> None:
        earned = self._money.earned_tenths.get(_month_before(month), 0)
        amount = split(Decimal(earned) / 10).convertible
        if not amount:
            return
        text = "サービスポイントからのQキャッシュ"
        entry = self._move(at, ISSUING, QCASH, amount, EntryKind.CONVERSION, text, _month_before(month))
        row = (self._money.shop_row, month, amount, amount, self._last_us, entry)
        self._rows.conversions.append(row)

    def _charge(self, at: datetime) -> None:
        draw = self._draw
        amount = 100_000 if self._money.entries > 2_000 else pick(draw, (5_000, 10_000, 10_000, 30_000))
        uses_account = draw() < 0.3 and self._held(SETTLEMENT) - amount > 150_000
        method = MethodId.Q_ACCOUNT if uses_account else pick(draw, _EXTERNAL)
        source = FUNDS.get(method, PAYMENTS)
        related = public_id(CHARGE, self._numbers.charge)
        entry = self._move(at, source, QCASH, amount, EntryKind.CHARGE, CHARGED_TEXT, related)
        begun_us = self._last_us
        expires_us = None if method in FUNDS else to_us(from_us(begun_us) + PAYMENT_TIME)
        self._add_charge(amount, method, ChargeState.COMPLETED, begun_us, expires_us, entry=entry)

    def _add_lapsed(self, at: datetime) -> None:
        """Add a charge that nobody paid."""
        times_us = to_us(at), to_us(at + PAYMENT_TIME)
        self._add_charge(3_000, MethodId.CONVENIENCE_STORE, ChargeState.CANCELLED, *times_us)

    def _add_pending(self, begun: datetime) -> None:
        """Add a charge that is not paid yet, once."""
        self._waits_from = None
        times_us = to_us(begun), to_us(begun + PAYMENT_TIME)
        self._add_charge(10_000, MethodId.BANK_TRANSFER, ChargeState.PENDING, *times_us)

    def _add_charge(
        self,
        amount: int,
        method: MethodId,
        state: ChargeState,
        created_us: int,
        expires_us: int | None,
        *,
        entry: int | None = None,
    ) -> None:
        if amount not in CHARGE_AMOUNTS:
            raise ValueError("this amount cannot be bought")
        number = self._numbers.charge
        self._numbers.charge += 1
        settled_us = {ChargeState.COMPLETED: created_us, ChargeState.CANCELLED: expires_us}.get(state)
        token = secrets.token_urlsafe(32) if state is ChargeState.PENDING else None
        row = (number, self._money.shop_row, amount, str(method), str(state), created_us, expires_us)
        self._rows.charges.append((*row, settled_us, entry, token))

    def _held(self, account: str) -> int:
        return self._last.get(account, (0, 0))[1]

    def _move(
        self,
        at: datetime,
        source: str,
        target: str,
        amount: int,
        kind: EntryKind,
        description: str,
        related: str | None = None,
    ) -> int:
        shop, entry = self._money.shop_row, self._numbers.entry
        self._numbers.entry += 1
        self._last_us = max(self._last_us, to_us(at))
        self._rows.journal.append((entry, shop, self._last_us, str(kind), description, related))
        for account, moved in ((source, -amount), (target, amount)):
            number, held = self._last.get(account, (0, 0))
            self._last[account] = (number + 1, held + moved)
            self._rows.postings.append((shop, account, number + 1, entry, self._last_us, moved, held + moved))
        return entry


def _windows(now: datetime) -> Iterator[tuple[str, datetime, datetime]]:
    """Yield the months of the history with their beginning and end, the last one ending now."""
    ends = [now.astimezone(JST)]
    for _ in range(HISTORY_MONTHS):
        ends.append(conversion_window(ends[-1]).opens_at - timedelta(seconds=1))
    for end in reversed(ends):
        window = conversion_window(end)
        yield window.month, window.opens_at, end


def _month_before(month: str) -> str:
    opens = datetime.fromisoformat(f"{month}-01T00:00:00+09:00")
    return month_text((opens - timedelta(days=1)).date())
