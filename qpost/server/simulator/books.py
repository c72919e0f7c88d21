"""Why: fills in the demo's points and Qcash, on a fresh database and on one that knew inquiries only."""

import random
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine, Table, func, select

from qpost.models.jst import business_date
from qpost.models.periods import Period, last_month, month_text, months_in
from qpost.models.points import SellerGrade
from qpost.server.database import (
    AUTO_REPLY_BODY,
    accounts,
    items,
    reading,
    settle_numbers,
    shops,
)
from qpost.server.money_tables import (
    categories,
    charges,
    conversions,
    item_categories,
    item_days,
    journal,
    postings,
    shop_books,
)
from qpost.server.passwords import hash_printed_password
from qpost.server.simulator.bulk import Loader, Rows, loading
from qpost.server.simulator.catalogue import PLANS, Draw, ShopPlan, SoldItem, stock_items
from qpost.server.simulator.population import LOGIN, item_row
from qpost.server.simulator.sales import ItemDay, Sales, ShopTrade, first_day
from qpost.server.simulator.spending import Numbers, ShopMoney, Spending

ACCOUNT_PASSWORD = "akari-qtsucho-0617"  # noqa: S105 - the demo's password is printed at start
OUTLET_LOGIN = "akari-outlet"
"""A second seller, with the password of the first: its shop earned 99 points last month."""
ITEMS = 600
_TRADED = 600
_BATCH = 5_000
_OUTLET = ShopPlan(
    name="あかりアウトレット",
    code="akari-outlet",
    country="JP",
    inquiry_email="outlet@akari.example.jp",
    share=0.0,
    first_item_no=640_120_000,
    root=PLANS[0].root,
    families=PLANS[0].families,
)


class Plenty(NamedTuple):
    """How much the first shop has: ``items`` on sale, about ``entries`` in its ledger."""

    items: int = ITEMS
    entries: int = 260


class _ShopPart(NamedTuple):
    plan: ShopPlan
    items: int
    trade: ShopTrade
    grade: SellerGrade
    entries: int
    converted_now: bool = False
    pending: bool = False


def fill_books(engine: Engine, *, seed: int, now: datetime, plenty: Plenty) -> None:
    """Store categories, sales, Qcash and the second seller, all at once; none of it is after ``now``.

    Does nothing where it was done before. :func:`populate` comes first.
    """
    with reading(engine) as connection:
        if connection.execute(select(shop_books.c.shop_id).limit(1)).first() is not None:
            return
        known = _known_shops(connection)
        stock = {row: _known_items(connection, row) for row in known}
        next_rows = _next_rows(connection)
        password_hash = connection.execute(
            select(accounts.c.password_hash).where(accounts.c.login == LOGIN)
        ).scalar_one()
    with loading(engine) as loader:
        loader.begin()
        run = _Run(loader, random.Random(seed).random, now=now)  # noqa: S311 - a demo, not a secret
        loader.drop_indexes(item_days)
        run.open_outlet(*next_rows, password_hash)
        parts = _parts(plenty)
        for shop_row, part in zip([*known, next_rows[1]], parts, strict=True):
            run.fill(shop_row, part, stock.get(shop_row, []))
        loader.create_indexes(item_days)
        loader.commit()
    settle_numbers(engine)


def _parts(plenty: Plenty) -> tuple[_ShopPart, ...]:
    main, cosmetics, clothes = PLANS
    return (
        _ShopPart(
            main,
            plenty.items,
            ShopTrade(per_day=7, most_parcels=40),
            SellerGrade.POWER,
            plenty.entries,
            pending=True,
        ),
        _ShopPart(
            cosmetics, 300, ShopTrade(per_day=3, most_parcels=9, was_late=True), SellerGrade.NORMAL, 90
        ),
        _ShopPart(
            clothes, 300, ShopTrade(per_day=3, most_parcels=9), SellerGrade.GOOD, 120, converted_now=True
        ),
        _ShopPart(_OUTLET, 40, ShopTrade(per_day=1, target_tenths=990), SellerGrade.NORMAL, 40),
    )


