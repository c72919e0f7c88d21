"""Why: the local store follows the service through resets, deletions, faults and restarts."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.errors import CursorExpired, Offline, Refused, ServerFault, TryLater
from qpost.models.events import (
    InquiriesChanged,
    LinkChanged,
    LinkState,
    OutboxChanged,
    PresenceChanged,
    SignedOut,
)
from qpost.models.inquiry import Author, ChangesPage, InquiryId, Presence, ServerEvent
from qpost.models.outbox import OutboxState
from qpost.models.search import InquiryQuery
from qpost.services import feed as feed_module
from qpost.services.feed import POLL_WITH_EVENTS_S
from tests.services.desk import Desk, MakeDesk
from tests.services.marketplace import SHOP, START, Marketplace, inquiry, offline

I1 = InquiryId("i1")
WAIT_S = 20.0


def _stored(desk: Desk) -> set[str]:
    inbox = desk.workspace.inbox
    return {row.inquiry.id for row in inbox.rows(inbox.ids(SHOP, InquiryQuery()))}


def _whole(desk: Desk) -> int:
    threads = [desk.workspace.inbox.thread(InquiryId(name)) for name in _stored(desk)]
    return sum(thread is not None and thread.is_whole for thread in threads)


def _changes(desk: Desk) -> list[InquiriesChanged]:
    return [event for event in desk.events if isinstance(event, InquiriesChanged)]


def test_the_first_sync_is_not_news_and_the_next_is(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    assert _stored(desk) == {"i1", "i2", "i3"}
    assert {event.arrived for event in _changes(desk)} == {frozenset()}
    desk.events.clear()
    market.put(inquiry(4))
    market.say(I1, "追記", Author.CUSTOMER)
    desk.workspace.sync.sync_once()
    (event,) = _changes(desk)
    assert event.ids == {"i1", "i4"}
    assert event.arrived == {"i4"}


def test_an_interrupted_first_sync_goes_on_where_it_was(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_module, "PAGE_SIZE", 10)
    market = Marketplace(inquiries=35)
    desk = make_desk(market)
    calls: list[int] = []

    def cut() -> None:
        calls.append(1)
        market.hooks["changes"] = cut
        if len(calls) == 3:
            raise offline(may_have_arrived=False)

    market.hooks["changes"] = cut
    with pytest.raises(Offline):
        desk.workspace.sync.sync_once()
    assert len(_stored(desk)) == 35
    assert _whole(desk) == 20
    desk.reopen()
    market.calls.clear()
    desk.events.clear()
    desk.workspace.sync.sync_once()
    assert _whole(desk) == 35
    assert market.calls.count("changes") == 2
    assert "recent" not in market.calls
    progress = [
        event.progress or 0.0
        for event in desk.events
        if isinstance(event, LinkChanged) and event.state is LinkState.SYNCING
    ]
    assert progress == sorted(progress)
    assert progress[-1] > 0.0


def test_the_newest_are_listed_before_the_feed_is_read(make_desk: MakeDesk, market: Marketplace) -> None:
    market.put(inquiry(9, received_at=START - timedelta(days=90)))
    desk = make_desk(market)
    listed: list[tuple[set[str], bool]] = []

    def look() -> None:
        thread = desk.workspace.inbox.thread(I1)
        assert thread is not None
        listed.append((_stored(desk), thread.is_whole))

    market.hooks["changes"] = look
    desk.workspace.sync.sync_once()
    assert listed == [({"i1", "i2", "i3"}, False)]
    assert _stored(desk) == {"i1", "i2", "i3", "i9"}
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.is_whole


def test_an_inquiry_that_is_only_listed_is_completed_on_demand(
    make_desk: MakeDesk, market: Marketplace
) -> None:
    desk = make_desk(market)
    market.stage("changes", offline(may_have_arrived=False))
    with pytest.raises(Offline):
        desk.workspace.sync.sync_once()
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert (thread.is_whole, thread.inquiry.message_count) == (False, 1)
    desk.events.clear()
    desk.workspace.sync.complete(SHOP, I1)
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.is_whole
    assert _changes(desk)[-1].ids == {I1}
    market.calls.clear()
    desk.workspace.sync.sync_once()  # lists once more, and takes no message away
    assert market.calls.count("recent") == 1
    assert _stored(desk) == {"i1", "i2", "i3"}


def test_a_shop_that_is_closed_to_us_is_told_of_until_it_opens(desk: Desk, market: Marketplace) -> None:
    market.stage("changes", Refused("forbidden"))
    with pytest.raises(Refused):
        desk.workspace.sync.sync_once()
    link = desk.workspace.link()
    assert link.state is LinkState.ONLINE
    assert [(shop, getattr(error, "code", "")) for shop, error in link.refusals.items()] == [
        (SHOP, "forbidden")
    ]
    desk.workspace.sync.sync_once()
    assert desk.workspace.link().refusals == {}


def test_a_closed_shop_does_not_make_the_others_be_asked_more_often(desk: Desk, market: Marketplace) -> None:
    sync = desk.workspace.sync
    sync.set_has_events(True)
    for _ in range(2):
        market.stage("changes", Refused("forbidden"))
        delay_s = sync._turn()
        assert delay_s is not None
        assert delay_s >= 0.9 * POLL_WITH_EVENTS_S
    assert desk.workspace.link().state is LinkState.ONLINE


def test_deletions_follow(desk: Desk, market: Marketplace) -> None:
    market.delete(I1)
    desk.workspace.sync.sync_once()
    assert _stored(desk) == {"i2", "i3"}
    assert _changes(desk)[-1].ids == {"i1"}


def test_an_expired_cursor_reads_anew_and_drops_what_is_gone(desk: Desk, market: Marketplace) -> None:
    market.reset()
    market.put(inquiry(2, title="戻った"))
    market.put(inquiry(5))
    desk.workspace.sync.sync_once()
    assert _stored(desk) == {"i2", "i5"}
    assert _changes(desk)[-1].ids >= {"i1", "i3"}
    thread = desk.workspace.inbox.thread(InquiryId("i2"))
    assert thread is not None
    assert thread.inquiry.title == "戻った"


def test_a_feed_that_expires_again_and_again_is_a_fault_and_no_endless_reading(
    desk: Desk, market: Marketplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    market.reset()
    market.put(inquiry(2, title="戻った"))
    changes, readings = market.changes, 0

    def forgetful(shop: ShopId, *, cursor: str | None, limit: int) -> ChangesPage:
        nonlocal readings
        readings += 1
        if cursor is not None and readings < 20:
            raise CursorExpired
        return structs.replace(changes(shop, cursor=cursor, limit=limit), has_more=cursor is None)

    monkeypatch.setattr(market, "changes", forgetful)
    with pytest.raises(ServerFault, match="expires"):
        desk.workspace.sync.sync_once()
    assert readings == 3
    monkeypatch.undo()
    desk.workspace.sync.sync_once()
    assert _stored(desk) == {"i2"}


def test_an_older_version_never_replaces_a_newer_one(desk: Desk, market: Marketplace) -> None:
    desk.send()
    desk.delivery.deliver_due()
    market.put(inquiry(1))  # a stale page of the feed
    desk.workspace.sync.sync_once()
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.inquiry.version == 2


def test_a_feed_that_does_not_advance_is_a_fault(make_desk: MakeDesk) -> None:
    market = Marketplace(inquiries=0)
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    market.feed_is_stuck = True
    with pytest.raises(ServerFault):
        desk.workspace.sync.sync_once()


def test_drafts_outlive_their_inquiry(desk: Desk, market: Marketplace) -> None:
    row = desk.send()
    desk.replies.undo(row.id)
    market.delete(I1)
    desk.workspace.sync.sync_once()
    assert [draft.inquiry_id for draft in desk.replies.drafts()] == [I1]


def test_templates_and_the_courtesy_text_are_read_along(desk: Desk, market: Marketplace) -> None:
    calls = len(market.calls)
    assert [template.title for template in desk.workspace.templates.list(SHOP)] == ["挨拶"]
    assert desk.replies.auto_reply_text(SHOP) == "対応済みです。"
    assert len(market.calls) == calls


class Watcher:
    """Waits for events instead of sleeping."""

    def __init__(self, desk: Desk) -> None:
        self._arrived = threading.Condition()
        self._events: list[object] = []
        desk.publisher.subscribe(self._take)

    def _take(self, event: object) -> None:
        with self._arrived:
            self._events.append(event)
            self._arrived.notify_all()

    def wait_for(self, kind: type, **fields: object) -> None:
        """Wait until an event of ``kind`` with these fields was published."""
        self.wait_until(
            lambda event: (
                isinstance(event, kind)
                and all(getattr(event, name) == value for name, value in fields.items())
            )
        )

    def wait_until(self, is_wanted: Callable[[object], bool]) -> None:
        """Wait until an event was published of which ``is_wanted`` is true."""
        with self._arrived:
            is_there = self._arrived.wait_for(lambda: any(map(is_wanted, self._events)), WAIT_S)
            assert is_there, self._events


def test_the_threads_sync_deliver_and_follow_events(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    watcher = Watcher(desk)
    desk.workspace.start()
    watcher.wait_for(LinkChanged, state=LinkState.ONLINE)
    row = desk.send()
    watcher.wait_until(lambda event: isinstance(event, OutboxChanged) and event.row.state is OutboxState.SENT)
    market.put(inquiry(9))
    market.announce(ServerEvent(id="1", type="inquiry.created", shop=SHOP, inquiry_id="i9", version=1))
    watcher.wait_for(InquiriesChanged, arrived=frozenset({"i9"}))
    market.put(
        structs.replace(market.inquiries[I1], presence=(Presence("B", "viewing"), Presence("A", "viewing")))
    )
    market.announce(ServerEvent(id="2", type="presence", shop=SHOP, inquiry_id=I1))
    watcher.wait_for(PresenceChanged, inquiry_id=I1)
    assert desk.workspace.presence.colleagues(I1) == (Presence("B", "viewing"),)
    desk.workspace.stop()
    assert desk.state(row)[0] is OutboxState.SENT


def test_a_notice_that_cannot_be_read_wakes_all_the_same(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    watcher = Watcher(desk)
    desk.workspace.start()
    watcher.wait_for(LinkChanged, state=LinkState.ONLINE)
    market.put(inquiry(9))
    market.announce(ServerEvent(id="1", type="inquiry.created"))
    watcher.wait_for(InquiriesChanged, arrived=frozenset({"i9"}))


def test_a_stream_that_breaks_makes_sync_look_whether_the_service_is_there(
    make_desk: MakeDesk, market: Marketplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_desk(market).workspace
    woken: list[object] = []
    monkeypatch.setattr(workspace.sync, "wake", lambda shop=None: woken.append(shop))
    market.is_closed.set()
    assert workspace._events._turn() is not None, "and is tried again"
    assert woken == [None, None], "once when it was there, once when it was gone"


def test_a_lost_connection_is_told_and_comes_back(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    watcher = Watcher(desk)
    market.stage("shops", offline(may_have_arrived=False))
    desk.workspace.start()
    watcher.wait_for(LinkChanged, state=LinkState.OFFLINE)
    desk.workspace.sync.wake()
    watcher.wait_for(LinkChanged, state=LinkState.ONLINE)


def test_a_service_that_asks_to_wait_is_left_alone(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    sync = desk.workspace.sync
    market.stage("shops", TryLater("unavailable", retry_after_s=77))
    assert sync._turn() == 77


def test_without_a_saved_password_the_seller_is_signed_out(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market, saved_password=None)
    watcher = Watcher(desk)
    desk.workspace.start()
    watcher.wait_for(SignedOut)
    watcher.wait_for(LinkChanged, state=LinkState.SIGNED_OUT)


def test_stopping_does_not_wait_for_a_request_that_hangs(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    is_hanging, may_go = threading.Event(), threading.Event()

    def hang() -> None:
        is_hanging.set()
        may_go.wait(WAIT_S)

    market.hooks["changes"] = hang
    desk.workspace.start()
    assert is_hanging.wait(WAIT_S)
    is_stopped = threading.Event()

    def stop() -> None:
        desk.workspace.stop()
        is_stopped.set()

    thread = threading.Thread(target=stop)
    thread.start()
    assert is_stopped.wait(5)  # one second, and some air for a busy machine
    may_go.set()
    thread.join(WAIT_S)


def test_counters_follow_the_window_of_30_days(desk: Desk, market: Marketplace) -> None:
    market.put(inquiry(8, received_at=desk.clock() - timedelta(days=31)))
    desk.workspace.sync.sync_once()
    counts = desk.workspace.inbox.counts(SHOP, InquiryQuery())
    assert sum(counts.last_30_days.values()) == 3
    assert sum(counts.matching.values()) == 4
    assert desk.workspace.inbox.unanswered(SHOP) == 4


def test_an_idle_poll_asks_for_changes_only(desk: Desk, market: Marketplace) -> None:
    market.calls.clear()
    desk.workspace.sync.sync_once()
    assert market.calls == ["changes"]
    desk.clock.forward(3600)
    desk.workspace.sync.sync_once()
    assert {"shops", "templates", "auto_reply_text"} <= set(market.calls)


def test_a_version_moved_by_a_colleague_without_a_word_is_news_only(desk: Desk, market: Marketplace) -> None:
    market.put(structs.replace(market.inquiries[I1], version=2, handled_by="B"))
    desk.workspace.sync.sync_once()
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.inquiry.handled_by == "B"
