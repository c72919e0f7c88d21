"""Why: fills an empty database with the demo seller, the same for the same seed, number and time."""

import random
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from math import inf
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from qpost.server.changes import preview
from qpost.server.database import (
    accounts,
    attachment_contents,
    attachments,
    inquiries,
    items,
    message_attachments,
    messages,
    orders,
    reading,
    settle_numbers,
    shops,
    templates,
    writing,
)
from qpost.server.ids import SHOP, public_id, to_us
from qpost.server.passwords import hash_password
from qpost.server.schema import metadata
from qpost.server.simulator.bulk import Loader, Rows, loading
from qpost.server.simulator.catalogue import FIRST_INQUIRY_NO, PLANS, Draw, SoldItem, some_shop, stock_items
from qpost.server.simulator.files import DemoFile, demo_files
from qpost.server.simulator.order_book import PlacedOrder
from qpost.server.simulator.people import Buyer, buyers
from qpost.server.simulator.progress import Pace
from qpost.server.simulator.replays import MARKED_BUYERS, MARKS, Library
from qpost.server.simulator.stock_replies import TEMPLATES
from qpost.server.simulator.threads import Conversation, Conversations, Stage
from qpost.server.simulator.timeline import DAY_US, arrivals, next_working_time

LOGIN = "akari-shop"
EMAIL = "owner@akari.example.jp"
PASSWORD = "akari-demo-2019"  # noqa: S105 - the demo's password is printed at start
_UNFINISHED = "unfinished"
ITEMS_PER_SHOP = 300
_BATCH = 5_000
QOO10_SHARE = 0.09
_COMPOSED_ONE_BY_ONE = 20_000
"""Up to so many inquiries every text is composed for itself; beyond, only the newest are."""
_NEWEST = 4_000
_SCRIPTS_PER_SHOP = 800
_LIVELY_SHOP = 300
"""From so many inquiries on a shop has the backlog of a real working day."""


class DemoShop(NamedTuple):
    """A shop of the demo seller; ``id`` as clients see it."""

    id: str
    name: str
    code: str
    country: str


class DemoSeller(NamedTuple):
    """Whom to sign in as; ``email`` works in place of ``login``."""

    login: str
    password: str
    email: str
    shops: tuple[DemoShop, ...]


def populate(engine: Engine, *, seed: int, inquiries: int, now: datetime) -> DemoSeller:
    """Store the demo seller with ``inquiries`` inquiries in three shops, none of them after ``now``.

    A database that already has the demo seller is left as it is. A run that was cut off is done anew.
    Raises ``ValueError`` when the database belongs to somebody else or ``inquiries`` is negative.
    """
    if inquiries < 0:
        raise ValueError("a demo cannot have fewer than no inquiries")
    if not _is_ready(engine):
        draw = random.Random(seed).random  # noqa: S311 - a demo, not a secret
        shop_rows = _open_shops(engine, now_us=to_us(now))
        with loading(engine) as loader:
            _Filling(loader, draw, shop_rows, now_us=to_us(now)).run(inquiries)
        with writing(engine) as connection:
            _finish(connection)
        settle_numbers(engine)
    with reading(engine) as connection:
        return demo_seller(connection)


def demo_seller(connection: Connection) -> DemoSeller:
    """Read who the demo seller is; an empty tuple of shops when there is none."""
    owned = (
        select(shops.c.id, shops.c.name, shops.c.code, shops.c.country)
        .join(accounts, accounts.c.id == shops.c.account_id)
        .where(accounts.c.login == LOGIN)
        .order_by(shops.c.id)
    )
    rows = connection.execute(owned)
    found = tuple(DemoShop(public_id(SHOP, row.id), row.name, row.code, row.country) for row in rows)
    return DemoSeller(LOGIN, PASSWORD, EMAIL, found)


def _is_ready(engine: Engine) -> bool:
    with reading(engine) as connection:
        known = connection.execute(select(accounts.c.login, accounts.c.password_hash)).all()
    if not known:
        return False
    if all(row.login != LOGIN for row in known):
        raise ValueError("the database already belongs to another seller")
    if all(row.password_hash != _UNFINISHED for row in known):
        return True
    with writing(engine) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
    return False


