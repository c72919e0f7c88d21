"""Why: what customers write is told once, together, over restarts, and never what the seller knows."""

import queue
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs

from qpost.api.rest.client import RestBackend
from qpost.models.errors import StoreFault
from qpost.models.events import AlarmDue, LinkState, NewsArrived
from qpost.models.inquiry import Author, Inquiry, InquiryId, Presence, Status
from qpost.models.notices import SETTLING, TOAST_GAP, Alarm, Notice
from qpost.models.settings import Connection, NoticeSettings, SignInForm
from qpost.paths import Paths
from qpost.services.kept import Shelf
from qpost.services.notices import Notices
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from tests.service_fixtures import MakeService
from tests.services.desk import Desk, MakeDesk
from tests.services.marketplace import SHOP, START, Marketplace, inquiry
from tests.services.test_session import MemoryRing

QUIET = NoticeSettings(repeat_min=0)


def utc_now() -> datetime:
    """Return the moment, as the services ask for it."""
    return datetime.now(UTC)


class Ear:
    """Notices over a desk, looking when told to, and what they told."""

    def __init__(self, desk: Desk, settings: NoticeSettings = QUIET) -> None:
        self.desk = desk
        self.settings = settings
        self.open()

    def open(self) -> None:
        """Begin to listen, as a start of the program does."""
        self.notices = Notices(
            store=self.desk.store,
            publisher=self.desk.publisher,
            settings=lambda: self.settings,
            now=self.desk.clock,
            own="A",
            wall=lambda moment: moment,
        )
        self.notices.listen()
        self.notices.look()

    def restart(self) -> None:
        """End the program as a crash would, and start it again."""
        self.desk.reopen()
        self.open()

    def sync(self) -> None:
        """Read what the marketplace has."""
        self.desk.workspace.sync.sync_once()
        self.notices.look()

    def told(self, *, after: timedelta = SETTLING) -> list[Notice]:
        """Return the notices of the time that passes now."""
        self.desk.events.clear()
        self.notices.look()
        self.desk.clock.forward(after.total_seconds())
        self.notices.look()
        return [event.notice for event in self.desk.events if isinstance(event, NewsArrived)]

    def alarms(self, *, after: timedelta) -> list[Alarm]:
        """Return the alarms of the time that passes now."""
        self.desk.events.clear()
        self.desk.clock.forward(after.total_seconds())
        self.notices.look()
        return [event.alarm for event in self.desk.events if isinstance(event, AlarmDue)]


@pytest.fixture
def ear(market: Marketplace, make_desk: MakeDesk) -> Ear:
    """A desk that has read three inquiries for the first time, and listens."""
    ear = Ear(make_desk(market))
    ear.sync()
    return ear


def names(notices: list[Notice]) -> list[tuple[int, str]]:
    return [(notice.count, str(notice.newest.inquiry_id)) for notice in notices]


def test_the_first_reading_is_no_news_and_what_comes_after_it_is(ear: Ear, market: Marketplace) -> None:
    assert ear.told() == []
    market.put(inquiry(9))
    ear.sync()
    assert names(ear.told()) == [(1, "i9")]
    assert ear.told(after=TOAST_GAP) == []


def test_the_first_inquiry_of_a_new_shop_is_news(make_desk: MakeDesk) -> None:
    market = Marketplace(inquiries=0)
    ear = Ear(make_desk(market))
    ear.sync()
    market.put(inquiry(1))
    ear.sync()
    assert names(ear.told()) == [(1, "i1")]


def test_a_further_message_is_news_and_ones_own_answer_is_not(ear: Ear, market: Marketplace) -> None:
    market.say(InquiryId("i1"), "ありがとうございます。", Author.SHOP, extension="A")
    ear.sync()
    assert ear.told() == []
    market.say(InquiryId("i1"), "もう一つ質問です。", Author.CUSTOMER)
    ear.sync()
    [notice] = ear.told()
    assert (notice.leads_to, notice.newest.preview) == (InquiryId("i1"), "もう一つ質問です。")


def test_a_burst_is_one_notice_and_the_next_keeps_its_distance(ear: Ear, market: Marketplace) -> None:
    for number in (10, 11, 12):
        market.put(inquiry(number))
        ear.sync()
    assert names(ear.told()) == [(3, "i12")]
    market.put(inquiry(13))
    ear.sync()
    market.put(inquiry(14))
    ear.sync()
    assert ear.told() == []
    assert names(ear.told(after=TOAST_GAP)) == [(2, "i14")]