class _Run:
    """One filling; rows of all shops go to the loader in batches."""

    def __init__(self, loader: Loader, draw: Draw, *, now: datetime) -> None:
        self._loader = loader
        self._draw = draw
        self._now = now
        self._today = business_date(now)
        self._sales = Sales(draw, today=self._today)
        self._numbers = Numbers(entry=1, charge=1)
        self._tree: dict[tuple[str, ...], int] = {}
        self._account_hash = hash_printed_password(ACCOUNT_PASSWORD)

    def open_outlet(self, account_row: int, shop_row: int, password_hash: str) -> None:
        """Store the second seller."""
        email = _OUTLET.inquiry_email
        account = (account_row, OUTLET_LOGIN, email, "あかりアウトレット", password_hash, 0, None, 0)
        self._loader.write(accounts, [account])
        shop = (shop_row, account_row, _OUTLET.name, _OUTLET.code, _OUTLET.country, email)
        self._loader.write(shops, [(*shop, AUTO_REPLY_BODY, 0, 0, f"{shop_row:08x}")])

    def fill(self, shop_row: int, part: _ShopPart, stock: list[SoldItem]) -> None:
        """Store everything of one shop."""
        draw = self._draw
        missing = part.items - len(stock)
        if missing > 0:
            beyond = part.plan._replace(first_item_no=part.plan.first_item_no + 7 * len(stock))
            added = stock_items(draw, beyond, missing)
            self._write(items, [item_row(shop_row, item) for item in added])
            stock = stock + added
        self._write(item_categories, [(shop_row, item.number, self._category(item)) for item in stock])
        rows = self._sales.history(stock[:_TRADED], part.trade)
        self._write(item_days, sorted(row.row(shop_row) for row in rows))
        untraded = self._sales.first_sales(stock[_TRADED:])
        self._write(item_days, [row.row(shop_row) for row in untraded])
        money = ShopMoney(
            shop_row,
            part.entries,
            _by_month(rows, today=self._today),
            converted_now=part.converted_now,
            pending=part.pending,
        )
        made = Spending(draw, money, self._numbers, now=self._now).run(stock[:_TRADED])
        for table, moved in zip((journal, postings, conversions, charges), made, strict=True):
            self._write(table, moved)
        self._loader.write(
            shop_books,
            [(shop_row, str(part.grade), self._account_hash, 0, None, 3, 58_234, 11, 39_981)],
        )

    def _category(self, item: SoldItem) -> int:
        path: tuple[str, ...] = ()
        for name in item.category.split(" > "):
            parent = self._tree.get(path)
            path = (*path, name)
            if path not in self._tree:
                self._tree[path] = len(self._tree) + 1
                self._loader.write(categories, [(self._tree[path], parent, name)])
        return self._tree[path]

    def _write(self, table: Table, rows: Rows) -> None:
        for start in range(0, len(rows), _BATCH):
            self._loader.write(table, rows[start : start + _BATCH])


def _by_month(rows: Sequence[ItemDay], *, today: date) -> dict[str, int]:
    """Return the points of each month before this one, in tenths."""
    earned: dict[int, int] = {}
    for row in rows:
        earned[row.day] = earned.get(row.day, 0) + row.parcels.service_tenths
    months = months_in(Period(first_day(today), last_month(today).last))
    return {
        month_text(month.first): sum(
            earned.get(month.first.toordinal() + number, 0) for number in range(month.days)
        )
        for month in months
    }


def _known_shops(connection: Connection) -> list[int]:
    owned = select(shops.c.id).join(accounts, accounts.c.id == shops.c.account_id)
    return list(connection.execute(owned.where(accounts.c.login == LOGIN).order_by(shops.c.id)).scalars())


def _known_items(connection: Connection, shop_row: int) -> list[SoldItem]:
    rows = connection.execute(select(items).where(items.c.shop_id == shop_row).order_by(items.c.number))
    return [
        SoldItem(row.number, row.name, row.name, row.category, row.price, row.url, row.image_url)
        for row in rows
    ]


def _next_rows(connection: Connection) -> tuple[int, int]:
    """Return free row numbers for an account and a shop."""
    highest = select(func.max(accounts.c.id), select(func.max(shops.c.id)).scalar_subquery())
    account, shop = connection.execute(highest).one()
    return int(account) + 1, int(shop) + 1
