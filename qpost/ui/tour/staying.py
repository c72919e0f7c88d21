"""Why: what stays when the window goes is seen too: the icon, its menu, a notice, and the choices."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea

from qpost.models.events import NewsArrived
from qpost.models.inquiry import Inquiry
from qpost.models.links import Page
from qpost.models.notices import News, Notice
from qpost.models.search import InquiryQuery
from qpost.ui.assets import Assets
from qpost.ui.settings.page import SettingsPage
from qpost.ui.shell import Shell
from qpost.ui.tour.guide import Guide, NotReachedError
from qpost.ui.tour.stage import Stage
from qpost.ui.tray.drawing import ICON_SIZES_PX, tray_pixmap
from qpost.ui.tray.tray import Tray

_COUNTS = (0, 3, 12, 47, 99, 250)
_BARS = ("#f3f3f3", "#1c1c1c")
"""Windows' taskbar in its light and its dark theme."""
_GAP_PX = 12


def stay_in_tray(guide: Guide, application: Stage, shell: Shell) -> None:
    """Look at the icon and its menu, have a notice come, follow it, and see what can be chosen."""
    icons = QLabel()
    with guide.step("tray-icons", lambda: icons):
        icons.setPixmap(_icons(shell.kit.assets))
        icons.show()
        guide.wait(lambda: application.tray is not None, "the tray")
    icons.close()
    tray = application.tray
    if tray is None:
        return
    with guide.step("tray-menu", lambda: shell):
        guide.wait(lambda: tray.counts.shops, "the shops' counts")
        guide.check_in("the tooltip counts", str(tray.counts.total), tray.icon.toolTip())
        tray.menu.popup(shell.mapToGlobal(QPoint(300, 200)))
        guide.settle()
        guide.check("every shop is in it", len(tray.menu.shop_actions), len(tray.counts.shops))
    tray.menu.close()
    _follow_notice(guide, shell, tray)
    _see_choices(guide, shell, tray)


def _follow_notice(guide: Guide, shell: Shell, tray: Tray) -> None:
    shop = shell.shop
    with guide.step("notice", lambda: tray.toasts.corner or shell):
        if shop is None:
            raise NotReachedError("a shop")
        inbox = shell.workspace.inbox
        found = guide.off_thread(lambda: inbox.rows(inbox.head(shop.id, InquiryQuery(), limit=4)))[-1].inquiry
        shell.kit.bridge.news_arrived.emit(NewsArrived(Notice(1, (shop.id,), _news(shell, found))))
        if not tray.is_shown:
            guide.wait(lambda: tray.toasts.corner is not None and tray.toasts.corner.isVisible(), "a notice")
    with guide.step("notice-followed", lambda: shell):
        tray.icon.messageClicked.emit()
        opened = partial(_is_open, shell, found)
        guide.wait(opened, "the inquiry the notice is about")
        if tray.toasts.corner is not None:
            tray.toasts.corner.hide()


def _see_choices(guide: Guide, shell: Shell, tray: Tray) -> None:
    with guide.step("settings-notices", lambda: shell):
        guide.key(shell, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        page = shell.page(Page.SETTINGS)
        if not isinstance(page, SettingsPage):
            raise NotReachedError("the settings")
        for area in page.findChildren(QScrollArea):
            area.ensureWidgetVisible(page.tray)
            area.ensureWidgetVisible(page.notices)
        if not page.notices.quiet.isChecked():
            guide.click(page.notices.quiet)
        guide.check("the hours can be chosen", page.notices.quiet_from.isEnabled())
        guide.click(page.notices.test)
        if not tray.is_shown:
            corner = tray.toasts.corner
            guide.check("the test is seen", corner is not None and corner.isVisible())
            if corner is not None:
                corner.hide()
    guide.click(page.notices.quiet)
    shell.rail.go(Page.INQUIRIES)


def _is_open(shell: Shell, inquiry: Inquiry) -> bool:
    opened = shell.inquiries.conversation.inquiry
    return opened is not None and opened.id == inquiry.id


def _news(shell: Shell, inquiry: Inquiry) -> News:
    if shell.shop is None:
        raise NotReachedError("a shop")
    return News(
        shop_id=shell.shop.id,
        inquiry_id=inquiry.id,
        number=inquiry.number,
        customer=inquiry.customer.name,
        title=inquiry.title,
        preview=inquiry.last_message_preview,
        at=inquiry.updated_at,
        messages=(),
    )


def _icons(assets: Assets) -> QPixmap:
    """Return the icon at every size with some numbers, on both kinds of taskbar."""
    width = sum(ICON_SIZES_PX) + _GAP_PX * (len(ICON_SIZES_PX) + 1)
    height = (ICON_SIZES_PX[-1] + _GAP_PX) * len(_COUNTS) + _GAP_PX
    picture = QPixmap(width * len(_BARS), height)
    painter = QPainter(picture)
    for bar, colour in enumerate(_BARS):
        painter.fillRect(bar * width, 0, width, height, QColor(colour))
        for row, count in enumerate(_COUNTS):
            x, y = bar * width + _GAP_PX, _GAP_PX + row * (ICON_SIZES_PX[-1] + _GAP_PX)
            for size_px in ICON_SIZES_PX:
                painter.drawPixmap(x, y, tray_pixmap(assets, count, size_px))
                x += size_px + _GAP_PX
    painter.end()
    return picture
