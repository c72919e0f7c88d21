"""Why: the tables of points and Qcash: what was sold and delivered, and where every yen went.

Days are numbers of days since 0001-01-01 (``date.toordinal``), in Japan. Scores are whole tenths, so that
sums in the database are exact.

An entry of the journal has postings that sum to zero. What an account of a shop holds is ``balance_after`` of
its newest posting and, by construction, the sum of all of them: postings are numbered without gaps, so that
two writers cannot both build on the same one.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from qpost.models.shipping_score import ShippingGrade
from qpost.server.schema import Id, metadata

QCASH, SETTLEMENT, SCHEDULED = "qcash", "settlement", "scheduled"
"""What a seller holds; none of it can fall below zero."""

ISSUING, ADVERTISING, PAYMENTS, SALES = "issuing", "advertising", "payments", "sales"
"""Where it comes from and goes to: points turned into Qcash, advertisements, payments from outside, sales."""

shop_books = Table(
    "shop_books",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True, autoincrement=False),
    Column("grade", Text, nullable=False),
    Column("password_hash", Text, nullable=False),  # of the Q account, not of the sign-in
    Column("failed_tries", Integer, nullable=False, default=0),
    Column("locked_until_us", BigInteger),
    Column("gift_tickets", BigInteger, nullable=False, default=0),
    Column("q_points", BigInteger, nullable=False, default=0),
    Column("coupons", BigInteger, nullable=False, default=0),
    Column("q_stamps", BigInteger, nullable=False, default=0),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("related", Text),
)

postings = Table(
    "postings",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True),
    Column("account", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # 1, 2, ... within the account
    Column("entry_id", Id, ForeignKey("journal.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),  # never before the posting before
    Column("amount", BigInteger, nullable=False),
    Column("balance_after", BigInteger, nullable=False),
    CheckConstraint(
        f"balance_after >= 0 OR account NOT IN ('{QCASH}', '{SETTLEMENT}', '{SCHEDULED}')",
        name="nothing_is_overdrawn",
    ),
    CheckConstraint("amount <> 0", name="postings_move_something"),
    Index("postings_by_time", "shop_id", "account", "at_us", "number"),
    Index("postings_by_entry", "entry_id"),
    sqlite_with_rowid=False,
)

conversions = Table(
    "conversions",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True),
    Column("month", Text, primary_key=True),  # "2026-11", in which it was done: once, says the key
    Column("points", BigInteger, nullable=False),
    Column("qcash", BigInteger, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("entry_id", Id, ForeignKey("journal.id"), nullable=False),
)

charges = Table(
    "charges",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("method", Text, nullable=False),
    Column("state", Text, nullable=False),  # pending, until somebody writes after it lapsed
    Column("created_us", BigInteger, nullable=False),
    Column("expires_us", BigInteger),
    Column("settled_us", BigInteger),
    Column("entry_id", Id, ForeignKey("journal.id"), unique=True),
    Column("token", Text, unique=True),  # of the payment page; it can pay or drop this charge and no more
    CheckConstraint("(state = 'completed') = (entry_id IS NOT NULL)", name="what_is_paid_is_booked"),
    Index("charges_by_shop", "shop_id", "id"),
)

categories = Table(
    "categories",
    metadata,
    Column("id", Id, primary_key=True),
    Column("parent_id", Id, ForeignKey("categories.id")),
    Column("name", Text, nullable=False),
)

item_categories = Table(
    "item_categories",
    metadata,
    Column("shop_id", Id, primary_key=True),
    Column("item_no", Text, primary_key=True),
    Column("category_id", Id, ForeignKey("categories.id"), nullable=False),
    ForeignKeyConstraint(("shop_id", "item_no"), ("items.shop_id", "items.number")),
    Index("item_categories_by_category", "shop_id", "category_id", "item_no"),
    sqlite_with_rowid=False,
)

item_days = Table(
    "item_days",
    metadata,
    Column("shop_id", Id, primary_key=True),
    Column("item_no", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("goods", Text, primary_key=True),  # general, preorder
    Column("side", Text, primary_key=True),  # local, overseas
    *(Column(name, Integer, nullable=False, default=0) for name in ("transactions",)),
    Column("amount", BigInteger, nullable=False, default=0),
    *(Column(name, Integer, nullable=False, default=0) for name in ("cancel_return", "not_received")),
    *(
        Column(name, Integer, nullable=False, default=0)
        for name in ("recommended", "neutral", "not_recommended")
    ),
    *(Column(grade.value, Integer, nullable=False, default=0) for grade in ShippingGrade),
    Column("shipping_tenths", Integer, nullable=False, default=0),
    Column("service_tenths", Integer, nullable=False, default=0),  # shipping, complaints and reviews
    ForeignKeyConstraint(("shop_id", "item_no"), ("items.shop_id", "items.number")),
    Index(
        "item_days_by_day", "shop_id", "day", "transactions", "amount", "shipping_tenths", "service_tenths"
    ),
    sqlite_with_rowid=False,
)
"""What an item did on a day, by how it was sold and where it left from."""
