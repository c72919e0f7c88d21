"""Why: what a connection cannot do is said, with the place where it can be done."""

from functools import partial

from PySide6.QtWidgets import QWidget

from qpost.models.qoo10 import QsmPage
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.qsm import open_qsm
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.notice import Notice


class NotOffered(Retranslated):
    """Says that the connection does not do this, and leads to where it can be done.

    ``page`` is where; :meth:`say_place` names the path to it through QSM's menu.
    """

    def __init__(self, kit: Kit, icon: str, parent: QWidget | None = None, *, page: QsmPage) -> None:
        super().__init__(parent)
        self._page = page
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
            chosen=partial(open_qsm, self._page),
        )
