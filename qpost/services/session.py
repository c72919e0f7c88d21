"""Why: signing in, resuming a saved sign-in and signing out, with or without network and keyring."""

import hashlib
import logging
import random
import socket
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from qpost.api.backend import Backend
from qpost.models.account import Account, AccountId, Shop
from qpost.models.errors import KeyringFault, QpostError, SignInRejected, StoreFault
from qpost.models.outbox import Draft
from qpost.models.settings import Connection, ConnectionKind, KeyringEntry, SignInForm
from qpost.paths import Paths
from qpost.services.carry_over import take_texts
from qpost.services.link import Link
from qpost.services.offer import Offer
from qpost.services.publisher import Publisher
from qpost.services.seller_keys import SellerKeys
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile

if TYPE_CHECKING:  # only who tries the demo waits for what it takes to start it
    from qpost.services.demo import DemoService

_ACCOUNT = "account"

_log = logging.getLogger(__name__)


class SignIn(Struct, frozen=True):
    """A successful sign-in; ``warnings`` tells what is missing (login not saved, store only in memory)."""

    workspace: Workspace
    shops: tuple[Shop, ...]
    warnings: tuple[QpostError, ...] = ()


class SessionService:
    """Opens and closes workspaces. ``connect`` makes a connection to an address.

    For Qoo10's own API it gets a ``KeyedConnection``.
    """

    def __init__(
        self,
        *,
        settings: SettingsFile,
        credentials: Credentials,
        publisher: Publisher,
        paths: Paths,
        connect: Callable[[Connection], Backend],
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
        demo: "DemoService | None" = None,
    ) -> None:
        self._settings = settings
        self._credentials = credentials
        self._publisher = publisher
        self._paths = paths
        self._connect = connect
        self._now = now
        self._chance = chance
        self._seller_keys: SellerKeys | None = None
        if demo is not None:
            self._demo = demo

    def saved_password(self, form: SignInForm) -> str | None:
        """Return the password kept for this login and address; raises ``KeyringFault``."""
        if form.connection.kind is not ConnectionKind.REST:
            return None
        return self._credentials.password(form.login, form.connection.place)

    def saved_api_key(self, form: SignInForm) -> str | None:
        """Return the API key this login used last, kept or of this run; raises ``KeyringFault``."""
        if form.connection.kind is not ConnectionKind.QAPI:
            return None
        keys = self._keys_of(form).read()
        return None if keys is None else keys.api_key

    @property
    def seller_keys(self) -> SellerKeys | None:
        """The keys of the workspace that was opened last; None where there is nothing like that."""
        return self._seller_keys

    def is_saved(self, form: SignInForm) -> bool:
        """True when this login at this address is the one the next start resumes."""
        last = self._settings.load().sign_in
        return last.save_login and (form.login, form.connection.place) == (last.login, last.connection.place)

    def resume(self, form: SignInForm | None = None) -> Workspace | None:
        """Open the last sign-in's store, without network; None when there is none to resume.

        With ``form`` only when the last sign-in was by that login at that address. The workspace signs
        in by the saved password or keys once it is used online; a rejection publishes ``SignedOut``. Raises
        ``KeyringFault`` or ``StoreFault`` when the store cannot be opened. A store that was damaged and
        made anew publishes ``StoreRecovered``.
        """
        settings = self._settings.load()
        last = settings.sign_in
        if settings.account_id is None or not last.save_login:
            return None
        if form is not None:
            if not self.is_saved(form):
                return None
            last = structs.replace(form, save_login=True)
        store = self._opened_store(last, settings.account_id)
        if store.recovered is not None and not store.shops.list():
            store.close()  # not even the shops could be saved: they are asked for by signing in
            return None
        kept = store.documents.get(_ACCOUNT, "", Account)
        account = (
            kept[0] if kept else Account(id=settings.account_id, login=last.login, display_name=last.login)
        )
        return self._workspace(last, account, store, backend=None)

    def sign_in(self, form: SignInForm, password: str, *, api_key: str = "") -> SignIn:
        """Sign in over the network and open the account's store (not started yet).

        ``api_key`` is for Qoo10's own API. Raises ``Offline``, ``SignInRejected``, ``TryLater``,
        ``ServerFault`` or ``StoreFault``.
        """
        api_key = api_key.strip()
        backend = self._opened_backend(form, api_key=api_key)
        try:
            account = self._sign_in(backend, form, password, api_key=api_key)
            shops = backend.shops()
            store, warnings = self._store_or_memory(form, account.id)
        except BaseException:
            backend.close()
            raise
        store.documents.put(_ACCOUNT, "", account, read_at=self._now())
        store.shops.replace(shops, read_at=self._now())
        Offer(store).keep(backend.capabilities, read_at=self._now())
        is_saved = self._save_login(form, password, warnings) and store.is_kept
        self._remember(form, account.id, is_saved=is_saved, warnings=warnings)
        workspace = self._workspace(form, account, store, backend=backend)
        return SignIn(workspace=workspace, shops=shops, warnings=tuple(warnings))

    def sign_out(self, workspace: Workspace) -> tuple[Draft, ...]:
        """End the session and forget saved password and keys; drafts and outbox stay for the next time.

        Returns the texts that lived in memory only. Raises ``KeyringFault`` when password or keys could not
        be removed; all else is done by then.
        """
        workspace.sign_out()
        texts = take_texts(workspace)
        workspace.files.clear()
        workspace.close()
        last = self._settings.load().sign_in
        self._settings.update(
            lambda settings: structs.replace(
                settings, account_id=None, sign_in=structs.replace(settings.sign_in, save_login=False)
            )
        )
        keys, self._seller_keys = self._seller_keys, None
        if last.save_login and last.connection.kind is ConnectionKind.REST:
            self._credentials.forget_password(last.login, last.connection.place)
        if last.save_login and keys is not None:
            keys.forget()
        return texts

    def close(self) -> None:
        """Stop what was started for the demo connection."""
        if "_demo" in vars(self):
            self._demo.close()

    @cached_property
    def _demo(self) -> "DemoService":
        from qpost.services.demo import DemoService, demo_command

        return DemoService(demo_command(self._paths.cache / "demo"))

    def _opened_backend(self, form: SignInForm, *, api_key: str = "") -> Backend:
        if form.connection.kind is ConnectionKind.DEMO:
            address = self._demo.start().url
            return self._connect(Connection(kind=ConnectionKind.REST, address=address))
        if form.connection.kind is ConnectionKind.QAPI:
            return self._keys_of(form).connected(self._connect, api_key=api_key)
        return self._connect(form.connection)

    def _keys_of(self, form: SignInForm) -> SellerKeys:
        if self._seller_keys is None or not self._seller_keys.belong_to(form):
            self._seller_keys = SellerKeys(form, self._credentials, now=self._now)
        return self._seller_keys

    def _sign_in(self, backend: Backend, form: SignInForm, password: str, *, api_key: str = "") -> Account:
        if form.connection.kind is ConnectionKind.QAPI:
            return self._keys_of(form).sign_in(backend, password, api_key=api_key)
        login = form.login
        if form.connection.kind is ConnectionKind.DEMO:
            access = self._demo.start()
            login, password = access.login, access.password
        return backend.sign_in(
            login=login, password=password, extension=form.extension, device=socket.gethostname()[:100]
        )

    def _sign_in_saved(self, backend: Backend, form: SignInForm) -> None:
        """Sign in by the saved password or keys; a keyring without them is a rejection."""
        if form.connection.kind is ConnectionKind.QAPI:
            self._keys_of(form).sign_in_again(backend)
            return
        password: str | None = ""
        if form.connection.kind is not ConnectionKind.DEMO:
            try:
                password = self._credentials.password(form.login, form.connection.place)
            except KeyringFault as error:
                _log.warning("the saved password cannot be read: %s", error.code)
                password = None
        if password is None:
            raise SignInRejected("token-expired", detail="no saved password")
        self._sign_in(backend, form, password)

    def _store_or_memory(
        self, form: SignInForm, account_id: AccountId
    ) -> tuple[AccountStore, list[QpostError]]:
        try:
            return self._opened_store(form, account_id), []
        except KeyringFault as error:
            _log.warning("everything stays in memory for this run: %s", error.code)
            return AccountStore(None, None, now=self._now()), [error]

    def _opened_store(self, form: SignInForm, account_id: AccountId) -> AccountStore:
        key = self._credentials.database_key(AccountId(_identity(form, account_id)))
        store = AccountStore(_database_path(self._paths, form, account_id), key, now=self._now())
        if store.recovered is not None:
            self._publisher.publish(store.recovered)
        return store

    def _save_login(self, form: SignInForm, password: str, warnings: list[QpostError]) -> bool:
        """Save or forget password or keys as the form says; True when the next start may resume."""
        kind = form.connection.kind
        if kind is ConnectionKind.DEMO:
            return form.save_login
        was_saved = self._settings.load().sign_in
        try:
            if kind is ConnectionKind.QAPI:
                self._keys_of(form).keep(form.save_login)
            elif form.save_login:
                self._credentials.save_password(form.login, form.connection.place, password)
            elif was_saved.save_login and was_saved.login == form.login:
                self._credentials.forget_password(form.login, form.connection.place)
        except KeyringFault as error:
            if error.code not in {warning.code for warning in warnings if isinstance(warning, KeyringFault)}:
                warnings.append(error)
            return False
        return form.save_login

    def _remember(
        self, form: SignInForm, account_id: AccountId, *, is_saved: bool, warnings: list[QpostError]
    ) -> None:
        is_rest = form.connection.kind is ConnectionKind.REST
        used = {form.location.value: form.connection.address} if is_rest else {}
        entry = KeyringEntry(
            identity=_identity(form, account_id),
            login="" if form.connection.kind is ConnectionKind.DEMO else form.login,
            address=form.connection.place,
        )
        try:
            self._settings.update(
                lambda settings: structs.replace(
                    settings,
                    sign_in=structs.replace(form, save_login=is_saved),
                    addresses={**settings.addresses, **used},
                    account_id=account_id,
                    keyring_entries=tuple(dict.fromkeys((*settings.keyring_entries, entry))),
                )
            )
        except StoreFault as error:
            warnings.append(error)

    def _workspace(
        self, form: SignInForm, account: Account, store: AccountStore, *, backend: Backend | None
    ) -> Workspace:
        is_keyed = form.connection.kind is ConnectionKind.QAPI
        keys = self._seller_keys = self._keys_of(form) if is_keyed else None
        link = Link(
            open_backend=lambda: self._opened_backend(form),
            sign_in=lambda opened: self._sign_in_saved(opened, form),
            publisher=self._publisher,
            now=self._now,
            backend=backend,
        )
        if keys is not None:
            keys.work_over(link)
        return Workspace(
            account=account,
            extension=form.extension,
            store=store,
            link=link,
            publisher=self._publisher,
            cache=self._paths.cache / "attachments" / _file_stem(form, account.id),
            now=self._now,
            chance=self._chance,
            notice_settings=lambda: self._settings.load().notices,
            is_listing=is_keyed,
        )


def forget_saved(settings: SettingsFile, credentials: Credentials) -> None:
    """Remove what the keyring holds for every sign-in there was, whose stores can never be read again.

    For when the program leaves the machine together with its data. Raises ``KeyringFault`` when something
    stays behind.
    """
    fault: KeyringFault | None = None
    for entry in settings.load().keyring_entries:
        try:
            credentials.forget_database_key(AccountId(entry.identity))
            if entry.login:
                credentials.forget_password(entry.login, entry.address)
                credentials.forget_api_keys(entry.login, entry.address)
        except KeyringFault as error:
            fault = error
    if fault is not None:
        raise fault


def _identity(form: SignInForm, account_id: AccountId) -> str:
    """Name the account among those of all services."""
    return f"{account_id}@{form.connection.place}"


def _file_stem(form: SignInForm, account_id: AccountId) -> str:
    return hashlib.sha256(_identity(form, account_id).encode()).hexdigest()[:24]


def _database_path(paths: Paths, form: SignInForm, account_id: AccountId) -> Path:
    return paths.data / "accounts" / f"{_file_stem(form, account_id)}.db"
