"""Why: signing in works with any keyring or none, and a saved sign-in opens without network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from qpost.api.backend import Backend
from qpost.api.rest.client import RestBackend
from qpost.models.account import Shop
from qpost.models.errors import KeyringFault, Offline, SignInRejected
from qpost.models.events import Event, StoreRecovered
from qpost.models.inquiry import Status
from qpost.models.outbox import OutboxState
from qpost.models.search import InquiryQuery
from qpost.models.settings import Connection, ConnectionKind, SignInForm
from qpost.paths import Paths
from qpost.services.demo import DemoService, demo_command
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService, forget_saved
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from tests.service_fixtures import MakeService, RunningService
from tests.services.desk import Clock, new_key
from tests.services.marketplace import Marketplace
from tests.store.letters import make_draft

FORM = SignInForm(
    login="akari", extension="A", connection=Connection(address="https://qpost.test"), save_login=True
)


class MemoryRing:
    """A keyring in memory; ``fault`` is raised instead of an answer."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.fault: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault is not None:
            raise self.fault
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


class Machine:
    """A computer: folders and a keyring that outlive the sessions on it."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths.under(folder)
        self.ring = MemoryRing()
        self.settings = SettingsFile(self.paths.config / "settings.json")
        self.market = Marketplace()
        self.connected: list[Connection] = []
        self.opened: list[Workspace] = []
        self.events: list[Event] = []
        self.publisher = Publisher()
        self.publisher.subscribe(self.events.append)

    def sessions(self, connect: Callable[[Connection], Backend] | None = None) -> SessionService:
        """Start the program."""
        return SessionService(
            settings=self.settings,
            credentials=Credentials(ring=lambda: self.ring),
            publisher=self.publisher,
            paths=self.paths,
            connect=connect or self._connect,
            now=Clock(),
            demo=DemoService(demo_command(self.paths.cache / "demo")),
        )

    def sign_in(self, form: SignInForm = FORM) -> tuple[Workspace, tuple[str, ...]]:
        """Sign in and return the workspace and the codes of the warnings."""
        done = self.sessions().sign_in(form, self.market.password)
        self.opened.append(done.workspace)
        return done.workspace, tuple(warning.code for warning in done.warnings)

    def resume(self, form: SignInForm | None = None) -> Workspace | None:
        """Resume and remember what was opened."""
        workspace = self.sessions().resume(form)
        if workspace is not None:
            self.opened.append(workspace)
        return workspace

    def _connect(self, connection: Connection) -> Backend:
        self.connected.append(connection)
        self.market.is_closed.clear()
        return self.market


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A machine; all it opened is closed at the end."""
    machine = Machine(tmp_path)
    yield machine
    for workspace in machine.opened:
        workspace.close()


def test_a_saved_sign_in_resumes_without_network(machine: Machine) -> None:
    workspace, warnings = machine.sign_in()
    assert warnings == ()
    workspace.sync.sync_once()
    workspace.close()
    machine.connected.clear()
    resumed = machine.resume()
    assert resumed is not None
    shop = resumed.shops()[0].id
    assert len(resumed.inbox.ids(shop, InquiryQuery())) == 3
    assert resumed.account == workspace.account
    assert resumed.capabilities() == machine.market.capabilities
    assert machine.connected == []
    resumed.sync.sync_once()
    assert machine.market.sign_ins == 2


def test_a_login_that_was_not_saved_is_not_resumed(machine: Machine) -> None:
    workspace, _ = machine.sign_in(SignInForm(login="akari", connection=FORM.connection))
    workspace.close()
    assert machine.resume() is None
    assert not any(name.startswith("login:") for name in machine.ring.kept)
    assert machine.market.password not in (machine.paths.config / "settings.json").read_text()


def test_another_login_is_not_resumed_by_the_saved_one(machine: Machine) -> None:
    workspace, _ = machine.sign_in()
    workspace.close()
    assert machine.resume(SignInForm(login="someone", connection=FORM.connection)) is None
    assert machine.resume(SignInForm(login="akari", connection=FORM.connection)) is not None
    assert machine.sessions().is_saved(SignInForm(login="akari", connection=FORM.connection))
    assert not machine.sessions().is_saved(SignInForm(login="akari", connection=Connection(address="x")))


def test_a_rejected_password_leaves_nothing_behind(machine: Machine) -> None:
    with pytest.raises(SignInRejected):
        machine.sessions().sign_in(FORM, "wrong")
    assert machine.ring.kept == {}
    assert machine.market.is_closed.is_set()


@pytest.mark.parametrize("code", [KeyringFault.MISSING, KeyringFault.LOCKED, KeyringFault.REFUSED])
def test_without_a_keyring_the_store_is_in_memory(machine: Machine, code: str) -> None:
    machine.ring.fault = KeyringFault(code)
    workspace, warnings = machine.sign_in()
    assert warnings == (code,)  # said once
    assert not workspace.is_kept
    workspace.sync.sync_once()
    assert len(workspace.inbox.ids(workspace.shops()[0].id, InquiryQuery())) == 3
    assert not list(machine.paths.data.rglob("*.db"))
    assert not machine.settings.load().sign_in.save_login


def _recoveries(machine: Machine) -> list[StoreRecovered]:
    return [event for event in machine.events if isinstance(event, StoreRecovered)]


