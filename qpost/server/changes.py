"""Why: every change to an inquiry moves its version, its place in the feed and the events, all together.

Call these inside one ``writing`` transaction. The account's row is locked first, so the changes of one
account happen one after the other and neither feed nor events ever show a gap that is filled later.
"""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, insert, select, update

from qpost.models.inquiry import Author
from qpost.server.database import accounts, events, inquiries, message_attachments, messages, shops
from qpost.server.ids import to_us
from qpost.server.problems import Problem

PREVIEW_LENGTH = 100

CREATED, UPDATED, PRESENCE, SUMMARY = "inquiry.created", "inquiry.updated", "presence", "summary"


class NewMessage(Struct, frozen=True):
    """A message to append; ``attachment_rows`` are row numbers of ``attachments``."""

    author: Author
    author_name: str
    title: str
    body: str
    auto: bool = False
    extension: str | None = None
    attachment_rows: tuple[int, ...] = ()


def preview(body: str) -> str:
    """Return the beginning of a message on one line."""
    return " ".join(body[: PREVIEW_LENGTH * 2].split())[:PREVIEW_LENGTH]


def lock_account(connection: Connection, account_id: int) -> None:
    """Wait until no other change of this account is under way."""
    connection.execute(select(accounts.c.id).where(accounts.c.id == account_id).with_for_update())


def next_seq(connection: Connection, shop_id: int) -> int:
    """Take the next place in the shop's change feed."""
    return int(
        connection.execute(
            update(shops)
            .where(shops.c.id == shop_id)
            .values(last_seq=shops.c.last_seq + 1)
            .returning(shops.c.last_seq)
        ).scalar_one()
    )


def announce(
    connection: Connection,
    kind: str,
    *,
    shop_id: int,
    now: datetime,
    inquiry_id: int | None = None,
    version: int | None = None,
) -> None:
    """Store an event for everybody who listens to the shop's account."""
    account_id = connection.execute(select(shops.c.account_id).where(shops.c.id == shop_id)).scalar_one()
    event_id = connection.execute(
        update(accounts)
        .where(accounts.c.id == account_id)
        .values(last_event_id=accounts.c.last_event_id + 1)
        .returning(accounts.c.last_event_id)
    ).scalar_one()
    connection.execute(
        insert(events).values(
            account_id=account_id,
            id=event_id,
            type=kind,
            shop_id=shop_id,
            inquiry_id=inquiry_id,
            version=version,
            at_us=to_us(now),
        )
    )


def inquiry_for_change(
    connection: Connection, *, shop_id: int, inquiry_id: int, expected_version: int | None = None
) -> Row[Any]:
    """Read and lock an inquiry; raises ``not-found`` or, when it moved on, ``version-conflict``."""
    row = connection.execute(
        select(inquiries)
        .where(inquiries.c.id == inquiry_id, inquiries.c.shop_id == shop_id)
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise Problem("not-found")
    if expected_version is not None and expected_version != row.version:
        raise Problem("version-conflict", current_version=row.version)
    return row


def change_inquiry(
    connection: Connection,
    row: Row[Any],
    *,
    now: datetime,
    message: NewMessage | None = None,
    **values: object,
) -> int:
    """Store ``values`` and ``message``; returns the new version. ``row`` must be locked and fresh."""
    version = int(row.version) + 1
    if message is not None:
        position = row.message_count + 1
        _insert_message(connection, row.id, position, message, now=now)
        values |= {"message_count": position, "last_message_preview": preview(message.body)}
    seq = next_seq(connection, row.shop_id)
    connection.execute(
        update(inquiries)
        .where(inquiries.c.id == row.id)
        .values(version=version, seq=seq, updated_us=to_us(now), **values)
    )
    announce(connection, UPDATED, shop_id=row.shop_id, now=now, inquiry_id=row.id, version=version)
    if values.get("status", row.status) != row.status:
        announce(connection, SUMMARY, shop_id=row.shop_id, now=now)
    return version


def create_inquiry(
    connection: Connection, *, shop_id: int, now: datetime, message: NewMessage, **values: object
) -> int:
    """Store a new inquiry with its first message and return its row number.

    ``values`` are the remaining columns of ``inquiries``: number, source, visibility, kind, category,
    status, title, customer_name and whatever else is known.
    """
    result = connection.execute(
        insert(inquiries).values(
            shop_id=shop_id,
            received_us=to_us(now),
            updated_us=to_us(now),
            version=1,
            message_count=1,
            last_message_preview=preview(message.body),
            seq=next_seq(connection, shop_id),
            **values,
        )
    )
    key = result.inserted_primary_key
    if key is None:
        raise RuntimeError("the database did not number the inquiry")
    inquiry_id = int(key[0])
    _insert_message(connection, inquiry_id, 1, message, now=now)
    announce(connection, CREATED, shop_id=shop_id, now=now, inquiry_id=inquiry_id, version=1)
    announce(connection, SUMMARY, shop_id=shop_id, now=now)
    return inquiry_id


def _insert_message(
    connection: Connection, inquiry_id: int, position: int, message: NewMessage, *, now: datetime
) -> None:
    connection.execute(
        insert(messages).values(
            inquiry_id=inquiry_id,
            position=position,
            author=str(message.author),
            author_name=message.author_name,
            title=message.title,
            body=message.body,
            at_us=to_us(now),
            auto=message.auto,
            extension=message.extension,
        )
    )
    if message.attachment_rows:
        connection.execute(
            insert(message_attachments),
            [
                {
                    "inquiry_id": inquiry_id,
                    "position": position,
                    "ordinal": ordinal,
                    "attachment_id": attachment_id,
                }
                for ordinal, attachment_id in enumerate(message.attachment_rows, start=1)
            ],
        )
