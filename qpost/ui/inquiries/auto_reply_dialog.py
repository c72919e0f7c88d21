"""Why: one look at the very text before the courtesy reply goes out (domain.md 2)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from qpost.ui.inquiries.plain_text import PlainText
from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.layouts import column, surface, wrapped

_WIDTH_PX = 440


class AutoReplyDialog(QDialog):
    """Shows the text and asks once; works for one inquiry or several."""

    def __init__(self, text: str, *, customer: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Auto-reply"))
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        if count == 1:
            question = self.tr("Send this text to {customer} and set the inquiry to “Answered”?").format(
                customer=customer
            )
        else:
            question = self.tr(
                "Send this text to %n customer(s) and set their inquiries to “Answered”?", "", count
            )
        label = wrapped(QLabel())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(question)
        lines.addWidget(label)
        frame = surface("card")
        inside = column(frame, margin=SPACE_M)
        self.text = PlainText(text)
        self.text.fit(_WIDTH_PX)
        self.text.setFixedWidth(_WIDTH_PX)
        inside.addWidget(self.text)
        lines.addWidget(frame)
        hint = wrapped(QLabel(self.tr("For inquiries settled elsewhere, and for “I see” or “thank you”.")))
        hint.setProperty("ink", "2")
        lines.addWidget(hint)
        buttons = QDialogButtonBox()
        self.send_button = buttons.addButton(self.tr("Send"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.send_button.setProperty("role", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines.addWidget(buttons)
        self.send_button.setFocus()
