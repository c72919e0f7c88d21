"""Why: tray icon and taskbar show how many customers wait in all shops, read off the interface's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qpost.models.account import Shop
from qpost.ui.kit import Kit

if TYPE_CHECKING:
    from qpost.services.workspace import Workspace

_DELAY_MS = 300
"""Changes come in bursts; one reading serves them all."""

ShopCount = tuple[Shop, int]


class ShopCounts(QObject):
    """The shops of the account that is signed in, each with how many customers wait; none when nobody is."""

    changed = Signal()

    def __init__(self, kit: Kit, workspace: Callable[[], Workspace | None], parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._workspace = workspace
        self.shops: tuple[ShopCount, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.read)
        for signal in (kit.bridge.inquiries_changed, kit.bridge.link_changed):
            signal.connect(self._on_changed)

    @property
    def total(self) -> int:
        """How many wait in all shops."""
        return sum(count for _, count in self.shops)

    def read(self) -> None:
        """Read anew, now."""
        workspace = self._workspace()
        if workspace is None:
            self._show(())
            return
        self._kit.jobs.run(
            lambda: _counts(workspace), owner=self, done=self._show, failed=lambda _: None
        )  # a store that fails is told by whoever needs it more

    def _on_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _show(self, shops: tuple[ShopCount, ...]) -> None:
        if shops != self.shops:
            self.shops = shops
            self.changed.emit()


def _counts(workspace: Workspace) -> tuple[ShopCount, ...]:
    counts = workspace.notices.counts()
    return tuple((shop, counts.get(shop.id, 0)) for shop in workspace.shops())
