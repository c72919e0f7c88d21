"""Why: the amounts one can buy are all in sight, in three sizes of purse, and the price beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from qpost.ui.amounts import Unit, amount_text
from qpost.ui.fonts import tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.layouts import column, wrapped

_COLUMNS = 4
_TALL_PX = 40


class AmountStep(Retranslated):
    """A button for each amount; arrows move between them. ``chosen`` tells that there is another amount."""

    chosen = Signal()

    def __init__(self, amounts: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = wrapped(QLabel())
        self._price = wrapped(QLabel())
        self._price.setProperty("ink", "2")
        self._group = QButtonGroup(self)
        self.buttons: dict[int, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(SPACE_S)
        for number, amount in enumerate(sorted(amounts)):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)  # Enter goes on to the next step
            button.setProperty("choice", True)
            button.setMinimumHeight(_TALL_PX)
            button.setFont(tabular(button.font()))
            self._group.addButton(button)
            self.buttons[amount] = button
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        lines = column(self, gap=SPACE_M)
        lines.addWidget(self._question)
        lines.addLayout(grid)
        lines.addWidget(self._price)
        lines.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)
        self.retranslate()

    @property
    def amount(self) -> int | None:
        """The chosen amount in yen; None before one was."""
        return next((amount for amount, button in self.buttons.items() if button.isChecked()), None)

    def take_focus(self) -> None:
        """Put the keyboard at the chosen amount, or at the first."""
        button = self.buttons.get(self.amount or 0) or next(iter(self.buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words."""
        self._question.setText(self.tr("How much do you want to charge? 1 Qcash costs ¥1."))
        for amount, button in self.buttons.items():
            button.setText(amount_text(amount, Unit.YEN))
            button.setAccessibleName(
                self.tr("{qcash} for {price}").format(
                    qcash=amount_text(amount, Unit.QCASH), price=amount_text(amount, Unit.YEN)
                )
            )
        self._word_price()

    def _word_price(self) -> None:
        amount = self.amount
        self._price.setText(
            ""
            if amount is None
            else self.tr("{qcash} for {price}").format(
                qcash=amount_text(amount, Unit.QCASH), price=amount_text(amount, Unit.YEN)
            )
        )

    def _on_toggled(self, _: object, is_checked: bool) -> None:
        if is_checked:
            self._word_price()
            self.chosen.emit()
