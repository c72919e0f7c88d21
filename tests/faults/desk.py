"""Why: the program without windows, on a real folder, behind the fault proxy, with everything it told."""

import contextlib
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qpost.api.rest.client import RestBackend
from qpost.api.transport import Timeouts
from qpost.models.account import Shop, ShopId
from qpost.models.errors import QpostError
from qpost.models.events import Event, LinkChanged, LinkState, OutboxChanged
from qpost.models.inquiry import Author, Inquiry, InquiryId, Status
from qpost.models.outbox import OutboxFile, OutboxId, OutboxRow, OutboxState
from qpost.models.reply import HideRequest, ReplyText
from qpost.models.search import InquiryQuery
from qpost.models.settings import Connection, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile

if TYPE_CHECKING:  # it takes pytest along, which a program about to be killed has no use for
    from tests.service_fixtures import RunningService

LABEL = "Q9"
PATIENCE_S = 20.0
HASTY = -0.98
"""Outside of 0 to 1 on purpose: every pause lasts a hundredth of the shortest one."""


def now() -> datetime:
    """Return the moment, as the services ask for it."""
    return datetime.now(UTC)


def new_key() -> OutboxId:
    """Return a fresh outbox id."""
    return OutboxId(str(uuid.uuid4()))


class Ring(dict[tuple[str, str], str]):
    """A keyring in memory, which is handed from one start of the program to the next."""

    def get_password(self, service: str, username: str) -> str | None:
        return self.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self[service, username]