def test_what_is_on_the_screen_is_not_told(ear: Ear, market: Marketplace) -> None:
    ear.notices.set_on_screen(InquiryId("i1"))
    market.say(InquiryId("i1"), "見えていますか。", Author.CUSTOMER)
    ear.sync()
    assert ear.told() == []
    ear.notices.set_on_screen(None)
    assert ear.told(after=TOAST_GAP) == []
    ear.restart()
    assert ear.told() == []


def test_what_a_colleague_answered_or_reads_is_not_told(ear: Ear, market: Marketplace) -> None:
    market.put(inquiry(10, presence=(Presence("B2", "viewing"),)))
    market.put(inquiry(11))
    ear.sync()
    market.say(InquiryId("i11"), "対応いたします。", Author.SHOP, extension="B2")
    ear.sync()
    assert ear.told() == []


def test_a_restart_tells_nothing_twice(ear: Ear, market: Marketplace) -> None:
    market.put(inquiry(9))
    ear.sync()
    assert len(ear.told()) == 1
    ear.restart()
    ear.sync()
    assert ear.told() == []
    market.put(structs.replace(market.inquiries[InquiryId("i9")], version=2, category="other"))
    ear.sync()
    assert ear.told() == []


def test_what_came_while_the_program_did_not_run_is_told_once_together(ear: Ear, market: Marketplace) -> None:
    for number in range(10, 15):
        market.put(inquiry(number))
    market.say(InquiryId("i2"), "まだですか。", Author.CUSTOMER)
    ear.restart()
    ear.sync()
    [notice] = ear.told()
    assert notice.count == 6
    ear.restart()
    assert ear.told() == []


def test_what_was_stored_and_not_told_before_a_crash_is_told_after_it(ear: Ear, market: Marketplace) -> None:
    market.put(inquiry(9))
    market.say(InquiryId("i1"), "追伸です。", Author.CUSTOMER)
    ear.sync()
    ear.restart()
    assert [notice.count for notice in ear.told()] == [2]


def test_a_long_reading_is_waited_for(ear: Ear, market: Marketplace) -> None:
    ear.desk.link.report(LinkState.SYNCING, progress=0.5)
    market.put(inquiry(9))
    ear.sync()  # ends with "online"
    ear.desk.link.report(LinkState.SYNCING, progress=0.6)
    assert ear.told(after=timedelta(seconds=30)) == []
    ear.desk.link.report(LinkState.ONLINE)
    assert len(ear.told()) == 1


def test_quiet_hours_gather_what_comes_and_forget_what_was_answered(ear: Ear, market: Marketplace) -> None:
    hour = ear.desk.clock().hour
    ear.settings = NoticeSettings(
        is_quiet_kept=True, quiet_from=hour * 60, quiet_to=(hour + 2) * 60, repeat_min=0
    )
    for number in (10, 11, 12):
        market.put(inquiry(number))
        ear.sync()
    market.say(InquiryId("i1"), "夜分にすみません。", Author.CUSTOMER)
    ear.sync()
    assert ear.told(after=timedelta(hours=1)) == []
    ear.restart()  # the machine was switched off in between
    market.say(InquiryId("i11"), "対応済み", Author.SHOP, extension="B2")
    ear.sync()
    assert ear.told(after=timedelta(minutes=59)) == []
    assert [notice.count for notice in ear.told(after=timedelta(minutes=2))] == [3]


def test_a_snooze_holds_everything_until_it_is_over(ear: Ear, market: Marketplace) -> None:
    ear.settings = NoticeSettings(snoozed_until=ear.desk.clock() + timedelta(hours=3), repeat_min=60)
    market.put(inquiry(9))
    ear.sync()
    assert ear.alarms(after=timedelta(hours=2)) == []
    assert ear.told() == []
    assert len(ear.told(after=timedelta(hours=1))) == 1


