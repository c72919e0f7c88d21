"""Why: a window never takes text along that no disk has: the seller stays, copies it, or lets it go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from qpost.models.errors import QpostError
from qpost.models.outbox import Draft
from qpost.ui.errors import describe
from qpost.ui.fonts import make_font
from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.layouts import column, wrapped

_WIDTH_PX = 520
_TEXT_PX = 180


class UnsavedDialog(QDialog):
    """Shows the texts and why they could not be saved; closing it means staying."""

    retry_asked = Signal()
    leave_asked = Signal()

    def __init__(self, texts: Sequence[Draft], error: QpostError, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Not saved yet"))
        self.setMinimumWidth(_WIDTH_PX)
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        words = describe(error)
        self.reason = wrapped(QLabel())
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setText(words.whole)
        asked = wrapped(QLabel(self.tr("What you have written would be lost with the window.")))
        lines.addWidget(asked)
        lines.addWidget(self.reason)
        self.text = QPlainTextEdit("\n\n".join(f"{text.title}\n{text.body}" for text in texts))
        self.text.setReadOnly(True)
        self.text.setFont(make_font("ja"))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What you have written"))
        self.text.setMinimumHeight(_TEXT_PX)
        lines.addWidget(self.text)
        buttons = QDialogButtonBox()
        self.leave_button = self._button(
            buttons, self.tr("Discard and close"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.copy_button = self._button(
            buttons, self.tr("Copy the text"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.retry_button = self._button(
            buttons, self.tr("Try again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.stay_button = self._button(buttons, self.tr("Keep open"), QDialogButtonBox.ButtonRole.RejectRole)
        self.stay_button.setProperty("role", "primary")
        self.stay_button.setDefault(True)
        self.leave_button.clicked.connect(self._on_leave)
        self.copy_button.clicked.connect(self._on_copy)
        self.retry_button.clicked.connect(self._on_retry)
        buttons.rejected.connect(self.reject)
        lines.addWidget(buttons)
        self.stay_button.setFocus()

    @staticmethod
    def _button(buttons: QDialogButtonBox, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return buttons.addButton(words, role)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_retry(self) -> None:
        self.reject()
        self.retry_asked.emit()

    def _on_leave(self) -> None:
        self.reject()
        self.leave_asked.emit()
