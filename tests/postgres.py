"""Why: tests get a private PostgreSQL server of their own, whoever runs them."""

import os
import shutil
import subprocess
import sys
import tempfile
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
    settings = (
        f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=200"
    )
    control = [*as_owner, str(programs / "pg_ctl"), "-D", str(data), "-w", "-t", str(_STARTUP_LIMIT_S)]
    init = [*as_owner, str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-N"]
    try:
        _run([*init, "-E", "UTF8", "--locale=C.UTF-8"], folder)
        _run([*control, "-l", str(folder / "log"), "-o", settings, "start"], folder)
        try:
            yield Postgres(folder)
        finally:
            _run([*control, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
        stdout=subprocess.DEVNULL,  # the server inherits it: a pipe would never end
        stderr=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
        text=True,
        timeout=_STARTUP_LIMIT_S + 30,
        check=False,
    )
    if done.returncode != 0:
        log = folder / "log"
        said = log.read_text(errors="replace") if log.exists() else (done.stderr or "")
        raise RuntimeError(f"{command[-1]} failed: {said[-2000:]}")
