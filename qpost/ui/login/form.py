"""Why: everything of domain.md 1 is asked for in one column, and nothing typed is lost on a failure."""

import sys

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from qpost.models.account import LoginLocation
from qpost.models.settings import ConnectionKind, Settings, SignInForm
from qpost.ui.choices import read_autostart
from qpost.ui.fonts import make_font
from qpost.ui.i18n import LANGUAGES, Retranslated
from qpost.ui.kit import Kit
from qpost.ui.login.connection_box import ConnectionBox
from qpost.ui.login.key_fields import KeyFields
from qpost.ui.login.password_edit import PasswordEdit
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.segments import Segments

_LOCATIONS = (LoginLocation.CHINA, LoginLocation.OTHER)


class SignInFields(Retranslated):
    """The fields of the sign-in window; ``connection`` is laid out by the window, below the button."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._autostart_choice: bool | None = None
        self.location = Segments(_LOCATIONS, stretch=True)
        self.keys = KeyFields(kit)
        self.login = QLineEdit()
        self.password = PasswordEdit(kit.assets)
        self.extension = QLineEdit()
        self.language = QComboBox()
        self.save_login = QCheckBox()
        self.autostart = QCheckBox()
        self.connection = ConnectionBox()
        self.location_field = Field(self.location)
        self.login_field = Field(self.login)
        self.password_field = Field(self.password)
        self.extension_field = Field(self.extension)
        self.language_field = Field(self.language)
        self._build()
        self.retranslate()
        self.location.chosen.connect(self._on_location_chosen)
        self.login.textEdited.connect(lambda _: self.login_field.tell_fault(""))
        self.password.textEdited.connect(lambda _: self.password_field.tell_fault(""))
        self.password.caps_lock_changed.connect(self._on_caps_lock_changed)
        self.connection.changed.connect(self._show_what_is_asked)
        kit.theme.changed.connect(self.password.repaint_icon)
        self.autostart.clicked.connect(self._on_autostart_clicked)
        read_autostart(kit, self, self._show_autostart)

    def retranslate(self) -> None:
        """Set every text."""
        self.location_field.set_label(self.tr("Login location"))
        self.location.set_text(LoginLocation.CHINA, self.tr("China"))
        self.location.set_text(LoginLocation.OTHER, self.tr("Other countries"))
        self._name_login()
        self.password_field.set_label(self.tr("Password"))
        self.password.retranslate()
        self.extension_field.set_label(self.tr("Your label (optional)"))
        self.extension.setPlaceholderText(self.tr("for example A1"))
        self.extension.setToolTip(self.tr("Shows your colleagues who is handling an inquiry"))
        self.language_field.set_label(self.tr("Interface language"))
        self.save_login.setText(self.tr("Save login information"))
        self.save_login.setToolTip(self.tr("Kept in the system's credential store, never in a file"))
        if sys.platform == "win32":
            self.autostart.setText(self.tr("Start Qpost when Windows starts"))
        else:
            self.autostart.setText(self.tr("Start Qpost when the computer starts"))
        self.language.setCurrentIndex(self.language.findData(self._kit.translations.language))
        self._on_caps_lock_changed(False)

    @property
    def form(self) -> SignInForm:
        """What is entered, without password and API key."""
        is_keyed = self.connection.kind is ConnectionKind.QAPI
        return SignInForm(
            login=self.login.text().strip(),
            extension="" if is_keyed else self.extension.text().strip(),
            location=LoginLocation(str(self.location.value)),
            connection=self.keys.connection if is_keyed else self.connection.connection,
            save_login=self.save_login.isChecked(),
        )

    @property
    def api_key(self) -> str:
        """The API key; empty for a connection that has none."""
        is_keyed = self.connection.kind is ConnectionKind.QAPI
        return self.keys.api_key.text().strip() if is_keyed else ""

    @property
    def secrets(self) -> tuple[PasswordEdit, ...]:
        """The fields whose content is nobody's to read any more once it has served."""
        return (self.keys.api_key, self.password)

    @property
    def asked(self) -> tuple[QLineEdit, ...]:
        """The fields that have to be filled in to sign in, in their order."""
        is_keyed = self.connection.kind is ConnectionKind.QAPI
        return (*((self.keys.api_key,) if is_keyed else ()), self.login, self.password)

    @property
    def autostart_choice(self) -> bool | None:
        """What was chosen about starting with the system; None when it was left as it is."""
        return self._autostart_choice

    def fill(self, settings: Settings) -> None:
        """Show what was saved."""
        form = settings.sign_in
        self.location.choose(form.location)
        self.login.setText(form.login)
        self.extension.setText(form.extension)
        self.save_login.setChecked(form.save_login)
        self.keys.fill(form.connection)
        self.connection.fill(form.connection, addresses=settings.addresses, location=form.location)
        self._show_what_is_asked()

    def remembered(self, settings: Settings) -> Settings:
        """Return ``settings`` with the addresses as they are shown."""
        addresses = {**settings.addresses, **self.connection.addresses}
        return structs.replace(settings, addresses=addresses)

    def check(self) -> bool:
        """Tell what is missing under its field, move there, and return whether all is there."""
        self.clear_faults()
        missing = self._missing()
        for edit, field, words in missing:
            field.tell_fault(words)
            if edit is self.connection.address:
                self.connection.open()
        if missing:
            missing[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def clear_faults(self) -> None:
        """Take every fault away."""
        self.keys.clear_faults()
        for field in (self.login_field, self.password_field, self.connection.address_field):
            field.tell_fault("")

    def _build(self) -> None:
        lines = column(self, gap=SPACE_M)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
            self.language.setItemData(self.language.count() - 1, make_font(code), Qt.ItemDataRole.FontRole)
        for field in (
            self.location_field,
            self.keys,
            self.login_field,
            self.password_field,
            self.extension_field,
            self.language_field,
        ):
            lines.addWidget(field)
        boxes = column(gap=SPACE_S)
        boxes.addWidget(self.save_login)
        boxes.addWidget(self.autostart)
        lines.addLayout(boxes)

    def _show_what_is_asked(self) -> None:
        kind = self.connection.kind
        is_demo, is_keyed = kind is ConnectionKind.DEMO, kind is ConnectionKind.QAPI
        if is_demo:
            self.connection.open()
        self.location_field.setVisible(kind is ConnectionKind.REST)
        self.keys.setVisible(is_keyed)
        self.login_field.setVisible(not is_demo)
        self.password_field.setVisible(not is_demo)
        self.extension_field.setVisible(not is_keyed)  # Qoo10 tells no colleague of it
        self.save_login.setVisible(not is_demo)
        self._name_login()
        self.clear_faults()

    def _name_login(self) -> None:
        is_keyed = self.connection.kind is ConnectionKind.QAPI
        self.login_field.set_label(self.tr("Qoo10 ID") if is_keyed else self.tr("ID or e-mail address"))

    def _missing(self) -> list[tuple[QLineEdit, Field, str]]:
        """Return what has to be filled in or put right yet, from top to bottom."""
        kind = self.connection.kind
        if kind is ConnectionKind.DEMO:
            return []
        missing = self.keys.missing() if kind is ConnectionKind.QAPI else []
        if not self.login.text().strip():
            words = self.tr("Enter your ID or e-mail address.")
            if kind is ConnectionKind.QAPI:
                words = self.tr("Enter your Qoo10 ID.")
            missing.append((self.login, self.login_field, words))
        if not self.password.text():
            missing.append((self.password, self.password_field, self.tr("Enter your password.")))
        if kind is ConnectionKind.REST and not self.connection.address.text().strip():
            words = self.tr("Enter the address of your Qpost service.")
            missing.append((self.connection.address, self.connection.address_field, words))
        return missing

    def _show_autostart(self, is_enabled: bool) -> None:
        if self._autostart_choice is None:
            self.autostart.setChecked(is_enabled)

    def _on_autostart_clicked(self, is_wanted: bool) -> None:
        self._autostart_choice = is_wanted

    def _on_location_chosen(self, location: object) -> None:
        self.connection.choose_location(LoginLocation(str(location)))

    def _on_caps_lock_changed(self, is_on: bool) -> None:
        self.password_field.tell_hint(self.tr("Caps Lock is on.") if is_on else "")
