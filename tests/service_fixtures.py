"""Why: tests talk to a real ``qpost-service`` in a process of its own, on SQLite or PostgreSQL."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

READY_LIMIT_S = 120.0
STOPPED = 0 if os.name == "posix" else 1
"""How a service ends that was asked to; Windows has nothing to ask with and ends it at once."""
KILLED = -signal.SIGKILL if sys.platform != "win32" else 1
"""How a process ends that was killed."""
_STOP_LIMIT_S = 15.0


@dataclass(frozen=True)
class ShopLine:
    """A shop as the service announced it."""

    id: str
    name: str


class RunningService:
    """A started service; ``process`` is its handle, ``database_url`` None on SQLite."""

    def __init__(self, arguments: Sequence[str], *, data: Path, database_url: str | None) -> None:
        self.data = data
        self.database_url = database_url
        self._arguments = list(arguments)
        self._start(self._arguments)

    def _start(self, arguments: Sequence[str]) -> None:
        self.log_path = self.data / "service.log"
        with self.log_path.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "qpost.server", *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=os.environ | {"PYTHONUTF8": "1"},
            )
        line = self._first_line()
        if not line:
            self.kill()
            raise RuntimeError(f"the service did not start: {self.log()[-3000:]}")
        announced = json.loads(line)
        self.url: str = announced["url"]
        self.login: str = announced["login"]
        self.password: str = announced["password"]
        self.account_password: str = announced.get("account_password", "")
        self.second_login: str = announced.get("second_login", "")
        self.shops = tuple(ShopLine(**shop) for shop in announced["shops"])

    def _first_line(self) -> bytes:
        assert self.process.stdout is not None
        timer = threading.Timer(READY_LIMIT_S, self.process.kill)
        timer.start()
        try:
            return self.process.stdout.readline()
        finally:
            timer.cancel()

    def log(self) -> str:
        """Return what the service wrote to its standard error."""
        return self.log_path.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill()
        self._reap()

    def stop(self) -> int:
        """Ask the process to end and return its exit code; harmless when it has ended already."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(_STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
        return self._reap()

    def restart(self) -> None:
        """Start again on the same database, at the same port."""
        if self.process.poll() is None:
            self.stop()
        port = self.url.rpartition(":")[2]
        arguments = list(self._arguments)
        arguments[arguments.index("--port") + 1] = port
        self._start(arguments)

    def _reap(self) -> int:
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        return self.process.wait()


MakeService = Callable[..., RunningService]


def _starter(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Iterator[MakeService]:
    started: list[RunningService] = []

    def make(
        *,
        database: str = "sqlite",
        inquiries: int | None = 300,
        seed: int = 1,
        options: Sequence[str] = (),
        data: Path | None = None,
        rate: float = 0,
        **flags: Any,
    ) -> RunningService:
        """Start one; ``inquiries=None`` takes the data as it is, ``live=True`` becomes ``--live``."""
        folder = data or folders.mktemp("service")
        url = request.getfixturevalue("postgres").new_database() if database == "postgresql" else None
        arguments = ["--port", "0", "--seed", str(seed), "--rate", str(rate)]
        arguments += [] if inquiries is None else ["--inquiries", str(inquiries)]
        arguments += ["--data", str(folder)] if url is None else ["--database", url]
        for name, value in flags.items():
            if value is not False:
                arguments += [f"--{name.replace('_', '-')}", *([] if value is True else [str(value)])]
        service = RunningService([*arguments, *options], data=folder, database_url=url)
        started.append(service)
        return service

    yield make
    for service in started:
        service.stop()


@pytest.fixture
def make_service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MakeService]:
    """A starter of services that end with the test: ``make_service(database="postgresql", inquiries=50)``."""
    yield from _starter(request, tmp_path_factory)


@pytest.fixture(scope="session")
def make_shared_service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MakeService]:
    """The same, for services that live as long as the session."""
    yield from _starter(request, tmp_path_factory)


@pytest.fixture
def service(make_service: MakeService) -> RunningService:
    """A fresh demo service on SQLite with 300 inquiries."""
    return make_service()
