"""Why: the program stays at hand beside the clock: how many wait, what is new, and the way back in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from qpost.models.account import Shop, ShopId
from qpost.models.events import AlarmDue, NewsArrived
from qpost.models.links import InquiryLink, Link, Page, PageLink
from qpost.models.notices import Notice, Snooze, snooze_end
from qpost.models.settings import Settings
from qpost.ui.dates import utc_now
from qpost.ui.foreground import Foreground
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.main_window import main_window
from qpost.ui.opening import OpeningWindow
from qpost.ui.tray.counts import ShopCounts
from qpost.ui.tray.drawing import tray_icon
from qpost.ui.tray.keeping import Keeping
from qpost.ui.tray.menu import TrayMenu, clock_text
from qpost.ui.tray.toasts import Toasts
from qpost.ui.tray.words import Words, alarm_words, notice_words, sample_words

if TYPE_CHECKING:  # what comes after the first painted window is imported when it is needed
    from qpost.services.workspace import Workspace

_LOOK_MS = 2_000
_PATIENCE = 15
"""At sign-in a tray may come up after us; without one after so many looks there is none."""
_BADGE_AGAIN_MS = 500
_LONGEST_TIP = 127
"""In characters, which is what Windows shows."""


class Tray(QObject):
    """The icon with its menu, the notices, and the window that is kept behind it.

    ``follow`` brings the window to the front and goes where a link leads; ``leave`` ends the program.
    Without a tray notices come in a window of their own, and closing the main window ends the program.
    """

    def __init__(
        self,
        front: Foreground,
        kit: Kit,
        *,
        workspace: Callable[[], Workspace | None],
        follow: Callable[[Link], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(front)
        self._front = front
        self._kit = kit
        self._workspace = workspace
        self._follow = follow
        self._looks = 0
        self.icon = QSystemTrayIcon(self)
        self.menu = TrayMenu()
        self.icon.setContextMenu(self.menu)
        self.counts = ShopCounts(kit, workspace, self)
        self.toasts = Toasts(kit, self.icon, self)
        self.keeping = Keeping(front, is_wanted=lambda: self.is_shown and kit.settings.load().close_to_tray)
        self._awaking = QTimer(self, singleShot=True)
        self._awaking.timeout.connect(self.reword)
        self._badge_again = QTimer(self, singleShot=True, interval=_BADGE_AGAIN_MS)
        self._badge_again.timeout.connect(self._show_badge)
        self._connect(leave)
        self._show_count()
        self._look()
        if front.window is not None:
            self._on_window(front.window)

    def _connect(self, leave: Callable[[], None]) -> None:
        self.icon.activated.connect(self._on_activated)
        self.menu.open_asked.connect(self._front.raise_window)
        self.menu.shop_asked.connect(self.open_shop)
        self.menu.snooze_asked.connect(self.snooze)
        self.menu.settings_asked.connect(lambda: self._follow(PageLink(Page.SETTINGS)))
        self.menu.quit_asked.connect(leave)
        self.menu.retranslated.connect(self.reword)
        self.counts.changed.connect(self._show_count)
        self.keeping.hidden.connect(self._tell_once)
        self.keeping.shown.connect(self._badge_again.start)
        self._front.window_changed.connect(self._on_window)
        self._kit.bridge.news_arrived.connect(self._on_news)
        self._kit.bridge.alarm_due.connect(self._on_alarm)

    @property
    def is_shown(self) -> bool:
        """True when the system has a tray and our icon is in it."""
        return self.icon.isVisible()

    def close(self) -> None:
        """Take the icon and what is told away, for good."""
        self.toasts.close()
        self.icon.hide()
        self.menu.deleteLater()

    def snooze(self, choice: Snooze) -> None:
        """Tell nothing for a while, or again from now on."""
        now = utc_now()
        end = snooze_end(choice, now=now, wall=now.astimezone())
        until = None if end is None else end.astimezone(UTC)
        self._remember(
            lambda settings: structs.replace(
                settings, notices=structs.replace(settings.notices, snoozed_until=until)
            )
        )

    def open_shop(self, shop_id: ShopId | None) -> None:
        """Bring the inquiries of ``shop_id`` to the front; of the shop on screen when it is None."""
        self._front.raise_window()
        shell = main_window(self._front.window)
        if shell is not None:
            shell.rail.go(Page.INQUIRIES)
            if shop_id is not None and (shell.shop is None or shell.shop.id != shop_id):
                shell.show_shop(shop_id)

    def show_test(self) -> None:
        """Tell what a notice looks and sounds like, as it is chosen; something is always seen or heard."""
        chosen = self._kit.settings.load().notices
        if not chosen.toast and not chosen.sound:
            self.toasts.show(sample_words(), clicked=self._front.raise_window)
        else:
            self.toasts.tell(sample_words(), clicked=self._front.raise_window)

    def reword(self) -> None:
        """Say again, in the language of the moment, what the icon stands for."""
        until = self._snoozed_until()
        self.menu.show_snooze(until)
        if until is not None:
            self._awaking.start(int((until - utc_now()) / timedelta(milliseconds=1)) + 1)
        self.icon.setToolTip(self._tip(until)[:_LONGEST_TIP])

    # -- what is shown

    def _look(self) -> None:
        """Show the icon as soon as there is a tray to show it in."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()
            return
        self._looks += 1
        if self._looks < _PATIENCE:
            QTimer.singleShot(_LOOK_MS, self, self._look)
        elif self._front.is_hidden:
            self._front.show_minimised()  # else nothing would be left of the program to be seen

    def _show_count(self) -> None:
        self.icon.setIcon(tray_icon(self._kit.assets, self.counts.total))
        self.menu.show_shops(self.counts.shops)
        self._show_badge()
        self.reword()

    def _show_badge(self) -> None:
        """Put the number on the taskbar; Windows forgets it with every button it makes anew."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(self.counts.total)

    def _tip(self, until: datetime | None) -> str:
        if self._workspace() is None:
            return self.tr("Qpost: not signed in")
        lines = [self.tr("Qpost: %n customer(s) wait for an answer", "", self.counts.total)]
        if until is not None:
            lines.append(self.tr("Notifications paused until {time}").format(time=clock_text(until)))
        if len(self.counts.shops) > 1:
            lines += [f"{shop.name[:24]}: {count}" for shop, count in self.counts.shops if count]
        return "\n".join(lines)

    def _snoozed_until(self) -> datetime | None:
        until = self._kit.settings.load().notices.snoozed_until
        return until if until is not None and until > utc_now() else None

    # -- what happens

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.keeping.toggle()

    def _on_window(self, window: QWidget) -> None:
        shell = main_window(window)
        if shell is not None:
            from qpost.ui.tray.on_screen import OnScreen

            OnScreen(shell)
            shell.notice_test_asked.connect(self.show_test)
        elif self._front.is_hidden and self._workspace() is None and not isinstance(window, OpeningWindow):
            words = Words(self.tr("Qpost is not signed in"), self.tr("Sign in to hear of customers again."))
            self.toasts.tell(words, clicked=self._front.raise_window, is_quiet=True)
        self.counts.read()
        self.reword()

    def _on_news(self, event: NewsArrived) -> None:
        shops = self._shops()
        self.toasts.tell(notice_words(event.notice, shops), clicked=self._way_to(event.notice, shops))

    def _on_alarm(self, event: AlarmDue) -> None:
        shops = {each.shop_id for each in event.alarm.longest}
        only = next(iter(shops)) if len(shops) == 1 else None
        words = alarm_words(event.alarm, now=utc_now())
        self.toasts.tell(words, clicked=lambda: self.open_shop(only))

    def _way_to(self, notice: Notice, shops: Mapping[ShopId, Shop]) -> Callable[[], None]:
        """Return what leads to ``notice``, then and after a new sign-in too."""
        shop = shops.get(notice.newest.shop_id)
        if notice.leads_to is not None and shop is not None:
            return partial(self._follow, InquiryLink(shop.code, notice.newest.number))
        return partial(self.open_shop, notice.shops[0] if len(notice.shops) == 1 else None)

    def _tell_once(self) -> None:
        """Say, the first time, where the closed window went."""
        if self._kit.settings.load().tray_told:
            return
        words = Words(
            self.tr("Qpost goes on in the tray"),
            self.tr("You still hear of customers. To quit, use the icon's menu; the settings change this."),
        )
        self.toasts.show(words, clicked=self._front.raise_window)
        self._remember(lambda settings: structs.replace(settings, tray_told=True))

    def _remember(self, change: Callable[[Settings], Settings]) -> None:
        self._kit.jobs.run(
            lambda: self._kit.settings.update(change),
            owner=self,
            done=lambda _: self._on_remembered(),
            lane=Lane.WRITE,
        )

    def _on_remembered(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.notices.wake()
        self.reword()

    def _shops(self) -> Mapping[ShopId, Shop]:
        return {shop.id: shop for shop, _ in self.counts.shops}
