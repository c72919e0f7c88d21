"""Why: what lapses at a moment in Japan says how long that is from now, wherever the desktop stands."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from qpost.ui.dates import moment_text, utc_now
from qpost.ui.widgets.layouts import set_role, wrapped

URGENT_WITHIN = timedelta(days=7)
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_LATE_MS = 20
"""Timers may fire a little early; past the minute the text is surely another."""


class Countdown(QLabel):
    """Tells how long it is until an instant; amber within a week of it, and once, ``ended``.

    It looks at the clock once a minute, while it can be seen, when the minute changes: a clock set anew or a
    computer that slept is noticed within a minute.
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self._now = now
        self._end: datetime | None = None
        self._is_over = False
        wrapped(self).setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.retranslate)

    def count_to(self, end: datetime | None) -> None:
        """Count to ``end``, the first instant at which it is too late; None shows nothing."""
        self._end = end
        self._is_over = end is not None and end <= self._now()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what is left by the clock of now."""
        self._timer.stop()
        if self._end is None:
            self.setText("")
            return
        left = self._end - self._now()
        text = self._words(left, self._end)
        if text != self.text():
            self.setText(text)
        set_role(self, "ink", "amber" if timedelta(0) < left <= URGENT_WITHIN else "2")
        if left <= timedelta(0):
            if not self._is_over:
                self._is_over = True
                self.ended.emit()
            return
        if self.isVisible():
            self._timer.start(int((left % _MINUTE or _MINUTE) / timedelta(milliseconds=1)) + _LATE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the clock."""
        super().showEvent(event)
        self.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the computer sleep."""
        super().hideEvent(event)
        self._timer.stop()

    def _words(self, left: timedelta, end: datetime) -> str:
        until = moment_text(end - timedelta(microseconds=1))  # the last minute in which it can still be done
        if left <= timedelta(0):
            return self.tr("Ended {end}").format(end=until)
        hours, minutes = left % _DAY // _HOUR, left % _HOUR // _MINUTE
        if left >= _DAY:
            days = left // _DAY
            return self.tr("%n day(s) {hours} h left, until {end}", "", days).format(hours=hours, end=until)
        if left >= _HOUR:
            return self.tr("{hours} h {minutes} min left, until {end}").format(
                hours=hours, minutes=minutes, end=until
            )
        if left >= _MINUTE:
            return self.tr("{minutes} min left, until {end}").format(minutes=minutes, end=until)
        return self.tr("Less than a minute left, until {end}").format(end=until)
