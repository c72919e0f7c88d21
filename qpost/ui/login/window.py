"""Why: signing in comes first, and every way it can fail has its own sentence and place."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton

from qpost.models.errors import KeyringFault, OfflineCause, QpostError
from qpost.models.settings import Connection, ConnectionKind, Settings
from qpost.services.session import SessionService, SignIn
from qpost.ui.choices import choose_autostart, choose_language, remember
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.jobs import Lane, Ticket
from qpost.ui.kit import Kit
from qpost.ui.login.attempt import Attempt
from qpost.ui.login.form import SignInFields
from qpost.ui.login.stage import Stage
from qpost.ui.tokens import SPACE_S, SPACE_XS
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, wrapped

_CARD_WIDTH_PX = 400
_PASSWORD_CODES = frozenset({"invalid-credentials", "account-locked", "qapi-sign-in"})
_ADDRESS_CODES = frozenset({"address-invalid", OfflineCause.INSECURE.value})


class SignInWindow(Retranslated):
    """Asks for the sign-in; ``signed_in`` carries the :class:`SignIn` of a success."""

    signed_in = Signal(object)

    def __init__(self, sessions: SessionService, kit: Kit, *, settings: Settings) -> None:
        super().__init__()
        self._sessions = sessions
        self._kit = kit
        self._attempt: Attempt | None = None
        self._ticket: Ticket | None = None
        self._told: QpostError | None = None
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields = SignInFields(kit)
        self.banner = Banner(stacked=True)
        self.submit = QPushButton()
        self.cancel = QPushButton()
        self._build()
        self.fields.fill(settings)
        self.retranslate()
        self._connect()
        self._fill_saved_secrets()
        self.focus_first()

    def retranslate(self) -> None:
        """Set every text, a fault that is shown included."""
        self.setWindowTitle(self.tr("Qpost - Sign in"))
        self._title.setText("Qpost")
        self._subtitle.setText(self.tr("Sign in, then choose your shop"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_busy()
        if self._told is not None:
            self.explain(self._told)

    @property
    def is_busy(self) -> bool:
        """True while a sign-in is under way."""
        return self._attempt is not None

    def explain(self, error: QpostError) -> None:
        """Say ``error`` under the field it belongs to, else at the top; what is filled in stays."""
        self.fields.clear_faults()
        self.banner.hide()
        self._told = error
        words = describe(error)
        if error.code in _PASSWORD_CODES:
            self._blame(self.fields.password_field, words.whole)
        elif error.code in _ADDRESS_CODES:
            self._blame_address(words.whole)
        else:
            tone = "amber" if isinstance(error, KeyringFault) else "red"
            self.banner.tell(words.whole, tone=tone, details=words.details)

    def try_demo(self) -> None:
        """Sign in to the demo, whatever is filled in."""
        self.fields.connection.fill(
            Connection(kind=ConnectionKind.DEMO), addresses={}, location=self.fields.form.location
        )
        self._start(is_demo=True)

    def focus_first(self) -> None:
        """Put the cursor where something is still missing."""
        asked = self.fields.asked
        first = next((edit for edit in asked if not edit.text()), asked[-1])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter signs in from every field, Escape gives up waiting."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._stage = Stage(card_width_px=_CARD_WIDTH_PX)
        column(self).addWidget(self._stage)
        self._title = QLabel()
        self._title.setProperty("type", "heading")
        self._subtitle = wrapped(QLabel())
        self._subtitle.setProperty("ink", "2")
        head = column(gap=SPACE_XS)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        self.submit.setProperty("role", "primary")
        self.submit.setCursor(Qt.CursorShape.PointingHandCursor)
        actions = row(gap=SPACE_S)
        actions.addWidget(self.submit, 1)
        actions.addWidget(self.cancel)
        lines = self._stage.lines
        lines.addLayout(head)
        lines.addSpacing(SPACE_XS)
        lines.addWidget(self.banner)
        lines.addWidget(self.fields)
        lines.addSpacing(SPACE_XS)
        lines.addLayout(actions)
        lines.addWidget(self.fields.connection)

    def _connect(self) -> None:
        self.submit.clicked.connect(lambda: self._start())
        self.cancel.clicked.connect(self._on_cancel)
        self.fields.connection.demo_requested.connect(self.try_demo)
        self.fields.language.activated.connect(self._on_language_chosen)

    def _start(self, *, is_demo: bool = False) -> None:
        if self.is_busy or not self.fields.check():
            return
        self.banner.hide()
        self._told = None
        remember(self._kit, self.fields.remembered)
        form = self.fields.form
        if is_demo or form.connection.kind is ConnectionKind.DEMO:
            form = structs.replace(form, connection=Connection(kind=ConnectionKind.DEMO), save_login=False)
        self._attempt = Attempt(
            self._sessions, form, self.fields.password.text(), api_key=self.fields.api_key
        )
        self._ticket = self._kit.jobs.run(
            self._attempt.run, owner=self, done=self._on_signed_in, failed=self._on_failed, lane=Lane.NET
        )
        self._show_busy()

    def _show_busy(self) -> None:
        if not self.is_busy:
            self.submit.setText(self.tr("Sign in"))
        elif self.fields.connection.kind is ConnectionKind.DEMO:
            self.submit.setText(self.tr("Starting the demo…"))
        else:
            self.submit.setText(self.tr("Signing in…"))
        self.submit.setDisabled(self.is_busy)
        self.fields.setDisabled(self.is_busy)
        self.fields.connection.setDisabled(self.is_busy)
        self.cancel.setVisible(self.is_busy)
        if self.is_busy:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_attempt(self) -> None:
        self._attempt, self._ticket = None, None
        self._show_busy()

    def _on_signed_in(self, answer: SignIn | None) -> None:
        self._end_attempt()
        if answer is not None:
            for edit in self.fields.secrets:
                edit.forget()
            if self.fields.autostart_choice is not None:
                choose_autostart(self._kit, self.fields.autostart_choice, owner=self._kit.jobs)
            self.signed_in.emit(answer)

    def _on_failed(self, error: QpostError) -> None:
        self._end_attempt()
        self.explain(error)
        if error.code not in _PASSWORD_CODES | _ADDRESS_CODES:
            self.submit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        if self._attempt is None or self._ticket is None:
            return
        self._attempt.cancel()
        self._ticket.drop()
        self._kit.jobs.run(self._attempt.undo, owner=self._kit.jobs, lane=Lane.NET)
        self._end_attempt()
        self.focus_first()

    def _on_enter(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused is not self.submit:
            focused.click()
        else:
            self._start()

    def _on_language_chosen(self) -> None:
        choose_language(self._kit, str(self.fields.language.currentData()))

    def _blame(self, field: Field, words: str) -> None:
        field.tell_fault(words)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _blame_address(self, words: str) -> None:
        if self.fields.connection.kind is ConnectionKind.QAPI:
            self._blame(self.fields.keys.address_field, words)
            return
        self.fields.connection.open()
        self._blame(self.fields.connection.address_field, words)

    def _fill_saved_secrets(self) -> None:
        """Fill in the saved password; with Qoo10's API the key, whose password is asked for each time."""
        form = self.fields.form
        if form.connection.kind is ConnectionKind.QAPI and form.login:
            self._fill_in(lambda: self._sessions.saved_api_key(form), self._on_saved_api_key)
        elif form.connection.kind is ConnectionKind.REST and form.save_login:
            self._fill_in(lambda: self._sessions.saved_password(form), self._on_saved_password)

    def _fill_in(self, read: Callable[[], str | None], done: Callable[[str | None], None]) -> None:
        self._kit.jobs.run(read, owner=self, done=done, failed=self._on_keyring_fault, lane=Lane.NET)

    def _on_saved_api_key(self, api_key: str | None) -> None:
        edit = self.fields.keys.api_key
        if api_key and not edit.text() and not self.is_busy:
            edit.setText(api_key)
            if edit.hasFocus():
                self.focus_first()

    def _on_saved_password(self, password: str | None) -> None:
        if password and not self.fields.password.text() and not self.is_busy:
            self.fields.password.setText(password)

    def _on_keyring_fault(self, error: QpostError) -> None:
        if self._told is None and not self.is_busy:
            self.explain(error)
