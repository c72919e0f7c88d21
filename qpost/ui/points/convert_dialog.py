"""Why: converting happens once a month and cannot be taken back, so its rules come first."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from qpost.models.points import Conversion, ConversionResult
from qpost.ui.amounts import Amount, Unit, amount_text, number_text
from qpost.ui.dates import moment_text, month_text
from qpost.ui.errors import Wording
from qpost.ui.fonts import make_font, tabular
from qpost.ui.points.words import earned_month_day
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TYPE_FIGURE
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column, row, wrapped

_WIDTH_PX = 480


class Stage(StrEnum):
    """How far the conversation with the seller is."""

    ASKING = "asking"
    BUSY = "busy"
    DONE = "done"
    FAILED = "failed"


class ConvertDialog(QDialog):
    """Asks once, with all rules; then shows that it works, and what came of it.

    ``confirmed`` says yes to what was shown; ``qcash_asked`` leads to the ledger.
    """

    confirmed = Signal()
    qcash_asked = Signal()

    def __init__(self, conversion: Conversion, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._conversion = conversion
        self.stage = Stage.ASKING
        self.setWindowTitle(self.tr("Convert service points"))
        self.setFixedWidth(_WIDTH_PX)
        self._head = wrapped(QLabel())
        self._head.setProperty("type", "title")
        self._figure = QLabel()
        self._figure.setFont(tabular(make_font(theme.language, size_px=TYPE_FIGURE, bold=True)))
        self._sums = QWidget()
        self._fill_sums(theme)
        self._rules = wrapped(QLabel())
        self._rules.setProperty("ink", "2")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Converting"))
        self.banner = Banner(self, stacked=True)
        self.convert_button, self.cancel_button = QPushButton(), QPushButton()
        self.ledger_button = QPushButton()
        self.convert_button.setProperty("role", "primary")
        self.convert_button.setDefault(False)
        self.cancel_button.setDefault(True)
        for label in (self._head, self._figure, self._rules):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.convert_button.clicked.connect(self._on_convert)
        self.cancel_button.clicked.connect(self.reject)
        self.ledger_button.clicked.connect(self._on_ledger)
        self._show(Stage.ASKING)
        self.cancel_button.setFocus()

    def _lay_out(self) -> None:
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        for part in (self._head, self._figure, self._sums, self._rules, self._busy, self.banner):
            lines.addWidget(part)
        lines.addStretch(1)
        buttons = row(gap=SPACE_S)
        buttons.addWidget(self.ledger_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.convert_button)
        lines.addLayout(buttons)

    def _fill_sums(self, theme: Theme) -> None:
        conversion = self._conversion
        grid = QGridLayout(self._sums)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setColumnStretch(0, 1)
        month = month_text(earned_month_day(conversion.month))
        figures: tuple[tuple[str, Amount], ...] = (
            (self.tr("Service points of {month}").format(month=month), conversion.last_month_points),
            (self.tr("To be converted"), conversion.convertible),
            (self.tr("Lost (below the next 100)"), conversion.remainder),
        )
        for place, (text, figure) in enumerate(figures):
            name, number = wrapped(QLabel(text)), QLabel(number_text(figure))
            number.setFont(tabular(make_font(theme.language)))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, place, 0)
            grid.addWidget(number, place, 1)

    # -- what the page tells

    def show_result(self, result: ConversionResult) -> None:
        """Say what was received and what there is now."""
        self._head.setText(self.tr("Converted"))
        self._figure.setText(amount_text(result.qcash, Unit.QCASH, is_signed=True))
        self._rules.setText(
            self.tr("{points} were converted on {moment}. You now have {balance}.").format(
                points=amount_text(result.points, Unit.POINTS),
                moment=moment_text(result.at),
                balance=amount_text(result.balance, Unit.QCASH),
            )
        )
        self._show(Stage.DONE)

    def show_error(self, words: Wording, *, is_unclear: bool) -> None:
        """Say what went wrong; ``is_unclear``: it may have happened, and is being read back."""
        if is_unclear:
            text = self.tr(
                "The service did not answer, so it is not known yet whether the points were converted. "
                "This is being read back; nothing is converted twice."
            )
            self.banner.tell(text, tone="amber", details=words.details)
        else:
            self.banner.tell(words.whole, tone="red", details=words.details)
        self._show(Stage.FAILED)

    @property
    def text(self) -> str:
        """Everything that can be read now."""
        parts = (self._head.text(), self._figure.text(), self._rules.text(), self.banner.text)
        return "\n".join(part for part in parts if part)

    # -- inside

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        asks = stage in (Stage.ASKING, Stage.BUSY)
        if stage is not Stage.DONE:
            self._head.setText(self.tr("Convert all of last month's points?"))
            self._figure.setText(self._exchange())
            self._rules.setText(self._rule_text())
        self._sums.setVisible(stage is not Stage.DONE)
        self._rules.setVisible(stage is not Stage.FAILED)
        self._busy.setVisible(stage is Stage.BUSY)
        self.banner.setVisible(stage is Stage.FAILED)
        self.convert_button.setVisible(asks)
        self.convert_button.setEnabled(stage is Stage.ASKING)
        converting = stage is Stage.BUSY
        self.convert_button.setText(self.tr("Converting…") if converting else self.tr("Convert"))
        self.cancel_button.setText(self.tr("Cancel") if stage is Stage.ASKING else self.tr("Close"))
        self.ledger_button.setText(self.tr("Show the Qcash ledger"))
        self.ledger_button.setVisible(stage is Stage.DONE)
        if not asks:
            self.cancel_button.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the lines need in this width; Qt's own guess cuts wrapped texts."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))

    def _exchange(self) -> str:
        return self.tr("{points} → {qcash}").format(
            points=amount_text(self._conversion.convertible, Unit.POINTS),
            qcash=amount_text(self._conversion.convertible, Unit.QCASH),
        )

    def _rule_text(self) -> str:
        rules = (
            self.tr("1 point becomes 1 Qcash, worth 1 yen."),
            self.tr("Points are converted in units of 100; what is left over is lost."),
            self.tr("Only once a month, all at once. It cannot be taken back."),
            self.tr("Possible until {moment}; nothing is carried over.").format(
                moment=moment_text(self._conversion.closes_at)
            ),
        )
        return "\n".join(f"•  {rule}" for rule in rules)

    def _on_convert(self) -> None:
        self._show(Stage.BUSY)
        self.confirmed.emit()

    def _on_ledger(self) -> None:
        self.accept()
        self.qcash_asked.emit()
