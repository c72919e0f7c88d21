"""Why: writes as the demo's customers, through the very changes the service's own routes make."""

from collections.abc import Callable, Sequence
from datetime import datetime
from random import Random
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, and_, func, insert, select

from qpost.models.inquiry import Author
from qpost.models.reply import reply_title
from qpost.server.changes import NewMessage, change_inquiry, create_inquiry, inquiry_for_change, lock_account
from qpost.server.database import (
    accounts,
    attachment_contents,
    attachments,
    inquiries,
    items,
    messages,
    orders,
    reading,
    shops,
    writing,
)
from qpost.server.ids import to_us
from qpost.server.simulator.catalogue import FIRST_INQUIRY_NO, PLANS, Draw, SoldItem, pick
from qpost.server.simulator.files import DemoFile, demo_files
from qpost.server.simulator.people import JAPANESE, Buyer, buyers
from qpost.server.simulator.phrases import SUBJECTS
from qpost.server.simulator.phrases.foreign import FOREIGN_NAMES, FOREIGN_THANKS
from qpost.server.simulator.phrases.manners import PLACES
from qpost.server.simulator.population import LOGIN, QOO10_SHARE, order_row
from qpost.server.simulator.progress import LONGEST_THREAD, UNANSWERED, Progress
from qpost.server.simulator.threads import Conversation, Conversations, Stage
from qpost.server.simulator.wording import follow_up, thanks, words_for

_REGULARS = 400
_THANKFUL_SHARE = 0.55
_JUST_ASKED = Progress(UNANSWERED, 1, is_replied=False, ends_with_shop=False)
_LANGUAGES = {name: language for language, name in FOREIGN_NAMES}


class Reply(NamedTuple):
    """A shop's reply a customer may react to, at the version it was seen."""

    shop_id: int
    inquiry_id: int
    version: int


