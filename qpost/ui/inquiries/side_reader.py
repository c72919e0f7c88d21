"""Why: item and order are extras, read beside the exchange and never waited for."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.inquiry import Inquiry
from qpost.services.context import Context
from qpost.ui.inquiries.reading import can_be_looked_up
from qpost.ui.inquiries.side_panel import SidePanel
from qpost.ui.jobs import Jobs, Lane

_REST_MS = 400

_log = logging.getLogger(__name__)
Fact = TypeVar("Fact")


class SideReader(QObject):
    """Asks for what stands beside an inquiry; an answer for another inquiry is dropped.

    Of inquiries opened one right after the other only the first and the last are asked about.
    """

    def __init__(self, context: Context, jobs: Jobs, panel: SidePanel) -> None:
        super().__init__(panel)
        self._context = context
        self._jobs = jobs
        self._panel = panel
        self._wanted: tuple[ShopId, Inquiry] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._read)

    def read(self, shop: ShopId, inquiry: Inquiry) -> None:
        """Show item and order of ``inquiry`` as soon as they were read."""
        self._wanted = (shop, inquiry)
        if not self._rest.isActive():
            self._read()
        self._rest.start()

    def _read(self) -> None:
        if self._wanted is None:
            return
        (shop, inquiry), self._wanted = self._wanted, None
        item_no, order_no = inquiry.item.number if inquiry.item else "", inquiry.order_no or ""
        if can_be_looked_up(item_no):
            self._ask(inquiry, partial(self._context.item, shop, item_no), self._panel.show_item)
        if can_be_looked_up(order_no):
            self._ask(inquiry, partial(self._context.order, shop, order_no), self._panel.show_order)

    def _ask(self, inquiry: Inquiry, work: Callable[[], Fact], show: Callable[[Fact], None]) -> None:
        done = partial(self._on_fact, inquiry, show)
        self._jobs.run(work, owner=self, done=done, failed=self._on_failed, lane=Lane.NET)

    def _on_fact(self, inquiry: Inquiry, show: Callable[[Fact], None], fact: Fact) -> None:
        if self._panel.inquiry is not None and self._panel.inquiry.id == inquiry.id:
            show(fact)

    def _on_failed(self, error: QpostError) -> None:
        """Without them the panel shows what the inquiry itself tells."""
        _log.info("no context: %s", error.code)
