"""Why: what a payment method asks of the seller, and what it lacks, is seen before it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from qpost.models.qcash import ChargeMethod, MethodId, SettledIn
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.fonts import tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.qcash.words import name_of
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.layouts import column, set_role, wrapped

_COLUMNS = 3


class MethodStep(Retranslated):
    """Both kinds of methods; one without enough money is disabled and says so.

    ``chosen`` tells that another was chosen.
    """

    chosen = Signal()

    def __init__(self, methods: Sequence[ChargeMethod], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount = 0
        self._methods = {method.id: method for method in methods}
        self._group = QButtonGroup(self)
        self.buttons: dict[MethodId, QRadioButton] = {}
        self._usable: dict[MethodId, QLabel] = {}
        self._heads: dict[bool, QLabel] = {}
        lines = column(self, gap=SPACE_S)
        for is_app in (True, False):
            mine = [method for method in methods if (method.settled_in is SettledIn.APP) is is_app]
            if mine:
                self._add_group(lines, mine, is_app=is_app)
        lines.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)
        self.retranslate()

    @property
    def method(self) -> ChargeMethod | None:
        """The chosen method; None before one was, and when it cannot pay the amount."""
        for key, button in self.buttons.items():
            if button.isChecked() and button.isEnabled():
                return self._methods[key]
        return None

    def offer(self, amount: int) -> None:
        """Say which methods can pay ``amount`` yen."""
        self._amount = amount
        self.retranslate()

    def take_focus(self) -> None:
        """Put the keyboard at the chosen method, or at the first that can pay."""
        able = [button for button in self.buttons.values() if button.isEnabled()]
        chosen = [button for button in able if button.isChecked()]
        for button in (chosen or able)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self, method: ChargeMethod) -> str:
        """Say how much of a method's money can be used, and that it is too little when it is."""
        if method.usable_amount is None:
            return ""
        usable = amount_text(method.usable_amount, Unit.YEN)
        if method.can_pay(self._amount):
            return self.tr("{usable} can be used").format(usable=usable)
        return self.tr("Only {usable} can be used: not enough").format(usable=usable)

    def retranslate(self) -> None:
        """Set all words."""
        heads = {
            True: self.tr("Paid at once with money at Qoo10; needs the Q account password"),
            False: self.tr("Paid on a page in your browser, within 5 days"),
        }
        for is_app, label in self._heads.items():
            label.setText(heads[is_app])
        for key, button in self.buttons.items():
            method = self._methods[key]
            name, reason = name_of(method), self.reason(method)
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(f"{name}: {reason}" if reason else name)
            button.setEnabled(method.can_pay(self._amount))
            if key in self._usable:
                self._usable[key].setText(reason)
                set_role(self._usable[key], "ink", "2" if method.can_pay(self._amount) else "amber")

    def _add_group(self, lines: QVBoxLayout, methods: Sequence[ChargeMethod], *, is_app: bool) -> None:
        head = wrapped(QLabel())
        head.setProperty("ink", "2")
        head.setProperty("type", "small")
        self._heads[is_app] = head
        if lines.count():
            lines.addSpacing(SPACE_M)
        lines.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        for number, method in enumerate(methods):
            button = QRadioButton()
            self._group.addButton(button)
            self.buttons[method.id] = button
            if is_app:
                usable = wrapped(QLabel())
                usable.setFont(tabular(usable.font()))
                usable.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._usable[method.id] = usable
                grid.addWidget(button, number, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(usable, number, 1)
                grid.setColumnStretch(1, 1)
            else:
                grid.addWidget(button, number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignLeft)
                grid.setColumnStretch(number % _COLUMNS, 1)
        lines.addLayout(grid)

    def _on_toggled(self, _: object, is_checked: bool) -> None:
        if is_checked:
            self.chosen.emit()
