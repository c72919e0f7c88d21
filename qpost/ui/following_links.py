"""Why: a link leads to its inquiry or page, also when nobody is signed in yet: then it waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from qpost.models.links import InquiryLink, Link, PageLink
from qpost.ui.foreground import Foreground
from qpost.ui.jobs import Jobs
from qpost.ui.main_window import main_window

if TYPE_CHECKING:  # the pages are imported when a shop is shown
    from qpost.models.account import ShopId
    from qpost.models.inquiry import InquiryId
    from qpost.services.workspace import Workspace
    from qpost.ui.shell import Shell


class FollowingLinks(QObject):
    """Opens links in the main window; where several wait for one, the newest."""

    def __init__(self, front: Foreground, jobs: Jobs) -> None:
        super().__init__(front)
        self._front = front
        self._jobs = jobs
        self._waiting: Link | None = None
        front.window_changed.connect(self._go)

    def follow(self, link: Link) -> None:
        """Go where ``link`` leads, now or as soon as a shop is open."""
        self._waiting = link
        self._go()

    def _go(self) -> None:
        window = main_window(self._front.window)
        if self._waiting is None or window is None:
            return
        if window.shop is None:
            window.shop_changed.connect(self._go, Qt.ConnectionType.SingleShotConnection)
            return
        link, self._waiting = self._waiting, None
        match link:
            case PageLink():
                window.rail.go(link.page)
            case InquiryLink():
                self._jobs.run(
                    partial(_find, window.workspace, link),
                    owner=window,
                    done=partial(self._open, window, link),
                )

    def _open(self, shell: Shell, link: InquiryLink, found: tuple[ShopId | None, InquiryId | None]) -> None:
        shop_id, inquiry_id = found
        if inquiry_id is not None:
            shell.open_inquiry(inquiry_id, shop_id)
            return
        if shop_id is None:
            words = self.tr("The link leads to shop {code}, which is not among yours.")
        else:
            words = self.tr("Inquiry {number}, to which the link leads, is not among those read so far.")
        if self._front.notice is not None:
            self._front.notice.say(words.format(code=link.shop_code, number=link.number))


def _find(workspace: Workspace, link: InquiryLink) -> tuple[ShopId | None, InquiryId | None]:
    """Return the shop and the inquiry, as far as this account has them."""
    for shop in workspace.shops():
        if shop.code == link.shop_code:
            found = workspace.inbox.by_number(link.number, shop.id)
            return shop.id, found[0][1].id if found else None
    return None, None
