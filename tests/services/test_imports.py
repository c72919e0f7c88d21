"""Why: the first painted window must not pay for the network, the keyring or an event loop."""

import subprocess
import sys

import pytest

LATER = {"httpx", "keyring", "asyncio", "truststore", "platformdirs", "PySide6", "multiprocessing"}


@pytest.mark.parametrize("module", ["qpost.store.account_store", "qpost.services.session", "qpost.cli"])
def test_what_loads_later(module: str) -> None:
    # what measures coverage is there before and does not count
    program = f"import sys; before = set(sys.modules); import {module}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert LATER.isdisjoint(done.stdout.split())


def test_pyside_does_not_read_again_what_is_imported_after_it() -> None:
    program = (
        "import PySide6.QtCore, shibokensupport.feature as feature, calendar\n"
        "from qpost.ui.plain_imports import import_plainly\n"
        "import_plainly()\n"
        "import wave\n"
        "print(*(name in feature.pyside_feature_dict for name in ('calendar', 'wave')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
