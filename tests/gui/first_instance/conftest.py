"""Why: every test has a data folder, a runtime folder and processes of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.first_instance.programs import Desktops


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this test's sockets are."""
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def desktops(tmp_path: Path) -> Iterator[Desktops]:
    """Desktops on one data folder, all ended with the test."""
    desktops = Desktops(tmp_path / "seller")
    yield desktops
    desktops.close()
