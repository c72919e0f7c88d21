"""Why: a seller's workspace over a marketplace in memory, with a clock the test turns."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from qpost.api.backend import Backend
from qpost.models.account import Account, AccountId
from qpost.models.errors import SignInRejected
from qpost.models.events import Event, OutboxChanged
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import OutboxFile, OutboxId, OutboxRow, OutboxState
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from tests.services.marketplace import SHOP, START, Marketplace

KEY = bytes(range(32))
RIGHT = Marketplace.password


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = START + timedelta(days=2)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.moment += timedelta(seconds=seconds)


def new_key() -> OutboxId:
    """Return a fresh outbox id."""
    return OutboxId(str(uuid.uuid4()))


class Desk:
    """One workspace, which may be crashed and opened again on the same file."""

    def __init__(self, market: Marketplace, path: Path | None, *, saved_password: str | None = RIGHT) -> None:
        self.market = market
        self.path = path
        self.clock = Clock()
        self.saved_password = saved_password
        self.events: list[Event] = []
        self.open()

    def open(self) -> None:
        """Open the store and build the services, as a start of the program does."""
        self.publisher = Publisher()
        self.publisher.subscribe(self.events.append)
        self.store = AccountStore(self.path, KEY, now=self.clock())
        self.link = Link(
            open_backend=self._connect, sign_in=self._sign_in, publisher=self.publisher, now=self.clock
        )
        self.workspace = Workspace(
            account=Account(id=AccountId("a1"), login="akari", display_name="あかり"),
            extension="A",
            store=self.store,
            link=self.link,
            publisher=self.publisher,
            cache=(self.path or Path("memory")).with_suffix(".files"),
            now=self.clock,
            chance=lambda: 1.0,
        )
        self.replies = self.workspace.replies
        self.delivery = self.workspace.delivery

    def reopen(self) -> None:
        """End as a crash would (nothing is tidied) and start again."""
        self.store.close()
        self.open()

    def close(self) -> None:
        """End properly."""
        self.workspace.close()

    def send(
        self,
        name: str = "i1",
        *,
        body: str = "ありがとうございます。",
        key: OutboxId | None = None,
        hold_s: float = 0.0,
        expected_version: int | None = None,
        files: tuple[OutboxFile, ...] = (),
    ) -> OutboxRow:
        """Queue a reply to what is stored."""
        thread = self.workspace.inbox.thread(InquiryId(name))
        assert thread is not None
        return self.replies.send(
            key=key or new_key(),
            shop=SHOP,
            inquiry_id=InquiryId(name),
            expected_version=thread.inquiry.version if expected_version is None else expected_version,
            title="[Re] サイズ",
            body=body,
            status=Status.ANSWERED,
            files=files,
            hold_s=hold_s,
        )

    def state(self, row: OutboxRow) -> tuple[OutboxState, str | None]:
        """Return where a row stands and why."""
        current = self.replies.row(row.id)
        assert current is not None
        return current.state, current.reason

    def states_told(self, row: OutboxRow) -> list[OutboxState]:
        """Return the states listeners were told of."""
        return [
            event.row.state
            for event in self.events
            if isinstance(event, OutboxChanged) and event.row.id == row.id
        ]

    def deliver_until_quiet(self, *, rounds: int = 60) -> None:
        """Deliver, letting time pass between the passes, until nothing is open."""
        for _ in range(rounds):
            self.delivery.deliver_due()
            if not any(row.state is not OutboxState.FAILED for row in self.replies.waiting()):
                return
            self.clock.forward(400)

    def _connect(self) -> Backend:
        return self.market

    def _sign_in(self, backend: Backend) -> None:
        if self.saved_password is None:
            raise SignInRejected("token-expired")
        backend.sign_in(login="akari", password=self.saved_password, extension="A", device="test")


MakeDesk = Callable[..., Desk]
