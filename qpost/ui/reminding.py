"""Why: points and payments that are about to lapse are told without a box, and stay in sight on the rail."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from qpost.models.account import Shop, ShopId
from qpost.models.events import ChargeLapsing, ConversionReminder
from qpost.models.links import Page
from qpost.models.qcash import ChargeId
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.kit import Kit
from qpost.ui.rail import Rail
from qpost.ui.widgets.toast import Toast

Event = ConversionReminder | ChargeLapsing
_TOLD_S = 12.0


class Reminding(QObject):
    """Tells each reminder as a toast that leads to its page, and as a badge until the page was opened.

    Who has several shops reads which one is meant; ``show_shop`` switches to it before its page is shown.
    """

    def __init__(
        self,
        kit: Kit,
        rail: Rail,
        toast: Toast,
        *,
        shops: Callable[[], Sequence[Shop]],
        so_far: Callable[[], Sequence[Event]],
        show_shop: Callable[[ShopId], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = kit.jobs
        self._shops = shops
        self._show_shop = show_shop
        self._so_far = so_far
        self._rail = rail
        self._toast = toast
        self._lapsing: set[ChargeId] = set()
        kit.bridge.reminded.connect(self._on_reminded)
        rail.chosen.connect(self._on_place_chosen)
        QTimer.singleShot(0, self, self._catch_up)  # the window is being built yet

    def _catch_up(self) -> None:
        """Tell what was told before this window opened."""
        for event in self._so_far():
            self._on_reminded(event)

    def _on_reminded(self, event: Event) -> None:
        self._jobs.run(
            self._shops,
            owner=self,
            done=partial(self._tell_of, event),
            failed=lambda _: self._tell_of(event, ()),
        )

    def _tell_of(self, event: Event, shops: Sequence[Shop]) -> None:
        if isinstance(event, ConversionReminder):
            text, place, count = self._conversion_text(event), Page.POINTS, 1
        else:
            self._lapsing.add(event.charge.id)
            price = amount_text(event.charge.amount, Unit.YEN)
            text = self.tr("The charge of {price} is cancelled soon unless you pay it.").format(price=price)
            place, count = Page.QCASH, len(self._lapsing)
        names = [shop.name for shop in shops if shop.id == event.shop_id and len(shops) > 1]
        self._rail.set_count(place, count)
        self._toast.tell(
            ": ".join((*names, text)),
            duration_s=_TOLD_S,
            action=self.tr("Show"),
            chosen=partial(self._show, event.shop_id, place),
        )

    def _show(self, shop: ShopId, place: Page) -> None:
        self._show_shop(shop)
        self._rail.go(place)

    def _conversion_text(self, event: ConversionReminder) -> str:
        points = amount_text(event.convertible, Unit.POINTS)
        if event.days_left <= 0:
            return self.tr("Last day (JST) to convert {points} into Qcash.").format(points=points)
        return self.tr("%n day(s) left to convert {points} into Qcash.", "", event.days_left).format(
            points=points
        )

    def _on_place_chosen(self, place: Page) -> None:
        if place in (Page.POINTS, Page.QCASH):
            self._rail.set_count(place, 0)
        if place is Page.QCASH:
            self._lapsing.clear()
