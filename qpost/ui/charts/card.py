"""Why: a chart and its table are one thing with two faces, turned by a button that the keyboard reaches."""

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from qpost.ui.charts.chart import Chart
from qpost.ui.charts.series import Series
from qpost.ui.charts.table import SeriesTable
from qpost.ui.theme import Theme
from qpost.ui.widgets.card import Card


class ChartCard(Card):
    """A card with a series as a chart, or as a table when the seller asks for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = QStackedWidget(self)  # parts are built inside it: moving them would polish them again
        self.chart, self.table = Chart(theme, self._faces), SeriesTable(theme, self._faces)
        self.toggle = QPushButton(self)
        self.toggle.setProperty("role", "quiet")
        self.toggle.clicked.connect(self._on_toggled)
        self._faces.addWidget(self.chart)
        self._faces.addWidget(self.table)
        self.add_action(self.toggle)
        self.body.addWidget(self._faces, 1)
        self.setTabOrder(self.toggle, self.chart)
        self.setTabOrder(self.chart, self.table)
        self._name_toggle()

    def show_series(self, series: Series) -> None:
        """Show ``series`` on both faces, under its name."""
        self.set_title(series.name)
        self.chart.show_series(series)
        self.table.show_series(series)

    @property
    def is_table(self) -> bool:
        """True while the table is shown."""
        return self._faces.currentWidget() is self.table

    def _on_toggled(self) -> None:
        self._faces.setCurrentWidget(self.chart if self.is_table else self.table)
        self._name_toggle()

    def retranslate(self) -> None:
        """Name the button, and write the table as the language does."""
        self._name_toggle()
        if self.chart.series is not None:
            self.table.show_series(self.chart.series)

    def _name_toggle(self) -> None:
        self.toggle.setText(self.tr("Show as chart") if self.is_table else self.tr("Show as table"))
