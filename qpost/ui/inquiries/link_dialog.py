"""Why: a buyer's link may lead anywhere; the seller sees where before anything opens."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from qpost.ui.inquiries.plain_text import PlainText
from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.layouts import column, wrapped

_WIDTH_PX = 460


class LinkDialog(QDialog):
    """Shows the real address (hosts in ASCII) and opens it in the browser only on request."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = QUrl(address, QUrl.ParsingMode.StrictMode)
        self.setWindowTitle(self.tr("Open a link from a message"))
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        lines.addWidget(wrapped(QLabel(self.tr("This address was written by the other side. It leads to:"))))
        host = QLabel()
        host.setTextFormat(Qt.TextFormat.PlainText)
        host.setText(self._url.host(QUrl.ComponentFormattingOption.FullyEncoded))
        host.setStyleSheet("font-weight: 600;")
        lines.addWidget(host)
        encoded = self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded) or address
        whole = PlainText(encoded)
        whole.fit(_WIDTH_PX)
        lines.addWidget(whole)
        buttons = QDialogButtonBox()
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self.open_button = buttons.addButton(self.tr("Open in browser"), accept)
        copy = buttons.addButton(self.tr("Copy address"), QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        self.open_button.setEnabled(self._url.isValid() and self._url.scheme() in ("http", "https"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(encoded))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: QDesktopServices.openUrl(self._url))
        lines.addWidget(buttons)
