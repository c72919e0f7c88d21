"""Why: hiding a public question mails its reason to the customer, so the reason comes first (domain.md 2)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qpost.models.reply import HideRequest
from qpost.ui.fonts import make_font
from qpost.ui.tokens import SPACE_M, SPACE_XL, SPACE_XS
from qpost.ui.widgets.layouts import column, set_role, wrapped

_WIDTH_PX = 480


class HideDialog(QDialog):
    """Title, reason, sender and "restrict"; stays open until title and reason are there.

    ``written`` is what was written before: the window was closed, the request undone or not kept.
    """

    hide_asked = Signal(object)

    def __init__(
        self, *, customer: str, sender_email: str, parent: QWidget, written: HideRequest | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hide from the item page"))
        self.setMinimumWidth(_WIDTH_PX)
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        about = wrapped(QLabel())
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setText(
            self.tr(
                "The question and its answer disappear from the item page, and {customer} gets your "
                "reason by mail. A question that vanishes without a reason leads to complaints."
            ).format(customer=customer)
        )
        lines.addWidget(about)
        self.title, self.sender_field, self.reason = QLineEdit(), QLineEdit(sender_email), QPlainTextEdit()
        self.title.setFont(make_font("ja"))
        self.reason.setFont(make_font("ja"))
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(110)
        self.title_fault = self._add_field(lines, self.tr("Title of the mail"), self.title)
        self.reason_fault = self._add_field(lines, self.tr("Reason"), self.reason)
        self.sender_fault = self._add_field(lines, self.tr("Sender's e-mail address"), self.sender_field)
        self.restrict = QCheckBox(self.tr("Restrict this customer for this item"))
        lines.addWidget(self.restrict)
        buttons = QDialogButtonBox()
        self.hide_button = buttons.addButton(
            self.tr("Send mail and hide"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.hide_button.setProperty("role", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        lines.addWidget(buttons)
        self.title.setFocus()
        if written is not None:
            self._fill(written)

    def _fill(self, written: HideRequest) -> None:
        self.title.setText(written.title)
        self.reason.setPlainText(written.reason)
        self.sender_field.setText(written.sender_email)
        self.restrict.setChecked(written.restrict_customer)

    def _add_field(self, lines: QVBoxLayout, text: str, field: QWidget) -> QLabel:
        group = column(gap=SPACE_XS)
        label, fault = QLabel(text), QLabel()
        label.setBuddy(field)
        label.setProperty("ink", "2")
        field.setAccessibleName(text)
        fault.setProperty("ink", "red")
        fault.hide()
        for part in (label, field, fault):
            group.addWidget(part)
        lines.addLayout(group)
        return fault

    def request(self) -> HideRequest:
        """Return what is written now, complete or not."""
        return HideRequest(
            title=self.title.text().strip(),
            reason=self.reason.toPlainText().strip(),
            sender_email=self.sender_field.text().strip(),
            restrict_customer=self.restrict.isChecked(),
        )

    def _on_accepted(self) -> None:
        request = self.request()
        checks = (
            (self.title, self.title_fault, "" if request.title else self.tr("Write a title for the mail.")),
            (
                self.reason,
                self.reason_fault,
                "" if request.reason else self.tr("Tell the customer the reason."),
            ),
            (
                self.sender_field,
                self.sender_fault,
                ""
                if "@" in request.sender_email.strip("@")
                else self.tr("Write the address the mail is sent from."),
            ),
        )
        for field, label, fault in checks:
            set_role(field, "fault", bool(fault))
            label.setText(fault)
            label.setVisible(bool(fault))
        wrong = next((field for field, _, fault in checks if fault), None)
        if wrong is not None:
            wrong.setFocus()
            return
        self.hide_asked.emit(request)
        self.accept()
