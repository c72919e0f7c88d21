"""Why: with Qoo10's own API a seller signs in by a key, and again by password only when the key is void."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.errors import SignInRejected
from qpost.models.events import SignedOut
from qpost.models.qoo10 import QsmPage, qsm_address
from qpost.models.settings import ConnectionKind
from qpost.ui.login.key_fields import Country
from qpost.ui.login.window import SignInWindow
from qpost.ui.shell import Shell
from tests.gui.staging import MemoryRing
from tests.qapi.stand_in import KEY, StandIn

MakeApplication = Callable[..., Application]
LIMIT_MS = 20_000


@pytest.fixture
def application(make_application: MakeApplication) -> Application:
    return make_application()


def window_of(qtbot: QtBot, application: Application) -> SignInWindow:
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    assert isinstance(application.window, SignInWindow)
    return application.window


def choose_key(window: SignInWindow, stand_in: StandIn | None = None) -> None:
    """Choose Qoo10's API, at the stand-in's address if there is one."""
    window.fields.connection.open()
    window.fields.connection.kinds.button(ConnectionKind.QAPI).click()
    if stand_in is not None:
        window.fields.keys.country.button(Country.OTHER).click()
        QTest.keyClicks(window.fields.keys.address, stand_in.url)


def fill(window: SignInWindow, stand_in: StandIn, **changes: str) -> None:
    """Type what the stand-in knows, but for ``changes``."""
    market = stand_in.market
    known = {"api_key": market.api_key, "login": market.login, "password": market.password} | changes
    window.fields.keys.api_key.setText(known["api_key"])
    window.fields.login.setText(known["login"])
    window.fields.password.setText(known["password"])


def press_enter(window: SignInWindow) -> None:
    QTest.keyClick(window.fields.password, Qt.Key.Key_Return)


def sign_in(qtbot: QtBot, application: Application, stand_in: StandIn) -> Shell:
    window = window_of(qtbot, application)
    choose_key(window, stand_in)
    fill(window, stand_in)
    window.fields.save_login.setChecked(True)
    press_enter(window)
    qtbot.waitUntil(lambda: isinstance(application.window, Shell), timeout=LIMIT_MS)
    assert isinstance(application.window, Shell)
    return application.window


def test_a_key_signs_in_and_leaves_the_fields(
    qtbot: QtBot, application: Application, stand_in: StandIn, ring: MemoryRing
) -> None:
    window = window_of(qtbot, application)
    left: list[str] = []
    window.signed_in.connect(lambda _: left.extend(edit.text() for edit in window.fields.secrets))
    shell = sign_in(qtbot, application, stand_in)
    assert left == ["", ""]
    assert stand_in.counts[KEY] == 1
    assert shell.workspace.account.login == stand_in.market.login
    saved = application.settings.load()
    assert (saved.sign_in.connection.kind, saved.sign_in.connection.address) == (
        ConnectionKind.QAPI,
        stand_in.url,
    )
    assert saved.addresses == {}
    assert stand_in.market.api_key not in application.settings._path.read_text(encoding="utf-8")
    assert any(stand_in.market.api_key in kept for kept in ring.kept.values())


def test_only_what_this_connection_needs_is_asked_for(qtbot: QtBot, application: Application) -> None:
    window = window_of(qtbot, application)
    fields = window.fields
    assert not fields.keys.isVisible()
    choose_key(window)
    assert fields.keys.api_key.isVisible()
    assert not any(
        hidden.isVisible()
        for hidden in (fields.location, fields.extension, fields.keys.address, fields.connection.address)
    )
    assert fields.login_field.label.text() == "Qoo10 ID"
    fields.extension.setText("A1")  # typed before: nobody is told of it here
    assert fields.form.extension == ""
    fields.keys.country.button(Country.OTHER).click()
    assert fields.keys.address.hasFocus()
    fields.connection.kinds.button(ConnectionKind.REST).click()
    assert not fields.keys.isVisible()
    assert fields.extension.isVisible()
    assert fields.login_field.label.text() == "ID or e-mail address"


def test_the_keyboard_walks_the_form_from_top_to_bottom(qtbot: QtBot, application: Application) -> None:
    window = window_of(qtbot, application)
    choose_key(window)
    keys, fields = window.fields.keys, window.fields
    keys.country.button(Country.OTHER).click()
    expected: list[QWidget] = [
        keys.address,
        keys.api_key,
        keys.api_key.reveal,
        fields.login,
        fields.password,
        fields.password.reveal,
        fields.language,
        fields.save_login,
        fields.autostart,
        window.submit,
    ]
    walked = []
    for _ in expected:
        walked.append(QApplication.focusWidget())
        QTest.keyClick(window, Qt.Key.Key_Tab)
    assert walked == expected


def test_what_is_missing_or_no_key_is_said_at_its_field(
    qtbot: QtBot, application: Application, stand_in: StandIn
) -> None:
    window = window_of(qtbot, application)
    choose_key(window)
    keys = window.fields.keys
    keys.country.button(Country.OTHER).click()
    press_enter(window)
    assert keys.address_field.fault == "Enter the address of the API."
    assert keys.api_key_field.fault == "Enter your API key."
    assert window.fields.login_field.fault == "Enter your Qoo10 ID."
    assert window.fields.password_field.fault == "Enter your password."
    assert keys.address.hasFocus()
    QTest.keyClicks(keys.address, "http://elsewhere.example")
    assert keys.address_field.fault == ""
    fill(window, stand_in, api_key="my key")
    press_enter(window)
    assert keys.api_key_field.fault.startswith("This is not an API key")
    fill(window, stand_in)
    press_enter(window)
    qtbot.waitUntil(lambda: not window.is_busy, timeout=LIMIT_MS)
    assert keys.address_field.fault
    assert stand_in.counts == {}


@pytest.mark.parametrize("wrong", ["api_key", "login", "password"])
def test_what_qoo10_does_not_accept_is_said_below_all_three(
    qtbot: QtBot, application: Application, stand_in: StandIn, wrong: str
) -> None:
    window = window_of(qtbot, application)
    choose_key(window, stand_in)
    fill(window, stand_in, **{wrong: "wrong"})
    press_enter(window)
    qtbot.waitUntil(lambda: not window.is_busy, timeout=LIMIT_MS)
    assert window.fields.password_field.fault.startswith("Qoo10 did not accept the API key, the ID")
    assert window.fields.password.hasFocus()
    assert window.fields.password.text()


def test_the_key_can_be_looked_at(qtbot: QtBot, application: Application) -> None:
    window = window_of(qtbot, application)
    choose_key(window)
    edit = window.fields.keys.api_key
    edit.setText("secret")
    assert edit.displayText() != "secret"
    assert edit.reveal.accessibleName() == "Show the API key"
    edit.reveal.click()
    assert edit.displayText() == "secret"
    assert edit.reveal.accessibleName() == "Hide the API key"


def test_a_link_leads_to_where_qoo10_issues_keys(
    qtbot: QtBot, application: Application, browsed: list[str]
) -> None:
    window = window_of(qtbot, application)
    choose_key(window)
    window.fields.connection.key_link.click()
    assert browsed == [qsm_address(QsmPage.API_KEY)]


def test_a_void_key_brings_the_filled_in_form_that_asks_for_the_password(
    qtbot: QtBot, application: Application, stand_in: StandIn
) -> None:
    sign_in(qtbot, application, stand_in)
    stand_in.market.change_password("new")
    application.publisher.publish(SignedOut(error=SignInRejected("qapi-key-void")))
    window = window_of(qtbot, application)
    fields = window.fields
    qtbot.waitUntil(lambda: bool(fields.keys.api_key.text()), timeout=LIMIT_MS)
    assert fields.keys.api_key.text() == stand_in.market.api_key
    assert fields.keys.api_key.displayText() != stand_in.market.api_key
    assert fields.login.text() == stand_in.market.login
    assert (fields.keys.country.value, fields.keys.address.text()) == (Country.OTHER, stand_in.url)
    assert fields.save_login.isChecked()
    assert window.banner.text.startswith("Qoo10 has ended your sign-in.")
    qtbot.waitUntil(fields.password.hasFocus)
    QTest.keyClicks(fields.password, "new")
    press_enter(window)
    qtbot.waitUntil(lambda: isinstance(application.window, Shell), timeout=LIMIT_MS)
    assert stand_in.counts[KEY] == 2


def test_the_next_start_goes_on_without_a_new_key(
    qtbot: QtBot, make_application: MakeApplication, stand_in: StandIn
) -> None:
    first = make_application()
    sign_in(qtbot, first, stand_in)
    first.close()
    second = make_application()
    qtbot.waitUntil(lambda: isinstance(second.window, Shell), timeout=LIMIT_MS)
    assert stand_in.counts[KEY] == 1