def test_the_alarm_says_who_waits_longest_and_what_is_asked_about(ear: Ear, market: Marketplace) -> None:
    ear.settings = NoticeSettings(repeat_min=60)
    item = inquiry(1).item
    for number in range(10, 14):
        market.put(inquiry(number, item=item))
    ear.sync()
    ear.told()
    ear.told(after=TOAST_GAP)
    [alarm] = ear.alarms(after=timedelta(hours=1))
    assert alarm.count == 7
    assert [each.inquiry_id for each in alarm.longest] == ["i1", "i2", "i3"]
    assert [(each.number, each.count) for each in alarm.items] == [("550001", 5), ("550002", 1)]
    assert ear.alarms(after=timedelta(minutes=59)) == []
    assert len(ear.alarms(after=timedelta(minutes=1))) == 1


def test_the_alarm_counts_over_a_restart_and_is_silent_when_nobody_waits(
    ear: Ear, market: Marketplace
) -> None:
    ear.settings = NoticeSettings(repeat_min=60)
    assert len(ear.alarms(after=timedelta(hours=1))) == 1
    ear.desk.clock.forward(50 * 60)
    ear.restart()
    assert ear.alarms(after=timedelta(minutes=9)) == []
    assert len(ear.alarms(after=timedelta(minutes=1))) == 1
    for name in ("i1", "i2", "i3"):
        market.put(structs.replace(market.inquiries[InquiryId(name)], status=Status.ANSWERED, version=5))
    ear.sync()
    assert ear.alarms(after=timedelta(hours=2)) == []
    ear.settings = QUIET
    assert ear.alarms(after=timedelta(hours=5)) == []


def test_a_notice_and_an_alarm_do_not_come_together(ear: Ear, market: Marketplace) -> None:
    ear.settings = NoticeSettings(repeat_min=60)
    ear.desk.clock.forward(3600)
    market.put(inquiry(9))
    ear.desk.workspace.sync.sync_once()
    ear.desk.events.clear()
    ear.notices.look()
    ear.desk.clock.forward(SETTLING.total_seconds())
    ear.notices.look()
    told = [type(event) for event in ear.desk.events if isinstance(event, NewsArrived | AlarmDue)]
    assert told == [AlarmDue]
    assert len(ear.told(after=TOAST_GAP)) == 1


def test_counts_are_those_of_the_last_thirty_days(ear: Ear) -> None:
    assert ear.notices.counts() == {SHOP: 3}
    ear.desk.clock.moment = START + timedelta(days=40)
    assert ear.notices.counts() == {SHOP: 0}


def test_a_customer_of_a_live_service_is_heard_through_the_workspace(
    make_service: MakeService, tmp_path: Path
) -> None:
    service = make_service(inquiries=20, live=True, live_rate=2)
    publisher, told = Publisher(), queue.Queue[Notice]()
    publisher.subscribe(lambda event: told.put(event.notice) if isinstance(event, NewsArrived) else None)
    ring = MemoryRing()
    sessions = SessionService(
        settings=SettingsFile(tmp_path / "settings.json"),
        credentials=Credentials(ring=lambda: ring),
        publisher=publisher,
        paths=Paths.under(tmp_path),
        connect=lambda connection: RestBackend(connection.address, now=utc_now),
        now=utc_now,
    )
    form = SignInForm(login=service.login, connection=Connection(address=service.url))
    workspace = sessions.sign_in(form, service.password).workspace
    try:
        workspace.start()
        notice = told.get(timeout=60)
    finally:
        workspace.close()
        sessions.close()
    assert notice.newest.shop_id in {shop.id for shop in service.shops}
    assert notice.newest.messages


def test_a_full_disk_silences_nothing(ear: Ear, market: Marketplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFault(StoreFault.FULL)

    monkeypatch.setattr(Shelf, "put", full)
    market.put(inquiry(9))
    ear.sync()
    assert names(ear.told()) == [(1, "i9")]
    assert ear.told(after=TOAST_GAP) == [], "and once only"
    ear.settings = NoticeSettings(repeat_min=60)
    assert len(ear.alarms(after=timedelta(hours=2))) == 1


def test_what_was_heard_while_the_store_was_locked_is_told_later(
    ear: Ear, market: Marketplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> list[Inquiry]:
        raise StoreFault(StoreFault.LOCKED)

    market.put(inquiry(9))
    ear.desk.workspace.sync.sync_once()
    with monkeypatch.context() as patch:
        patch.setattr(type(ear.desk.store.notices), "open_among", locked)
        with pytest.raises(StoreFault):
            ear.notices.look()
    assert names(ear.told()) == [(1, "i9")]