class Visitors:
    """The customers of the demo's shops."""

    def __init__(self, engine: Engine, draw: Draw, *, seed: int, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._draw = draw
        self._seed = seed
        self._now = now
        self._account_id = 0
        self._talks: dict[int, Conversations] = {}
        self._seen_seq: dict[int, int] = {}
        self._next_number = 0

    def settle_in(self) -> bool:
        """Learn shops, goods and customers; False when there is no demo seller."""
        photos, paper, memo = demo_files(Random(self._seed).random)  # noqa: S311 - a demo, not a secret
        now_us = to_us(self._now())
        with writing(self._engine) as connection:
            owner = connection.execute(select(accounts.c.id).where(accounts.c.login == LOGIN)).scalar()
            if owner is None:
                return False
            self._account_id = owner
            _keep_contents(connection, (*photos, paper, memo))
            people = _regulars(connection) + buyers(self._draw, 50)
            newest = connection.execute(select(func.max(inquiries.c.number))).scalar()
            self._next_number = int(newest or FIRST_INQUIRY_NO) + 1
            rows = connection.execute(select(shops).where(shops.c.account_id == owner)).all()
            plans = {plan.code: plan for plan in PLANS}
            for shop in rows:
                if shop.code not in plans:
                    continue
                goods = _goods(connection, shop.id)
                first_order = connection.execute(
                    select(func.max(orders.c.number)).where(orders.c.shop_id == shop.id)
                ).scalar()
                stage = Stage(plans[shop.code], goods, people, photos, paper, memo)
                self._talks[shop.id] = Conversations(
                    self._draw, stage, now_us=now_us, first_order_no=int(first_order or 310_000_000)
                )
                self._seen_seq.setdefault(shop.id, shop.last_seq)
        return bool(self._talks)

    def write(self) -> int:
        """Let somebody write a new inquiry and return its row number."""
        shop_id = self._some_shop()
        now = self._now()
        talk = self._talks[shop_id]
        is_notice = self._draw() < QOO10_SHARE
        conversation = (talk.next_notice if is_notice else talk.next)(to_us(now), _JUST_ASKED)
        with writing(self._engine) as connection:
            lock_account(connection, self._account_id)
            if conversation.new_order is not None:
                row = order_row(shop_id, conversation.new_order)
                names = [column.name for column in orders.columns]
                connection.execute(insert(orders).values(dict(zip(names, row, strict=True))))
            number = self._next_number
            self._next_number += 1
            return _store(connection, shop_id, str(number), conversation, now=now)

    def _some_shop(self) -> int:
        luck = self._draw()
        ids = list(self._talks)
        return ids[0] if luck < 0.5 or len(ids) < 2 else pick(self._draw, ids[1:])

    def new_replies(self) -> list[Reply]:
        """Return the replies stored since the last call; courtesy texts bring no reaction."""
        found = []
        for shop_id, since in self._seen_seq.items():
            last_message = and_(
                messages.c.inquiry_id == inquiries.c.id, messages.c.position == inquiries.c.message_count
            )
            query = (
                select(inquiries.c.id, inquiries.c.version, inquiries.c.seq)
                .join(messages, last_message)
                .where(
                    inquiries.c.shop_id == shop_id,
                    inquiries.c.seq > since,
                    inquiries.c.source == "customer",
                    inquiries.c.message_count < LONGEST_THREAD,
                    messages.c.author == "shop",
                    messages.c.auto.is_(False),
                )
            )
            with reading(self._engine) as connection:
                rows = connection.execute(query).all()
            for row in rows:
                self._seen_seq[shop_id] = max(self._seen_seq[shop_id], row.seq)
                found.append(Reply(shop_id, row.id, row.version))
        return found

    def react(self, reply: Reply) -> bool:
        """Let the customer thank or ask on; False when the inquiry moved on meanwhile."""
        with writing(self._engine) as connection:
            lock_account(connection, self._account_id)
            row = inquiry_for_change(connection, shop_id=reply.shop_id, inquiry_id=reply.inquiry_id)
            if row.version != reply.version:
                return False
            message = NewMessage(
                author=Author.CUSTOMER,
                author_name=row.customer_name,
                title=reply_title(row.title),
                body=self._reaction(row),
            )
            change_inquiry(connection, row, now=self._now(), message=message, status=UNANSWERED)
        return True

    def _reaction(self, row: Row[Any]) -> str:
        draw = self._draw
        language = _LANGUAGES.get(row.customer_name, JAPANESE)
        if language != JAPANESE:
            return pick(draw, FOREIGN_THANKS[language])
        if draw() < _THANKFUL_SHARE:
            return thanks(draw)
        subject = pick(
            draw, [subject for subject in SUBJECTS if subject.category == row.category] or SUBJECTS
        )
        buyer = Buyer(row.customer_name, row.customer_email, "", "", is_casual=False, language=JAPANESE)
        words = words_for(draw, shop="", buyer=buyer, item="商品", order=None, moment_us=row.received_us)
        return follow_up(draw, subject, {**words, "order": row.order_no or ""})


def _store(connection: Connection, shop_id: int, number: str, talk: Conversation, *, now: datetime) -> int:
    note = talk.notes[0]
    files = tuple(_store_file(connection, shop_id, file, name) for file, name in note.files)
    message = NewMessage(
        author=Author(note.author),
        author_name=note.author_name,
        title=note.title,
        body=note.body,
        attachment_rows=files,
    )
    return create_inquiry(
        connection,
        shop_id=shop_id,
        now=now,
        message=message,
        number=number,
        source=talk.source,
        visibility="public" if talk.is_public else "private",
        kind=talk.kind,
        category=talk.category,
        status=UNANSWERED,
        title=talk.title,
        customer_name=talk.customer_name,
        customer_email=talk.customer_email,
        item_no=talk.item.number if talk.item else None,
        order_no=talk.order.number if talk.order else None,
        cart_no=talk.order.cart_no if talk.order else None,
    )


def _store_file(connection: Connection, shop_id: int, file: DemoFile, name: str) -> int:
    result = connection.execute(
        insert(attachments)
        .values(
            shop_id=shop_id,
            file_name=name,
            media_type=file.media_type,
            size_bytes=len(file.content),
            sha256=file.sha256,
        )
        .returning(attachments.c.id)
    )
    return int(result.scalar_one())


def _keep_contents(connection: Connection, files: Sequence[DemoFile]) -> None:
    known = set(connection.execute(select(attachment_contents.c.sha256)).scalars())
    for file in files:
        if file.sha256 not in known:
            known.add(file.sha256)
            connection.execute(insert(attachment_contents).values(sha256=file.sha256, content=file.content))


def _regulars(connection: Connection) -> list[Buyer]:
    """Return those who wrote lately."""
    lately = (
        select(inquiries.c.customer_name, inquiries.c.customer_email)
        .where(inquiries.c.source == "customer")
        .order_by(inquiries.c.id.desc())
        .limit(_REGULARS)
    )
    return [
        Buyer(name, mail, "03-0000-0000", PLACES[0], False, _LANGUAGES.get(name, JAPANESE))
        for name, mail in connection.execute(lately)
    ]


def _goods(connection: Connection, shop_id: int) -> list[SoldItem]:
    rows = connection.execute(select(items).where(items.c.shop_id == shop_id).limit(_REGULARS))
    return [
        SoldItem(row.number, row.name, _short(row.name), row.category, row.price, row.url, row.image_url)
        for row in rows
    ]


def _short(name: str) -> str:
    """Return the noun of an item's name, as buyers would say it."""
    return name.partition(" ")[2].split(" ")[0] or name
