"""Why: sign-in and shop choice, with the ways they fail, and the way out again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qpost.models.events import LinkState
from qpost.models.links import Page
from qpost.models.settings import Connection, ConnectionKind
from qpost.services.demo import DemoAccess
from qpost.ui.login.shops_window import ShopsWindow
from qpost.ui.login.window import SignInWindow
from qpost.ui.settings.page import SettingsPage
from qpost.ui.shell import Shell
from qpost.ui.tour.guide import Guide, NotReachedError
from qpost.ui.tour.stage import Stage


def _shown_text(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def enter(guide: Guide, application: Stage, access: DemoAccess) -> Shell | None:
    """Sign in wrongly, then rightly, and choose the first shop."""
    _sign_in(guide, application, access)
    _choose_shop(guide, application)
    window = application.window
    return window if isinstance(window, Shell) else None


def _sign_in(guide: Guide, application: Stage, access: DemoAccess) -> None:
    def shown() -> QWidget:
        if application.window is None:
            raise NotReachedError("a window")
        return application.window

    with guide.step("sign-in", shown):
        guide.wait(lambda: isinstance(application.window, SignInWindow), "the sign-in window")
        window = _sign_in_window(application)
        guide.check_in("the program's name", "Qpost", _shown_text(window))
    with guide.step("sign-in-empty", shown):
        window = _sign_in_window(application)
        guide.click(window.submit)
        guide.check("says that the ID is missing", bool(window.fields.login_field.fault))
    with guide.step("sign-in-connection", shown):
        window = _sign_in_window(application)
        guide.click(window.fields.connection.disclosure)
        window.fields.connection.fill(
            Connection(kind=ConnectionKind.REST), addresses={}, location=window.fields.form.location
        )
        window.fields.connection.open()
        guide.write(window.fields.connection.address, access.url)
        guide.check("address as typed", window.fields.connection.address.text(), access.url)
    with guide.step("sign-in-wrong-password", shown):
        window = _sign_in_window(application)
        guide.write(window.fields.login, access.login)
        guide.write(window.fields.password, "not the password")
        guide.write(window.fields.extension, "A1")
        guide.key(window.fields.password, Qt.Key.Key_Return)
        guide.wait(lambda: window.fields.password_field.fault, "the fault under the password")
        guide.check("ID kept", window.fields.login.text(), access.login)
    with guide.step("sign-in-right", shown):
        window = _sign_in_window(application)
        window.fields.password.clear()
        guide.write(window.fields.password, access.password)
        guide.click(window.submit)
        guide.wait(lambda: isinstance(application.window, ShopsWindow), "the shop choice")


def _choose_shop(guide: Guide, application: Stage) -> None:
    def shown() -> QWidget:
        if application.window is None:
            raise NotReachedError("a window")
        return application.window

    with guide.step("choose-shop", shown):
        shops = application.window
        if not isinstance(shops, ShopsWindow):
            raise NotReachedError("the shop choice")
        guide.check("three shops", shops.model.rowCount(), 3)
    with guide.step("main-window", shown):
        if not isinstance(shops, ShopsWindow):
            raise NotReachedError("the shop choice")
        guide.click(shops.confirm)
        guide.wait(lambda: isinstance(application.window, Shell), "the main window")
        shell = application.window
        if isinstance(shell, Shell):
            guide.wait(lambda: shell.inquiries.list.model.rowCount() > 0, "the first inquiries")
            link = shell.workspace.link
            guide.wait(lambda: link().state is LinkState.ONLINE, "the first sync", patience_s=60)
            guide.wait(lambda: shell.inquiries.list.model.row_at(0) is not None, "the first row")
            guide.check("a shop is named", bool(shell.shop and shell.shop.name))
            guide.is_kept = shell.workspace.is_kept


def _sign_in_window(application: Stage) -> SignInWindow:
    window = application.window
    if not isinstance(window, SignInWindow):
        raise NotReachedError("the sign-in window")
    return window


def leave(guide: Guide, application: Stage, shell: Shell) -> None:
    """Sign out through the settings."""

    def shown() -> QWidget:
        return application.window or shell

    with guide.step("sign-out", shown):
        guide.click(shell.rail.button(Page.SETTINGS))
        page = shell.page(Page.SETTINGS)
        if not isinstance(page, SettingsPage):
            raise NotReachedError("the settings")
        guide.click(page.sign_out)
        guide.wait(lambda: isinstance(application.window, SignInWindow), "the sign-in window again")
        window = _sign_in_window(application)
        guide.check("no password left behind", window.fields.password.text(), "")
