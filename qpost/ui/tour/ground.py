"""Why: the tour needs a service of its own, which it can stop, and a colleague at a second desktop."""

import http.client
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import msgspec

from qpost.api.backend import Backend
from qpost.models.account import ShopId
from qpost.models.inbox import Thread
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import OutboxId
from qpost.models.settings import Connection, SignInForm
from qpost.paths import Paths
from qpost.services.demo import DemoAccess, DemoService, service_command
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from qpost.ui.dates import utc_now

INQUIRIES = 600
_KEEPER_PATIENCE_S = 90


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pay(address: str) -> None:
    """Press "Pay" on the payment page at ``address``, as the seller does in a browser."""
    parts = urlsplit(address)
    browser = http.client.HTTPConnection(parts.netloc, timeout=20)
    try:
        browser.request("POST", f"{parts.path}/pay")
        browser.getresponse().read()
    except OSError as error:
        raise LookupError(address) from error
    finally:
        browser.close()


class Service(Protocol):
    """What the tour signs in to, and takes away for a while to see the program offline."""

    def start(self) -> DemoAccess:
        """Start it, or start it again under the same address."""

    def stop(self) -> None:
        """End it; requests are refused from now on."""


class ServiceElsewhere:
    """A service on another system that somebody starts and stops when the tour asks at ``address``.

    So a program under Wine meets a service on Linux. It answers to POST /start with what signs in, as the
    service prints it, and to POST /stop.
    """

    def __init__(self, address: str) -> None:
        self._address = urlsplit(address).netloc

    def start(self) -> DemoAccess:
        """Have it started."""
        return msgspec.json.decode(self._ask("/start"), type=DemoAccess)

    def stop(self) -> None:
        """Have it ended."""
        self._ask("/stop")

    def _ask(self, path: str) -> bytes:
        keeper = http.client.HTTPConnection(self._address, timeout=_KEEPER_PATIENCE_S)
        try:
            keeper.request("POST", path)
            return keeper.getresponse().read()
        finally:
            keeper.close()


class TourService:
    """The service process; it comes back under the same address after :meth:`stop`."""

    def __init__(self, folder: Path) -> None:
        self._process = DemoService(service_command(folder, port=_free_port(), inquiries=INQUIRIES))

    def start(self) -> DemoAccess:
        """Start it, or start it again."""
        return self._process.start()

    def stop(self) -> None:
        """End it; requests are refused from now on."""
        self._process.close()


class Colleague:
    """Staff "B2" at a second desktop without windows, with files of their own."""

    def __init__(self, folder: Path, access: DemoAccess, connect: Callable[[Connection], Backend]) -> None:
        paths = Paths.under(folder)
        self._sessions = SessionService(
            settings=SettingsFile(paths.config / "settings.json"),
            credentials=Credentials(),
            publisher=Publisher(),
            paths=paths,
            connect=connect,
            now=utc_now,
        )
        form = SignInForm(login=access.login, extension="B2", connection=Connection(address=access.url))
        self._workspace: Workspace = self._sessions.sign_in(form, access.password).workspace

    def read(self, inquiry_id: InquiryId) -> Thread:
        """Return the inquiry as the service has it now."""
        self._workspace.sync.sync_once()
        thread = self._workspace.inbox.thread(inquiry_id)
        if thread is None:
            raise LookupError(inquiry_id)
        return thread

    def answer(self, shop: ShopId, inquiry_id: InquiryId, body: str) -> None:
        """Reply to the inquiry from the other desktop."""
        inquiry = self.read(inquiry_id).inquiry
        self._workspace.replies.send(
            key=OutboxId(str(uuid4())),
            shop=shop,
            inquiry_id=inquiry_id,
            expected_version=inquiry.version,
            title=f"[Re] {inquiry.title}"[:200],
            body=body,
            status=Status.ANSWERING,
        )
        self._workspace.delivery.deliver_due()

    def close(self) -> None:
        """Close the other desktop."""
        self._workspace.close()
        self._sessions.close()
