"""Why: a seller's desk with a real window on the stand-in for Qoo10, whose clock the test holds."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from qpost.api.connecting import backend_of
from qpost.models.inquiry import Inquiry
from qpost.models.settings import Connection, ConnectionKind, Settings, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.store.credentials import Credentials
from qpost.ui.event_bridge import EventBridge
from qpost.ui.inquiries.conversation import Conversation
from qpost.ui.kit import Kit
from qpost.ui.shell import Shell
from tests.gui.staging import MemoryRing
from tests.qapi.stand_in import StandIn

PATIENCE_MS = 15_000


class KeyDesk:
    """One window on one workspace that was opened by keys; ``bugs`` collects what no slot may raise."""

    def __init__(self, stand_in: StandIn, root: Path, kit: Kit, qtbot: QtBot) -> None:
        self.stand_in, self.market, self.qtbot = stand_in, stand_in.market, qtbot
        self.moment = datetime.now(UTC)
        self.market.now = self.now
        self.publisher = Publisher()
        self.bridge = EventBridge(self.publisher)
        self.kit = kit._replace(bridge=self.bridge)
        self.kit.settings.save(Settings(undo_s=0.0))
        self.bugs: list[object] = []
        kit.jobs.bug_found.connect(self.bugs.append)
        kit.jobs.unhandled.connect(self.bugs.append)
        self.ring = MemoryRing()
        self.sessions = SessionService(
            settings=kit.settings,
            credentials=Credentials(ring=lambda: self.ring),
            publisher=self.publisher,
            paths=Paths.under(root),
            connect=partial(backend_of, now=self.now),
            now=self.now,
        )
        self.form = SignInForm(
            login=self.market.login,
            connection=Connection(kind=ConnectionKind.QAPI, address=stand_in.url),
            save_login=True,
        )
        done = self.sessions.sign_in(self.form, self.market.password, api_key=self.market.api_key)
        self.workspace = done.workspace
        (self.shop,) = done.shops
        self.shell = Shell(self.workspace, self.kit, keys=self.sessions.seller_keys)
        self.shell.show_shops(done.shops, self.shop.id)
        self.shell.show()
        qtbot.waitExposed(self.shell)
        self.settle()

    def now(self) -> datetime:
        """Return the time for both sides."""
        return self.moment

    def forward(self, days: float) -> None:
        """Let days pass."""
        self.moment += timedelta(days=days)

    @property
    def conversation(self) -> Conversation:
        """The reading side of the page."""
        return self.shell.inquiries.conversation

    def settle(self) -> None:
        """Wait until nothing asked of the workers is still awaited."""
        pane = self.shell.inquiries.list
        self.qtbot.waitUntil(lambda: self.kit.jobs.is_idle and not pane.is_reading, timeout=PATIENCE_MS)

    def open(self, inquiry: Inquiry) -> Inquiry:
        """Store an inquiry as if it had been read, and open it."""
        self.workspace.store.inquiry_writes.put(self.shop.id, [inquiry])
        self.conversation.open(inquiry.id)
        reply = self.conversation.reply
        self.qtbot.waitUntil(
            lambda: reply.inquiry is not None and reply.inquiry.id == inquiry.id, timeout=PATIENCE_MS
        )
        self.settle()
        return inquiry

    def close(self) -> None:
        """End as the application does."""
        self.shell.close()
        self.settle()
        self.kit.jobs.bug_found.disconnect(self.bugs.append)
        self.kit.jobs.unhandled.disconnect(self.bugs.append)
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.workspace.close()
        self.sessions.close()
        self.bridge.close()