def test_a_damaged_store_is_made_anew_and_said(machine: Machine) -> None:
    workspace, _ = machine.sign_in()
    workspace.sync.sync_once()
    workspace.store.drafts.save(make_draft(1))
    workspace.close()
    (path,) = machine.paths.data.rglob("*.db")
    path.write_bytes(b"not a database at all" * 500)
    resumed = machine.resume()
    assert resumed is not None
    (told,) = _recoveries(machine)
    assert (told.drafts, told.replies, told.is_complete) == (1, 0, True)
    assert Path(told.kept_as).read_bytes().startswith(b"not a database")
    assert resumed.store.drafts.all() == (make_draft(1),)
    assert resumed.shops() == workspace_shops(machine)
    resumed.sync.sync_once()
    assert len(resumed.inbox.ids(resumed.shops()[0].id, InquiryQuery())) == 3
    resumed.close()
    assert machine.resume() is not None
    assert len(_recoveries(machine)) == 1  # said once


def workspace_shops(machine: Machine) -> tuple[Shop, ...]:
    """Return the shops the service has."""
    return tuple(machine.market.shops())


def test_with_nothing_left_to_read_the_seller_signs_in_again(machine: Machine) -> None:
    workspace, _ = machine.sign_in()
    workspace.close()
    (path,) = machine.paths.data.rglob("*.db")
    for file in (path, path.with_suffix(".letters")):
        file.write_bytes(b"not a database at all" * 500)
    assert machine.resume() is None
    (told,) = _recoveries(machine)
    assert not told.is_complete
    workspace, warnings = machine.sign_in()
    assert warnings == ()
    assert workspace.is_kept


def test_signing_out_forgets_the_password_and_keeps_the_outbox(machine: Machine) -> None:
    workspace, _ = machine.sign_in()
    workspace.sync.sync_once()
    shop, (row_id, *_) = workspace.shops()[0].id, workspace.inbox.ids(workspace.shops()[0].id, InquiryQuery())
    inquiry = workspace.inbox.rows([row_id])[0].inquiry
    row = workspace.replies.send(
        key=new_key(),
        shop=shop,
        inquiry_id=inquiry.id,
        expected_version=1,
        title="t",
        body="あとで",
        status=Status.ANSWERED,
    )
    machine.sessions().sign_out(workspace)
    assert "sign_out" in machine.market.calls
    assert machine.resume() is None
    assert machine.sessions().saved_password(FORM) is None
    workspace, _ = machine.sign_in()
    assert [kept.id for kept in workspace.replies.waiting()] == [row.id]
    workspace.delivery.deliver_due()
    assert workspace.replies.row(row.id) is not None
    assert machine.market.shop_messages(inquiry.id) == ["あとで"]


def _rest(connection: Connection) -> RestBackend:
    return RestBackend(connection.address, now=Clock())


@pytest.fixture(scope="module")
def real(make_shared_service: MakeService) -> RunningService:
    """A real service with 300 inquiries."""
    return make_shared_service()


def test_the_whole_path_on_a_real_service(machine: Machine, real: RunningService) -> None:
    form = SignInForm(
        login=real.login, extension="A", connection=Connection(address=real.url), save_login=True
    )
    done = machine.sessions(_rest).sign_in(form, real.password)
    workspace = done.workspace
    machine.opened.append(workspace)
    workspace.sync.sync_once()
    assert {shop.id for shop in done.shops} == {shop.id for shop in real.shops}
    shop = next(shop for shop in done.shops if workspace.inbox.unanswered(shop.id))
    query = InquiryQuery(statuses=frozenset({Status.UNANSWERED}))
    (row, *_) = workspace.inbox.rows(workspace.inbox.ids(shop.id, query)[:1])
    file = workspace.replies.attach("サイズ表".encode(), "サイズ.txt")
    sent = workspace.replies.send(
        key=new_key(),
        shop=shop.id,
        inquiry_id=row.inquiry.id,
        expected_version=row.inquiry.version,
        title="[Re] お問い合わせ",
        body="添付をご覧ください。",
        status=Status.ANSWERED,
        files=(file,),
    )
    workspace.delivery.deliver_due()
    current = workspace.replies.row(sent.id)
    assert current is not None
    assert current.state is OutboxState.SENT
    thread = workspace.inbox.thread(row.inquiry.id)
    assert thread is not None
    last = (thread.inquiry.messages or ())[-1]
    assert (last.body, last.extension) == ("添付をご覧ください。", "A")
    path = workspace.files.fetch(shop.id, last.attachments[0])
    assert path.read_bytes() == "サイズ表".encode()
    if row.inquiry.order_no:
        order = workspace.context.order(shop.id, row.inquiry.order_no)
        assert order is not None
        assert order.number == row.inquiry.order_no


def test_an_unreachable_service_is_offline(machine: Machine) -> None:
    form = SignInForm(login="x", connection=Connection(address="http://127.0.0.1:9"))
    with pytest.raises(Offline):
        machine.sessions(_rest).sign_in(form, "x")


def test_the_demo_starts_a_service_and_takes_it_along(machine: Machine) -> None:
    addresses: list[str] = []

    def connect(connection: Connection) -> RestBackend:
        addresses.append(connection.address)
        return _rest(connection)

    sessions = machine.sessions(connect)
    form = SignInForm(connection=Connection(kind=ConnectionKind.DEMO))
    done = sessions.sign_in(form, "")
    machine.opened.append(done.workspace)
    assert len(done.shops) == 3
    done.workspace.close()
    sessions.close()
    with pytest.raises(Offline):
        RestBackend(addresses[0], now=Clock()).health()


def test_the_keyring_is_left_empty_when_the_program_is_removed(machine: Machine) -> None:
    workspace, _ = machine.sign_in()
    workspace.close()
    elsewhere = structs.replace(FORM, connection=Connection(address="https://another.example"))
    workspace, _ = machine.sign_in(elsewhere)
    workspace.close()
    assert len(machine.ring.kept) == 4
    forget_saved(machine.settings, Credentials(ring=lambda: machine.ring))
    assert machine.ring.kept == {}
    forget_saved(machine.settings, Credentials(ring=lambda: machine.ring))
