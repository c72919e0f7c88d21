"""Why: buying Qcash is three small questions, and what cannot be undone is the last (domain.md 4)."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QScrollArea, QStackedWidget, QWidget

from qpost.models.account import ShopId
from qpost.models.qcash import Charge, ChargeOptions
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.kit import Kit
from qpost.ui.qcash.amount_step import AmountStep
from qpost.ui.qcash.charging import Charging
from qpost.ui.qcash.confirm_step import ConfirmStep
from qpost.ui.qcash.method_step import MethodStep
from qpost.ui.qcash.outcome_step import Outcome, OutcomeStep
from qpost.ui.tokens import SPACE_L, SPACE_S, SPACE_XL
from qpost.ui.widgets.layouts import column, row, set_role

_WIDTH_LINES, _HEIGHT_LINES = 30, 24
"""How wide and tall the assistant is, in heights of a line of text: it grows with the text."""


class Step(IntEnum):
    """Where the assistant is."""

    AMOUNT = 0
    METHOD = 1
    CONFIRM = 2
    OUTCOME = 3


class ChargeDialog(QDialog):
    """Amount, method, confirmation, outcome. ``look_asked`` wants the outcome looked up anew."""

    look_asked = Signal()

    def __init__(
        self,
        options: ChargeOptions,
        kit: Kit,
        charging: Charging,
        *,
        shop: ShopId,
        balance: int | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._charging = charging
        self._shop = shop
        self._balance = balance
        self._is_ordering = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Charge Qcash"))
        line_px, most = self.fontMetrics().height(), parent.window().size()
        self.resize(QSize(_WIDTH_LINES * line_px, _HEIGHT_LINES * line_px).boundedTo(most))
        area = QScrollArea(self)  # where even that is too little, nothing is cut off
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._steps = QStackedWidget()
        area.setWidget(self._steps)
        self._area = area
        self.amount_step = AmountStep(options.amounts, self._steps)
        self.method_step = MethodStep(options.methods, self._steps)
        self.confirm_step = ConfirmStep(kit, self._steps)
        self.outcome_step = OutcomeStep(kit, self._steps)
        for step in (self.amount_step, self.method_step, self.confirm_step, self.outcome_step):
            self._steps.addWidget(step)
        self._trail = [QLabel() for _ in range(3)]
        self.back_button, self.next_button = QPushButton(), QPushButton()
        self.cancel_button = QPushButton()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Waiting for the answer"))
        self._lay_out()
        self._connect()
        self._go(Step.AMOUNT)

    def _lay_out(self) -> None:
        trail = row(gap=SPACE_L)
        for label in self._trail:
            trail.addWidget(label)
        trail.addStretch(1)
        buttons = row(gap=SPACE_S)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.next_button)
        set_role(self.next_button, "role", "primary")
        self.back_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)
        self.next_button.setDefault(True)
        lines = column(self, margin=SPACE_XL, gap=SPACE_L)
        lines.addLayout(trail)
        lines.addWidget(self._area, 1)
        lines.addWidget(self.busy)
        lines.addLayout(buttons)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._go(Step(self._steps.currentIndex() - 1)))
        self.next_button.clicked.connect(self._on_next)
        self.cancel_button.clicked.connect(self.reject)
        self.amount_step.chosen.connect(self._show_buttons)
        self.method_step.chosen.connect(self._show_buttons)
        self.outcome_step.look_asked.connect(self.look_asked)
        self._charging.charged.connect(self._on_charged)
        self._charging.refused.connect(self._on_refused)
        self._charging.unclear.connect(self._on_unclear)
        self.finished.connect(self.confirm_step.password.forget)

    # -- what the page uses

    @property
    def step(self) -> Step:
        """Where the assistant is."""
        return Step(self._steps.currentIndex())

    @property
    def charge(self) -> Charge | None:
        """The charge whose outcome is shown."""
        return self.outcome_step.charge if self.step is Step.OUTCOME else None

    def show_charge(self, charge: Charge, *, balance: int | None) -> None:
        """Show how far ``charge`` is."""
        self.outcome_step.show_charge(charge, balance=balance)
        self._go(Step.OUTCOME)

    def show_unclear(self) -> None:
        """Say that the outcome is unclear."""
        self.outcome_step.show_unclear()
        self._go(Step.OUTCOME)

    def show_nothing_happened(self) -> None:
        """Say that the charge whose outcome was unclear did not happen."""
        self.outcome_step.show_nothing_happened()
        self._go(Step.OUTCOME)

    @property
    def is_unclear(self) -> bool:
        """True while an unclear outcome is shown."""
        return self.step is Step.OUTCOME and self.outcome_step.outcome is Outcome.UNCLEAR

    @property
    def is_ordering(self) -> bool:
        """True while the answer to an order given here is awaited; others may have given one, too."""
        return self._is_ordering

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wipe the password whichever way the window goes."""
        self.confirm_step.password.forget()
        super().closeEvent(event)

    # -- inside

    def _on_next(self) -> None:
        amount, method = self.amount_step.amount, self.method_step.method
        if self.step is Step.AMOUNT and amount is not None:
            self.method_step.offer(amount)
            self._go(Step.METHOD)
        elif self.step is Step.METHOD and amount is not None and method is not None:
            self.confirm_step.show_order(amount, method, balance=self._balance)
            self._go(Step.CONFIRM)
        elif self.step is Step.CONFIRM:
            self._order()
        elif self.step is Step.OUTCOME:
            self.accept()

    def _order(self) -> None:
        amount, method = self.amount_step.amount, self.method_step.method
        if amount is None or method is None or self._charging.is_busy or not self.confirm_step.check():
            return
        self.confirm_step.banner.hide()
        self._is_ordering = True
        self._charging.order(
            self._shop, amount, method.id, account_password=self.confirm_step.take_password()
        )
        self._show_buttons()

    def _on_charged(self, _: ShopId, charge: Charge) -> None:
        if self._is_ordering:
            self._is_ordering = False
            self.show_charge(charge, balance=None)

    def _on_refused(self, _: ShopId, error: Exception) -> None:
        if self._is_ordering:
            self._is_ordering = False
            self._show_buttons()
            self.confirm_step.tell(error)

    def _on_unclear(self, _: ShopId) -> None:
        if self._is_ordering:
            self._is_ordering = False
            self.show_unclear()

    def _go(self, step: Step) -> None:
        if step is not Step.CONFIRM:
            self.confirm_step.password.forget()
        self._steps.setCurrentIndex(step)
        self._show_trail(step)
        self._show_buttons()
        (self.amount_step, self.method_step, self.confirm_step, self.outcome_step)[step].take_focus()

    def _show_trail(self, step: Step) -> None:
        words = (self.tr("1  Amount"), self.tr("2  Method"), self.tr("3  Confirm"))
        for number, (label, text) in enumerate(zip(self._trail, words, strict=True)):
            label.setText(text)
            label.setVisible(step is not Step.OUTCOME)
            set_role(label, "trail", "now" if number == step else "other")
            label.setAccessibleName(
                self.tr("{step} (current step)").format(step=text) if number == step else text
            )

    def _show_buttons(self) -> None:
        is_busy, step = self._is_ordering, self.step
        self.busy.setVisible(is_busy)
        self.confirm_step.setEnabled(not is_busy)
        self.back_button.setText(self.tr("Back"))
        self.back_button.setVisible(step in (Step.METHOD, Step.CONFIRM))
        self.back_button.setEnabled(not is_busy)
        self.cancel_button.setText(self.tr("Close") if is_busy else self.tr("Cancel"))
        self.cancel_button.setVisible(step is not Step.OUTCOME)
        self.next_button.setText(self._next_text(step))
        self.next_button.setEnabled(not is_busy and self._may_go_on(step))
        set_role(self.next_button, "role", "" if self._is_waiting else "primary")

    @property
    def _is_waiting(self) -> bool:
        return self.step is Step.OUTCOME and self.outcome_step.open_button.isVisibleTo(self)

    def _next_text(self, step: Step) -> str:
        if step is Step.CONFIRM:
            if self._is_ordering:
                return self.tr("Charging…")
            price = amount_text(self.amount_step.amount or 0, Unit.YEN)
            return self.tr("Charge {price}").format(price=price)
        return self.tr("Close") if step is Step.OUTCOME else self.tr("Next")

    def _may_go_on(self, step: Step) -> bool:
        if step is Step.AMOUNT:
            return self.amount_step.amount is not None
        if step is Step.METHOD:
            return self.method_step.method is not None
        return True
