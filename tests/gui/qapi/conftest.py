"""Why: every test of the windows on Qoo10's own API sits at a desk of its own."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qpost.ui.kit import Kit
from tests.gui.qapi.desk import KeyDesk
from tests.qapi.stand_in import StandIn


@pytest.fixture(autouse=True)
def _collected_here(qapp: QApplication) -> Iterator[None]:
    """Destroy widgets on this thread only, as the program's ``Collector`` does."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def key_desk(stand_in: StandIn, kit: Kit, tmp_path: Path, qtbot: QtBot) -> Iterator[KeyDesk]:
    """A signed-in desk whose threads are not started."""
    desk = KeyDesk(stand_in, tmp_path / "desk", kit, qtbot)
    yield desk
    desk.close()
    assert not desk.bugs


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system's browser was asked to show."""
    addresses: list[str] = []

    def show(address: QUrl) -> bool:
        addresses.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return addresses
