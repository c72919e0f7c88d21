"""A start together with the computer is silent, needs no network, and tells the system where we are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qpost.services.desktop_entry import read_group
from qpost.ui.login.window import SignInWindow
from qpost.ui.shell import Shell
from tests.gui.conftest import MakeApplication
from tests.gui.test_application import LIMIT_MS, sign_in
from tests.service_fixtures import MakeService

_HIDDEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qpost.app import Application, Options
from qpost.models.account import AccountId
from qpost.models.settings import Settings, SignInForm
from qpost.paths import Paths
from qpost.store.settings import SettingsFile
from qpost.ui.tray.corner import CornerNotice
root = Path(sys.argv[1])
SettingsFile(Paths.under(root).config / "settings.json").update(
    lambda _: Settings(account_id=AccountId("a"), sign_in=SignInForm(login="akari", save_login=True))
)
qt = QApplication([])
application = Application(qt, Options(data=root, language="en"))
application.start(hidden=True)
seen = [type(application.window).__name__]
def look(window):
    seen.append(type(window).__name__)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, report))
def report():
    shown = {type(window) for window in qt.topLevelWidgets() if window.isVisible()}
    print(*seen, bool(shown - {CornerNotice}))  # which tells, without taking the focus, that a sign-in is due
    qt.exit(7)
application.front.window_changed.connect(look)
code = qt.exec()
application.close()
sys.exit(code)
"""

_ENTRIES = """
from qpost.app import _correct_entries
from qpost.services.autostart import Autostart
_correct_entries(Autostart())
"""


def test_a_hidden_start_opens_the_last_shop_without_the_service(
    qtbot: QtBot, make_application: MakeApplication, make_service: MakeService
) -> None:
    service = make_service(inquiries=20)
    before = make_application()
    assert isinstance(before.window, SignInWindow)
    before.window.fields.save_login.setChecked(True)
    sign_in(qtbot, before, service)
    before.close()
    service.stop()
    application = make_application(hidden=True)
    qtbot.waitUntil(lambda: isinstance(application.window, Shell), timeout=LIMIT_MS)
    shell = application.window
    assert isinstance(shell, Shell)
    qtbot.waitUntil(lambda: shell.shop is not None)
    assert not shell.isVisible()
    application.show()
    assert shell.isVisible()


def test_a_hidden_start_neither_shows_a_window_nor_ends(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    ended = subprocess.run(
        [sys.executable, "-c", _HIDDEN, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    assert (ended.returncode, ended.stdout.split()) == (7, ["OpeningWindow", "SignInWindow", "False"]), (
        ended.stderr
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no registry but the user's own for a process")
def test_the_system_learns_where_the_program_is_now(tmp_path: Path) -> None:
    homes = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}
    entry = tmp_path / "config" / "autostart" / "qpost.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nExec=/gone/Qpost --minimised\nHidden=true\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", _ENTRIES], check=True, env=os.environ | homes)
    found = read_group(entry.read_text(encoding="utf-8"))
    assert found == {"Exec": f"{sys.executable} -m qpost --minimised", "Hidden": "true"}
    links = tmp_path / "data" / "applications" / "qpost-links.desktop"
    assert read_group(links.read_text(encoding="utf-8"))["Exec"] == f"{sys.executable} -m qpost -- %u"
