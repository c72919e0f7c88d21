"""Why: secrets live in the system's keyring only, and a keyring that hangs must not hang the program."""

import contextlib
import secrets
import sys
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol, TypeVar

import msgspec

from qpost.models.account import AccountId
from qpost.models.api_keys import ApiKeys
from qpost.models.errors import KeyringFault

SERVICE = "Qpost"
KEY_BYTES = 32
DEFAULT_LIMIT_S = 5.0
_OWN_RINGS = {
    "win32": "keyring.backends.Windows.WinVaultKeyring",
    "linux": "keyring.backends.SecretService.Keyring",
}

_Answer = TypeVar("_Answer")


class Ring(Protocol):
    """The three calls of a keyring that are used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret."""


class Credentials:
    """Passwords, API keys and database keys in the keyring; every call ends within ``limit_s`` seconds.

    Every method raises ``KeyringFault`` (missing, locked, timeout or refused).
    """

    def __init__(self, *, limit_s: float = DEFAULT_LIMIT_S, ring: Callable[[], Ring] | None = None) -> None:
        self._limit_s = limit_s
        self._open = ring or _system_ring

    def password(self, login: str, address: str) -> str | None:
        """Return the password saved for a login at a service address, None when there is none."""
        return self._bounded(lambda ring: ring.get_password(SERVICE, _password_name(login, address)))

    def save_password(self, login: str, address: str, password: str) -> None:
        """Keep the password of a login at a service address."""
        self._bounded(lambda ring: ring.set_password(SERVICE, _password_name(login, address), password))

    def forget_password(self, login: str, address: str) -> None:
        """Remove the password; one that was never saved is no error."""
        self._forget(_password_name(login, address))

    def api_keys(self, login: str, address: str) -> ApiKeys | None:
        """Return the keys kept for a login at an address of Qoo10's API; None for none that can be read."""
        kept = self._bounded(lambda ring: ring.get_password(SERVICE, _keys_name(login, address)))
        try:
            return None if kept is None else msgspec.json.decode(kept, type=ApiKeys)
        except msgspec.DecodeError:
            return None

    def save_api_keys(self, login: str, address: str, keys: ApiKeys) -> None:
        """Keep both keys with their dates."""
        text = msgspec.json.encode(keys).decode()
        self._bounded(lambda ring: ring.set_password(SERVICE, _keys_name(login, address), text))

    def forget_api_keys(self, login: str, address: str) -> None:
        """Remove both keys; keys that were never saved are no error."""
        self._forget(_keys_name(login, address))

    def database_key(self, account_id: AccountId) -> bytes:
        """Return the account's 32 random bytes, made on first use."""
        name = f"database:{account_id}"

        def read_or_make(ring: Ring) -> bytes:
            kept = ring.get_password(SERVICE, name)
            if kept is not None:
                return _key_of(kept)
            ring.set_password(SERVICE, name, secrets.token_hex(KEY_BYTES))
            # what counts is what the keyring gives back: it may drop it, or another start was faster
            kept = ring.get_password(SERVICE, name)
            if kept is None:
                raise KeyringFault(KeyringFault.REFUSED, "the key was not kept")
            return _key_of(kept)

        return self._bounded(read_or_make)

    def forget_database_key(self, account_id: AccountId) -> None:
        """Remove the account's key: its file can never be read again. One that is not there is no error."""
        self._forget(f"database:{account_id}")

    def _forget(self, name: str) -> None:
        def forget(ring: Ring) -> None:
            if ring.get_password(SERVICE, name) is not None:
                ring.delete_password(SERVICE, name)

        self._bounded(forget)

    def _bounded(self, work: Callable[[Ring], _Answer]) -> _Answer:
        answers: list[_Answer] = []
        faults: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(work(self._open()))
            except BaseException as error:  # handed to the caller's thread below
                faults.append(error)

        thread = threading.Thread(target=run, name="qpost-keyring", daemon=True)
        thread.start()
        thread.join(self._limit_s)
        if answers:
            return answers[0]
        if faults:
            raise _mapped(faults[0]) from faults[0]
        raise KeyringFault(KeyringFault.TIMEOUT, f"no answer within {self._limit_s:g} s")


def _password_name(login: str, address: str) -> str:
    return f"login:{address}:{login}"


def _keys_name(login: str, address: str) -> str:
    return f"api-keys:{address}:{login}"


def _key_of(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError as error:
        raise KeyringFault(KeyringFault.REFUSED, "the kept key is not hexadecimal") from error
    if len(key) != KEY_BYTES:
        raise KeyringFault(KeyringFault.REFUSED, "the kept key has a wrong length")
    return key


@lru_cache(maxsize=1)
def _system_ring() -> Ring:
    """Return what the user's own configuration of keyring names, else the system's own store.

    Letting keyring choose imports every back end there is, and two of them start processes to look for
    libraries of another system.
    """
    from keyring import core  # 80 ms that only the first use pays

    own = _OWN_RINGS.get(sys.platform)
    if own is not None:
        with contextlib.suppress(RuntimeError):  # how keyring says that it cannot work here
            return core.load_env() or core.load_config() or core.load_keyring(own)
    return core.get_keyring()


def _mapped(error: BaseException) -> BaseException:
    if isinstance(error, KeyringFault):
        return error
    from keyring import errors

    if isinstance(error, errors.NoKeyringError):
        return KeyringFault(KeyringFault.MISSING)
    if isinstance(error, errors.KeyringLocked):
        return KeyringFault(KeyringFault.LOCKED)
    if isinstance(error, Exception):  # back ends let their own errors through (D-Bus, Win32)
        return KeyringFault(KeyringFault.REFUSED, type(error).__name__)
    return error
