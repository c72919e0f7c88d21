"""Why: a seller's desk with a real window on a real service, and a colleague who writes to the same shop."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qpost.api.rest.client import RestBackend
from qpost.models.inquiry import (
    Attachment,
    AttachmentId,
    Author,
    Customer,
    Inquiry,
    InquiryId,
    Message,
    MessageId,
    Source,
    Status,
    Visibility,
)
from qpost.models.outbox import OutboxId
from qpost.models.reply import ReplyText
from qpost.models.search import InquiryQuery
from qpost.models.settings import Connection, Settings, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.store.credentials import Credentials
from qpost.ui.event_bridge import EventBridge
from qpost.ui.inquiries.conversation import Conversation
from qpost.ui.inquiries.reply_pane import ReplyPane
from qpost.ui.kit import Kit
from qpost.ui.shell import Shell
from tests.gui.staging import MemoryRing
from tests.service_fixtures import RunningService

NOW = datetime.now(UTC)
PATIENCE_MS = 15_000
LABEL = "Q9"
"""Our staff label, which nobody in the simulator has."""


def now() -> datetime:
    """Return the moment, as the services ask for it."""
    return datetime.now(UTC)


class Desk:
    """One window on one workspace; ``bugs`` collects what no slot may raise."""

    def __init__(
        self, service: RunningService, root: Path, kit: Kit, qtbot: QtBot, *, undo_s: float, starts: bool
    ) -> None:
        self.service = service
        self.qtbot = qtbot
        self.publisher = Publisher()
        self.bridge = EventBridge(self.publisher)
        self.kit = kit._replace(bridge=self.bridge)
        self.kit.settings.save(Settings(undo_s=undo_s))
        self.bugs: list[object] = []
        kit.jobs.bug_found.connect(self.bugs.append)
        kit.jobs.unhandled.connect(self.bugs.append)
        ring = MemoryRing()
        self.sessions = SessionService(
            settings=kit.settings,
            credentials=Credentials(ring=lambda: ring),
            publisher=self.publisher,
            paths=Paths.under(root),
            connect=self._connect,
            now=now,
        )
        form = SignInForm(login=service.login, extension=LABEL, connection=Connection(address=service.url))
        self.workspace = self.sessions.sign_in(form, service.password).workspace
        self.workspace.sync.sync_once()
        if starts:
            self.workspace.start()
        self.shop = self.workspace.shops()[0]
        self.shell = self.open_window()

    @staticmethod
    def _connect(connection: Connection) -> RestBackend:
        return RestBackend(connection.address, now=now)

    def open_window(self) -> Shell:
        """Show the main window with the first shop's list read."""
        shell = Shell(self.workspace, self.kit)
        shell.show_shop(self.shop.id)
        shell.show()
        self.qtbot.waitExposed(shell)
        self.qtbot.waitUntil(
            lambda: shell.inquiries.list.model.rowCount() > 0 and self.kit.jobs.is_idle, timeout=PATIENCE_MS
        )
        return shell

    @property
    def conversation(self) -> Conversation:
        """The reading side of the page."""
        return self.shell.inquiries.conversation

    @property
    def reply(self) -> ReplyPane:
        """The pane a reply is written in."""
        return self.conversation.reply

    def settle(self) -> None:
        """Wait until nothing asked of the workers is still awaited, or to be asked by the list."""
        jobs, pane = self.kit.jobs, self.shell.inquiries.list
        self.qtbot.waitUntil(lambda: jobs.is_idle and not pane.is_reading, timeout=PATIENCE_MS)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait until ``is_so``, or fail."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def open(self, inquiry_id: InquiryId) -> None:
        """Open an inquiry as a click in the list does."""
        self.conversation.open(inquiry_id)
        self.wait(lambda: self.reply.inquiry is not None and self.reply.inquiry.id == inquiry_id)
        self.settle()

    def inquiries(self, **asked: Any) -> list[Inquiry]:
        """Return the stored inquiries of the shop that match."""
        ids = self.workspace.inbox.ids(self.shop.id, InquiryQuery(**asked))
        return [row.inquiry for row in self.workspace.inbox.rows(ids)]

    def put(self, inquiry: Inquiry) -> Inquiry:
        """Store an inquiry as the service would have it."""
        self.workspace.store.inquiry_writes.put(self.shop.id, [inquiry])
        return inquiry

    def draft_body(self, inquiry_id: InquiryId) -> str | None:
        """Return the text of a draft on disk."""
        thread = self.workspace.inbox.thread(inquiry_id)
        return thread.draft.body if thread and thread.draft else None

    def colleague(self, extension: str = "B7") -> RestBackend:
        """Sign a colleague in."""
        backend = RestBackend(self.service.url, now=now)
        backend.sign_in(
            login=self.service.login, password=self.service.password, extension=extension, device="test"
        )
        return backend

    def delivered(self, inquiry_id: InquiryId) -> list[str]:
        """Return what the service has from the shop under our label, oldest first."""
        backend = self.colleague("audit")
        try:
            messages = backend.inquiry(self.shop.id, inquiry_id).messages or ()
        finally:
            backend.close()
        return [m.body for m in messages if m.author is Author.SHOP and m.extension == LABEL]

    def answer_elsewhere(self, inquiry_id: InquiryId, body: str, *, extension: str = "B7") -> Inquiry:
        """Let a colleague reply through a connection of their own."""
        backend = self.colleague(extension)
        try:
            fresh = backend.inquiry(self.shop.id, inquiry_id)
            return backend.reply(
                self.shop.id,
                inquiry_id,
                ReplyText(title="[Re]", body=body, status=Status.ANSWERING),
                expected_version=fresh.version,
                key=OutboxId(str(uuid4())),
            )
        finally:
            backend.close()

    def outbox_of(self, inquiry_id: InquiryId) -> list[OutboxId]:
        """Return the open writes of an inquiry."""
        thread = self.workspace.inbox.thread(inquiry_id)
        return [row.id for row in thread.outbox] if thread else []

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


def compose(widget: QWidget, *preedits: str, commit: str = "") -> None:
    """Send what an input method sends: each preedit in turn, then the commit if there is one."""
    for preedit in preedits:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    if commit:
        event = QInputMethodEvent("", [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(widget, event)


def make_message(
    body: str, *, number: int = 1, name: str = "田中", author: Author = Author.CUSTOMER
) -> Message:
    """Return a message with ``body``."""
    return Message(
        id=MessageId(f"m{uuid4().hex}"),
        author=author,
        author_name=name,
        title="件名",
        body=body,
        at=NOW - timedelta(hours=3) + timedelta(seconds=number),
    )


def make_inquiry(*messages: Message, **changes: Any) -> Inquiry:
    """Return a private inquiry of a customer with ``messages``."""
    texts = messages or (make_message("サイズを教えてください。"),)
    inquiry = Inquiry(
        id=InquiryId(f"x{uuid4().hex}"),
        number="900001",
        source=Source.CUSTOMER,
        visibility=Visibility.PRIVATE,
        kind="item",
        category="size",
        status=Status.UNANSWERED,
        hidden=False,
        title="サイズについて",
        customer=Customer(name="田中 花子"),
        received_at=NOW - timedelta(hours=3),
        updated_at=NOW - timedelta(hours=3),
        version=1,
        message_count=len(texts),
        last_message_preview=texts[-1].body[:80],
        messages=texts,
    )
    return structs.replace(inquiry, **changes)


def make_attachment(name: str) -> Attachment:
    """Return an attachment the service does not have."""
    return Attachment(
        id=AttachmentId(uuid4().hex), file_name=name, media_type="text/plain", size=3, sha256="0" * 64
    )
