"""Why: what happened to a damaged or newer store is read by the seller, once, and where it stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.errors import StoreFault
from qpost.models.events import StoreDamaged, StoreRecovered
from qpost.ui.errors import describe, describe_recovery
from qpost.ui.i18n import Translations
from qpost.ui.kit import Kit
from qpost.ui.login.shops_window import ShopsWindow
from qpost.ui.login.window import SignInWindow
from qpost.ui.shell import Shell
from tests.service_fixtures import RunningService
from tests.store.letters import make_draft

MakeApplication = Callable[..., Application]
LIMIT_MS = 20_000


def _signed_in(qtbot: QtBot, application: Application, service: RunningService) -> Application:
    """Sign in, the login saved, and choose the first shop."""
    window = application.window
    assert isinstance(window, SignInWindow)
    for edit, text in (
        (window.fields.login, service.login),
        (window.fields.password, service.password),
        (window.fields.connection.address, service.url),
    ):
        edit.clear()
        QTest.keyClicks(edit, text)
    window.fields.save_login.setChecked(True)
    window.submit.click()
    qtbot.waitUntil(lambda: isinstance(application.window, ShopsWindow), timeout=LIMIT_MS)
    shops = application.window
    assert isinstance(shops, ShopsWindow)
    shops.confirm.click()
    return application


def _notice(application: Application) -> str:
    return "" if application.notice is None else application.notice.text


def test_a_store_damaged_between_two_starts_is_told_once_and_its_drafts_are_there(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, tmp_path: Path
) -> None:
    application = _signed_in(qtbot, make_application(), gui_service)
    assert application.workspace is not None
    application.workspace.replies.save_draft(make_draft(1))
    application.close()
    (path,) = (tmp_path / "data").rglob("*.db")
    path.write_bytes(b"damaged" * 20_000)
    application = make_application()
    qtbot.waitUntil(
        lambda: isinstance(application.window, Shell) and "made anew" in _notice(application),
        timeout=LIMIT_MS,
    )
    assert "Drafts saved: 1; unsent replies saved: 0." in _notice(application)
    assert application.workspace is not None
    assert application.workspace.replies.drafts() == (make_draft(1),)
    application.close()
    application = make_application()
    qtbot.waitUntil(lambda: isinstance(application.window, Shell), timeout=LIMIT_MS)
    assert "made anew" not in _notice(application)


def test_damage_met_at_work_is_told_at_once(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = _signed_in(qtbot, make_application(), gui_service)
    workspace = application.workspace
    assert workspace is not None
    path = workspace.store.database.path
    application.publisher.publish(StoreDamaged(file=str(path)))
    qtbot.waitUntil(lambda: "damaged" in _notice(application), timeout=LIMIT_MS)
    assert str(path) in _notice(application)


def test_a_newer_store_is_refused_by_its_name(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, tmp_path: Path
) -> None:
    application = _signed_in(qtbot, make_application(), gui_service)
    assert application.workspace is not None
    application.workspace.store.database.write(lambda c: c.pragma("user_version", 999))
    application.close()
    (path,) = (tmp_path / "data").rglob("*.db")
    application = make_application()
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    window = application.window
    assert isinstance(window, SignInWindow)
    assert str(path) in window.banner.text
    assert "newer" in window.banner.text


@pytest.mark.parametrize("language", ["en", "ja", "zh_CN", "ko"])
@pytest.mark.parametrize("code", [StoreFault.NEWER, StoreFault.DAMAGED])
def test_the_sentence_names_the_file(kit: Kit, code: str, language: str) -> None:
    translations: Translations = kit.translations
    translations.choose(language)
    assert "/data/accounts/a.db" in describe(StoreFault(code, file="/data/accounts/a.db")).text


@pytest.mark.parametrize("language", ["en", "ja", "zh_CN", "ko"])
def test_what_was_saved_and_what_may_be_missing_are_told_apart(kit: Kit, language: str) -> None:
    kit.translations.choose(language)
    told = {
        describe_recovery(
            StoreRecovered(file="/a.db", kept_as=kept_as, drafts=12, replies=34, is_complete=is_complete)
        ).whole
        for kept_as, is_complete in (("/a.db.damaged-1", True), ("/a.db.damaged-1", False), ("", False))
    }
    assert len(told) == 3
    assert all("12" in words and "34" in words for words in told)
