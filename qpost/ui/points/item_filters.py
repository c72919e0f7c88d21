"""Why: which items and days are shown is always visible; days a page does not know are refused at once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from qpost.models.jst import business_date
from qpost.models.periods import Period, last_30_days, last_month, month_of, this_month
from qpost.models.points import CategoryId, CategoryTree, PointsPeriod, allowed_days
from qpost.services.service_points import ItemQuery
from qpost.ui.dates import utc_now
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.points.category_menu import CategoryMenu
from qpost.ui.points.words import full_days_text, page_word, refusal_text
from qpost.ui.tokens import SPACE_S
from qpost.ui.widgets.clearable import ClearableEdit
from qpost.ui.widgets.date_popup import DatePopup, Preset
from qpost.ui.widgets.layouts import row
from qpost.ui.widgets.segments import Segments

_ICON = QSize(16, 16)
_CATEGORY_PX, _TEXT_PX = 240, 190
_PRESET_DAYS = 90


class Looked(StrEnum):
    """What the text field looks for."""

    NUMBER = "number"
    NAME = "name"


def default_days(page: PointsPeriod, today: date) -> Period:
    """Return the days a page opens with: this month as the cards count it, or the last month before."""
    if page is PointsPeriod.PAST:
        return month_of(date(2019, 6, 1))
    days = this_month(today)
    return Period(today, today) if days.is_empty else days


class ItemFilters(Retranslated):
    """Current or past page, category, days, item number or name, Query, Reset.

    ``asked`` carries the ``ItemQuery``. Each page keeps days of its own, always within those it knows.
    """

    asked = Signal(object)

    def __init__(
        self, kit: Kit, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._now = now
        self._category: CategoryId | None = None
        self._days: dict[PointsPeriod, Period] = {}
        self.pages = Segments(list(PointsPeriod), parent)
        self.category_button, self.date_button = QPushButton(self), QPushButton(self)
        self.category_button.setMaximumWidth(_CATEGORY_PX)
        self.categories = CategoryMenu(self)
        self.category_button.setMenu(self.categories)
        self.date_button.setIconSize(_ICON)
        self.dates = DatePopup(self, refusal=self._refusal)
        self.looked = QComboBox(self)
        self.looked.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for looked in Looked:
            self.looked.addItem("", looked)
        self.text = ClearableEdit(kit.assets, self)
        self.text.setMaximumWidth(_TEXT_PX)
        self.text.setMinimumWidth(100)
        self.text.setMaxLength(200)
        self.query_button, self.reset_button = QPushButton(self), QPushButton(self)
        self.query_button.setProperty("role", "primary")
        line = row(self, gap=SPACE_S)
        for widget in (
            self.category_button,
            self.date_button,
            self.looked,
            self.text,
            self.query_button,
            self.reset_button,
        ):
            line.addWidget(widget)
        line.addStretch(1)
        self._connect()
        self.retranslate()
        self._paint_icons()

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self.pages.chosen.connect(self.ask)
        self.categories.chosen.connect(self._on_category)
        self.date_button.clicked.connect(self._on_dates)
        self.dates.answered.connect(self._on_days)
        self.text.returnPressed.connect(self.ask)
        self.query_button.clicked.connect(self.ask)
        self.reset_button.clicked.connect(self._on_reset)

    # -- what the panel uses

    @property
    def page(self) -> PointsPeriod:
        """Which page is asked."""
        return PointsPeriod(str(self.pages.value))

    @property
    def days(self) -> Period:
        """The days asked for."""
        return self._days.get(self.page) or default_days(self.page, self._today)

    @property
    def query(self) -> ItemQuery:
        """The question as the bar shows it."""
        text = self.text.text().strip()
        looked = self.looked.currentData()
        return ItemQuery(
            page=self.page,
            first=self.days.first,
            last=self.days.last,
            category=self._category,
            item_no=text if looked == Looked.NUMBER else "",
            item_name=text if looked == Looked.NAME else "",
        )

    def ask(self, *_: object) -> None:
        """Ask the question as the bar shows it."""
        self._reword()
        self.asked.emit(self.query)

    def start_over(self) -> None:
        """Show the bar as it opens, without asking."""
        self.pages.choose(PointsPeriod.CURRENT)
        self._clear()

    def show_categories(self, tree: CategoryTree) -> None:
        """Offer ``tree``."""
        self.categories.show_tree(tree)
        self.category_button.setEnabled(bool(tree))
        if self._category is not None and tree and not self.categories.knows(self._category):
            self._category = None
        self._reword()

    def retranslate(self) -> None:
        """Set all words."""
        for page in PointsPeriod:
            self.pages.set_text(page, page_word(page))
        self.looked.setItemText(0, self.tr("Item no."))
        self.looked.setItemText(1, self.tr("Item name"))
        self.looked.setAccessibleName(self.tr("Look for"))
        self.text.setAccessibleName(self.tr("Item number or name"))
        self.text.setPlaceholderText(self.tr("All items"))
        self.query_button.setText(self.tr("Query"))
        self.reset_button.setText(self.tr("Reset"))
        self.categories.retranslate()
        self._reword()

    # -- inside

    @property
    def _today(self) -> date:
        return business_date(self._now())

    def _reword(self) -> None:
        category = self.tr("All categories")
        if self._category is not None:
            category = self.categories.path_of(self._category)
        metrics = self.category_button.fontMetrics()
        shown = metrics.elidedText(category, Qt.TextElideMode.ElideMiddle, _CATEGORY_PX - 52)
        self.category_button.setText(shown.replace("&", "&&"))
        self.category_button.setToolTip(category if shown != category else "")
        self.category_button.setAccessibleName(self.tr("Category: {name}").format(name=category))
        days = full_days_text(self.days.first, self.days.last)
        self.date_button.setText(days)
        self.date_button.setAccessibleName(self.tr("Days (Japan time): {days}").format(days=days))
        self.date_button.setToolTip(self.tr("Days in Japan time"))

    def _paint_icons(self) -> None:
        self.text.repaint_icon()
        self.category_button.setIcon(self._kit.assets.icon("chevron-down", size_px=12))
        self.date_button.setIcon(self._kit.assets.icon("calendar", size_px=16))

    def _refusal(self, first: date, last: date) -> str:
        allowed = allowed_days(self.page, today=self._today)
        return "" if allowed.allows(first, last) else refusal_text(self.page, allowed)

    def _presets(self) -> list[Preset]:
        today = self._today
        if self.page is PointsPeriod.PAST:
            last = default_days(PointsPeriod.PAST, today).last
            return [
                Preset(text=self.tr("June 2019"), first=last.replace(day=1), last=last),
                Preset(text=self.tr("First half of 2019"), first=date(2019, 1, 1), last=last),
                Preset(text=self.tr("12 months"), first=date(2018, 7, 1), last=last),
            ]
        month, before, recent = default_days(self.page, today), last_month(today), last_30_days(today)
        return [
            Preset(text=self.tr("This month"), first=month.first, last=month.last),
            Preset(text=self.tr("Last month"), first=before.first, last=before.last),
            Preset(
                text=self.tr("{days} days").format(days=recent.days), first=recent.first, last=recent.last
            ),
            Preset(
                text=self.tr("{days} days").format(days=_PRESET_DAYS),
                first=today - timedelta(days=_PRESET_DAYS),
                last=today - timedelta(days=1),
            ),
        ]

    def _clear(self) -> None:
        self._category = None
        self._days.clear()
        self.looked.setCurrentIndex(0)
        self.text.clear()
        self._reword()

    def _on_category(self, category: CategoryId | None) -> None:
        self._category = category
        self.ask()

    def _on_dates(self) -> None:
        self.dates.offer(self._presets())
        self.dates.open_at(self.date_button, self.days.first, self.days.last)

    def _on_days(self, first: date | None, last: date | None) -> None:
        if first is not None and last is not None:
            self._days[self.page] = Period(first, last)
            self.ask()

    def _on_reset(self) -> None:
        self._clear()
        self.ask()
