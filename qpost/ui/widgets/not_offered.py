"""Why: what a connection cannot do is said, with the place where it can be done."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.notice import Notice

QSM = QUrl("https://qsm.qoo10.jp/GMKT.INC.GSM.Web/Login.aspx")
"""Qoo10's seller pages; they ask for the sign-in and open at their menu."""


def open_qsm() -> None:
    """Show Qoo10's seller pages in the system's browser."""
    QDesktopServices.openUrl(QSM)


class NotOffered(Retranslated):
    """Says that the connection does not do this, and leads to where it can be done.

    ``place`` is the path through QSM's menu; empty when there is none to name.
    """

    def __init__(self, kit: Kit, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice(kit.assets, icon, self)
        self._place = ""
        column(self).addWidget(self._notice)
        self.retranslate()

    def say_place(self, place: str) -> None:
        """Name the menu path in QSM, in the language of now."""
        self._place = place
        self.retranslate()

    @property
    def text(self) -> str:
        """The sentence on screen."""
        return self._notice.text

    def retranslate(self) -> None:
        """Set all words."""
        advice = self.tr("You find it in Qoo10's seller pages (QSM).")
        if self._place:
            advice = self.tr("You find it in Qoo10's seller pages (QSM), under {place}.").format(
                place=self._place
            )
        self._notice.tell(
            self.tr("This connection does not offer this page"),
            advice,
            action=self.tr("Open QSM in the browser"),
            chosen=open_qsm,
        )
