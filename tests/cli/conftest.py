"""Why: run the real qpost-cli as a process, with a keyring of its own below the test's folder."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

_KEYRING = '''
"""Why: a keyring in a file, for tests of programs that run as processes."""

import json
import os
import pathlib

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

_path = pathlib.Path(os.environ["TEST_KEYRING"])


class FileKeyring(KeyringBackend):
    priority = 1

    def _all(self):
        return json.loads(_path.read_text()) if _path.exists() else {}

    def get_password(self, service, username):
        return self._all().get(f"{service}/{username}")

    def set_password(self, service, username, password):
        kept = self._all() | {f"{service}/{username}": password}
        fresh = _path.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(kept))
        fresh.replace(_path)

    def delete_password(self, service, username):
        kept = self._all()
        if kept.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError(username)
        _path.write_text(json.dumps(kept))
'''


@dataclass(frozen=True)
class Outcome:
    """What a command left behind; ``lines`` and ``errors`` are the decoded objects."""

    code: int
    lines: list[dict[str, Any]]
    errors: list[dict[str, Any]]


class Place(Protocol):
    """Where a terminal signs in, and as whom."""

    url: str
    login: str
    password: str


class Terminal:
    """Runs qpost-cli against one service with one data folder."""

    def __init__(self, folder: Path, service: Place, *, has_keyring: bool = True) -> None:
        self.folder = folder
        self.url = service.url
        self.login = service.login
        self.password = service.password
        (folder / "modules").mkdir()
        (folder / "modules" / "file_keyring.py").write_text(_KEYRING)
        backend = "file_keyring.FileKeyring" if has_keyring else "keyring.backends.fail.Keyring"
        self.environment = os.environ | {
            "PYTHON_KEYRING_BACKEND": backend,
            "PYTHONPATH": os.pathsep.join([str(folder / "modules"), str(Path.cwd())]),
            "TEST_KEYRING": str(folder / "keyring.json"),
        }

    def command(self, *words: str) -> list[str]:
        """Return the full command line."""
        fixed = ["--data", str(self.folder / "data"), "--url", self.url, "--login", self.login]
        return [sys.executable, "-m", "qpost.cli", *fixed, "--extension", "A", *words]

    def run(self, *words: str, stdin: str = "") -> Outcome:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(*words), input=stdin.encode(), capture_output=True, env=self.environment, check=False
        )
        return Outcome(done.returncode, _objects(done.stdout), _objects(done.stderr))

    def sign_in(self) -> None:
        """Sign in and synchronise."""
        assert self.run("login", stdin=self.password + "\n").code == 0
        assert self.run("sync").code == 0

    def body(self, text: str) -> str:
        """Write a body file and return its name."""
        path = self.folder / "body.txt"
        path.write_bytes(text.encode())
        return str(path)

    def unanswered(self, count: int) -> list[str]:
        """Return numbers of unanswered customer inquiries."""
        listed = self.run(
            "list", "--status", "unanswered", "--source", "customer", "--limit", str(count)
        ).lines
        assert len(listed) == count
        return [line["number"] for line in listed]

    def shop_texts(self, number: str) -> list[str]:
        """Return what the shop said in an inquiry, as synchronised."""
        (shown,) = self.run("show", number).lines
        return [message["body"] for message in shown["messages"] if message["author"] == "shop"]


def _objects(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().splitlines()]


MakeTerminal = Callable[..., Terminal]


@pytest.fixture
def make_terminal(tmp_path: Path) -> MakeTerminal:
    """A maker of terminals, each with its own folder."""

    def make(service: Place, *, has_keyring: bool = True) -> Terminal:
        folder = tmp_path / f"terminal{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        return Terminal(folder, service, has_keyring=has_keyring)

    return make
