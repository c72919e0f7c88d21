"""Why: with Qoo10's API the keys stay and the password goes, and a void key costs one sign-in and no data."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec import structs

from qpost.api.connecting import backend_of
from qpost.models.account import ShopId
from qpost.models.errors import KeyringFault, Offline, Refused, SignInRejected
from qpost.models.events import Event, LinkState, SignedOut
from qpost.models.inquiry import Order
from qpost.models.qoo10 import API
from qpost.models.settings import Connection, ConnectionKind, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.seller_keys import SellerKeys
from qpost.services.session import SessionService, forget_saved
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from tests.gui.staging import MemoryRing
from tests.qapi.stand_in import KEY, ORDER, StandIn
from tests.services.desk import Clock
from tests.store.letters import make_draft


class Counter:
    """A seller's computer, which the program is started on again and again, and Qoo10 beside it."""

    def __init__(self, folder: Path, stand_in: StandIn) -> None:
        self.stand_in, self.market = stand_in, stand_in.market
        self.market.orders = {number: [{"orderNo": number}] for number in "123456789"}
        self.paths = Paths.under(folder)
        self.ring = MemoryRing()
        self.clock = Clock()
        self.market.now = self.clock
        self.settings = SettingsFile(self.paths.config / "settings.json")
        self.events: list[Event] = []
        self.opened: list[Workspace] = []
        self.sessions = self.start()
        self.form = SignInForm(
            login=self.market.login,
            connection=Connection(kind=ConnectionKind.QAPI, address=stand_in.url),
            save_login=True,
        )

    def start(self) -> SessionService:
        """Start the program."""
        publisher = Publisher()
        publisher.subscribe(self.events.append)
        self.sessions = SessionService(
            settings=self.settings,
            credentials=Credentials(ring=lambda: self.ring),
            publisher=publisher,
            paths=self.paths,
            connect=partial(backend_of, now=self.clock),
            now=self.clock,
        )
        return self.sessions

    def sign_in(self, *, save_login: bool = True) -> Workspace:
        """Sign in with what Qoo10 knows."""
        form = structs.replace(self.form, save_login=save_login)
        done = self.sessions.sign_in(form, self.market.password, api_key=self.market.api_key)
        self.opened.append(done.workspace)
        assert [shop.id for shop in done.shops] == [self.market.login]
        return done.workspace

    def resume(self) -> Workspace:
        """Start the program again and go on."""
        self.opened[-1].close()
        workspace = self.start().resume()
        assert workspace is not None
        self.opened.append(workspace)
        return workspace

    @property
    def keys(self) -> SellerKeys:
        """The keys in use."""
        assert self.sessions.seller_keys is not None
        return self.sessions.seller_keys

    @property
    def api_key_made_at(self) -> datetime:
        """When the API key was entered, as it is known here."""
        keys = self.keys.read()
        assert keys is not None
        return keys.entered_at

    def ask(self, number: str) -> Order | None:
        """Ask Qoo10 something that no answer is kept of."""
        return self.opened[-1].context.order(ShopId(self.market.login), number)


@pytest.fixture
def counter(tmp_path: Path, stand_in: StandIn) -> Iterator[Counter]:
    counter = Counter(tmp_path, stand_in)
    yield counter
    for workspace in counter.opened:
        workspace.close()


def test_saved_keys_open_the_next_start_without_asking_for_a_new_one(counter: Counter) -> None:
    workspace = counter.sign_in()
    workspace.store.drafts.save(make_draft(1))
    assert counter.ask("1") is not None
    resumed = counter.resume()
    assert counter.stand_in.counts[KEY] == 1
    assert counter.ask("2") is not None
    assert counter.stand_in.counts == {KEY: 1, ORDER: 2}
    assert resumed.store.drafts.all() == (make_draft(1),)
    assert resumed.account == workspace.account
    assert {asked.headers["giosiscertificationkey"] for asked in counter.stand_in.asked[1:]} == {
        "SAK0001_g_1_certificate-secret"
    }


