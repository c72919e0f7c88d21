"""Signing in, in every way it can go."""

import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.account import LoginLocation
from qpost.models.errors import KeyringFault, OfflineCause
from qpost.models.settings import Connection, ConnectionKind, Settings, SignInForm, Theme
from qpost.services.session import SignIn
from qpost.services.workspace import Workspace
from qpost.ui.errors import describe_code
from qpost.ui.login.attempt import Attempt
from qpost.ui.login.shops_window import ShopsWindow
from qpost.ui.login.window import SignInWindow
from qpost.ui.opening import RAIL_PX, OpeningWindow, is_resumed, show_outline
from qpost.ui.shell import Shell
from qpost.ui.tokens import DARK, LIGHT
from tests.api.staging import StagedServer, answer, problem
from tests.certificates import make_certificate
from tests.gui.staging import MemoryRing
from tests.service_fixtures import MakeService, RunningService

MakeApplication = Callable[..., Application]
Stage = Callable[..., StagedServer]
Window = TypeVar("Window", bound=QWidget)

NETWORK_LIMIT_MS = 20_000
TYPED_PASSWORD = "correct horse"


def window_of(qtbot: QtBot, application: Application, kind: type[Window]) -> Window:
    """Wait until the application shows a window of ``kind``."""
    qtbot.waitUntil(lambda: isinstance(application.window, kind), timeout=NETWORK_LIMIT_MS)
    assert isinstance(application.window, kind)
    return application.window


def sign_in_window(application: Application) -> SignInWindow:
    assert isinstance(application.window, SignInWindow)
    return application.window


def fill(window: SignInWindow, *, login: str, password: str, address: str) -> None:
    """Type into the fields as a seller does."""
    for edit, text in (
        (window.fields.login, login),
        (window.fields.password, password),
        (window.fields.connection.address, address),
    ):
        edit.selectAll()
        QTest.keyClicks(edit, text)


def press_enter(window: SignInWindow) -> None:
    QTest.keyClick(window.fields.password, Qt.Key.Key_Return)


def try_and_fail(qtbot: QtBot, window: SignInWindow, *, address: str) -> None:
    """Sign in at ``address`` and wait for the refusal."""
    fill(window, login="akari", password=TYPED_PASSWORD, address=address)
    press_enter(window)
    qtbot.waitUntil(lambda: not window.is_busy, timeout=NETWORK_LIMIT_MS)
    assert window.fields.login.text() == "akari"
    assert window.fields.password.text() == TYPED_PASSWORD
    assert window.fields.connection.address.text() == address


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_enter_signs_in_and_the_password_leaves_the_widget(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    with qtbot.waitSignal(window.signed_in, timeout=NETWORK_LIMIT_MS):
        press_enter(window)
        assert window.is_busy
        assert window.submit.text() == "Signing in…"
        assert not window.fields.isEnabled()
        assert window.fields.password.text()
    shops = window_of(qtbot, application, ShopsWindow)
    assert {shops.model.index(row).data() for row in range(shops.model.rowCount())} == {
        shop.name for shop in gui_service.shops
    }
    saved = application.settings.load()
    assert saved.sign_in.login == gui_service.login
    assert saved.addresses[LoginLocation.OTHER] == gui_service.url


def test_signed_in_password_is_gone(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    texts: list[str] = []
    window.signed_in.connect(lambda _: texts.append(window.fields.password.text()))
    press_enter(window)
    window_of(qtbot, application, ShopsWindow)
    assert texts == [""]
    assert gui_service.password not in application.settings._path.read_text(encoding="utf-8")


def test_wrong_password_is_told_under_the_password(
    qtbot: QtBot, make_application: MakeApplication, make_service: MakeService
) -> None:
    service = make_service(inquiries=5)
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=service.login, password="not this one", address=service.url)
    for attempt in range(5):
        press_enter(window)
        qtbot.waitUntil(lambda: not window.is_busy, timeout=NETWORK_LIMIT_MS)
        assert window.fields.password_field.fault
        if attempt == 0:
            assert "not correct" in window.fields.password_field.fault
            assert window.fields.password.property("fault") is True
            assert window.focusWidget() is window.fields.password
            assert window.banner.text == ""
    assert "locked" in window.fields.password_field.fault
    assert "15 min" in window.fields.password_field.fault


def test_locked_account_tells_the_minutes_the_service_named(
    qtbot: QtBot, make_application: MakeApplication, stage: Stage
) -> None:
    server = stage(problem(423, "account-locked", headers={"Retry-After": "130"}))
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=server.url)
    assert "in 3 min" in window.fields.password_field.fault


