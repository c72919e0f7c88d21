"""Why: a seller's workspace over the stand-in of Qoo10, on one clock, which may crash and be opened again."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from qpost.api.qapi.client import QapiBackend
from qpost.models.account import Account, AccountId, ShopId
from qpost.models.errors import QpostError, SignInRejected
from qpost.models.events import Event
from qpost.models.inquiry import Author, Inquiry, InquiryId, Status
from qpost.models.listing import ListedRow
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.models.search import InquiryQuery
from qpost.models.threads import thread_of
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from tests.qapi.market import Market
from tests.qapi.rows import Row
from tests.qapi.stand_in import StandIn
from tests.services.desk import KEY, new_key

START = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
_STATUSES = {"S1": Status.UNANSWERED, "S2": Status.ANSWERING, "S3": Status.ANSWERED}


class Clock:
    """Time for both sides, which stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **length: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**length)


class Qoo10Desk:
    """One workspace; ``password`` is what the seller types when a key is void, None when nobody is there."""

    def __init__(self, stand_in: StandIn, clock: Clock, path: Path) -> None:
        self.stand_in, self.clock, self.path = stand_in, clock, path
        self.market: Market = stand_in.market
        self.shop = ShopId(self.market.login)
        self.password: str | None = self.market.password
        self.certificate: str | None = None
        self.events: list[Event] = []
        self.open()

    def open(self) -> None:
        """Start as the program does."""
        publisher = self.publisher = Publisher()
        publisher.subscribe(self.events.append)
        self.store = AccountStore(self.path, KEY, now=self.clock())
        self.link = Link(
            open_backend=self._connect, sign_in=self._sign_in, publisher=publisher, now=self.clock
        )
        self.workspace = Workspace(
            account=Account(id=AccountId("a1"), login=self.market.login, display_name="あかり"),
            extension="A",
            store=self.store,
            link=self.link,
            publisher=publisher,
            cache=self.path.with_suffix(".files"),
            now=self.clock,
            chance=lambda: 1.0,
            is_listing=True,
        )

    def crash(self) -> None:
        """End without tidying up, and start again."""
        self.link.close()
        self.store.close()
        self.open()

    def close(self) -> None:
        """End properly."""
        self.workspace.close()

    def sync(self) -> None:
        """Read once; raises what the connection raises."""
        self.workspace.sync.sync_once()

    def deliver(self) -> None:
        """Make one pass over the outbox."""
        self.workspace.delivery.deliver_due()

    def settle(self, *, passes: int = 60) -> None:
        """Let quiet return: no fault any more, and as many passes as one round over the past takes."""
        self.stand_in.lift()
        for _ in range(passes):
            self.clock.forward(minutes=10)
            self.deliver()
            self.sync()

    def send(self, inquiry_id: InquiryId, body: str = "ありがとうございます。😊 髙島屋") -> OutboxRow:
        """Queue a reply to what the seller sees."""
        return self.workspace.replies.send(
            key=new_key(),
            shop=self.shop,
            inquiry_id=inquiry_id,
            expected_version=self.inquiry(inquiry_id).version,
            title="[Re]",
            body=body,
            status=Status.ANSWERED,
        )

    def state(self, row: OutboxRow) -> tuple[OutboxState, str | None]:
        """Return where a reply stands and why."""
        current = self.workspace.replies.row(row.id)
        assert current is not None
        return current.state, current.reason

    def inquiry(self, inquiry_id: InquiryId) -> Inquiry:
        """Return what is stored."""
        thread = self.workspace.inbox.thread(inquiry_id)
        assert thread is not None
        return thread.inquiry

    def inquiries(self) -> dict[InquiryId, Inquiry]:
        """Return all that is stored of the shop, with messages."""
        ids = self.store.inquiries.ids(self.shop, InquiryQuery())
        rows = self.store.inquiries.rows(ids)
        return {row.inquiry.id: self.inquiry(row.inquiry.id) for row in rows}

    def seen(self) -> dict[InquiryId, tuple[Status, frozenset[tuple[str, datetime]]]]:
        """Return each stored thread's status and what customers wrote, by text and time."""
        return {
            inquiry_id: (
                inquiry.status,
                frozenset(
                    (message.body, message.at)
                    for message in inquiry.messages or ()
                    if message.author is Author.CUSTOMER
                ),
            )
            for inquiry_id, inquiry in self.inquiries().items()
        }

    def truth(self) -> dict[InquiryId, tuple[Status, frozenset[tuple[str, datetime]]]]:
        """Return the same as the service has it."""
        threads: dict[InquiryId, list[Row]] = {}
        for row in self.market.rows:
            if row.raw is None:
                threads.setdefault(_thread(row), []).append(row)
        return {
            inquiry_id: (
                _STATUSES[max(rows, key=lambda row: (row.second, int(row.seq_no))).status],
                frozenset((row.body, datetime.fromtimestamp(row.second, UTC)) for row in rows),
            )
            for inquiry_id, rows in threads.items()
        }

    def _connect(self) -> QapiBackend:
        return QapiBackend(
            self.stand_in.url,
            now=self.clock,
            api_key=self.market.api_key,
            certificate=self.certificate,
            login=self.market.login,
        )

    def _sign_in(self, backend: object) -> None:
        assert isinstance(backend, QapiBackend)
        if self.password is None:
            raise SignInRejected("qapi-key-void")
        self.certificate = backend.certificate(login=self.market.login, password=self.password).key


MakeQoo10Desk = Callable[..., Qoo10Desk]


def attempt(step: Callable[[], object]) -> None:
    """Take a step that may meet a fault."""
    with suppress(QpostError):
        step()


def _thread(row: Row) -> InquiryId:
    at = datetime.fromtimestamp(row.second, UTC)
    return thread_of(ListedRow(row.type, row.question_no, row.seq_no, at, row.status, "", "", "", ""))
