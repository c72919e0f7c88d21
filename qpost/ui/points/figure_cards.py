"""Why: grade, deals and points of this month stand beside those of the periods they are compared with."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from qpost.models.periods import Period
from qpost.models.points import Grade, PointFigures, TransactionFigures
from qpost.ui.amounts import (
    NO_FIGURE,
    Unit,
    amount_text,
    change_ink,
    change_text,
    change_words,
    number_text,
)
from qpost.ui.dates import day_text, short_month
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.points.words import days_text, grade_word, months_text
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_S, SPACE_XS, TYPE_SMALL
from qpost.ui.widgets.layouts import wrapped
from qpost.ui.widgets.metric_card import MetricCard

Line = tuple[str, str, str]
"""A period, its figures, and both in words, which are its tooltip as well."""


class PeriodCard(MetricCard):
    """A metric of this month, and below it the same of other periods, figures at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines_theme = theme
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, SPACE_XS, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_XS // 2)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[QLabel] = []
        self.body.insertWidget(3, self._table)
        theme.changed.connect(self._dress_lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines`` below the metric, and add their words to what a screen reader says."""
        if len(lines) * 2 != len(self._labels):
            self._make_labels(len(lines))
        for at, (period, figures, spoken) in enumerate(lines):
            for place, text in enumerate((period, figures)):
                label = self._labels[2 * at + place]
                label.setText(text)
                label.setToolTip(spoken)
        self._table.setVisible(bool(lines))
        self._dress_lines()
        words = ", ".join((self.accessibleName(), *(spoken for _, _, spoken in lines)))
        self.setAccessibleName(words)

    @property
    def line_texts(self) -> list[str]:
        """What stands in the lines, left to right, top to bottom."""
        return [label.text() for label in self._labels]

    def _make_labels(self, lines: int) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for line in range(lines):
            for place, side in enumerate((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
                label = QLabel(self._table)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
                if not place:
                    wrapped(label).setProperty("ink", "2")
                self._grid.addWidget(label, line, place)
                self._labels.append(label)

    def _dress_lines(self) -> None:
        font = tabular(make_font(self._lines_theme.language, size_px=TYPE_SMALL))
        for label in self._labels:
            label.setFont(font)


class FigureCards(Retranslated):
    """Fills the cards of ``Grade``, which are built in ``parent`` for the page to place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._grade: Grade | None = None
        self.grade = MetricCard(theme, parent)
        self.transactions, self.service, self.shipping = (PeriodCard(theme, parent) for _ in range(3))
        self.retranslate()

    def show_grade(self, grade: Grade | None) -> None:
        """Show ``grade``; None was never read."""
        self._grade = grade
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words and figures."""
        titles = (
            (self.grade, self.tr("Seller grade")),
            (self.transactions, self.tr("Transactions this month")),
            (self.service, self.tr("Service points this month")),
            (self.shipping, self.tr("Shipping points this month")),
        )
        grade = self._grade
        if grade is None:
            for card, title in titles:
                card.show_metric(title=title, figure=NO_FIGURE, period=self.tr("Not read yet"))
                if isinstance(card, PeriodCard):
                    card.show_lines(())
            return
        self.grade.show_metric(
            title=titles[0][1],
            figure=grade_word(grade.grade),
            period=self.tr("As of {day} (Japan time)").format(day=day_text(grade.as_of)),
        )
        self._show_transactions(titles[1][1], grade.transactions)
        self._show_points(self.service, titles[2][1], grade.service_points)
        self._show_points(self.shipping, titles[3][1], grade.shipping_points)

    def _show_transactions(self, title: str, figures: TransactionFigures) -> None:
        now, before, year = figures.this_month, figures.last_month, figures.last_12_months
        self.transactions.show_metric(
            title=title,
            figure=number_text(now.count),
            period=self._this_month(now),
            change=change_text(now.count_change),
            change_ink=change_ink(now.count_change),
            note=self.tr("on last month"),
            spoken_change=change_words(now.count_change),
        )
        amount = amount_text(now.amount, Unit.YEN)
        lines: list[Line] = [
            (
                self.tr("Amount"),
                f"{amount}  {change_text(now.amount_change)}",
                f"{amount}, {change_words(now.amount_change)}",
            )
        ]
        for name, months, period in (
            (short_month(before.first), short_month(before.first), before),
            (self.tr("12 months"), months_text(year.first, year.last), year),
        ):
            count, amount = number_text(period.count), amount_text(period.amount, Unit.YEN)
            spoken = f"{months}: {amount_text(period.count, Unit.TRANSACTIONS)}, {amount}"
            lines.append((name, f"{count} · {amount}", spoken))
        self.transactions.show_lines(lines)

    def _show_points(self, card: PeriodCard, title: str, figures: PointFigures) -> None:
        now, recent, before = figures.this_month, figures.last_30_days, figures.last_month
        card.show_metric(title=title, figure=number_text(now.points), period=self._this_month(now))
        lines: list[Line] = []
        for name, period in (
            (self.tr("30 days, {days}").format(days=days_text(recent.first, recent.last)), recent),
            (short_month(before.first), before),
        ):
            spoken = f"{name}: {amount_text(period.points, Unit.POINTS)}"
            lines.append((name, number_text(period.points), spoken))
        card.show_lines(lines)

    def _this_month(self, period: Period) -> str:
        if period.is_empty:
            return self.tr("No day counted yet (Japan time)")
        return self.tr("{days} (Japan time)").format(days=days_text(period.first, period.last))
