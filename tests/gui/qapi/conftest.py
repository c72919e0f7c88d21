"""Why: every test of the windows on Qoo10's own API sits at a desk of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qpost.ui.kit import Kit
from tests.gui.qapi.desk import KeyDesk
from tests.qapi.stand_in import StandIn


@pytest.fixture(autouse=True)
def _collected_here(collected_here: None) -> None:
    """Hold every test of this folder to it."""


@pytest.fixture
def key_desk(stand_in: StandIn, kit: Kit, tmp_path: Path, qtbot: QtBot) -> Iterator[KeyDesk]:
    """A signed-in desk whose threads are not started."""
    desk = KeyDesk(stand_in, tmp_path / "desk", kit, qtbot)
    yield desk
    desk.close()
    assert not desk.bugs
