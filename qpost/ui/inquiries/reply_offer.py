"""Why: what a connection does not do of a reply is said where it is missed, with where it is done."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from qpost.models.account import Capability
from qpost.models.inquiry import Status
from qpost.models.qoo10 import QsmPage
from qpost.ui.inquiries.words import status_word
from qpost.ui.qsm import open_qsm
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import set_role

translate = QCoreApplication.translate


class Lack(StrEnum):
    """What a reply has to do without."""

    TEMPLATES = "templates"
    FILES = "files"
    ANSWERING = "answering"


_PAGES = {
    Lack.TEMPLATES: QsmPage.TEMPLATES,
    Lack.FILES: QsmPage.INQUIRIES,
    Lack.ANSWERING: QsmPage.INQUIRIES,
}


def lacks_of(capabilities: frozenset[Capability]) -> frozenset[Lack]:
    """Return what is missing; nothing while nobody knows yet what the connection offers."""
    if not capabilities:
        return frozenset()
    lacks = {
        Lack.TEMPLATES: Capability.TEMPLATES not in capabilities,
        Lack.FILES: Capability.ATTACHMENTS not in capabilities,
        Lack.ANSWERING: Capability.SETTLES_ONLY in capabilities,
    }
    return frozenset(lack for lack, is_so in lacks.items() if is_so)


def lack_reason(lack: Lack) -> str:
    """Say why it is missing."""
    return {
        Lack.TEMPLATES: translate(
            "ReplyOffer", "This connection has no templates. Those kept at Qoo10 are used in QSM."
        ),
        Lack.FILES: translate(
            "ReplyOffer", "Qoo10 takes no files over this connection. They can be sent in QSM."
        ),
        Lack.ANSWERING: translate(
            "ReplyOffer",
            "Over this connection every reply settles the inquiry. In QSM it can stay “answering”.",
        ),
    }[lack]


class ReplyOffer:
    """Greys the button of what is missing and says why, in ``banner`` when it is clicked all the same.

    The button for ``Lack.ANSWERING`` stands in the place of the choice, where there is none.
    """

    def __init__(self, banner: Banner, buttons: Mapping[Lack, QPushButton]) -> None:
        self._banner = banner
        self._buttons = buttons
        self._lacks: frozenset[Lack] = frozenset()
        settled = buttons[Lack.ANSWERING]
        settled.setProperty("role", "quiet")
        settled.hide()
        settled.clicked.connect(lambda: self.explain(Lack.ANSWERING))

    @property
    def settles(self) -> bool:
        """True when every reply settles the inquiry, and bears no title."""
        return Lack.ANSWERING in self._lacks

    def take(self, capabilities: frozenset[Capability]) -> bool:
        """Show what is missing; False when nothing of that is new."""
        lacks = lacks_of(capabilities)
        if lacks == self._lacks:
            return False
        self._lacks = lacks
        self._buttons[Lack.ANSWERING].setVisible(self.settles)
        for lack in (Lack.TEMPLATES, Lack.FILES):
            set_role(self._buttons[lack], "role", "quiet" if lack in lacks else "")
        return True

    def reword(self) -> None:
        """Put the reason on the button of what is missing; the words of the others are left alone."""
        self._buttons[Lack.ANSWERING].setText(status_word(Status.ANSWERED))
        for lack in self._lacks:
            self._buttons[lack].setToolTip(lack_reason(lack))
            self._buttons[lack].setAccessibleDescription(lack_reason(lack))

    def explain(self, lack: Lack) -> bool:
        """Say why the connection does without ``lack``; False when it does not have to."""
        if lack not in self._lacks:
            return False
        self._banner.tell(
            lack_reason(lack),
            tone="accent",
            action=translate("ReplyOffer", "Open QSM in the browser"),
            chosen=partial(open_qsm, _PAGES[lack]),
        )
        return True
