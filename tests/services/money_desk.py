"""Why: a seller's workspace over a real socket to a service whose clock the test turns."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from qpost.api.rest.client import RestBackend
from qpost.api.transport import Timeouts
from qpost.models.account import Account, AccountId, ShopId
from qpost.models.events import Event
from qpost.models.qcash import Charge
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from tests.server.staging import PASSWORD, Seller, Staged

KEY = bytes(range(32))
PATIENCE_S = 20.0

E = TypeVar("E", bound=Event)


class MoneyDesk:
    """One seller's workspace, which may be crashed and opened again; ``key`` None leaves its file plain."""

    def __init__(
        self,
        staged: Staged,
        folder: Path,
        *,
        url: str | None = None,
        seller: Seller | None = None,
        key: bytes | None = KEY,
    ) -> None:
        self.staged = staged
        self.folder = folder
        self.url = url or staged.url
        self.seller = seller or staged.new_seller()
        self.shop = ShopId(self.seller.shop)
        self.events: list[Event] = []
        self._news = threading.Condition()
        self._key = key
        self._timeouts = Timeouts()
        self.open()

    def open(self) -> None:
        """Open the store and build the services, as a start of the program does."""
        self.publisher = Publisher()
        self.publisher.subscribe(self._hear)
        self.store = AccountStore(self.folder / "desk.db", self._key, now=self.staged.clock())
        self.link = Link(
            open_backend=self._connect, sign_in=self._sign_in, publisher=self.publisher, now=self.staged.clock
        )
        self.workspace = Workspace(
            account=Account(id=AccountId("a1"), login=self.seller.login, display_name="店主"),
            extension="A",
            store=self.store,
            link=self.link,
            publisher=self.publisher,
            cache=self.folder / "cache",
            now=self.staged.clock,
            chance=lambda: 1.0,
        )
        self.points = self.workspace.points
        self.qcash = self.workspace.qcash

    def wait_at_most(self, timeouts: Timeouts) -> None:
        """Give requests up earlier, or later, from the next start on."""
        self._timeouts = timeouts
        self.reopen()

    def reopen(self) -> None:
        """End as a crash would (nothing is tidied) and start again."""
        self.link.close()
        self.store.close()
        self.open()

    def snapshot(self, folder: Path) -> None:
        """Copy what is on the disk now, as a power cut would leave it."""
        folder.mkdir()
        for path in self.folder.glob("desk.db*"):
            shutil.copy(path, folder)

    def close(self) -> None:
        """End properly."""
        self.workspace.close()

    def go_offline(self) -> None:
        """From now on nobody answers."""
        self.url = "http://127.0.0.1:9"
        self.reopen()

    def heard(self, kind: type[E]) -> E:
        """Wait for an event of ``kind`` and return the first."""
        with self._news:
            assert self._news.wait_for(lambda: self._of(kind), timeout=PATIENCE_S)
            return self._of(kind)[0]

    def _of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def _hear(self, event: Event) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()

    def history(self) -> tuple[Charge, ...]:
        """Return the charges as the service has them."""
        return self.qcash.charges(self.shop).value.items

    def _connect(self) -> RestBackend:
        return RestBackend(self.url, now=self.staged.clock, timeouts=self._timeouts)

    def _sign_in(self, backend: object) -> None:
        assert isinstance(backend, RestBackend)
        backend.sign_in(login=self.seller.login, password=PASSWORD, extension="A", device="test")


MakeMoneyDesk = Callable[..., MoneyDesk]
