"""Why: the demo's points and Qcash are those of a shop that has been open for years, to the last yen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from qpost.models.conversion import split
from qpost.models.jst import business_date
from qpost.models.periods import Period as Days
from qpost.models.periods import last_month, months_in
from qpost.models.shipping_score import Era, GoodsKind, ShippingGrade, era_of, score
from qpost.server.charging import has_books
from qpost.server.database import accounts, create_schema, items, open_engine, reading, shops, sqlite_url
from qpost.server.ids import from_us, to_us
from qpost.server.journal import balance
from qpost.server.money_tables import (
    QCASH,
    SCHEDULED,
    SETTLEMENT,
    categories,
    charges,
    conversions,
    item_categories,
    item_days,
    journal,
    postings,
    shop_books,
)
from qpost.server.passwords import is_password
from qpost.server.points_sums import from_tenths, shop_sums
from qpost.server.simulator import populate
from qpost.server.simulator.books import ACCOUNT_PASSWORD, ITEMS, OUTLET_LOGIN, Plenty, fill_books
from qpost.server.simulator.population import LOGIN

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
TODAY = business_date(NOW)


def filled(path: Path, *, now: datetime = NOW, plenty: Plenty | None = None, seed: int = 1) -> Engine:
    engine = open_engine(sqlite_url(path / "qpost.db"))
    create_schema(engine)
    populate(engine, seed=seed, inquiries=0, now=now)
    fill_books(engine, seed=seed, now=now, plenty=plenty or Plenty())
    return engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = filled(tmp_path_factory.mktemp("books"))
    yield made
    made.dispose()


def earned(engine: Engine, shop: int, period: Days) -> Decimal:
    with reading(engine) as connection:
        return from_tenths(shop_sums(connection, shop, period).service_tenths)


def shop_rows(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        return list(connection.execute(select(shops.c.id).order_by(shops.c.id)).scalars())


def rows_of(engine: Engine, statement: Any) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(statement).all())


def test_the_four_shops_stand_as_the_demo_tells(engine: Engine) -> None:
    main, late, converted, outlet = shop_rows(engine)
    month = last_month(TODAY)
    assert 2_000 <= split(earned(engine, main, month)).convertible <= 8_000
    assert earned(engine, late, month) < 0
    assert split(earned(engine, converted, month)).convertible > 0
    assert earned(engine, outlet, month) == 99
    done = rows_of(engine, select(conversions).where(conversions.c.month == f"{TODAY:%Y-%m}"))
    assert [row.shop_id for row in done] == [converted]


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize(
    "now", [datetime(2026, 12, 31, 15, tzinfo=UTC), datetime(2028, 2, 29, 14, 59, 59, tzinfo=UTC)]
)
def test_they_do_so_on_any_day_and_for_any_seed(tmp_path: Path, now: datetime, seed: int) -> None:
    engine = filled(tmp_path, now=now, seed=seed)
    main, late, converted, outlet = shop_rows(engine)
    month = last_month(business_date(now))
    assert split(earned(engine, main, month)).convertible >= 1_000
    assert earned(engine, late, month) < 0
    assert earned(engine, outlet, month) == 99
    done = rows_of(engine, select(conversions).where(conversions.c.at_us > to_us(now)))
    assert done == []
    this = f"{business_date(now):%Y-%m}"
    done = rows_of(engine, select(conversions).where(conversions.c.month == this))
    assert [row.shop_id for row in done] == [converted]
    engine.dispose()


def test_eighteen_months_and_both_old_eras_have_deliveries(engine: Engine) -> None:
    for shop in shop_rows(engine):
        for part in months_in(Days(date(2025, 5, 1), date(2026, 11, 21))):
            assert _sold(engine, shop, part) > 0, part
        for part in months_in(Days(date(2019, 4, 1), date(2019, 10, 31))):
            assert _sold(engine, shop, part) > 0, part
        assert _sold(engine, shop, Days(TODAY, date(2030, 1, 1))) == 0


def test_scores_are_those_of_the_rules(engine: Engine) -> None:
    for row in rows_of(engine, select(item_days)):
        counts = {grade: row._mapping[grade.value] for grade in ShippingGrade}
        shipping = score(GoodsKind(row.goods), era_of(date.fromordinal(row.day)), counts)
        assert from_tenths(row.shipping_tenths) == shipping
        lost = 3 * row.cancel_return + 2 * row.not_received
        assert from_tenths(row.service_tenths) == shipping + row.recommended - row.not_recommended - lost
    assert {era_of(date.fromordinal(day)) for (day,) in rows_of(engine, select(item_days.c.day))} == set(Era)


def test_the_first_shop_sells_six_hundred_items_in_three_levels(engine: Engine) -> None:
    main = shop_rows(engine)[0]
    [(number,)] = rows_of(engine, select(func.count()).where(items.c.shop_id == main))
    assert number == ITEMS == 600
    tree = {row.id: row for row in rows_of(engine, select(categories))}
    filed = rows_of(
        engine,
        select(items.c.category, items.c.number, item_categories.c.category_id).join(
            item_categories,
            (item_categories.c.shop_id == items.c.shop_id) & (item_categories.c.item_no == items.c.number),
        ),
    )
    assert len(filed) == 600 + 300 + 300 + 40
    for row in filed:
        path: list[str] = []
        place = tree[row.category_id]
        while True:
            path.insert(0, place.name)
            if place.parent_id is None:
                break
            place = tree[place.parent_id]
        assert " > ".join(path) == row.category
        assert len(path) == 3


def test_every_entry_sums_to_zero_and_every_balance_to_its_postings(engine: Engine) -> None:
    sums = rows_of(engine, select(func.sum(postings.c.amount)).group_by(postings.c.entry_id))
    assert {int(one) for (one,) in sums} == {0}
    for shop in shop_rows(engine):
        for account in (QCASH, SETTLEMENT, SCHEDULED):
            held = 0
            own = (postings.c.shop_id == shop, postings.c.account == account)
            for number, row in enumerate(
                rows_of(engine, select(postings).where(*own).order_by(postings.c.number)), 1
            ):
                held += row.amount
                assert (row.number, row.balance_after) == (number, held)
                assert held >= 0
                assert from_us(row.at_us) <= NOW
            with reading(engine) as connection:
                assert balance(connection, shop, account) == held > 0


def test_conversions_are_of_the_points_of_the_month_before(engine: Engine) -> None:
    found = rows_of(
        engine,
        select(conversions, journal.c.related).join(journal, journal.c.id == conversions.c.entry_id),
    )
    assert len(found) > 40
    for row in found:
        month = last_month(date.fromisoformat(f"{row.month}-01"))
        assert row.related == f"{month.first:%Y-%m}"
        assert row.points == row.qcash == split(earned(engine, row.shop_id, month)).convertible > 0


def test_charges_have_every_state_and_each_paid_one_an_entry(engine: Engine) -> None:
    found = rows_of(engine, select(charges).order_by(charges.c.id))
    main = [row for row in found if row.shop_id == shop_rows(engine)[0]]
    assert {row.state for row in main} == {"completed", "pending", "cancelled"}
    [pending] = [row for row in main if row.state == "pending"]
    assert to_us(NOW) < pending.expires_us < to_us(NOW) + 86_400_000_000
    assert len(pending.token) >= 40
    assert [row.created_us for row in main] == sorted(row.created_us for row in main)
    related = {row.id: row.related for row in rows_of(engine, select(journal))}
    for row in found:
        assert (row.entry_id is not None) is (row.state == "completed")
        assert row.entry_id is None or related[row.entry_id] == f"h{row.id}"


def test_it_is_done_once_and_on_a_database_of_inquiries_too(tmp_path: Path) -> None:
    engine = filled(tmp_path)
    before = rows_of(engine, select(func.count()).select_from(postings))
    fill_books(engine, seed=5, now=NOW, plenty=Plenty())
    assert rows_of(engine, select(func.count()).select_from(postings)) == before
    logins = rows_of(engine, select(accounts.c.login, accounts.c.password_hash).order_by(accounts.c.id))
    assert [row.login for row in logins] == [LOGIN, OUTLET_LOGIN]
    assert logins[0].password_hash == logins[1].password_hash
    with reading(engine) as connection:
        assert all(has_books(connection, shop) for shop in shop_rows(engine))
    [(stored,)] = {tuple(row) for row in rows_of(engine, select(shop_books.c.password_hash))}
    assert is_password(ACCOUNT_PASSWORD, stored)
    engine.dispose()


def test_the_same_seed_makes_the_same_demo(engine: Engine, tmp_path: Path) -> None:
    again = filled(tmp_path)
    for table in (item_days, postings, journal, conversions):
        assert rows_of(engine, select(table)) == rows_of(again, select(table))
    again.dispose()


def test_a_far_larger_shop_has_points_for_every_item_and_a_long_ledger(tmp_path: Path) -> None:
    engine = filled(tmp_path, plenty=Plenty(items=2_000, entries=3_000))
    main = shop_rows(engine)[0]
    own = (item_days.c.shop_id == main, item_days.c.day >= TODAY.toordinal() - 30)
    [(number,)] = rows_of(engine, select(func.count(func.distinct(item_days.c.item_no))).where(*own))
    assert number >= 1_500
    own = (postings.c.shop_id == main, postings.c.account == QCASH)
    [(number,)] = rows_of(engine, select(func.count()).where(*own))
    assert number >= 2_900
    engine.dispose()


def _sold(engine: Engine, shop: int, period: Days) -> int:
    with reading(engine) as connection:
        return shop_sums(connection, shop, period).transactions
