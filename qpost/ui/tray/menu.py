"""Why: the tray's menu leads to every shop, to silence, and out of the program."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qpost.models.account import Shop
from qpost.models.notices import Snooze
from qpost.ui.inquiries.words import one_line

_SHOP_NAME = 40


class TrayMenu(QMenu):
    """Open, the shops with their counts, snooze, settings, quit."""

    open_asked = Signal()
    shop_asked = Signal(object)
    snooze_asked = Signal(object)
    settings_asked = Signal()
    quit_asked = Signal()
    retranslated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shops: Sequence[tuple[Shop, int]] = ()
        self._snoozed_until: datetime | None = None
        self.open = self.addAction("")
        self.open.triggered.connect(self.open_asked)
        self.setDefaultAction(self.open)
        self._before_shops = self.addSeparator()
        self.shop_actions: list[QAction] = []
        self._after_shops = self.addSeparator()
        self.snooze = self.addMenu("")
        self.snooze_actions = {choice: self.snooze.addAction("") for choice in Snooze}
        for choice, action in self.snooze_actions.items():
            action.triggered.connect(partial(self.snooze_asked.emit, choice))
        self.settings = self.addAction("")
        self.settings.triggered.connect(self.settings_asked)
        self.addSeparator()
        self.quit = self.addAction("")
        self.quit.triggered.connect(self.quit_asked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.open.setText(self.tr("Open Qpost"))
        self.settings.setText(self.tr("Settings"))
        self.quit.setText(self.tr("Quit Qpost"))
        self.snooze_actions[Snooze.HOUR].setText(self.tr("For 1 hour"))
        self.snooze_actions[Snooze.TOMORROW].setText(self.tr("Until tomorrow, 8:00"))
        self.snooze_actions[Snooze.OFF].setText(self.tr("Resume now"))
        self._word_snooze()
        self._word_shops()
        self.retranslated.emit()

    def show_shops(self, shops: Sequence[tuple[Shop, int]]) -> None:
        """List ``shops``, each with how many wait there."""
        if [shop.id for shop, _ in shops] != [shop.id for shop, _ in self._shops]:
            for action in self.shop_actions:
                self.removeAction(action)
                action.deleteLater()
            self.shop_actions = [QAction(self) for _ in shops]
            for action, (shop, _) in zip(self.shop_actions, shops, strict=True):
                action.triggered.connect(partial(self.shop_asked.emit, shop.id))
            self.insertActions(self._after_shops, self.shop_actions)
        self._shops = shops
        self._word_shops()

    def show_snooze(self, until: datetime | None) -> None:
        """Say until when nothing is told, None for now."""
        self._snoozed_until = until
        self._word_snooze()

    def _word_shops(self) -> None:
        self._after_shops.setVisible(bool(self._shops))
        for action, (shop, count) in zip(self.shop_actions, self._shops, strict=True):
            name = one_line(shop.name, limit=_SHOP_NAME).replace("&", "&&")
            action.setText(self.tr("{shop}  ({count})").format(shop=name, count=count) if count else name)

    def _word_snooze(self) -> None:
        is_snoozed = self._snoozed_until is not None
        self.snooze_actions[Snooze.OFF].setVisible(is_snoozed)
        if self._snoozed_until is None:
            self.snooze.setTitle(self.tr("Pause notifications"))
        else:
            words = self.tr("Notifications paused until {time}")
            self.snooze.setTitle(words.format(time=clock_text(self._snoozed_until)))


def clock_text(moment: datetime) -> str:
    """Return the time of day of ``moment`` on this computer."""
    local = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
