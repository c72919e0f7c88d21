"""Why: a key of Qoo10's API that ends unnoticed stops the shop's answers, so its end is told in time."""

from collections.abc import Callable
from datetime import datetime

from msgspec import structs
from PySide6.QtCore import QObject, QTimer

from qpost.models.key_life import days_left, due, still_told
from qpost.models.settings import KeyKind, KeyTold, Settings
from qpost.services.seller_keys import SellerKeys
from qpost.ui.dates import day_text
from qpost.ui.errors import Wording
from qpost.ui.foreground import Foreground
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit

_LOOK_MS = 3_600_000


class KeyWatch(QObject):
    """Looks at the keys' dates once an hour and says what is due above the window that is on show."""

    def __init__(
        self,
        kit: Kit,
        keys: SellerKeys,
        front: Foreground,
        *,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keys = keys
        self._front = front
        self._now = now
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Say what is due now; without the keyring nothing is known, and others complain about that."""
        self._kit.jobs.run(self._due, owner=self, done=self._say, failed=lambda _: None, lane=Lane.NET)

    def _due(self) -> tuple[KeyTold, ...]:
        lives, now = self._keys.lives(), self._now()
        due_now: list[KeyTold] = []

        def note(settings: Settings) -> Settings:
            due_now.extend(due(lives, told=settings.keys_told, now=now))
            return structs.replace(settings, keys_told=still_told((*settings.keys_told, *due_now), now=now))

        if due(lives, told=self._kit.settings.load().keys_told, now=now):
            self._kit.settings.update(note)
        return tuple(due_now)

    def _say(self, due_now: tuple[KeyTold, ...]) -> None:
        for each in due_now:
            has_ended = days_left(each.life, self._now()) <= 0
            if self._front.notice is not None:
                self._front.notice.say(self._words(each), tone="red" if has_ended else "amber")

    def _words(self, told: KeyTold) -> str:
        left = days_left(told.life, self._now())
        if told.life.kind is KeyKind.API:
            if left <= 0:
                end = self.tr("Your Qoo10 API key ended on {day}.")
            else:
                end = self.tr("Your Qoo10 API key ends on {day}, in %n day(s).", "", left)
            advice = self.tr(
                "Ask for a new one in QSM, which takes about five working days, and enter it in the settings."
            )
        else:
            if left <= 0:
                end = self.tr("Your certification key for Qoo10 ended on {day}.")
            else:
                end = self.tr("Your certification key for Qoo10 ends on {day}, in %n day(s).", "", left)
            advice = self.tr("Renew it in the settings; all it takes is your password.")
        return Wording(end.format(day=day_text(told.life.ends_on)), advice).whole
