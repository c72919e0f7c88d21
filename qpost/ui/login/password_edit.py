"""Why: a password is typed blind, so it can be looked at, and Caps Lock is told."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from qpost.ui.assets import Assets
from qpost.ui.login.caps_lock import CapsLock

_BUTTON_PX = 24
_ICON_PX = 16
_GAP_PX = 6


class PasswordEdit(QLineEdit):
    """A password field with a button that reveals it; ``caps_lock_changed`` tells the key's state."""

    caps_lock_changed = Signal(bool)

    def __init__(self, assets: Assets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assets = assets
        self._caps_lock = CapsLock()
        self._was_on = False
        self.setProperty("password", True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhHiddenText
        )
        self.setTextMargins(0, 0, _BUTTON_PX + 2, 0)
        self.reveal = QToolButton(self)
        self.reveal.setProperty("reveal", True)
        self.reveal.setCheckable(True)
        self.reveal.setCursor(Qt.CursorShape.PointingHandCursor)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reveal.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.reveal.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        self.reveal.toggled.connect(self._on_reveal)
        self.repaint_icon()
        self.retranslate()

    def retranslate(self) -> None:
        """Name the button."""
        shown = self.reveal.isChecked()
        name = self.tr("Hide the password") if shown else self.tr("Show the password")
        self.reveal.setAccessibleName(name)
        self.reveal.setToolTip(name)

    def repaint_icon(self) -> None:
        """Draw the eye in the theme's ink."""
        self.reveal.setIcon(self._assets.icon("eye-off" if self.reveal.isChecked() else "eye"))

    def forget(self) -> None:
        """Empty the field and its history of changes, and hide what is typed next."""
        self.setText("")
        self.reveal.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Watch Caps Lock while typing."""
        self._tell_caps_lock(self._caps_lock.watch(event))
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the dots as the style sheet has them, which Qt asks for on this event only."""
        super().showEvent(event)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look at Caps Lock before the first key."""
        super().focusInEvent(event)
        self._tell_caps_lock(self._caps_lock.look())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the hint away: it matters only here."""
        super().focusOutEvent(event)
        self._tell_caps_lock(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right edge."""
        super().resizeEvent(event)
        self.reveal.move(self.width() - _BUTTON_PX - _GAP_PX, (self.height() - _BUTTON_PX) // 2)

    def _tell_caps_lock(self, is_on: bool) -> None:
        if is_on != self._was_on:
            self._was_on = is_on
            self.caps_lock_changed.emit(is_on)

    def _on_reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.repaint_icon()
        self.retranslate()
