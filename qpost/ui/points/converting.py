"""Why: a conversion is asked once, its dialog may be closed meanwhile, and its end is told in any case."""

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.points import Conversion, ConversionResult
from qpost.services.service_points import ServicePoints
from qpost.ui.doubt import find_doubt
from qpost.ui.errors import describe_order
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.points.convert_dialog import ConvertDialog


class Converting(QObject):
    """Opens the confirmation, converts once it was given, and shows the result there.

    ``changed`` when one begins or ends; ``settled`` carries the shop and the result, or None when there was
    none; ``untold`` the result or error that the closed dialog could not show, as a sentence.
    """

    changed = Signal()
    settled = Signal(object, object)
    untold = Signal(object, object)
    qcash_asked = Signal()

    def __init__(self, points: ServicePoints, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._points = points
        self._kit = kit
        self._over = parent
        self._busy: set[ShopId] = set()
        self._dialog: ConvertDialog | None = None

    @property
    def dialog(self) -> ConvertDialog | None:
        """The open dialog."""
        dialog = self._dialog
        return dialog if dialog is not None and shiboken6.isValid(dialog) else None

    def is_busy(self, shop: ShopId) -> bool:
        """Tell whether a conversion of ``shop`` is under way."""
        return shop in self._busy

    def open(self, shop: ShopId, conversion: Conversion) -> None:
        """Ask whether to convert; one conversion of a shop at a time."""
        if shop in self._busy or self.dialog is not None:
            return
        dialog = ConvertDialog(conversion, self._kit.theme, self._over.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(partial(self._convert, shop, conversion))
        dialog.qcash_asked.connect(self.qcash_asked)
        self._dialog = dialog
        dialog.open()

    def _convert(self, shop: ShopId, asked: Conversion) -> None:
        if shop in self._busy:
            return
        self._busy.add(shop)
        self.changed.emit()
        self._kit.jobs.run(
            partial(self._points.convert, shop, asked.convertible, month=asked.month),
            owner=self,
            done=partial(self._on_done, shop),
            failed=partial(self._on_failed, shop),
            lane=Lane.NET,
        )

    def _on_done(self, shop: ShopId, result: ConversionResult) -> None:
        self._busy.discard(shop)
        dialog = self.dialog
        if dialog is not None:
            dialog.show_result(result)
        else:
            self.untold.emit(result, None)
        self.changed.emit()
        self.settled.emit(shop, result)

    def _on_failed(self, shop: ShopId, error: QpostError) -> None:
        """See first whether the outcome is unknown; the card stays busy until that is read."""
        find_doubt(
            error,
            partial(self._points.doubt, shop),
            jobs=self._kit.jobs,
            owner=self,
            found=partial(self._on_doubt, shop, error),
        )

    def _on_doubt(self, shop: ShopId, error: QpostError, is_unclear: bool) -> None:
        self._busy.discard(shop)
        dialog = self.dialog
        if dialog is not None:
            dialog.show_error(describe_order(error), is_unclear=is_unclear)
        elif not is_unclear:
            self.untold.emit(None, error)
        self.changed.emit()
        self.settled.emit(shop, None)
