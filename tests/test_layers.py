"""What each entry point loads is pinned: the first painted window waits for nothing it does not use."""

import os
import subprocess
import sys

import pytest

HEAVY = frozenset(
    {
        "argon2",
        "asyncio",
        "httpx",
        "keyring",
        "litestar",
        "multiprocessing",
        "nacl",
        "psycopg",
        "sqlalchemy",
        "truststore",
        "uvicorn",
        "PySide6.QtNetwork",
        "PySide6.QtQml",
    }
)
WINDOWS = frozenset({"PySide6", "shiboken6"})


def imported_by(module: str) -> set[str]:
    """Return the names of all modules that importing ``module`` in a fresh interpreter loads."""
    program = f"import {module}, sys; print('\\n'.join(sys.modules))"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, env=unmeasured, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_the_window_starts_without_what_loads_later() -> None:
    assert imported_by("qpost.app") & HEAVY == set()


@pytest.mark.parametrize("module", ["qpost.cli", "qpost.services", "qpost.server.__main__"])
def test_what_has_no_window_loads_no_qt(module: str) -> None:
    assert imported_by(module) & WINDOWS == set()


def test_the_models_load_one_library() -> None:
    foreign = {
        name.split(".")[0]
        for name in imported_by("qpost.models.inquiry") - imported_by("sys")
        if name.split(".")[0] not in sys.stdlib_module_names
    }
    assert foreign <= {"qpost", "msgspec", "typing_extensions"}  # msgspec uses the latter when it is there


def test_a_heavy_import_would_be_seen() -> None:
    assert "httpx" in imported_by("httpx")
