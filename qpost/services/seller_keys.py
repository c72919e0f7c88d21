"""Why: Qoo10's API is opened by keys that outlive the sign-in, and may be void without anybody being told."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from msgspec import structs

from qpost.api.backend import Backend
from qpost.models.account import Account, AccountId, Certificate
from qpost.models.api_keys import ApiKeys, KeyedConnection, lives_of
from qpost.models.errors import KeyringFault, SignInRejected
from qpost.models.qoo10 import KEY_VOID
from qpost.models.settings import Connection, KeyLife, SignInForm
from qpost.services.link import Link
from qpost.store.credentials import Credentials

_log = logging.getLogger(__name__)


class SellerKeys:
    """The keys of one account at Qoo10, from the keyring or for this run only; thread-safe.

    A kept certification key is believed once without asking: whoever signs in again after that has found
    it void.
    """

    def __init__(self, form: SignInForm, credentials: Credentials, *, now: Callable[[], datetime]) -> None:
        self._login = form.login.strip()
        self._connection = form.connection
        self._credentials = credentials
        self._now = now
        self._lock = threading.RLock()
        self._keys: ApiKeys | None = None
        self._is_saved = False
        self._is_believed = False
        self._link: Link | None = None

    def __repr__(self) -> str:
        """Show whose keys these are."""
        return f"SellerKeys({self._login!r})"

    def belong_to(self, form: SignInForm) -> bool:
        """Tell whether these are the keys of the account that ``form`` names."""
        return (self._login, self._connection) == (form.login.strip(), form.connection)

    def read(self) -> ApiKeys | None:
        """Return the keys, None when there are none; raises ``KeyringFault``."""
        with self._lock:
            if self._keys is None:
                self._keys = self._credentials.api_keys(self._login, self._connection.place)
                self._is_saved = self._keys is not None
                self._is_believed = self._keys is not None and self._keys.certificate is not None
            return self._keys

    def connected(self, connect: Callable[[Connection], Backend], *, api_key: str = "") -> Backend:
        """Return a connection by ``api_key``, else by the keys there are; without any it can do nothing."""
        keys = ApiKeys(api_key, self._now()) if api_key else self._known()
        connection = self._connection
        return connect(
            KeyedConnection(
                kind=connection.kind,
                address=connection.address,
                keys=keys or ApiKeys("", self._now()),
                login=self._login,
            )
        )

    def sign_in(self, backend: Backend, password: str, *, api_key: str) -> Account:
        """Have a certification key made by the password, which is not kept; raises ``SignInRejected``."""
        made = backend.certificate(login=self._login, password=password)
        before = self._known()
        with self._lock:
            self._keys = _keys_after(before, api_key=api_key, made=made, now=self._now())
            self._is_believed = False  # the connection has it already
        return Account(id=AccountId(self._login), login=self._login, display_name=self._login)

    def sign_in_again(self, _: Backend) -> None:
        """Go on with the kept key, as far as nobody has found it void; raises ``SignInRejected``."""
        keys = self._known()
        with self._lock:
            is_believed, self._is_believed = self._is_believed, False
        if keys is None or not is_believed:
            raise SignInRejected(KEY_VOID, detail="no certification key that counts")

    def keep(self, is_wanted: bool) -> None:
        """Have the next start find the keys, or leave them in memory only; raises ``KeyringFault``."""
        with self._lock:
            if not is_wanted:
                self._is_saved = False
                self._credentials.forget_api_keys(self._login, self._connection.place)
            elif self._keys is not None:
                self._credentials.save_api_keys(self._login, self._connection.place, self._keys)
                self._is_saved = True

    def forget(self) -> None:
        """Remove the keys from the keyring; raises ``KeyringFault``."""
        with self._lock:
            self._keys, self._is_saved, self._is_believed = None, False, False
            self._credentials.forget_api_keys(self._login, self._connection.place)

    def renew(self, password: str, *, api_key: str = "") -> ApiKeys:
        """Have another certification key made, by another API key if there is one, and keep what comes of it.

        A refusal (``SignInRejected``) leaves everything as it was. Raises ``KeyringFault`` when the keys work
        but could not be kept; else as ``Link.call``.
        """
        api_key = api_key.strip()

        def work(backend: Backend) -> Certificate | SignInRejected:
            try:
                return backend.certificate(login=self._login, password=password, api_key=api_key)
            except SignInRejected as error:
                return error  # the password just typed is wrong: no sign that the session has ended

        made = self._linked.call(work)
        if isinstance(made, SignInRejected):
            raise made
        before = self._known()
        with self._lock:
            keys = self._keys = _keys_after(before, api_key=api_key, made=made, now=self._now())
            self._is_believed = True  # who was refused by the old key meanwhile goes on with this one
        self._keep_changes()
        return keys

    def date_api_key(self, entered_at: datetime) -> ApiKeys | None:
        """Say when the API key was made, if not on the day it was entered here; raises ``KeyringFault``."""
        with self._lock:
            keys = self.read()
            if keys is not None:
                self._keys = keys = structs.replace(keys, entered_at=entered_at)
                self._keep_changes()
            return keys

    def lives(self) -> tuple[KeyLife, ...]:
        """Return when the keys end; empty where there are none. Raises ``KeyringFault``."""
        keys = self.read()
        return () if keys is None else lives_of(keys, login=self._login)

    def work_over(self, link: Link) -> None:
        """Renew keys over ``link`` from now on."""
        self._link = link

    @property
    def _linked(self) -> Link:
        if self._link is None:
            raise SignInRejected(KEY_VOID, detail="not signed in")
        return self._link

    def _keep_changes(self) -> None:
        if self._is_saved:
            self.keep(True)

    def _known(self) -> ApiKeys | None:
        try:
            return self.read()
        except KeyringFault as error:
            _log.warning("the saved keys cannot be read: %s", error.code)
            return None


def _keys_after(before: ApiKeys | None, *, api_key: str, made: Certificate, now: datetime) -> ApiKeys:
    """Return the keys with the certification key ``made``; an API key known before keeps its date."""
    if before is not None and api_key in ("", before.api_key):
        return structs.replace(before, certificate=made)
    return ApiKeys(api_key, now, made)
