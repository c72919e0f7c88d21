"""Why: points and payments that are about to lapse are told without a box, and stay in sight on the rail."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from qpost.models.events import ChargeLapsing, ConversionReminder
from qpost.models.qcash import ChargeId
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.event_bridge import EventBridge
from qpost.ui.rail import Place, Rail
from qpost.ui.widgets.toast import Toast

_TOLD_S = 12.0


class Reminding(QObject):
    """Tells each reminder as a toast that leads to its page, and as a badge until the page was opened."""

    def __init__(
        self,
        bridge: EventBridge,
        rail: Rail,
        toast: Toast,
        *,
        so_far: Callable[[], Sequence[ConversionReminder | ChargeLapsing]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._so_far = so_far
        self._rail = rail
        self._toast = toast
        self._lapsing: set[ChargeId] = set()
        bridge.reminded.connect(self._on_reminded)
        rail.chosen.connect(self._on_place_chosen)
        QTimer.singleShot(0, self, self._catch_up)  # the window is being built yet

    def _catch_up(self) -> None:
        """Tell what was told before this window opened."""
        for event in self._so_far():
            self._on_reminded(event)

    def _on_reminded(self, event: ConversionReminder | ChargeLapsing) -> None:
        if isinstance(event, ConversionReminder):
            self._tell(self._conversion_text(event), Place.POINTS, count=1)
            return
        self._lapsing.add(event.charge.id)
        price = amount_text(event.charge.amount, Unit.YEN)
        text = self.tr("The charge of {price} is cancelled soon unless you pay it.").format(price=price)
        self._tell(text, Place.QCASH, count=len(self._lapsing))

    def _conversion_text(self, event: ConversionReminder) -> str:
        points = amount_text(event.convertible, Unit.POINTS)
        if event.days_left <= 0:
            return self.tr("Last day (JST) to convert {points} into Qcash.").format(points=points)
        return self.tr("%n day(s) left to convert {points} into Qcash.", "", event.days_left).format(
            points=points
        )

    def _tell(self, text: str, place: Place, *, count: int) -> None:
        self._rail.set_count(place, count)
        self._toast.tell(
            text, duration_s=_TOLD_S, action=self.tr("Show"), chosen=lambda: self._rail.go(place)
        )

    def _on_place_chosen(self, place: Place) -> None:
        if place in (Place.POINTS, Place.QCASH):
            self._rail.set_count(place, 0)
        if place is Place.QCASH:
            self._lapsing.clear()
