"""Why: a shipping score is read when it is asked for, in a window that can be closed meanwhile."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.periods import Period
from qpost.models.points import ItemPoints
from qpost.models.shipping_score import ItemShipping
from qpost.services.kept import Kept
from qpost.services.service_points import ServicePoints
from qpost.ui.dates import utc_now
from qpost.ui.errors import describe_item
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.points.shipping_dialog import ShippingDialog


class ShippingOpening(QObject):
    """Opens the dialog of an item and fills it; one at a time."""

    def __init__(
        self,
        points: ServicePoints,
        kit: Kit,
        parent: QWidget,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._kit = kit
        self._over = parent
        self._now = now
        self._dialog: ShippingDialog | None = None

    @property
    def dialog(self) -> ShippingDialog | None:
        """The open dialog."""
        dialog = self._dialog
        return dialog if dialog is not None and shiboken6.isValid(dialog) else None

    def open(self, shop: ShopId, item: ItemPoints, days: Period) -> None:
        """Show the dialog at once, and the score when it was read."""
        open_one = self.dialog
        if open_one is not None:
            open_one.close()
        dialog = ShippingDialog(item, days, self._kit, self._over.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.retry_asked.connect(partial(self._read, dialog, shop, item, days))
        self._dialog = dialog
        dialog.open()
        self._read(dialog, shop, item, days)

    def _read(self, dialog: ShippingDialog, shop: ShopId, item: ItemPoints, days: Period) -> None:
        dialog.show_reading()
        self._kit.jobs.run(
            partial(self._points.shipping, shop, item.item_no, days.first, days.last),
            owner=dialog,
            done=partial(self._on_read, dialog, self._now()),
            failed=partial(self._on_failed, dialog),
            lane=Lane.NET,
        )

    def _on_read(self, dialog: ShippingDialog, asked_at: datetime, kept: Kept[ItemShipping]) -> None:
        dialog.show_shipping(kept, is_kept=kept.read_at < asked_at)

    def _on_failed(self, dialog: ShippingDialog, error: QpostError) -> None:
        dialog.show_fault(describe_item(error))
