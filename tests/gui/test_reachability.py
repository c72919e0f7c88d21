"""Why: the network's return is told once, and only when it was away."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qpost.ui.reachability import Reachability
from tests.gui.conftest import MakeApplication


def test_only_a_return_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    network = Reachability(owner)
    heard: list[int] = []
    network.came_back.connect(lambda: heard.append(1))
    for is_online in (True, True, False, False, True, True, False, True):
        network.notice(is_online)
    assert len(heard) == 2


def test_whatever_the_system_tells_the_program_goes_on(make_application: MakeApplication) -> None:
    application = make_application()
    application.network.watch()
    application.network.notice(False)
    application.network.notice(True)  # nobody is signed in: nothing to wake
    assert application.workspace is None