class Desk:
    """One start of the program on ``folder``; ``heard`` is everything it published."""

    def __init__(self, folder: Path, ring: Ring) -> None:
        self.folder = folder
        self.ring = ring
        self.heard: list[Event] = []
        self._others = set(threading.enumerate())
        self._news = threading.Condition()
        publisher = Publisher()
        publisher.subscribe(self._hear)
        self._backend: RestBackend | None = None
        self.sessions = SessionService(
            settings=SettingsFile(folder / "config" / "settings.json"),
            credentials=Credentials(ring=lambda: ring),
            publisher=publisher,
            paths=Paths.under(folder),
            connect=self._connect,
            now=now,
            chance=lambda: HASTY,
        )
        self.workspace: Workspace

    def _connect(self, connection: Connection) -> RestBackend:
        self._backend = RestBackend(connection.address, now=now)
        return self._backend

    def wait_at_most(self, timeouts: Timeouts) -> None:
        """Give requests up earlier, or later, from now on."""
        assert self._backend is not None
        self._backend._transport._timeouts = timeouts

    def _hear(self, event: Event) -> None:
        with self._news:
            self.heard.append(event)
            self._news.notify_all()

    def sign_in(self, service: "RunningService", url: str) -> "Desk":
        """Sign in at ``url`` and have the sign-in saved."""
        form = SignInForm(
            login=service.login, extension=LABEL, connection=Connection(address=url), save_login=True
        )
        self.workspace = self.sessions.sign_in(form, service.password).workspace
        assert self.workspace.is_kept
        return self

    def resume(self) -> "Desk":
        """Open what the last start left, as a start of the program does."""
        workspace = self.sessions.resume()
        assert workspace is not None
        self.workspace = workspace
        return self

    def copied(self, folder: Path) -> "Desk":
        """Start the program on a copy of this desk's folder; this desk must be closed."""
        shutil.copytree(self.folder, folder)
        return Desk(folder, Ring(self.ring)).resume()

    def close(self) -> None:
        """End the program; afterwards none of its threads is left."""
        self.workspace.close()
        self.sessions.close()
        for thread in set(threading.enumerate()) - self._others:
            if thread.name.startswith("qpost-"):
                thread.join(PATIENCE_S)
                assert not thread.is_alive(), thread.name

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until ``is_so``, looking whenever something was published."""
        with self._news:
            assert self._news.wait_for(is_so, timeout=PATIENCE_S), self.story()

    def story(self) -> str:
        """Tell what happened, for a test that failed."""
        lines = []
        for event in tuple(self.heard):
            if isinstance(event, OutboxChanged):
                lines.append(f"row {event.row.kind} {event.row.state} {event.row.reason}")
            elif isinstance(event, LinkChanged):
                lines.append(f"link {event.state} {event.error!r}")
            else:
                lines.append(type(event).__name__)
        return "\n".join(lines)

    def troubles(self) -> set[str]:
        """Return the codes under which the seller saw the connection being down."""
        return {
            event.error.code
            for event in tuple(self.heard)
            if isinstance(event, LinkChanged) and isinstance(event.error, QpostError)
        }

    def is_online(self) -> bool:
        """True when the connection is shown as working."""
        return self.workspace.link().state is LinkState.ONLINE

    def row(self, row: OutboxRow) -> OutboxRow:
        """Return a write as it stands now."""
        current = self.workspace.replies.row(row.id)
        assert current is not None
        return current

    def version(self, inquiry_id: InquiryId) -> int | None:
        """Return how new the stored inquiry is."""
        thread = self.workspace.inbox.thread(inquiry_id)
        return None if thread is None else thread.inquiry.version

    def is_sent(self, row: OutboxRow) -> bool:
        """True when a write is confirmed."""
        return self.row(row).state is OutboxState.SENT

    def stored(self, shop: ShopId) -> dict[InquiryId, Inquiry]:
        """Return every inquiry of the local store, with its messages."""
        return {each.id: each for each in self.workspace.inbox.export(shop, InquiryQuery())}


class Office:
    """Sees the service as it is, without the proxy; a colleague under another label."""

    def __init__(self, service: "RunningService") -> None:
        self._service = service
        self._backend = RestBackend(service.url, now=now)
        self._backend.sign_in(login=service.login, password=service.password, extension="B7", device="office")
        self.shops: tuple[Shop, ...] = self._backend.shops()
        self._cursors: dict[ShopId, str] = {}
        self._known: dict[ShopId, dict[InquiryId, Inquiry]] = {shop.id: {} for shop in self.shops}

    def inquiries(self, shop: ShopId) -> dict[InquiryId, Inquiry]:
        """Return everything a shop has, with messages."""
        known = self._known[shop]
        while True:
            page = self._backend.changes(shop, cursor=self._cursors.get(shop), limit=500)
            known.update((inquiry.id, inquiry) for inquiry in page.items)
            for gone in page.deleted:
                known.pop(gone, None)
            self._cursors[shop] = page.next_cursor
            if not page.has_more:
                return known

    def get(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Read one inquiry."""
        return self._backend.inquiry(shop, inquiry_id)

    def reply(self, shop: ShopId, inquiry_id: InquiryId, body: str) -> Inquiry:
        """Answer in the seller's stead."""
        fresh = self.get(shop, inquiry_id)
        text = ReplyText(title="[Re]", body=body, status=Status.ANSWERING)
        return self._backend.reply(shop, inquiry_id, text, expected_version=fresh.version, key=new_key())

    def delivered(self, shop: ShopId, inquiry_id: InquiryId) -> list[str]:
        """Return what the customer got under the seller's label."""
        messages = self.get(shop, inquiry_id).messages or ()
        return [m.body for m in messages if m.author is Author.SHOP and m.extension == LABEL]

    def mails(self, title: str) -> int:
        """Return how many mails with this title went to a customer."""
        with contextlib.closing(sqlite3.connect(self._service.data / "qpost.db")) as database:
            (count,) = database.execute("SELECT count(*) FROM mails WHERE title = ?", (title,)).fetchone()
        return int(count)

    def file_names(self, shop: ShopId, inquiry_id: InquiryId, body: str) -> list[str]:
        """Return the names of the files that came with a text."""
        messages = self.get(shop, inquiry_id).messages or ()
        return [file.file_name for m in messages if m.body == body for file in m.attachments]

    def close(self) -> None:
        """End."""
        self._backend.close()


def send(desk: Desk, shop: ShopId, inquiry_id: InquiryId, body: str, *files: OutboxFile) -> OutboxRow:
    """Queue a reply to what is stored, without an undo window."""
    return desk.workspace.replies.send(
        key=new_key(),
        shop=shop,
        inquiry_id=inquiry_id,
        expected_version=_version(desk, inquiry_id),
        title="[Re] 件名",
        body=body,
        status=Status.ANSWERED,
        files=files,
    )


def auto_reply(desk: Desk, shop: ShopId, inquiry_id: InquiryId) -> OutboxRow:
    """Queue the courtesy reply."""
    version = _version(desk, inquiry_id)
    return desk.workspace.replies.auto_reply(
        key=new_key(), shop=shop, inquiry_id=inquiry_id, expected_version=version
    )


def hide(desk: Desk, shop: ShopId, inquiry_id: InquiryId, title: str) -> OutboxRow:
    """Queue hiding, with a mail of that title."""
    return desk.workspace.replies.hide(
        key=new_key(),
        shop=shop,
        inquiry_id=inquiry_id,
        request=HideRequest(
            title=title, reason="個人情報", sender_email="shop@example.test", restrict_customer=False
        ),
        expected_version=_version(desk, inquiry_id),
    )


def _version(desk: Desk, inquiry_id: InquiryId) -> int:
    version = desk.version(inquiry_id)
    assert version is not None
    return version