def test_keys_lie_in_the_keyring_only_and_the_password_nowhere(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        counter.sign_in()
        counter.ask("1")
        counter.resume()
        counter.ask("2")
        counter.market.change_password("another")
        with pytest.raises(SignInRejected):
            counter.ask("3")
    secrets = (counter.market.api_key, "certificate-secret", "pass&word＝秘密")
    assert sorted(name.partition(":")[0] for _, name in counter.ring.kept) == ["api-keys", "database"]
    in_ring = "".join(counter.ring.kept.values())
    assert [secret in in_ring for secret in secrets] == [True, True, False]
    written = "".join(
        path.read_bytes().decode("utf-8", "replace")
        for path in counter.paths.data.parent.rglob("*")
        if path.is_file()
    )
    shown = repr(counter.keys) + repr(counter.keys.read())
    assert not any(secret in written + caplog.text + shown for secret in secrets)


def test_a_void_key_asks_for_the_password_and_the_same_store_goes_on(counter: Counter) -> None:
    counter.sign_in().store.drafts.save(make_draft(1))
    resumed = counter.resume()
    counter.ask("1")
    counter.market.change_password("new")
    with pytest.raises(SignInRejected):
        counter.ask("2")
    (told,) = [event for event in counter.events if isinstance(event, SignedOut)]
    assert isinstance(told.error, SignInRejected)
    assert told.error.code == "qapi-key-void"
    assert resumed.link().state is LinkState.SIGNED_OUT
    assert counter.stand_in.counts[KEY] == 1
    assert counter.sessions.saved_api_key(counter.form) == counter.market.api_key
    resumed.close()
    again = counter.sign_in()
    assert again.store.drafts.all() == (make_draft(1),)
    assert counter.ask("3") is not None


def test_a_key_voided_between_two_starts_is_found_by_the_first_call(counter: Counter) -> None:
    counter.sign_in()
    counter.market.change_password("new")
    counter.resume()
    for number in "12":
        with pytest.raises(SignInRejected):
            counter.ask(number)
    assert counter.stand_in.counts == {KEY: 1, ORDER: 1}  # the second question was not asked any more
    assert [type(event) for event in counter.events].count(SignedOut) == 1


def test_keys_that_were_not_saved_serve_this_run_only(counter: Counter) -> None:
    workspace = counter.sign_in(save_login=False)
    assert [name for _, name in counter.ring.kept if name.startswith("api-keys")] == []
    counter.market.change_password("new")
    with pytest.raises(SignInRejected):
        counter.ask("1")
    entered_at = counter.api_key_made_at
    counter.clock.forward(86_400)
    assert counter.sessions.saved_api_key(counter.form) == counter.market.api_key
    workspace.close()
    counter.sign_in(save_login=False).close()
    assert counter.api_key_made_at == entered_at
    assert counter.start().resume() is None
    assert counter.sessions.saved_api_key(counter.form) is None


def test_no_longer_saving_the_login_takes_the_keys_out_of_the_keyring(counter: Counter) -> None:
    counter.sign_in().close()
    counter.sign_in(save_login=False)
    assert [name for _, name in counter.ring.kept if name.startswith("api-keys")] == []
    assert counter.ask("1") is not None


def test_signing_out_forgets_the_keys_and_keeps_the_store(counter: Counter) -> None:
    workspace = counter.sign_in()
    workspace.store.drafts.save(make_draft(1))
    counter.sessions.sign_out(workspace)
    assert sorted(name.partition(":")[0] for _, name in counter.ring.kept) == ["database"]
    assert counter.sessions.seller_keys is None
    assert counter.sessions.saved_api_key(counter.form) is None
    assert counter.sign_in().store.drafts.all() == (make_draft(1),)


def test_removing_the_program_leaves_no_key_behind(counter: Counter) -> None:
    counter.sign_in().close()
    assert counter.ring.kept
    forget_saved(counter.settings, Credentials(ring=lambda: counter.ring))
    assert counter.ring.kept == {}


def test_an_api_key_entered_again_keeps_its_date_and_another_gets_its_own(counter: Counter) -> None:
    counter.sign_in().close()
    first = counter.api_key_made_at
    counter.clock.forward(86_400)
    counter.sign_in().close()
    assert counter.api_key_made_at == first
    counter.market.change_api_key("another-api-key")
    counter.sign_in()
    assert counter.api_key_made_at == first + timedelta(days=1)


def test_renewing_makes_another_key_that_the_connection_and_the_next_start_use(counter: Counter) -> None:
    counter.sign_in()
    counter.clock.forward(300 * 86_400)
    made = counter.keys.renew(counter.market.password)
    assert made.certificate is not None
    assert made.certificate.made_at == counter.clock()
    counter.clock.forward(100 * 86_400)  # the first key has ended by now
    assert counter.ask("1") is not None
    counter.resume()
    assert counter.ask("2") is not None
    assert counter.keys.read() == made


def test_a_wrong_password_for_renewing_ends_nothing(counter: Counter) -> None:
    counter.sign_in()
    before = counter.keys.read()
    for wrong in ({"password": "wrong"}, {"password": counter.market.password, "api_key": "wrong"}):
        with pytest.raises(SignInRejected) as caught:
            counter.keys.renew(**wrong)
        assert caught.value.code == "qapi-sign-in"
    assert counter.ask("1") is not None
    assert counter.keys.read() == before
    assert not [event for event in counter.events if isinstance(event, SignedOut)]
    counter.keys.renew(counter.market.password)  # the API key in use is still the right one


def test_a_new_api_key_is_taken_over_with_its_date(counter: Counter) -> None:
    counter.sign_in()
    counter.clock.forward(86_400)
    counter.market.change_api_key("another-api-key")
    keys = counter.keys.renew(counter.market.password, api_key=" another-api-key ")
    assert (keys.api_key, keys.entered_at) == ("another-api-key", counter.clock())
    counter.keys.renew(counter.market.password)  # by the one taken over
    counter.resume()
    assert counter.sessions.saved_api_key(counter.form) == "another-api-key"


def test_a_key_renewed_after_the_password_changed_keeps_the_session(counter: Counter) -> None:
    counter.sign_in()
    counter.market.change_password("new")
    counter.keys.renew("new")
    assert counter.ask("1") is not None


def test_a_call_refused_by_the_old_key_goes_on_with_the_renewed_one(counter: Counter) -> None:
    counter.sign_in()
    counter.keys.renew(counter.market.password)
    market, later = counter.market, Clock()
    later.forward(400 * 86_400)
    counter.stand_in.before(ORDER, lambda: setattr(market, "now", later))  # one request finds the key void
    counter.stand_in.before(ORDER, lambda: setattr(market, "now", counter.clock), skip=1)
    assert counter.ask("1") is not None
    assert counter.stand_in.counts == {KEY: 2, ORDER: 2}


def test_the_day_of_an_api_key_can_be_put_right(counter: Counter) -> None:
    counter.sign_in()
    earlier = counter.clock() - timedelta(days=40)
    counter.keys.date_api_key(earlier)
    counter.resume()
    assert counter.api_key_made_at == earlier


def test_without_a_keyring_the_keys_serve_this_run_and_it_is_said(counter: Counter) -> None:
    counter.ring.fault = "missing"
    done = counter.sessions.sign_in(counter.form, counter.market.password, api_key=counter.market.api_key)
    counter.opened.append(done.workspace)
    assert [warning.code for warning in done.warnings] == [KeyringFault.MISSING]
    assert counter.ask("1") is not None
    assert not counter.settings.load().sign_in.save_login
    counter.keys.renew(counter.market.password)


@pytest.mark.parametrize(
    ("address", "expected"),
    [("http://qoo10.example", Offline), ("no address at all", Refused)],
)
def test_keys_go_over_https_only(counter: Counter, address: str, expected: type[Exception]) -> None:
    form = structs.replace(counter.form, connection=Connection(kind=ConnectionKind.QAPI, address=address))
    with pytest.raises(expected):
        counter.sessions.sign_in(form, "p", api_key="k")
    assert counter.ring.kept == {}


def test_no_address_means_qoo10s_own() -> None:
    assert Connection(kind=ConnectionKind.QAPI).place == API
    assert Connection(kind=ConnectionKind.QAPI, address=" https://x.test/ ").place == "https://x.test"
