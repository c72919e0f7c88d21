"""Why: a list that is not complete must say so, once and quietly, and where the rest is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from qpost.models.account import ShopId
from qpost.models.events import ListingNoted
from qpost.models.listing import Gap, ListingNotes
from qpost.models.qoo10 import QsmPage
from qpost.ui.dates import full_moment_text
from qpost.ui.i18n import Retranslated
from qpost.ui.jobs import Ticket
from qpost.ui.kit import Kit
from qpost.ui.qsm import open_qsm
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column, set_role

_MOST_DETAILS = 50


class GapNotice(Retranslated):
    """One line above the list while gaps are known; closed, it stays away until there are other gaps.

    ``read`` tells what is noted of a shop, on a worker.
    """

    def __init__(
        self, kit: Kit, read: Callable[[ShopId], ListingNotes], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._read = read
        self._shop: ShopId | None = None
        self._ticket: Ticket | None = None
        self._gaps: tuple[Gap, ...] = ()
        self.banner = Banner(self)
        set_role(self.banner, "bar", True)
        column(self, gap=0).addWidget(self.banner)
        kit.bridge.listing_noted.connect(self._on_noted)

    def show_shop(self, shop: ShopId) -> None:
        """Tell of the gaps of ``shop``."""
        if shop != self._shop:
            self._shop, self._gaps = shop, ()
            self.banner.hide()
        self._look()

    def retranslate(self) -> None:
        """Set all words; a notice that was closed stays closed."""
        if not self.banner.isHidden():
            self._tell()

    def _on_noted(self, event: ListingNoted) -> None:
        if event.shop_id == self._shop:
            self._look()

    def _look(self) -> None:
        if self._shop is None:
            return
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._kit.jobs.run(
            partial(self._read, self._shop), owner=self, done=lambda notes: self._show(notes.gaps)
        )

    def _show(self, gaps: tuple[Gap, ...]) -> None:
        if gaps == self._gaps:
            return
        self._gaps = gaps
        if gaps:
            self._tell()
        else:
            self.banner.hide()

    def _tell(self) -> None:
        spans = [_span(gap) for gap in self._gaps]
        words = self.tr(
            "Between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here."
        )
        if len(spans) > 1:
            words = self.tr(
                "In several spans between {start} and {end} Qoo10 lists more than it hands out; "
                "some inquiries are missing here."
            )
        start = full_moment_text(min(self._gaps, key=lambda gap: gap.start).start)
        end = full_moment_text(max(self._gaps, key=lambda gap: gap.end).end)
        self.banner.tell(
            words.format(start=start, end=end),
            action=self.tr("Open QSM in the browser"),
            chosen=partial(open_qsm, QsmPage.INQUIRIES),
            details="\n".join(spans[:_MOST_DETAILS]) if len(spans) > 1 else "",
            close=self.tr("Close"),
        )


def _span(gap: Gap) -> str:
    return f"{full_moment_text(gap.start)} - {full_moment_text(gap.end)} ({gap.status.value})"