@pytest.mark.parametrize(
    ("status", "slug"),
    [
        (403, "forbidden"),
        (429, "rate-limited"),
        (503, "unavailable"),
        (500, "internal"),
        (422, "validation"),
    ],
)
def test_other_refusals_are_told_at_the_top(
    qtbot: QtBot, make_application: MakeApplication, stage: Stage, status: int, slug: str
) -> None:
    server = stage(problem(status, slug))
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=server.url)
    assert window.banner.text.startswith(describe_code(slug).text)
    assert window.fields.password_field.fault == ""


def test_unreachable_service_has_its_sentence(qtbot: QtBot, make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=f"http://127.0.0.1:{closed_port()}")
    assert window.banner.text.startswith(describe_code(OfflineCause.UNREACHABLE).text)


def test_untrusted_certificate_has_its_sentence(
    qtbot: QtBot, make_application: MakeApplication, stage: Stage, tmp_path: Path
) -> None:
    server = stage(answer(200), context=make_certificate(tmp_path, "localhost").server_context())
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=f"https://localhost:{server.port}")
    assert window.banner.text.startswith(describe_code(OfflineCause.CERTIFICATE).text)


def test_captive_portal_has_its_sentence(
    qtbot: QtBot, make_application: MakeApplication, stage: Stage
) -> None:
    server = stage(answer(200, raw=b"<html>Welcome to our cafe", media_type="text/html"))
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=server.url)
    assert window.banner.text.startswith(describe_code(OfflineCause.CAPTIVE).text)


def test_broken_proxy_has_its_sentence(
    qtbot: QtBot, make_application: MakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{closed_port()}")
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address="https://qpost.example.com")
    assert window.banner.text.startswith(describe_code(OfflineCause.PROXY).text)


@pytest.mark.parametrize(
    ("address", "code"),
    [("http://qpost.example.com", OfflineCause.INSECURE.value), ("not an address", "address-invalid")],
)
def test_address_faults_are_told_under_the_address(
    qtbot: QtBot, make_application: MakeApplication, address: str, code: str
) -> None:
    window = sign_in_window(make_application())
    try_and_fail(qtbot, window, address=address)
    assert window.fields.connection.address_field.fault.startswith(describe_code(code).text)
    assert window.fields.connection.address.isVisible()


