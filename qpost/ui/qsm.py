"""Why: what a connection cannot do is done in Qoo10's seller pages, which the system's browser shows."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from qpost.models.qoo10 import QsmPage, qsm_address


def open_qsm(page: QsmPage = QsmPage.ENTRY) -> None:
    """Show a page of Qoo10's seller pages in the system's browser; they ask for their own sign-in."""
    QDesktopServices.openUrl(QUrl(qsm_address(page)))
