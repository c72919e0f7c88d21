"""The program starts light, survives its own bugs, and ends when it is told to."""

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QtMsgType, qWarning
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.account import AccountId
from qpost.models.errors import SignInRejected
from qpost.models.events import SignedOut
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import Draft, OutboxId
from qpost.models.search import InquiryQuery
from qpost.models.settings import Settings, SignInForm
from qpost.store.settings import SettingsFile
from qpost.ui.faults import FaultCatcher
from qpost.ui.login.shops_window import ShopsWindow
from qpost.ui.login.window import SignInWindow
from qpost.ui.shell import Shell
from tests.gui.staging import MemoryRing
from tests.service_fixtures import RunningService

MakeApplication = Callable[..., Application]
LIMIT_MS = 20_000

_TOO_HEAVY = ("httpx", "keyring", "truststore", "asyncio", "numpy", "PySide6.QtNetwork", "PySide6.QtSql")

_IMPORTS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from qpost.app import Application, Options
qt = QApplication([])
application = Application(qt, Options(data=Path(sys.argv[1]), language="en"))
application.start()
assert application.window.isVisible()
print(" ".join(sys.modules))
application.close()
"""

_OUTLINE = """
import sys
from pathlib import Path
import PySide6.QtWidgets
before = set(sys.modules)
from qpost.__main__ import run
from qpost.ui import opening
opening.OpeningWindow.wait_until_shown = lambda window: print(*set(sys.modules) - before) or sys.exit()
run(["--data", sys.argv[1]])
"""
_FOR_THE_OUTLINE = {"account", "call", "errors", "links", "notices", "open_enum", "settings"}


def shell_of(application: Application) -> Shell:
    """Return the main window, which must be there."""
    assert isinstance(application.window, Shell)
    return application.window


def sign_in(qtbot: QtBot, application: Application, service: RunningService) -> Shell:
    """Sign in and choose the first shop."""
    window = application.window
    assert isinstance(window, SignInWindow)
    for edit, text in (
        (window.fields.login, service.login),
        (window.fields.password, service.password),
        (window.fields.connection.address, service.url),
    ):
        edit.clear()
        QTest.keyClicks(edit, text)
    window.submit.click()
    qtbot.waitUntil(lambda: isinstance(application.window, ShopsWindow), timeout=LIMIT_MS)
    shops = application.window
    assert isinstance(shops, ShopsWindow)
    shops.confirm.click()
    return shell_of(application)


@pytest.fixture
def catcher() -> Iterator[FaultCatcher]:
    catcher = FaultCatcher()
    hooks = sys.excepthook, threading.excepthook
    yield catcher
    catcher.uninstall()
    sys.excepthook, threading.excepthook = hooks


def test_first_window_brings_no_heavy_library(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _IMPORTS, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split())
    assert loaded.isdisjoint(_TOO_HEAVY)


def test_the_outline_waits_for_next_to_nothing(tmp_path: Path) -> None:
    saved = Settings(account_id=AccountId("a1"), sign_in=SignInForm(save_login=True))
    SettingsFile(tmp_path / "config" / "settings.json").save(saved)
    ended = subprocess.run(
        [sys.executable, "-c", _OUTLINE, str(tmp_path)], capture_output=True, text=True, check=False
    )
    loaded = set(ended.stdout.split())
    assert "qpost.ui.opening" in loaded, ended.stderr
    assert "qpost.app" not in loaded
    assert {name.split(".")[2] for name in loaded if name.startswith("qpost.models.")} <= _FOR_THE_OUTLINE
    assert not any(name.startswith(("qpost.services", "qpost.ui.widgets", "logging.")) for name in loaded)


def test_version_is_told_without_a_window() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "qpost", "--version"], capture_output=True, text=True, check=True
    )
    assert ended.stdout.startswith("Qpost ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that asks a window to end")
def test_told_to_end_it_ends_in_time_and_in_peace(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "qpost", "--data", str(tmp_path), "--language", "en"], stderr=subprocess.PIPE
    )
    log = tmp_path / "logs" / "qpost.log"
    gate = threading.Event()
    for _ in range(600):
        if log.exists():
            break
        gate.wait(0.05)
    program.send_signal(signal.SIGTERM)
    try:
        _, errors = program.communicate(timeout=20)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 0, errors


def test_closing_during_a_sign_in_does_not_wait_for_the_network(
    qtbot: QtBot, make_application: MakeApplication
) -> None:
    application = make_application()
    window = application.window
    assert isinstance(window, SignInWindow)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for edit, text in (
            (window.fields.login, "akari"),
            (window.fields.password, "secret"),
            (window.fields.connection.address, f"http://127.0.0.1:{silent.getsockname()[1]}"),
        ):
            QTest.keyClicks(edit, text)
        window.submit.click()
        connection, _ = silent.accept()
        started = datetime.now(UTC)
        application.close()
        assert (datetime.now(UTC) - started).total_seconds() < 5
        connection.close()


def test_bug_in_a_slot_is_told_and_the_program_goes_on(
    qtbot: QtBot, make_application: MakeApplication, catcher: FaultCatcher
) -> None:
    application = make_application()
    catcher.caught.connect(application.tell)
    catcher.install()
    error = ValueError("secret detail")
    sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: application.notice is not None and "unexpected" in application.notice.text)
    assert application.notice is not None
    assert "secret" not in application.notice.text
    assert isinstance(application.window, SignInWindow)
    assert application.window.isEnabled()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_bug_on_a_thread_is_told_on_the_interface_thread(qtbot: QtBot, catcher: FaultCatcher) -> None:
    catcher.install()
    with qtbot.waitSignal(catcher.caught) as told:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)


def test_words_of_qt_go_to_the_log(catcher: FaultCatcher, caplog: pytest.LogCaptureFixture) -> None:
    catcher.install()
    qWarning("a style is missing")
    assert ("qt", 30, "a style is missing") in caplog.record_tuples
    assert QtMsgType.QtWarningMsg


def test_two_notices_stand_together_until_closed(qtbot: QtBot, make_application: MakeApplication) -> None:
    application = make_application()
    notice = application.notice
    assert notice is not None
    notice.say("One.")
    notice.say("Two.")
    notice.say("Two.")
    assert notice.text == "One.\nTwo."
    notice.action.click()
    assert notice.text == ""
    notice.say("Three.")
    assert notice.text == "Three."


def test_ended_session_asks_again_with_the_reason_and_keeps_drafts_without_a_keyring(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, ring: MemoryRing
) -> None:
    ring.fault = "missing"
    application = make_application()
    sign_in(qtbot, application, gui_service)
    assert application.workspace is not None
    draft = Draft(
        inquiry_id=InquiryId("inquiry-1"),
        title="[Re] 配送",
        body="明日発送いたします。",
        status="answered",
        files=(),
        updated_at=datetime.now(UTC),
    )
    application.workspace.replies.save_draft(draft)
    application.publisher.publish(SignedOut(SignInRejected("token-expired")))
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    window = application.window
    assert isinstance(window, SignInWindow)
    assert window.fields.login.text() == gui_service.login
    assert "ended" in window.banner.text
    sign_in(qtbot, application, gui_service)
    workspace = application.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.store.drafts.get(draft.inquiry_id) is not None)
    kept = workspace.store.drafts.get(draft.inquiry_id)
    assert kept is not None
    assert kept.body == draft.body


def test_signing_out_without_a_keyring_keeps_drafts_and_what_was_not_sent(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, ring: MemoryRing
) -> None:
    ring.fault = "missing"
    application = make_application()
    shell = sign_in(qtbot, application, gui_service)
    workspace = application.workspace
    assert workspace is not None
    assert not workspace.is_kept
    workspace.sync.sync_once()
    shop = workspace.shops()[0]
    first, second = (
        row.inquiry for row in workspace.inbox.rows(workspace.inbox.ids(shop.id, InquiryQuery())[:2])
    )
    workspace.replies.save_draft(
        Draft(
            inquiry_id=first.id,
            title="[Re]",
            body="書きかけ",
            status="answered",
            files=(),
            updated_at=datetime.now(UTC),
        )
    )
    workspace.replies.send(
        key=OutboxId(str(uuid4())),
        shop=shop.id,
        inquiry_id=second.id,
        expected_version=second.version,
        title="[Re]",
        body="取り消しを待つ返信",
        status=Status.ANSWERED,
        hold_s=60.0,
    )
    shell.sign_out_requested.emit()
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    sign_in(qtbot, application, gui_service)
    again = application.workspace
    assert again is not None
    assert again is not workspace
    qtbot.waitUntil(lambda: len(again.store.drafts.all()) == 2, timeout=LIMIT_MS)
    assert {draft.body for draft in again.store.drafts.all()} == {"書きかけ", "取り消しを待つ返信"}
