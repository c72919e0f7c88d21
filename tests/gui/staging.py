"""Why: the parts of a desktop under test that the system would provide."""

import threading

from keyring.errors import KeyringLocked, NoKeyringError


class MemoryRing:
    """A keyring in memory; ``fault`` makes it missing, locked or silent (until ``over``)."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = ""
        self.over = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self._suffer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._suffer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._suffer()
        del self.kept[service, username]

    def _suffer(self) -> None:
        if self.fault == "missing":
            raise NoKeyringError
        if self.fault == "locked":
            raise KeyringLocked
        if self.fault == "silent":
            self.over.wait(30)


class Manager:
    """The system's side of the end of a session; Qt hands its own one out on Windows only."""

    def __init__(self, *, allows: bool = True) -> None:
        self.allows = allows
        self.is_cancelled = False

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self.allows

    def cancel(self) -> None:
        self.is_cancelled = True
