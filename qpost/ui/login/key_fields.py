"""Why: Qoo10's own API asks for a key and a country where a service asks for an address."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from qpost.models.api_keys import KEY_LIMIT_CHARS, is_key
from qpost.models.settings import Connection, ConnectionKind
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.login.password_edit import PasswordEdit
from qpost.ui.tokens import SPACE_M
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.segments import Segments


class Country(StrEnum):
    """Where the API is: at the address of a country, or at one the seller was told."""

    JAPAN = "japan"
    OTHER = "other"


class KeyEdit(PasswordEdit):
    """The API key as dots, with the button that reveals it."""

    def retranslate(self) -> None:
        """Name the button."""
        shown = self.reveal.isChecked()
        name = self.tr("Hide the API key") if shown else self.tr("Show the API key")
        self.reveal.setAccessibleName(name)
        self.reveal.setToolTip(name)


class KeyFields(Retranslated):
    """Country, address where it is another one, and API key."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.country = Segments(tuple(Country), stretch=True)
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.address.setPlaceholderText("https://api.example.com/qapi")
        self.api_key = KeyEdit(kit.assets)
        self.api_key.setMaxLength(KEY_LIMIT_CHARS)
        self.country_field = Field(self.country)
        self.address_field = Field(self.address)
        self.api_key_field = Field(self.api_key)
        lines = column(self, gap=SPACE_M)
        for field in (self.country_field, self.address_field, self.api_key_field):
            lines.addWidget(field)
        self.retranslate()
        self._show_country()
        self.country.chosen.connect(self._on_country_chosen)
        self.address.textEdited.connect(lambda _: self.address_field.tell_fault(""))
        self.api_key.textEdited.connect(lambda _: self.api_key_field.tell_fault(""))
        kit.theme.changed.connect(self.api_key.repaint_icon)

    def retranslate(self) -> None:
        """Set every text."""
        self.country_field.set_label(self.tr("Country"))
        self.country.set_text(Country.JAPAN, self.tr("Japan"))
        self.country.set_text(Country.OTHER, self.tr("Other address…"))
        self.address_field.set_label(self.tr("API address"))
        self.api_key_field.set_label(self.tr("API key"))
        self.api_key.retranslate()

    @property
    def connection(self) -> Connection:
        """What is chosen and typed."""
        is_other = self.country.value == Country.OTHER
        return Connection(kind=ConnectionKind.QAPI, address=self.address.text().strip() if is_other else "")

    def fill(self, connection: Connection) -> None:
        """Show a saved connection."""
        address = connection.address if connection.kind is ConnectionKind.QAPI else ""
        self.address.setText(address)
        self.country.choose(Country.OTHER if address else Country.JAPAN)
        self._show_country()

    def missing(self) -> list[tuple[QLineEdit, Field, str]]:
        """Return what has to be put right, with the sentence that asks for it."""
        faults: list[tuple[QLineEdit, Field, str]] = []
        if self.country.value == Country.OTHER and not self.address.text().strip():
            faults.append((self.address, self.address_field, self.tr("Enter the address of the API.")))
        key = self.api_key.text().strip()
        if not key:
            faults.append((self.api_key, self.api_key_field, self.tr("Enter your API key.")))
        elif not is_key(key):
            words = self.tr("This is not an API key: it has Latin letters, digits and signs, and no spaces.")
            faults.append((self.api_key, self.api_key_field, words))
        return faults

    def clear_faults(self) -> None:
        """Take every fault away."""
        for field in (self.address_field, self.api_key_field):
            field.tell_fault("")

    def _show_country(self) -> None:
        self.address_field.setVisible(self.country.value == Country.OTHER)

    def _on_country_chosen(self) -> None:
        self._show_country()
        self.clear_faults()
        if self.country.value == Country.OTHER:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
