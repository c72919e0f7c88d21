"""Why: a figure, its period and its change are seen at a glance and heard as one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qpost.ui.fonts import make_font, tabular
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_S, SPACE_XS, TYPE_BODY, TYPE_FIGURE
from qpost.ui.widgets.card import Card
from qpost.ui.widgets.layouts import row, set_role, wrapped


class MetricCard(Card):
    """Title, a big figure, its period, and one or two lines below it; an action stands at the lower right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, wraps_title=True)
        self._theme = theme
        self._figure, self._period, self._change, self._note = (wrapped(QLabel()) for _ in range(4))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for label in (self._figure, self._period, self._change, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._period, self._note):
            label.setProperty("ink", "2")
        self.body.setSpacing(SPACE_XS)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._period)
        self._foot = row(gap=SPACE_S)
        self._foot.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._foot)
        self.body.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_metric(
        self,
        *,
        title: str,
        figure: str,
        period: str = "",
        change: str = "",
        change_ink: str = "2",
        note: str = "",
        spoken_change: str = "",
    ) -> None:
        """Show the texts; an empty line takes no room. ``spoken_change`` is said in place of ``change``."""
        self.set_title(title)
        self._figure.setText(figure)
        for label, text in ((self._period, period), (self._change, change), (self._note, note)):
            label.setText(text)
            label.setVisible(bool(text))
        set_role(self._change, "ink", change_ink)
        self._change.setAccessibleName(spoken_change or change)
        facts = ", ".join(text for text in (figure, period, spoken_change or change, note) if text)
        self.setAccessibleName(self.tr("{title}: {facts}").format(title=title, facts=facts))

    def set_action(self, widget: QWidget) -> None:
        """Put a button at the right of the last line."""
        self._foot.addStretch(0)
        self._foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)

    def add_line(self, widget: QWidget) -> None:
        """Put ``widget``, such as a countdown, above the last line."""
        self.body.insertWidget(2, widget)

    @property
    def figure(self) -> str:
        """The big figure."""
        return self._figure.text()

    def _dress(self) -> None:
        language = self._theme.language
        self._figure.setFont(tabular(make_font(language, size_px=TYPE_FIGURE, bold=True)))
        for label in (self._period, self._change, self._note):
            label.setFont(tabular(make_font(language, size_px=TYPE_BODY)))
