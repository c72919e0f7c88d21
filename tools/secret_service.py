"""Why: tests and benchmarks use a real keyring, but never the one of whoever runs them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_READY_WITHIN_S = 10.0
_OWNER_CALL = (
    *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"),
    *("org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"),
)


@contextlib.contextmanager
def secret_service() -> Iterator[dict[str, str]]:
    """Run a bus and an unlocked, empty GNOME keyring; yield the environment that leads to them."""
    with tempfile.TemporaryDirectory(prefix="qpost-home-", ignore_cleanup_errors=True) as place:
        runtime = Path(place) / "run"
        runtime.mkdir(mode=0o700)
        environment = os.environ | {"HOME": place, "XDG_RUNTIME_DIR": str(runtime)}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            environment.pop(name, None)
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        keyring = None
        try:
            address = bus.stdout.readline().strip() if bus.stdout else ""
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            keyring = _unlocked_keyring(environment)
            _wait_for_owner(environment)
            yield environment
        finally:
            for process in (keyring, bus):
                if process is not None:
                    process.terminate()
                    process.wait()
            if bus.stdout is not None:
                bus.stdout.close()


def _unlocked_keyring(environment: dict[str, str]) -> subprocess.Popen[str]:
    keyring = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    if keyring.stdin is not None:
        keyring.stdin.write("only for this run")
        keyring.stdin.close()
    return keyring


def _wait_for_owner(environment: dict[str, str]) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < deadline:
        answer = subprocess.run(_OWNER_CALL, env=environment, capture_output=True, text=True, check=False)
        if "true" in answer.stdout:
            return
        time.sleep(0.05)
    raise RuntimeError("the keyring did not start")