def test_missing_fields_are_told_one_by_one(make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    press_enter(window)
    assert not window.is_busy
    assert window.fields.login_field.fault
    assert window.fields.password_field.fault
    assert window.fields.connection.address_field.fault
    assert window.focusWidget() is window.fields.login
    QTest.keyClicks(window.fields.login, "a")
    assert window.fields.login_field.fault == ""


def test_cancel_gives_the_form_back_and_the_late_answer_is_signed_out(
    qtbot: QtBot,
    make_application: MakeApplication,
    gui_service: RunningService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    left: list[object] = []
    sign_out = application.sessions.sign_out

    def leave(workspace: Workspace) -> None:
        sign_out(workspace)
        left.append(workspace)

    monkeypatch.setattr(application.sessions, "sign_out", leave)
    press_enter(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.is_busy
    assert window.fields.isEnabled()
    assert window.fields.password.text() == gui_service.password
    qtbot.waitUntil(lambda: len(left) == 1, timeout=NETWORK_LIMIT_MS)
    assert application.window is window
    assert application.settings.load().account_id is None


def test_an_answer_that_comes_together_with_cancel_is_signed_out_too(
    qtbot: QtBot,
    make_application: MakeApplication,
    gui_service: RunningService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    answered = threading.Event()
    run = Attempt.run

    def told(attempt: Attempt) -> SignIn | None:
        answer = run(attempt)
        answered.set()
        return answer

    monkeypatch.setattr(Attempt, "run", told)
    press_enter(window)
    assert answered.wait(NETWORK_LIMIT_MS / 1000)  # no event is handled meanwhile
    assert application.settings.load().account_id is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: application.settings.load().account_id is None, timeout=NETWORK_LIMIT_MS)
    assert application.window is window


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("missing", KeyringFault.MISSING),
        ("locked", KeyringFault.LOCKED),
        ("silent", KeyringFault.TIMEOUT),
    ],
)
def test_without_a_usable_keyring_the_sign_in_goes_on_and_says_so(
    qtbot: QtBot,
    make_application: MakeApplication,
    gui_service: RunningService,
    ring: MemoryRing,
    fault: str,
    code: str,
) -> None:
    ring.fault = fault
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    window.fields.save_login.setChecked(True)
    press_enter(window)
    window_of(qtbot, application, ShopsWindow)
    assert application.notice is not None
    assert application.notice.text.startswith(describe_code(code).text)
    assert ring.kept == {}


def test_language_switches_at_once_and_keeps_what_was_typed(
    qtbot: QtBot, make_application: MakeApplication
) -> None:
    application = make_application()
    window = sign_in_window(application)
    QTest.keyClicks(window.fields.login, "akari")
    combo: QComboBox = window.fields.language
    combo.setCurrentIndex(combo.findData("ja"))
    with qtbot.waitSignal(application.kit.theme.changed):
        combo.activated.emit(combo.currentIndex())
    assert application.kit.translations.language == "ja"
    assert window.fields.login.text() == "akari"
    qtbot.waitUntil(lambda: application.settings.load().language == "ja")


def test_each_login_location_keeps_its_own_address(make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    fields = window.fields
    QTest.keyClicks(fields.connection.address, "https://other.example.com")
    fields.location.button(LoginLocation.CHINA).click()
    assert fields.connection.address.text() == ""
    QTest.keyClicks(fields.connection.address, "https://china.example.com")
    fields.location.button(LoginLocation.OTHER).click()
    assert fields.form.location is LoginLocation.OTHER
    assert fields.form.connection.address == "https://other.example.com"
    fields.location.button(LoginLocation.CHINA).click()
    assert fields.form.connection.address == "https://china.example.com"


def test_caps_lock_is_told_while_the_password_is_typed(
    make_application: MakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qpost.ui.login.caps_lock._system_state", lambda: None)  # only keys tell here
    window = sign_in_window(make_application())
    password, field = window.fields.password, window.fields.password_field
    QTest.keyClick(password, Qt.Key.Key_A)
    assert field.hint == ""
    QTest.keyClicks(password, "B")
    assert field.hint == "Caps Lock is on."
    QTest.keyClick(password, Qt.Key.Key_CapsLock)
    assert field.hint == ""
    QTest.keyClicks(password, "c", Qt.KeyboardModifier.ShiftModifier)
    assert field.hint == "Caps Lock is on."
    password.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert field.hint == ""


def test_password_can_be_looked_at(make_application: MakeApplication) -> None:
    password = sign_in_window(make_application()).fields.password
    assert password.echoMode() is QLineEdit.EchoMode.Password
    hidden_name = password.reveal.accessibleName()
    password.reveal.click()
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    assert password.reveal.accessibleName() not in ("", hidden_name)
    password.forget()
    assert password.echoMode() is QLineEdit.EchoMode.Password


def test_every_control_has_a_name_and_every_label_a_buddy(make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    fields = window.fields
    for field in (
        fields.location_field,
        fields.login_field,
        fields.password_field,
        fields.extension_field,
        fields.language_field,
        fields.connection.address_field,
    ):
        assert field.control.accessibleName()
        assert field.label.buddy() is field.control


def test_tab_walks_down_the_column(make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    fields = window.fields
    wanted = [
        fields.login,
        fields.password,
        fields.password.reveal,
        fields.extension,
        fields.language,
        fields.save_login,
        fields.autostart,
        window.submit,
        fields.connection.disclosure,
        fields.connection.demo_link,
    ]
    walked: list[QWidget] = []
    step: QWidget | None = fields.login
    for _ in range(60):
        assert step is not None
        if step in wanted and step.isEnabled():
            walked.append(step)
        step = step.nextInFocusChain()
        if step is fields.login:
            break
    assert walked == wanted


def test_demo_asks_for_nothing(make_application: MakeApplication) -> None:
    window = sign_in_window(make_application())
    window.fields.connection.kinds.button(ConnectionKind.DEMO).click()
    assert window.fields.login.isHidden() or not window.fields.login.isVisible()
    assert window.fields.check()


def test_try_the_demo_ends_at_its_shops(qtbot: QtBot, make_application: MakeApplication) -> None:
    application = make_application()
    sign_in_window(application).fields.connection.demo_link.click()
    qtbot.waitUntil(lambda: isinstance(application.window, ShopsWindow), timeout=60_000)


def _signed_in_before(application: Application, service: RunningService, qtbot: QtBot) -> None:
    """Sign in with the login saved and choose the first shop, then leave the program."""
    window = sign_in_window(application)
    fill(window, login=service.login, password=service.password, address=service.url)
    window.fields.save_login.setChecked(True)
    press_enter(window)
    window_of(qtbot, application, ShopsWindow).confirm.click()
    window_of(qtbot, application, Shell)
    application.close()


def test_saved_sign_in_opens_the_last_shop_without_the_service(
    qtbot: QtBot, make_application: MakeApplication, make_service: MakeService
) -> None:
    service = make_service(inquiries=20)
    _signed_in_before(make_application(), service, qtbot)
    service.stop()
    application = make_application()
    assert isinstance(application.window, OpeningWindow)
    assert application.window.isVisible()
    shell = window_of(qtbot, application, Shell)
    qtbot.waitUntil(lambda: shell.shop is not None)
    assert shell.shop is not None
    assert shell.shop.id == service.shops[0].id


def test_the_outline_is_on_the_screen_before_the_program_and_gives_way_to_the_shop(
    qtbot: QtBot, make_application: MakeApplication, make_service: MakeService
) -> None:
    service = make_service(inquiries=20)
    before = make_application()
    _signed_in_before(before, service, qtbot)
    saved = before.settings.load()
    assert is_resumed(saved)
    opening = show_outline(saved, theme=Theme.DARK)
    assert opening.isVisible()
    assert opening.grab().toImage().pixelColor(RAIL_PX // 2, 200).name() == DARK.panel
    application = make_application(opening=opening, theme=Theme.LIGHT)
    assert application.window is opening
    assert opening.grab().toImage().pixelColor(RAIL_PX // 2, 200).name() == LIGHT.panel
    place = opening.geometry()
    with qtbot.waitSignal(opening.destroyed, timeout=NETWORK_LIMIT_MS):
        shell = window_of(qtbot, application, Shell)
    assert shell.geometry().topLeft() == place.topLeft()


def test_rejected_saved_password_comes_back_filled_in_with_the_reason(
    qtbot: QtBot, make_application: MakeApplication, make_service: MakeService, ring: MemoryRing
) -> None:
    service = make_service(inquiries=20)
    _signed_in_before(make_application(), service, qtbot)
    for name, secret in ring.kept.items():
        if secret == service.password:
            ring.kept[name] = "changed elsewhere"
    application = make_application()
    window = window_of(qtbot, application, SignInWindow)
    assert window.fields.login.text() == service.login
    assert window.fields.connection.address.text() == service.url
    assert "not correct" in window.fields.password_field.fault
    qtbot.waitUntil(lambda: window.fields.password.text() == "changed elsewhere")


def test_locked_keyring_at_start_asks_to_sign_in_and_says_why(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, ring: MemoryRing
) -> None:
    _signed_in_before(make_application(), gui_service, qtbot)
    ring.fault = "locked"
    window = window_of(qtbot, make_application(), SignInWindow)
    assert window.banner.text.startswith(describe_code(KeyringFault.LOCKED).text)
    assert window.fields.login.text() == gui_service.login


def test_one_shop_needs_no_choice(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    window = sign_in_window(application)
    window.signed_in.disconnect()
    window.signed_in.connect(
        lambda answer: application.entrance._on_signed_in(structs.replace(answer, shops=answer.shops[:1]))
    )
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    press_enter(window)
    window_of(qtbot, application, Shell)


def test_signing_out_asks_again_and_forgets_the_password(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService, ring: MemoryRing
) -> None:
    application = make_application()
    window = sign_in_window(application)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    window.fields.save_login.setChecked(True)
    press_enter(window)
    window_of(qtbot, application, ShopsWindow).confirm.click()
    shell = window_of(qtbot, application, Shell)
    assert gui_service.password in ring.kept.values()
    shell.sign_out_requested.emit()
    again = window_of(qtbot, application, SignInWindow)
    assert again.fields.login.text() == gui_service.login
    assert again.fields.password.text() == ""
    assert gui_service.password not in ring.kept.values()


def test_windows_take_each_others_place(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    window = sign_in_window(application)
    window.setGeometry(40, 30, 1000, 620)
    fill(window, login=gui_service.login, password=gui_service.password, address=gui_service.url)
    press_enter(window)
    assert window_of(qtbot, application, ShopsWindow).geometry() == QRect(40, 30, 1000, 620)


def test_saved_form_is_shown_again(kit_settings: Settings, make_application: MakeApplication) -> None:
    application = make_application()
    again = application.entrance.show_sign_in(kit_settings)
    form = again.fields.form
    assert form == kit_settings.sign_in
    assert not again.fields.connection.address.isVisible()


@pytest.fixture
def kit_settings() -> Settings:
    address = "https://china.example.com"
    form = SignInForm(
        login="akari",
        extension="A1",
        location=LoginLocation.CHINA,
        connection=Connection(address=address),
    )
    return Settings(sign_in=form, addresses={"china": address, "other": "https://other.example.com"})