def _open_shops(engine: Engine, *, now_us: int) -> list[int]:
    """Store account, shops and templates; the account cannot sign in before :func:`_finish`."""
    with writing(engine) as connection:
        account = {"login": LOGIN, "email": EMAIL, "display_name": "あかり商店", "password_hash": _UNFINISHED}
        account_id = _inserted(connection.execute(insert(accounts).values(**account)).inserted_primary_key)
        rows = []
        for plan in PLANS:
            shop = {"name": plan.name, "code": plan.code, "country": plan.country}
            statement = insert(shops).values(account_id=account_id, inquiry_email=plan.inquiry_email, **shop)
            rows.append(_inserted(connection.execute(statement).inserted_primary_key))
        updated_us = now_us - 20 * DAY_US
        for shop_row in rows:
            for position, template in enumerate(TEMPLATES):
                values = {**template._asdict(), "position": position, "updated_us": updated_us}
                connection.execute(insert(templates).values(shop_id=shop_row, **values))
    return rows


def _inserted(key: Row[Any] | None) -> int:
    if key is None:
        raise RuntimeError("the database did not number the row")
    return int(key[0])


def _finish(connection: Connection) -> None:
    newest = (
        select(func.coalesce(func.max(inquiries.c.seq), 0))
        .where(inquiries.c.shop_id == shops.c.id)
        .scalar_subquery()
    )
    connection.execute(update(shops).values(last_seq=newest))
    connection.execute(
        update(accounts).where(accounts.c.login == LOGIN).values(password_hash=hash_password(PASSWORD))
    )


