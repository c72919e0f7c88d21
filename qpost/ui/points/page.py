"""Why: how the shop does, what its points are worth this month, and which items earn them, on one page."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QWidget

from qpost.models.account import Capability, Shop, ShopId
from qpost.models.errors import Offline, QpostError
from qpost.models.events import LinkChanged, LinkState, PointsChanged
from qpost.models.links import Page
from qpost.models.points import ConversionResult, MonthPoints
from qpost.models.qoo10 import QsmPage
from qpost.services.workspace import Workspace
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.charts.card import ChartCard
from qpost.ui.charts.series import Point, Series, Shape
from qpost.ui.dates import moment_text, utc_now
from qpost.ui.errors import describe, describe_order
from qpost.ui.i18n import Retranslated
from qpost.ui.kept_reader import KeptReader
from qpost.ui.kit import Kit
from qpost.ui.points.conversion_card import ConversionCard
from qpost.ui.points.converting import Converting
from qpost.ui.points.figure_cards import FigureCards
from qpost.ui.points.figures import FRESH_FOR, Figures, read_figures
from qpost.ui.points.item_panel import ItemPanel
from qpost.ui.qsm import open_qsm
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.card_row import CardRow
from qpost.ui.widgets.layouts import column, row, set_role, surface
from qpost.ui.widgets.not_offered import NotOffered

_CARD_PX = 216
_CHART_PX = 184
_LOOK_AGAIN_MS = 20_000
"""How often an unknown outcome is asked for while the page is seen."""


class PointsPage(Retranslated):
    """Figures at once from the local store, refreshed behind; points by item below.

    ``qcash_asked`` leads to the Qcash page.
    """

    qcash_asked = Signal()

    def __init__(
        self,
        workspace: Workspace,
        kit: Kit,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kit = kit
        self._shop: Shop | None = None
        self._is_begun = False
        self._link = workspace.link()
        points = workspace.points
        self.reader = KeptReader(
            kit.jobs,
            read=partial(read_figures, points),
            ask=points.refresh,
            nothing=Figures(),
            fresh_for=FRESH_FOR,
            parent=self,
            now=now,
        )
        self.converting = Converting(workspace.points, kit, self)
        # Whatever is built is built inside its parent: under a style sheet, moving a finished part to
        # another parent polishes all of it again.
        self._stack = QStackedWidget(self)
        self._scroll = QScrollArea(self._stack)
        self._body = surface("background")
        self._scroll.setWidget(self._body)
        self._row = CardRow(self._body, least_card_px=_CARD_PX)
        self.not_offered = NotOffered(kit, Page.POINTS.value, self._stack, page=QsmPage.POINTS)
        self.age, self._title = QLabel(self._body), QLabel(self._body)
        self.age.setTextFormat(Qt.TextFormat.PlainText)
        self.refresh_button = QPushButton(self._body)
        self.banner = Banner(self._body)
        self.cards = FigureCards(kit.theme, self._row)
        self.conversion = ConversionCard(kit.theme, self._row, now=now)
        self.trend = ChartCard(kit.theme, self._body)
        self.items = ItemPanel(workspace.points, kit, self._body, now=now)
        self._shown = Figures()
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_offer()

    def _lay_out(self) -> None:
        column(self).addWidget(self._stack)
        lines = column(self._body, margin=SPACE_L, gap=SPACE_M)
        head = row(gap=SPACE_S)
        self._title.setProperty("type", "large")
        self.refresh_button.setProperty("role", "quiet")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.age)
        head.addWidget(self.refresh_button)
        lines.addLayout(head)
        lines.addWidget(self.banner)
        for card in (
            self.cards.grade,
            self.cards.transactions,
            self.cards.service,
            self.cards.shipping,
            self.conversion,
        ):
            self._row.add_card(card)
        lines.addWidget(self._row)
        self.trend.setFixedHeight(_CHART_PX)
        lines.addWidget(self.trend)
        lines.addWidget(self.items, 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.not_offered)

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self._kit.bridge.link_changed.connect(self._on_link_changed)
        self._kit.bridge.points_changed.connect(self._on_points_changed)
        self.reader.changed.connect(self._show_figures)
        self.reader.failed.connect(self._on_failed)
        self.refresh_button.clicked.connect(self.refresh)
        self.conversion.convert_asked.connect(self._on_convert_asked)
        self.conversion.check_asked.connect(self.reader.refresh)
        self.conversion.closed.connect(self.reader.refresh)
        self.conversion.qsm_asked.connect(partial(open_qsm, QsmPage.POINTS))
        self.converting.changed.connect(self._show_conversion)
        self.converting.settled.connect(self._on_settled)
        self.converting.untold.connect(self._on_untold)
        self.converting.qcash_asked.connect(self.qcash_asked)
        self._again.timeout.connect(self._on_again)
        for keys, slot in (("F5", self.refresh), ("Ctrl+E", self.items.save_csv)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    # -- what the shell uses

    def show_shop(self, shop: Shop) -> None:
        """Show ``shop``: what is kept at once, what the service says as it comes."""
        is_same = self._shop is not None and self._shop.id == shop.id
        self._shop = shop
        if is_same:
            return
        self._is_begun = False
        self.banner.hide()
        self._show_offer()

    def refresh(self) -> None:
        """Ask for all figures and the items again (F5)."""
        self.banner.hide()
        self.reader.refresh()
        self.items.query()

    def show_items(self) -> None:
        """Bring points by item into view, as far as the page can be moved."""
        self._scroll.ensureWidgetVisible(self.items, 0, SPACE_L)

    def show_figures(self) -> None:
        """Bring the top of the page into view."""
        self._scroll.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again what may have changed since the page was last seen."""
        super().showEvent(event)
        self._show_offer()
        if self._is_offered(Capability.POINTS):
            self.reader.refresh(is_urgent=False)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Grade & score"))
        self.refresh_button.setText(self.tr("Refresh"))
        self.refresh_button.setToolTip(self.tr("Read all figures again (F5)"))
        self.not_offered.say_place(self.tr("Basic information > Grade & score"))
        self._shown = Figures()
        self._show_figures()
        self.conversion.retranslate()
        self._paint_icons()

    # -- showing

    def _is_offered(self, capability: Capability) -> bool:
        return capability in self._workspace.capabilities()

    def _show_offer(self) -> None:
        """Show the page, or why there is none; what is offered may become known after the shop."""
        is_offered, shop = self._is_offered(Capability.POINTS), self._shop
        self._stack.setCurrentWidget(self._scroll if is_offered else self.not_offered)
        if is_offered and shop is not None and not self._is_begun:
            self._is_begun = True
            self.reader.show_shop(shop.id)
            self.items.show_shop(shop)
            self.reader.refresh(is_urgent=False)

    def _show_figures(self) -> None:
        figures, shown = self.reader.held, self._shown
        self._shown = figures
        if figures.grade != shown.grade or figures.grade is None:
            self.cards.show_grade(None if figures.grade is None else figures.grade.value)
        if figures.categories != shown.categories:
            self.items.show_categories(() if figures.categories is None else figures.categories.value)
        if figures.months != shown.months or figures.months is None:
            self._show_months(() if figures.months is None else figures.months.value)
        self._show_conversion()
        self._show_age()

    def _show_months(self, months: Sequence[MonthPoints]) -> None:
        self.trend.show_series(
            Series(
                name=self.tr("Service points by month"),
                unit=Unit.POINTS,
                shape=Shape.BARS,
                points=tuple(Point(day=one.month, value=one.points) for one in months),
            )
        )

    def _show_conversion(self) -> None:
        figures = self.reader.held
        self.conversion.show_conversion(
            None if figures.conversion is None else figures.conversion.value,
            doubt=figures.doubt,
            is_online=self._is_online,
            is_offered=self._is_offered(Capability.POINTS_CONVERT),
        )
        self.conversion.show_converting(self._shop is not None and self.converting.is_busy(self._shop.id))
        if figures.doubt is None:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()

    def _show_age(self) -> None:
        read_at, error = self.reader.held.read_at, self.reader.error
        parts = []
        if read_at is not None:
            parts.append(self.tr("As read on {moment}").format(moment=moment_text(read_at)))
        if self.reader.is_refreshing:
            parts.append(self.tr("refreshing…"))
        elif isinstance(error, Offline) or not self._is_online:
            parts.append(self.tr("offline"))
        self.age.setText(" · ".join(parts))
        is_old = not self.reader.is_refreshing and (error is not None or not self._is_online)
        set_role(self.age, "ink", "amber" if is_old else "2")
        self.refresh_button.setEnabled(not self.reader.is_refreshing)

    @property
    def _is_online(self) -> bool:
        return self._link.state not in (LinkState.OFFLINE, LinkState.SIGNED_OUT)

    # -- what happens

    def _on_failed(self, error: QpostError) -> None:
        if not isinstance(error, Offline):
            words = describe(error)
            self.banner.tell(
                words.whole,
                tone="red",
                details=words.details,
                action=self.tr("Try again"),
                chosen=self.refresh,
            )

    def _on_points_changed(self, event: PointsChanged) -> None:
        if self._shop is not None and event.shop_id == self._shop.id:
            self.reader.read_kept()

    def _on_link_changed(self, link: LinkChanged) -> None:
        was_online = self._is_online
        self._link = link
        self._show_offer()
        self._show_conversion()
        self._show_age()
        if self._is_online and not was_online and self.isVisible():
            self.refresh()

    def _on_convert_asked(self) -> None:
        kept = self.reader.held.conversion
        if self._shop is not None and kept is not None:
            self.converting.open(self._shop.id, kept.value)

    def _on_settled(self, shop: ShopId, result: ConversionResult | None) -> None:
        if self._shop is None or shop != self._shop.id:
            return
        self.reader.read_kept()
        self.reader.refresh()

    def _on_untold(self, result: ConversionResult | None, error: QpostError | None) -> None:
        if result is not None:
            text = self.tr("{points} were converted into {qcash}.").format(
                points=amount_text(result.points, Unit.POINTS), qcash=amount_text(result.qcash, Unit.QCASH)
            )
            self.banner.tell(text, tone="accent", action=self.tr("Close"), chosen=self.banner.hide)
        elif error is not None:
            self.banner.tell_fault(describe_order(error), close=self.tr("Close"))

    def _on_again(self) -> None:
        if self.isVisible():
            self.reader.refresh()

    def _paint_icons(self) -> None:
        self.refresh_button.setIcon(self._kit.assets.icon("reset", size_px=16))
