"""Why: renewing takes a password, which is asked for, used once and kept nowhere."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from qpost.models.api_keys import KEY_LIMIT_CHARS, is_key
from qpost.models.errors import KeyringFault, QpostError
from qpost.services.seller_keys import SellerKeys
from qpost.ui.errors import describe
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.login.key_fields import KeyEdit
from qpost.ui.login.password_edit import PasswordEdit
from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, wrapped

_WIDTH_PX = 440
_REFUSED = "qapi-sign-in"


class RenewDialog(QDialog):
    """API key and password; ``renewed`` once the new key is in use, and the window closes."""

    renewed = Signal()

    def __init__(self, kit: Kit, keys: SellerKeys, parent: QWidget, *, api_key: str) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keys = keys
        self._is_busy = False
        self.setWindowTitle(self.tr("Renew the certification key"))
        self.setFixedWidth(_WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self._lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        about = self.tr(
            "Qoo10 makes a new key that counts for a year. Who has a new API key enters it here as well."
        )
        self.banner = Banner(self, stacked=True)
        self.api_key = KeyEdit(kit.assets)
        self.api_key.setMaxLength(KEY_LIMIT_CHARS)
        self.password = PasswordEdit(kit.assets)
        self.api_key_field, self.password_field = Field(self.api_key), Field(self.password)
        self.api_key_field.set_label(self.tr("API key"))
        self.password_field.set_label(self.tr("Password"))
        for part in (wrapped(QLabel(about)), self.banner, self.api_key_field, self.password_field):
            lines.addWidget(part)
        buttons = QDialogButtonBox()
        self.renew = buttons.addButton(self.tr("Renew"), QDialogButtonBox.ButtonRole.ActionRole)
        self.renew.setProperty("role", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        lines.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.renew.clicked.connect(self._on_renew)
        self.password.caps_lock_changed.connect(self._on_caps_lock_changed)
        self.api_key.textEdited.connect(lambda _: self._tell(self.api_key_field, ""))
        self.password.textEdited.connect(lambda _: self._tell(self.password_field, ""))
        self.api_key.setText(api_key)
        self.password.setFocus()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter renews."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_renew()
        else:
            super().keyPressEvent(event)

    def _on_renew(self) -> None:
        if self._is_busy or not self._check():
            return
        self._show_busy(True)
        self.banner.hide()
        self._fit()
        self._kit.jobs.run(
            partial(self._keys.renew, self.password.text(), api_key=self.api_key.text().strip()),
            owner=self,
            done=lambda _: self._on_renewed(),
            failed=self._on_failed,
            lane=Lane.NET,
        )

    def _check(self) -> bool:
        wrong: list[QLineEdit] = []
        if not is_key(self.api_key.text().strip()):
            self._tell(self.api_key_field, self.tr("Enter the API key that Qoo10 issued."))
            wrong.append(self.api_key)
        if not self.password.text():
            self._tell(self.password_field, self.tr("Enter your password."))
            wrong.append(self.password)
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _on_renewed(self) -> None:
        self.password.forget()
        self.api_key.forget()
        self.renewed.emit()
        self.accept()

    def _on_failed(self, error: QpostError) -> None:
        self._show_busy(False)
        if isinstance(error, KeyringFault):  # the new key is in use; only the next start does not know it
            self._kit.jobs.unhandled.emit(error)
            self._on_renewed()
            return
        words = describe(error)
        if error.code == _REFUSED:
            self._tell(self.password_field, words.whole)
            self.password.setFocus()
        else:
            self.banner.tell(words.whole, tone="red", details=words.details)
            self._fit()

    def _tell(self, field: Field, fault: str) -> None:
        if field.fault != fault:
            field.tell_fault(fault)
            self._fit()

    def _fit(self) -> None:
        """Take the height that the sentences shown now need."""
        self._lines.activate()
        self.setFixedHeight(self._lines.totalHeightForWidth(_WIDTH_PX))

    def _show_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for part in (self.api_key, self.password, self.renew):
            part.setDisabled(is_busy)
        self.renew.setText(self.tr("Renewing…") if is_busy else self.tr("Renew"))

    def _on_caps_lock_changed(self, is_on: bool) -> None:
        self.password_field.tell_hint(self.tr("Caps Lock is on.") if is_on else "")
        self._fit()
