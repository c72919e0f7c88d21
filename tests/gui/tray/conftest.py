"""Why: a tray that no system shows, on the program's own windows."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.ui.shell import Shell
from qpost.ui.tray.tray import Tray
from tests.gui.test_application import sign_in
from tests.service_fixtures import RunningService

MakeApplication = Callable[..., Application]
LIMIT_MS = 20_000


class TraySeat:
    """A signed-in application with a list on screen and its tray; ``sounds`` counts what was heard."""

    def __init__(self, application: Application, shell: Shell, tray: Tray) -> None:
        self.application = application
        self.shell = shell
        self.tray = tray
        self.sounds: list[str] = []
        tray.toasts.make_sound = lambda: self.sounds.append("heard")

    def corner_text(self) -> str:
        """Return what the notice in the corner says, nothing when there is none."""
        corner = self.tray.toasts.corner
        return "\n".join(corner.words) if corner is not None and corner.isVisible() else ""


@pytest.fixture
def seat(qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService) -> TraySeat:
    """A seat at the first shop, whose inquiries have been read."""
    application = make_application()
    shell = sign_in(qtbot, application, gui_service)
    qtbot.waitUntil(lambda: application.tray is not None and shell.shop is not None, timeout=LIMIT_MS)
    tray = application.tray
    assert tray is not None
    workspace = application.workspace
    assert workspace is not None
    workspace.sync.sync_once()
    qtbot.waitUntil(lambda: tray.counts.total > 0, timeout=LIMIT_MS)
    return TraySeat(application, shell, tray)
