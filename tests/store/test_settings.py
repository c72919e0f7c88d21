"""Why: choices survive, broken files do not stop the start, and a keyring that hangs is left behind."""

import threading
from pathlib import Path

import pytest
from keyring import errors
from msgspec import structs

from qpost.models.account import AccountId
from qpost.models.errors import KeyringFault, StoreFault
from qpost.models.settings import Settings, SignInForm, Theme
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile

SETTINGS = Settings(theme=Theme.DARK, sign_in=SignInForm(login="akari"), addresses={"other": "https://x"})


def test_settings_survive(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "config" / "settings.json")
    assert file.load() == Settings()
    file.save(SETTINGS)
    assert file.load() == SETTINGS
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"theme": "neon"}', b"[]"])
def test_a_broken_file_is_moved_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert (tmp_path / "settings.json.bad").read_bytes() == content
    file.save(SETTINGS)
    assert file.load() == SETTINGS


def test_a_file_that_cannot_be_read_for_a_moment_is_not_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.save(SETTINGS)

    def locked(_: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", locked)
        file.update(lambda settings: structs.replace(settings, language="ko"))
    assert SettingsFile(tmp_path / "settings.json").load() == structs.replace(SETTINGS, language="ko")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_file_of_a_newer_version_loads(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "hologram": true}')
    assert SettingsFile(path).load() == Settings(theme=Theme.DARK)


def test_a_file_of_an_older_version_loads(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "start_with_system": true}')  # the system's own entry is asked by now
    assert SettingsFile(path).load() == Settings(theme=Theme.DARK)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreFault):
        SettingsFile(tmp_path / "file" / "settings.json").save(SETTINGS)


class Ring:
    """A keyring in memory."""

    def __init__(self, fault: Exception | None = None, *, forgets: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = fault
        self.forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault is not None:
            raise self.fault
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_passwords_belong_to_a_login_at_an_address() -> None:
    ring = Ring()
    credentials = Credentials(ring=lambda: ring)
    credentials.save_password("akari", "https://a", "one")
    assert credentials.password("akari", "https://a") == "one"
    assert credentials.password("akari", "https://b") is None
    assert {service for service, _ in ring.kept} == {"Qpost"}
    credentials.forget_password("akari", "https://a")
    credentials.forget_password("akari", "https://a")
    assert credentials.password("akari", "https://a") is None


def test_a_database_key_is_made_once() -> None:
    ring = Ring()
    first = Credentials(ring=lambda: ring).database_key(AccountId("a"))
    assert len(first) == 32
    assert Credentials(ring=lambda: ring).database_key(AccountId("a")) == first
    assert Credentials(ring=lambda: ring).database_key(AccountId("b")) != first


def test_a_keyring_that_drops_the_key_is_refused() -> None:
    with pytest.raises(KeyringFault) as caught:
        Credentials(ring=lambda: Ring(forgets=True)).database_key(AccountId("a"))
    assert caught.value.code == KeyringFault.REFUSED


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (errors.NoKeyringError(), KeyringFault.MISSING),
        (errors.KeyringLocked(), KeyringFault.LOCKED),
        (errors.PasswordSetError(), KeyringFault.REFUSED),
        (OSError("the bus is gone"), KeyringFault.REFUSED),
    ],
    ids=repr,
)
def test_every_fault_has_its_code(fault: Exception, code: str) -> None:
    with pytest.raises(KeyringFault) as caught:
        Credentials(ring=lambda: Ring(fault)).password("a", "b")
    assert caught.value.code == code


def test_a_keyring_that_hangs_is_left_behind() -> None:
    may_end = threading.Event()

    def hang() -> Ring:
        may_end.wait(30)
        return Ring()

    with pytest.raises(KeyringFault) as caught:
        Credentials(limit_s=0.05, ring=hang).password("a", "b")
    may_end.set()
    assert caught.value.code == KeyringFault.TIMEOUT