class _Filling:
    """One run: makes conversations in the order of their arrival and hands rows over in batches."""

    def __init__(self, loader: Loader, draw: Draw, shop_rows: list[int], *, now_us: int) -> None:
        self._loader = loader
        self._draw = draw
        self._shop_rows = shop_rows
        self._now_us = now_us
        self._seq = [0] * len(shop_rows)
        self._last_attachment = 0
        self._inquiries: Rows = []
        self._messages: Rows = []
        self._orders: Rows = []
        self._attachments: Rows = []
        self._links: Rows = []

    def run(self, count: int) -> None:
        """Store ``count`` conversations and what they refer to."""
        draw = self._draw
        photos, paper, memo = demo_files(draw)
        people = buyers(draw, min(20_000, max(30, count // 4)))
        self._loader.begin()
        if count > _BATCH:
            self._loader.drop_indexes(inquiries)
        contents = (*photos, paper, memo)
        self._loader.write(attachment_contents, [(file.sha256, file.content) for file in contents])
        stages = []
        for plan, shop_row in zip(PLANS, self._shop_rows, strict=True):
            goods = stock_items(draw, plan, ITEMS_PER_SHOP)
            self._loader.write(items, [item_row(shop_row, item) for item in goods])
            stages.append(Stage(plan, goods, people, photos, paper, memo))
        pace = Pace(draw, count=count, now_us=self._now_us)
        times = arrivals(draw, count=count, now_us=self._now_us)
        if count > _COMPOSED_ONE_BY_ONE:
            library = self._library(stages, pace)
            self._replay(library, people, islice(times, count - _NEWEST))
            done = count - _NEWEST
        else:
            done = 0
        self._compose(stages, pace, times, done=done, count=count)
        self._loader.begin()
        self._loader.create_indexes(inquiries)
        self._loader.commit()

    def _compose(
        self, stages: list[Stage], pace: Pace, times: Iterator[int], *, done: int, count: int
    ) -> None:
        draw = self._draw
        talks = [Conversations(draw, stage, now_us=self._now_us) for stage in stages]
        shares = [plan.share for plan in PLANS]
        backlogs = [share / shares[0] * min(1.0, count * share / _LIVELY_SHOP) for share in shares]
        for number, received_us in enumerate(times, done + 1):
            index = some_shop(draw)
            progress = pace.progress(
                received_us=received_us, newer=(count - number) * shares[index], backlog=backlogs[index]
            )
            talk = talks[index].next_notice if draw() < QOO10_SHARE else talks[index].next
            self._take(number, index, talk(received_us, progress))
            if len(self._inquiries) >= _BATCH:
                self._flush()
                self._loader.begin()
        self._flush()

    def _library(self, stages: list[Stage], pace: Pace) -> Library:
        draw = self._draw
        library = Library(self._loader, draw, now_us=self._now_us)
        for index, stage in enumerate(stages):
            marked = stage._replace(buyers=MARKED_BUYERS)
            talks = Conversations(draw, marked, now_us=self._now_us, marks=MARKS)
            for _ in range(_SCRIPTS_PER_SHOP):
                received_us = next_working_time(self._now_us - int((300 + 400 * draw()) * DAY_US), draw)
                progress = pace.progress(received_us=received_us, newer=inf, backlog=1.0)
                talk = talks.next_notice if draw() < QOO10_SHARE else talks.next
                conversation = talk(received_us, progress)
                self._links.clear()
                for position, note in enumerate(conversation.notes, 1):
                    for ordinal, (file, name) in enumerate(note.files, 1):
                        self._attach(self._shop_rows[index], 0, position, ordinal, file, name)
                row = _inquiry_row(0, self._shop_rows[index], 0, conversation)
                library.add(index, row, conversation, attached=[link[1:] for link in self._links])
        self._links.clear()
        self._loader.write(attachments, self._attachments)
        self._attachments.clear()
        library.open()
        return library

    def _replay(self, library: Library, people: list[Buyer], times: Iterator[int]) -> None:
        done = 0
        while batch := list(islice(times, _BATCH)):
            library.replay(batch, first_id=done + 1, last_seqs=self._seq, people=people)
            done += len(batch)
            self._loader.commit()
            self._loader.begin()

    def _take(self, number: int, shop_index: int, talk: Conversation) -> None:
        shop_row = self._shop_rows[shop_index]
        self._seq[shop_index] += 1
        if talk.new_order is not None:
            self._orders.append(order_row(shop_row, talk.new_order))
        self._inquiries.append(_inquiry_row(number, shop_row, self._seq[shop_index], talk))
        for position, note in enumerate(talk.notes, 1):
            author, author_name, title, body, at_us, auto, extension, files = note
            self._messages.append(
                (number, position, author, author_name, title, body, at_us, auto, extension)
            )
            for ordinal, (file, name) in enumerate(files, 1):
                self._attach(shop_row, number, position, ordinal, file, name)

    def _attach(
        self, shop_row: int, number: int, position: int, ordinal: int, file: DemoFile, name: str
    ) -> None:
        self._last_attachment += 1
        self._attachments.append(
            (self._last_attachment, shop_row, name, file.media_type, len(file.content), file.sha256)
        )
        self._links.append((number, position, ordinal, self._last_attachment))

    def _flush(self) -> None:
        self._loader.write(orders, self._orders)
        self._loader.write(inquiries, self._inquiries)
        self._loader.write(messages, self._messages)
        self._loader.write(attachments, self._attachments)
        self._loader.write(message_attachments, self._links)
        self._loader.commit()
        for rows in (self._orders, self._inquiries, self._messages, self._attachments, self._links):
            rows.clear()


def item_row(shop_row: int, item: SoldItem) -> tuple[object, ...]:
    """Return the row of ``items``."""
    return (shop_row, item.number, item.name, item.category, item.price, item.url, item.image_url)


def order_row(shop_row: int, order: PlacedOrder) -> tuple[object, ...]:
    """Return the row of ``orders``; carrier and tracking number exist once it has left."""
    is_shipped = order.shipped_us is not None
    return (
        shop_row,
        order.number,
        order.lines_json,
        order.paid_us,
        order.shipped_us,
        order.delivered_us,
        order.carrier if is_shipped else None,
        order.tracking_no if is_shipped else None,
        order.on_time,
    )


def _inquiry_row(number: int, shop_row: int, seq: int, talk: Conversation) -> tuple[object, ...]:
    last = talk.notes[-1]
    replied_us = handled_by = None
    for note in reversed(talk.notes):
        if note.author == "shop":
            replied_us, handled_by = note.at_us, note.extension
            break
    return (
        number,
        shop_row,
        str(FIRST_INQUIRY_NO + number),
        talk.source,
        "public" if talk.is_public else "private",
        talk.kind,
        talk.category,
        talk.status,
        talk.hidden,
        talk.title,
        talk.customer_name,
        talk.customer_email,
        talk.restricted,
        talk.item.number if talk.item else None,
        talk.order.number if talk.order else None,
        talk.order.cart_no if talk.order else None,
        talk.notes[0].at_us,
        replied_us,
        last.at_us,
        len(talk.notes) + talk.hidden,
        handled_by,
        len(talk.notes),
        preview(last.body),
        seq,
    )
