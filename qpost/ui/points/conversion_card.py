"""Why: points lapse at the month's end, so what can still be had stands where it cannot be missed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.conversion import UNIT, ConversionState
from qpost.models.points import Conversion
from qpost.ui.amounts import NO_FIGURE, Unit, amount_text, number_text
from qpost.ui.dates import moment_text, utc_now
from qpost.ui.theme import Theme
from qpost.ui.widgets.countdown import Countdown
from qpost.ui.widgets.layouts import set_role
from qpost.ui.widgets.metric_card import MetricCard


class Phase(StrEnum):
    """What the card says."""

    UNREAD = "unread"
    OPEN = "open"
    OFFLINE = "offline"
    NOT_OFFERED = "not_offered"
    CONVERTING = "converting"
    DOUBT = "doubt"
    CONVERTED = "converted"
    NOTHING = "nothing"
    CLOSED = "closed"


class ConversionCard(MetricCard):
    """What can be converted, what of it is lost, until when, and the one button for it.

    ``convert_asked`` opens the confirmation; ``check_asked`` reads an unknown outcome back; ``qsm_asked``
    leads to the seller pages; ``closed`` tells that the window has just ended.
    """

    convert_asked = Signal()
    check_asked = Signal()
    qsm_asked = Signal()
    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._conversion: Conversion | None = None
        self._doubt: datetime | None = None
        self._is_online, self._is_offered, self._is_converting = True, True, False
        self.countdown = Countdown(self, now=now)
        self.countdown.ended.connect(self._on_ended)
        self.add_line(self.countdown)
        self.button = QPushButton(self)
        self.button.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.button.clicked.connect(self._on_clicked)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._reword()

    def show_conversion(
        self, conversion: Conversion | None, *, doubt: datetime | None, is_online: bool, is_offered: bool
    ) -> None:
        """Show how it stands; ``is_offered`` is whether this connection can convert at all."""
        self._conversion, self._doubt = conversion, doubt
        self._is_online, self._is_offered = is_online, is_offered
        self._reword()

    def show_converting(self, is_converting: bool) -> None:
        """Say that a conversion is under way."""
        self._is_converting = is_converting
        self._reword()

    @property
    def phase(self) -> Phase:
        """What the card says now."""
        conversion = self._conversion
        if self._is_converting:
            return Phase.CONVERTING
        if self._doubt is not None:
            return Phase.DOUBT
        if conversion is None:
            return Phase.UNREAD
        if self._now() >= _end(conversion):
            return Phase.CLOSED
        if conversion.state is ConversionState.CONVERTED:
            return Phase.CONVERTED
        if conversion.convertible < UNIT:
            return Phase.NOTHING
        if not self._is_offered:
            return Phase.NOT_OFFERED
        return Phase.OPEN if self._is_online else Phase.OFFLINE

    def retranslate(self) -> None:
        """Set all words; the page calls it after a change of language."""
        self._reword()

    def _reword(self) -> None:
        phase, conversion = self.phase, self._conversion
        counts = conversion is not None and phase not in (Phase.UNREAD, Phase.CONVERTED, Phase.CLOSED)
        self.countdown.count_to(_end(conversion) if conversion is not None and counts else None)
        self.countdown.setVisible(counts and phase is not Phase.NOTHING)
        figure = NO_FIGURE
        if conversion is not None:
            figure = number_text(0 if phase is Phase.CLOSED else conversion.convertible)
        self.show_metric(
            title=self.tr("Can be converted into Qcash"),
            figure=figure,
            note=self._note_text(phase, conversion),
        )
        self.emphasize(phase in (Phase.OPEN, Phase.OFFLINE, Phase.CONVERTING, Phase.DOUBT))
        self._dress_button(phase)

    def _dress_button(self, phase: Phase) -> None:
        words = {
            Phase.OPEN: self.tr("Convert…"),
            Phase.OFFLINE: self.tr("Convert…"),
            Phase.CONVERTING: self.tr("Converting…"),
            Phase.DOUBT: self.tr("Check again"),
            Phase.NOT_OFFERED: self.tr("Open QSM in the browser"),
        }
        self.button.setVisible(phase in words)
        self.button.setText(words.get(phase, ""))
        self.button.setEnabled(phase in (Phase.OPEN, Phase.DOUBT, Phase.NOT_OFFERED))
        set_role(self.button, "role", "primary" if phase in (Phase.OPEN, Phase.OFFLINE) else None)
        note = self.tr("Converting needs the network.") if phase is Phase.OFFLINE else ""
        self.button.setToolTip(note)
        self.button.setAccessibleDescription(note)

    def _note_text(self, phase: Phase, conversion: Conversion | None) -> str:
        if phase is Phase.DOUBT and self._doubt is not None:
            return self.tr(
                "The answer of {moment} did not arrive. It is being read back; nothing is converted twice."
            ).format(moment=moment_text(self._doubt))
        if conversion is None:
            return self.tr("Not read yet")
        if phase is Phase.CONVERTED and conversion.converted is not None:
            return self.tr("{qcash} received for {points} on {moment}").format(
                qcash=amount_text(conversion.converted.qcash, Unit.QCASH),
                points=amount_text(conversion.converted.points, Unit.POINTS),
                moment=moment_text(conversion.converted.at),
            )
        if phase is Phase.CONVERTED:
            return self.tr("Converted already this month")
        if phase is Phase.CLOSED and conversion.state is not ConversionState.OPEN:
            return self.tr("Not read yet this month")
        if phase is Phase.CLOSED:
            return self.tr("The month has ended. What was not converted is lost.")
        if phase is Phase.NOTHING:
            return self._nothing(conversion)
        parts = []
        if conversion.remainder:
            parts.append(
                self.tr("{points} below the next 100 are lost").format(
                    points=amount_text(conversion.remainder, Unit.POINTS)
                )
            )
        if phase is Phase.OFFLINE:
            parts.append(self.tr("Converting needs the network."))
        if phase is Phase.NOT_OFFERED:
            parts.append(self.tr("This connection cannot convert; QSM can."))
        return "\n".join(parts)

    def _nothing(self, conversion: Conversion) -> str:
        points = amount_text(conversion.last_month_points, Unit.POINTS)
        if conversion.last_month_points < 0:
            return self.tr("Last month: {points}. A minus is not carried over.").format(points=points)
        return self.tr("Last month: {points}. It takes {unit} at least.").format(
            points=points, unit=number_text(UNIT)
        )

    def _on_ended(self) -> None:
        self._reword()
        self.closed.emit()

    def _on_clicked(self) -> None:
        signals = {
            Phase.OPEN: self.convert_asked,
            Phase.DOUBT: self.check_asked,
            Phase.NOT_OFFERED: self.qsm_asked,
        }
        signal = signals.get(self.phase)
        if signal is not None:
            signal.emit()


def _end(conversion: Conversion) -> datetime:
    """Return the first instant at which it is too late: ``closes_at`` is the last second that counts."""
    return conversion.closes_at + timedelta(seconds=1)
