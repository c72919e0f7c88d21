"""Why: one shop's inquiries come newest first, then in full, and from then on as they change."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from msgspec import structs

from qpost.api.backend import Backend
from qpost.models.account import ShopId
from qpost.models.errors import CursorExpired, ServerFault
from qpost.models.events import InquiriesChanged
from qpost.models.inquiry import AttachmentId, ChangesPage, Inquiry, InquiryId, RecentPage
from qpost.models.jst import JST
from qpost.models.outbox import OutboxKind
from qpost.models.outbox_rules import Entry
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from qpost.store.inquiry_writes import Written
from qpost.store.shops import Feed

POLL_S = 60.0
POLL_WITH_EVENTS_S = 300.0
PAGE_SIZE = 500
HEAD_WINDOW = timedelta(days=30)
HEAD_PAGES = 20
"""So much of the newest is listed before the feed is read from its beginning."""

_log = logging.getLogger(__name__)


class FeedReader:
    """An ``Exchange`` over change feeds: each page and its cursor reach the store in one transaction.

    ``is_stopping`` is asked between pages.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        publisher: Publisher,
        now: Callable[[], datetime],
        is_stopping: Callable[[], bool],
    ) -> None:
        self._store = store
        self._link = link
        self._publisher = publisher
        self._now = now
        self._is_stopping = is_stopping

    def follow(self, shop: ShopId, *, told: Callable[[float], None]) -> None:
        """Read the feed of ``shop`` to its end; ``told`` hears how far a long reading is (0 to 1).

        Raises what the connection raises; what was read until then is kept.
        """
        feed = self._store.shops.feed(shop)
        if feed == Feed():
            told(0.0)
            self._take_head(shop)
        first: datetime | None = None
        has_begun_anew = False
        while not self._is_stopping():
            try:
                page = self._read_page(shop, feed)
            except CursorExpired as error:
                if feed.cursor is None:
                    raise
                if has_begun_anew:  # read on without a pause it might go round for ever
                    raise ServerFault(
                        request_id=None,
                        detail="the change feed expires while it is read",
                        may_have_arrived=False,
                    ) from error
                has_begun_anew = True
                _log.info("the change feed is read from the beginning")
                feed = structs.replace(feed, cursor=None, generation=feed.generation + 1, rebuilding=True)
                self._store.shops.set_feed(shop, feed)
                continue
            is_long = page.has_more or not feed.complete or feed.rebuilding
            feed = self._keep(shop, feed, page)
            if is_long and page.items:
                first = first or page.items[0].updated_at
                told(self._share(page.items[-1].updated_at, first))
            if not page.has_more:
                return

    def pause_s(self, *, has_events: bool) -> float:
        """Return a short pause, or a long one while an event stream would tell of news."""
        return POLL_WITH_EVENTS_S if has_events else POLL_S

    def read(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Return an inquiry with its messages as the service has it now."""
        return self._link.call(lambda backend: backend.inquiry(shop, inquiry_id))

    def post(self, entry: Entry) -> Inquiry:
        """Make the very request ``entry`` stands for; it is the same every time it is made."""
        return self._link.call(lambda backend: _post(backend, entry))

    def complete(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Read one inquiry with its messages, which a first reading has listed but not reached yet."""
        fresh = self.read(shop, inquiry_id)
        self._store.inquiry_writes.put(shop, [fresh])
        self._publisher.publish(InquiriesChanged(shop_id=shop, ids=frozenset({inquiry_id})))

    def _take_head(self, shop: ShopId) -> None:
        """List the newest first, so that a seller can begin while years of history are still read."""
        since = (self._now() - HEAD_WINDOW).astimezone(JST).date()
        cursor: str | None = None
        for _ in range(HEAD_PAGES):
            if self._is_stopping():
                return
            page = self._link.call(partial(_recent, shop=shop, since=since, cursor=cursor))
            arrived = self._store.inquiry_writes.introduce(shop, page.items)
            if arrived:
                self._publisher.publish(InquiriesChanged(shop_id=shop, ids=arrived))
            cursor = page.next_cursor
            if cursor is None:
                return

    def _read_page(self, shop: ShopId, feed: Feed) -> ChangesPage:
        page = self._link.call(lambda backend: backend.changes(shop, cursor=feed.cursor, limit=PAGE_SIZE))
        if page.has_more and page.next_cursor == feed.cursor:
            raise ServerFault(
                request_id=None, detail="the change feed does not advance", may_have_arrived=False
            )
        return page

    def _keep(self, shop: ShopId, feed: Feed, page: ChangesPage) -> Feed:
        """Store a page and its cursor in one transaction, then tell what changed."""
        is_last = not page.has_more
        after = structs.replace(
            feed,
            cursor=page.next_cursor,
            rebuilding=feed.rebuilding and not is_last,
            complete=feed.complete or is_last,
        )

        def work(_: object) -> tuple[Written, frozenset[InquiryId]]:
            written = self._store.inquiry_writes.put(shop, page.items, force=feed.rebuilding)
            gone = self._store.inquiry_writes.delete(page.deleted)
            if feed.rebuilding and is_last:
                gone |= self._store.inquiry_writes.delete_unseen(shop, generation=feed.generation)
            self._store.shops.set_feed(shop, after)
            return written, gone

        written, gone = self._store.database.write(work)
        changed = written.changed | gone
        if changed:
            is_news = feed.complete and not feed.rebuilding
            self._publisher.publish(
                InquiriesChanged(
                    shop_id=shop,
                    ids=changed,
                    arrived=written.arrived - gone if is_news else frozenset(),
                )
            )
        return after

    def _share(self, reached: datetime, first: datetime) -> float:
        """Return how far the feed was read, judged by the age of its changes."""
        whole = (self._now() - first).total_seconds()
        return min(max((reached - first).total_seconds() / whole, 0.0), 1.0) if whole > 0 else 1.0


def _recent(backend: Backend, *, shop: ShopId, since: date, cursor: str | None) -> RecentPage:
    return backend.recent(shop, date_from=since, cursor=cursor, limit=PAGE_SIZE)


def _post(backend: Backend, entry: Entry) -> Inquiry:
    row, version = entry.row, entry.sent_version
    if version is None:
        raise ValueError("a row is sent at a version")
    match row.kind:
        case OutboxKind.AUTO_REPLY:
            return backend.auto_reply(
                row.shop_id, row.inquiry_id, expected_version=version, key=entry.request_key
            )
        case OutboxKind.HIDE if row.hide is not None:
            return backend.hide(
                row.shop_id, row.inquiry_id, row.hide, expected_version=version, key=entry.request_key
            )
        case OutboxKind.REPLY if row.reply is not None:
            ids = tuple(AttachmentId(file.attachment_id) for file in row.files if file.attachment_id)
            return backend.reply(
                row.shop_id,
                row.inquiry_id,
                structs.replace(row.reply, attachment_ids=ids),
                expected_version=version,
                key=entry.request_key,
            )
        case _:
            raise ValueError(f"a {row.kind} without its content")
