"""Why: the demo is a real service of this program's own, started for it and never left behind."""

import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from qpost.models.errors import Offline, OfflineCause

READY_WITHIN_S = 60.0
GONE_WITHIN_S = 5.0

_log = logging.getLogger(__name__)


class DemoAccess(Struct, frozen=True):
    """How to sign in to the running demo service; ``account_password`` is that of its Q account."""

    url: str
    login: str
    password: str
    account_password: str = ""

    def __repr__(self) -> str:
        """Show where it is and nothing that lets anyone in."""
        return f"DemoAccess(url={self.url!r})"


def service_command(
    folder: Path, *, port: int = 0, inquiries: int, more: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the command that runs a demo seller's service over ``folder`` for as long as we live."""
    return (
        *(sys.executable, "-m", "qpost.server", "--with-parent", "--port", str(port)),
        *("--data", str(folder), "--seed", "1", "--inquiries", str(inquiries), *more),
    )


def demo_command(folder: Path) -> tuple[str, ...]:
    """Return the command of the demo: a shop of some size whose customers write and react."""
    return service_command(folder, inquiries=4000, more=("--live",))


class DemoService:
    """A service process; it ends with :meth:`close` and also when this process dies in any way."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._access: DemoAccess | None = None

    def start(self) -> DemoAccess:
        """Return how to reach the service, starting it when it does not run; raises ``Offline``."""
        with self._lock:
            if self._access is not None and self._process is not None and self._process.poll() is None:
                return self._access
            self._stop()
            self._process = self._launched()
            self._access = self._read_access(self._process)
            return self._access

    def close(self) -> None:
        """Stop the service."""
        with self._lock:
            self._stop()

    def _launched(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,  # its end tells the child that we are gone
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _not_ready(error.strerror or "") from error

    def _read_access(self, process: subprocess.Popen[bytes]) -> DemoAccess:
        """Read the line the service prints when it is ready; a silent one is ended."""
        watchdog = threading.Timer(READY_WITHIN_S, process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            line = b"" if process.stdout is None else process.stdout.readline()
            return msgspec.json.decode(line, type=DemoAccess)
        except (OSError, msgspec.DecodeError) as error:
            self._stop()
            raise _not_ready("the demo service did not start") from error
        finally:
            watchdog.cancel()

    def _stop(self) -> None:
        process, self._process, self._access = self._process, None, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(GONE_WITHIN_S)
        except subprocess.TimeoutExpired:
            _log.warning("the demo service had to be killed")
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _not_ready(detail: str) -> Offline:
    return Offline(OfflineCause.UNREACHABLE, may_have_arrived=False, detail=detail)
