"""Why: the service's tables and its engine, the same on SQLite and PostgreSQL.

Times are integers: microseconds since 1970 in UTC (``*_us``). Public ids are a letter and the row's
number (``qpost.server.ids``). Every change to an inquiry takes the next ``shops.last_seq`` while the
shop's row is locked, so ``inquiries.seq`` never becomes visible out of order.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Index,
    Insert,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from qpost.server import money_tables  # noqa: F401 - its tables are part of the schema
from qpost.server.schema import Id, metadata

AUTO_REPLY_BODY = (
    "お問い合わせいただき、誠にありがとうございます。\n"
    "ご連絡の件につきましては、対応を完了いたしました。\n"
    "ほかにご不明な点がございましたら、いつでもお気軽にお問い合わせください。"
)
"""The courtesy text of a shop that has not worded its own (domain.md 2, auto-reply)."""

_BUSY_TIMEOUT_MS = 30_000
_WRITES = "qpost_writes"


accounts = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("email", Text, nullable=False, unique=True),
    Column("display_name", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("failed_tries", Integer, nullable=False, default=0),
    Column("locked_until_us", BigInteger),
    Column("last_event_id", BigInteger, nullable=False, default=0),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id"), nullable=False),
    Column("family", Text, nullable=False, index=True),
    Column("access_hash", LargeBinary, nullable=False, unique=True),
    Column("access_expires_us", BigInteger, nullable=False),
    Column("refresh_hash", LargeBinary, nullable=False, unique=True),
    Column("refresh_expires_us", BigInteger, nullable=False, index=True),
    Column("rotated", Boolean, nullable=False, default=False),
    Column("device", Text, nullable=False, default=""),
    Column("extension", Text, nullable=False, default=""),
)

shops = Table(
    "shops",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("inquiry_email", Text, nullable=False),
    Column("auto_reply_body", Text, nullable=False, default=AUTO_REPLY_BODY),
    Column("last_seq", BigInteger, nullable=False, default=0),
    Column("oldest_seq", BigInteger, nullable=False, default=0),
    Column("feed", Text, nullable=False, default=lambda: secrets.token_hex(4)),
)

items = Table(
    "items",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True),
    Column("number", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("price", BigInteger, nullable=False),
    Column("url", Text, nullable=False),
    Column("image_url", Text),
)

orders = Table(
    "orders",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True),
    Column("number", Text, primary_key=True),
    Column("lines_json", Text, nullable=False),  # [{"number", "name", "quantity"}, ...]
    Column("paid_us", BigInteger, nullable=False),
    Column("shipped_us", BigInteger),
    Column("delivered_us", BigInteger),
    Column("carrier", Text),
    Column("tracking_no", Text),
    Column("on_time", Boolean),
)

inquiries = Table(
    "inquiries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("hidden", Boolean, nullable=False, default=False),
    Column("title", Text, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("customer_email", Text, nullable=False, default=""),
    Column("customer_restricted", Boolean, nullable=False, default=False),
    Column("item_no", Text),  # names a row of ``items``
    Column("order_no", Text),
    Column("cart_no", Text),
    Column("received_us", BigInteger, nullable=False),
    Column("replied_us", BigInteger),
    Column("updated_us", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False, default=1),
    Column("handled_by", Text),
    Column("message_count", Integer, nullable=False),
    Column("last_message_preview", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index("inquiries_by_seq", "shop_id", "seq", unique=True),
    Index("inquiries_by_received", "shop_id", "received_us", "id"),
    Index("inquiries_by_replied", "shop_id", "replied_us", "id"),
    Index("inquiries_by_status", "shop_id", "source", "status", "received_us", "id"),
    Index("inquiries_by_item", "shop_id", "item_no", "received_us", "id"),
    Index("inquiries_by_order", "shop_id", "order_no", "received_us", "id"),
)

messages = Table(
    "messages",
    metadata,
    Column("inquiry_id", Id, ForeignKey("inquiries.id"), primary_key=True),
    Column("position", Integer, primary_key=True),  # 1, 2, ... within the inquiry
    Column("author", Text, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("auto", Boolean, nullable=False, default=False),
    Column("extension", Text),
    sqlite_with_rowid=False,
)

attachment_contents = Table(
    "attachment_contents",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("attachment_contents.sha256"), nullable=False),
)

message_attachments = Table(
    "message_attachments",
    metadata,
    Column("inquiry_id", Id, ForeignKey("inquiries.id"), primary_key=True),
    Column("position", Integer, primary_key=True),  # the message's
    Column("ordinal", Integer, primary_key=True),  # 1, 2, ... within the message
    Column("attachment_id", Id, ForeignKey("attachments.id"), nullable=False),
    sqlite_with_rowid=False,
)

deleted_inquiries = Table(
    "deleted_inquiries",
    metadata,
    Column("shop_id", Id, ForeignKey("shops.id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("inquiry_id", Id, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False, index=True),
    Column("folder", Text, nullable=False, default=""),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("shortcut", Text, nullable=False, default=""),
    Column("position", Integer, nullable=False, default=0),
    Column("attachment_ids_json", Text, nullable=False, default="[]"),  # public ids
    Column("version", BigInteger, nullable=False, default=1),
    Column("updated_us", BigInteger, nullable=False),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("account_id", Id, ForeignKey("accounts.id"), nullable=False),
    Column("route", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("payload_hash", LargeBinary, nullable=False),
    Column("status", Integer, nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("created_us", BigInteger, nullable=False, index=True),
    UniqueConstraint("account_id", "key"),
)

events = Table(
    "events",
    metadata,
    Column("account_id", Id, ForeignKey("accounts.id"), primary_key=True),
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # accounts.last_event_id
    Column("type", Text, nullable=False),
    Column("shop_id", Id, nullable=False),
    Column("inquiry_id", Id),
    Column("version", BigInteger),
    Column("at_us", BigInteger, nullable=False, index=True),
)

presence = Table(
    "presence",
    metadata,
    Column("inquiry_id", Id, ForeignKey("inquiries.id"), primary_key=True),
    Column("family", Text, primary_key=True),  # the session's
    Column("extension", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("expires_us", BigInteger, nullable=False, index=True),
)

mails = Table(
    "mails",
    metadata,
    Column("id", Id, primary_key=True),
    Column("shop_id", Id, ForeignKey("shops.id"), nullable=False),
    Column("inquiry_id", Id, ForeignKey("inquiries.id"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_us", BigInteger, nullable=False),
)


def sqlite_url(path: Path) -> str:
    """Return the URL of a SQLite file."""
    return f"sqlite+pysqlite:///{path}"


def open_engine(url: str) -> Engine:
    """Return an engine for a SQLite or PostgreSQL ``url``; nothing is connected yet.

    SQLite runs in WAL mode with foreign keys, synchronous=FULL and a busy timeout; transactions opened
    by :func:`writing` take the write lock at once.
    """
    if url.startswith(("postgresql://", "postgres://")):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    engine = create_engine(url, pool_size=40, max_overflow=0, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def create_schema(engine: Engine) -> None:
    """Create what is missing of the tables and indexes."""
    metadata.create_all(engine)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that may write: all of it is stored when the block ends, or nothing."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def insert_if_absent(connection: Connection, table: Table, **values: object) -> None:
    """Insert a row unless its key exists already."""
    statement: Insert = (
        postgresql.insert(table).values(**values).on_conflict_do_nothing()
        if connection.dialect.name == "postgresql"
        else sqlite.insert(table).values(**values).on_conflict_do_nothing()
    )
    connection.execute(statement)


def settle_numbers(engine: Engine) -> None:
    """Let PostgreSQL number new rows after those that were inserted with numbers of their own."""
    if engine.dialect.name != "postgresql":
        return
    with writing(engine) as connection:
        for table in metadata.sorted_tables:
            if "id" in table.c and table.c.id.autoincrement and len(table.primary_key) == 1:
                highest = connection.execute(select(func.max(table.c.id))).scalar()
                sequence = func.pg_get_serial_sequence(table.name, "id")
                connection.execute(select(func.setval(sequence, highest or 1, highest is not None)))


def _set_up_sqlite(dbapi_connection: Any, _record: object) -> None:
    dbapi_connection.isolation_level = None  # the driver must not begin by itself
    for pragma in (
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-16384",
    ):
        dbapi_connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    if writes:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN")  # cannot fail, so nothing has to be translated
