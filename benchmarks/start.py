"""Why: how long a seller looks at nothing after starting the program, against a bare Qt window.

Both are started in turn as processes of their own; a saved sign-in in a real keyring, an encrypted
store on disk, and a service that may be away, since the first screen needs no network.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks._report import Measured, median, report
from tools.screen import has_display, screen_in_memory
from tools.secret_service import secret_service

_FILL = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from qpost.api.rest.client import RestBackend
from qpost.models.settings import Connection, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from msgspec import structs
access, folder = json.loads(sys.argv[1]), Path(sys.argv[2])
now = lambda: datetime.now(UTC)
paths = Paths.under(folder)
settings = SettingsFile(paths.config / "settings.json")
sessions = SessionService(settings=settings, credentials=Credentials(limit_s=60), publisher=Publisher(),
    paths=paths, connect=lambda c: RestBackend(c.address, now=now), now=now)
form = SignInForm(login=access["login"], connection=Connection(address=access["url"]), save_login=True)
signed_in = sessions.sign_in(form, access["password"])
assert not signed_in.warnings, signed_in.warnings
signed_in.workspace.sync.sync_once()
settings.save(structs.replace(settings.load(), shop_id=signed_in.shops[0].id, language="en"))
signed_in.workspace.close()
sessions.close()
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill an account, start both programs in turn, print the ratios."""
    parser = argparse.ArgumentParser(description="time to the first painted window and to the filled list")
    parser.add_argument("--inquiries", type=int, default=4000)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--output", type=Path, default=Path("build/bench/start.json"))
    asked = parser.parse_args(arguments)
    with surroundings() as environment, tempfile.TemporaryDirectory(prefix="qpost-bench-") as place:
        folder = Path(place) / "desk"
        fill_account(Path(place) / "service", folder, asked.inquiries, environment)
        floor, painted, filled = _measure(folder, asked.runs, environment)
    base = median(floor)
    report(
        f"start with {asked.inquiries:,} inquiries",
        [
            Measured("bare window painted", "ms", floor, {"x_floor": 1.0}),
            Measured("Qpost painted", "ms", painted, {"x_floor": median(painted) / base}),
            Measured("Qpost list filled", "ms", filled, {"x_floor": median(filled) / base}),
        ],
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec"),
        output=asked.output,
    )
    return 0


@contextlib.contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """Give a screen and a keyring; on Windows and macOS the system's own."""
    if not sys.platform.startswith("linux"):
        yield dict(os.environ)
        return
    with contextlib.ExitStack() as stack:
        environment = stack.enter_context(secret_service())
        if not has_display():
            environment["DISPLAY"] = stack.enter_context(screen_in_memory())
        yield environment


def fill_account(data: Path, folder: Path, inquiries: int, environment: dict[str, str]) -> None:
    """Sign in to a service over ``data`` and leave a saved sign-in, synced, in ``folder``."""
    command = (
        *(sys.executable, "-m", "qpost.server", "--port", "0", "--data", str(data)),
        *("--seed", "1", "--inquiries", str(inquiries), "--rate", "0"),
    )
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as service:
        line = service.stdout.readline() if service.stdout else ""
        try:
            subprocess.run([sys.executable, "-c", _FILL, line, str(folder)], env=environment, check=True)
        finally:
            service.terminate()


def _measure(
    folder: Path, runs: int, environment: dict[str, str]
) -> tuple[list[float], list[float], list[float]]:
    floor, painted, filled = [], [], []
    for run in range(runs + 1):
        bare = times_of(("floor",), environment)
        ours = times_of(("qpost", str(folder)), environment)
        if run:  # the first one warms the disk cache for both
            floor.append(bare["painted"])
            painted.append(ours["painted"])
            filled.append(ours["filled"])
    return floor, painted, filled


def times_of(words: Sequence[str], environment: dict[str, str]) -> dict[str, float]:
    """Start one process and return milliseconds from before its start to each moment it names."""
    start = time.time()
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks._first_paint", *words],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return {name: (at - start) * 1000 for name, at in found.items()}


if __name__ == "__main__":
    raise SystemExit(main())
