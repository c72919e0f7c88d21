"""Why: a window never takes text along that no disk has: the seller stays, copies it, or lets it go."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from qpost.ui.fonts import make_font
from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.layouts import column, wrapped

_WIDTH_PX = 520
_TEXT_PX = 180


class UnsavedDialog(QDialog):
    """Shows the texts and the reason why no disk has them; closing it means staying."""

    retry_asked = Signal()
    leave_asked = Signal()

    def __init__(self, texts: Sequence[str], reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Not saved yet"))
        self.setMinimumWidth(_WIDTH_PX)
        self._window = parent
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        self.reason = wrapped(QLabel())
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setText(reason)
        asked = wrapped(QLabel(self.tr("What you have written would be lost with the window.")))
        lines.addWidget(asked)
        lines.addWidget(self.reason)
        self.text = QPlainTextEdit("\n\n".join(texts))
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

    def replace_others(self) -> None:
        """Close what was asked of the same window before: only the newest question counts."""
        for shown in self._window.findChildren(UnsavedDialog):
            if shown is not self:
                shown.reject()

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


def memory_reason(*, is_kept: bool) -> str:
    """Say why texts live in memory only; ``is_kept``: drafts and replies are on the disk all the same."""
    translate = QCoreApplication.translate
    if is_kept:
        return translate(
            "UnsavedDialog", "What you write for hiding a question is kept only as long as Qpost runs."
        )
    return translate(
        "UnsavedDialog",
        "Without a credential store nothing is kept on this computer: drafts and what is not sent yet end"
        " with Qpost.",
    )
