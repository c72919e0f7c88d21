"""Why: tests get a private PostgreSQL server of their own, whoever runs them."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_STARTUP_LIMIT_S = 120


class Postgres:
    """A running server that listens on a Unix socket in ``folder`` only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def new_database(self) -> str:
        """Create an empty database and return its URL."""
        import psycopg

        self._made += 1
        name = f"qpost_{os.getpid()}_{self._made}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        return self._url(name)

    def wait(self) -> None:
        """Return when the server accepts connections; raises ``RuntimeError`` with its log otherwise."""
        import psycopg

        deadline = time.monotonic() + _STARTUP_LIMIT_S
        while time.monotonic() < deadline:
            try:
                psycopg.connect(self._url("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError:
                threading.Event().wait(0.1)
            else:
                return
        log = self._folder / "log"
        said = log.read_text(errors="replace") if log.exists() else ""
        raise RuntimeError(f"PostgreSQL did not start: {said[-2000:]}")

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"


def missing_postgres() -> str | None:
    """Return why there can be no server here, None when there can."""
    if sys.platform != "linux":
        return "PostgreSQL is tested on Linux only"
    return None


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Start a server in a fresh folder and remove both afterwards."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="qpost-pg-", dir="/tmp"))  # a socket's path must be short
    data = folder / "data"
    as_owner: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "max_connections=200"]
    server = [
        str(programs / "postgres"),
        "-D",
        str(data),
        *(word for each in settings for word in ("-c", each)),
    ]
    init = [*as_owner, str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-N"]
    try:
        _run([*init, "-E", "UTF8", "--locale=C.UTF-8"], folder)
        with _server(as_owner, server, folder) as ready:
            yield ready
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server(as_owner: list[str], command: list[str], folder: Path) -> Iterator[Postgres]:
    """Run the server below a shell that stops it when this process ends, however that happens.

    The shell reads a pipe whose other end only this process holds: the kernel closes it in every case.
    Then the shell also removes ``folder``, for a killed process cannot.
    """
    guard = (
        '"$@" </dev/null >/dev/null 2>"$FOLDER/log" & '
        'while read -r _; do :; done; kill -QUIT $!; wait $!; rm -rf "$FOLDER"'
    )
    process = subprocess.Popen(
        [*as_owner, "sh", "-c", guard, "sh", *command],
        cwd=folder,
        env={**os.environ, "FOLDER": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # an interrupt from the keyboard is for the tests, which then end it
    )
    try:
        server = Postgres(folder)
        server.wait()
        yield server
    finally:
        if process.stdin is not None:
            process.stdin.close()
        process.wait(60)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The session's server; skipped with a reason off Linux."""
    reason = missing_postgres()
    if reason is not None:
        pytest.skip(reason)
    with running_postgres() as server:
        yield server


def _programs() -> Path:
    on_path = shutil.which("pg_ctl")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found:
        raise FileNotFoundError("PostgreSQL is not installed (Debian: apt install postgresql)")
    return found[-1].parent


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=_STARTUP_LIMIT_S + 30,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[-1]} failed: {done.stderr[-2000:]}")
