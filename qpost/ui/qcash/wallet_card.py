"""Why: what else the shop holds stands beside its Qcash, each with its own unit (domain.md 4)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from qpost.models.qcash import Qcash
from qpost.ui.amounts import NO_FIGURE, Unit, amount_text, number_text
from qpost.ui.fonts import make_font, tabular
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_L, SPACE_S, TYPE_LARGE
from qpost.ui.widgets.card import Card

_COLUMNS = 3


class WalletCard(Card):
    """Settlement money, gift tickets, Q points, coupons, Q stamps and Qcash."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._qcash: Qcash | None = None
        self._names = [QLabel() for _ in range(2 * _COLUMNS)]
        self.figures = [QLabel() for _ in range(2 * _COLUMNS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(0)
        for number, (name, figure) in enumerate(zip(self._names, self.figures, strict=True)):
            name.setProperty("ink", "2")
            name.setProperty("type", "small")
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line, column = 3 * (number // _COLUMNS), number % _COLUMNS
            grid.addWidget(name, line, column)
            grid.addWidget(figure, line + 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, SPACE_S)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def show_wallet(self, qcash: Qcash | None) -> None:
        """Show what the shop holds; None when it was never read."""
        self._qcash = qcash
        self.retranslate()

    def retranslate(self) -> None:
        """Name what the shop holds, and write the figures as the language does."""
        names = (
            self.tr("Settlement money"),
            self.tr("Q points"),
            self.tr("Qcash"),
            self.tr("Gift tickets"),
            self.tr("Coupons"),
            self.tr("Q stamps"),
        )
        self.set_title(self.tr("Wallet"))
        figures = [NO_FIGURE] * len(names)
        if self._qcash is not None:
            wallet = self._qcash.wallet
            figures = [
                amount_text(wallet.settlement, Unit.YEN),
                number_text(wallet.q_points),
                number_text(self._qcash.balance),
                number_text(wallet.gift_tickets),
                number_text(wallet.coupons),
                number_text(wallet.q_stamps),
            ]
        for label, text in zip((*self._names, *self.figures), (*names, *figures), strict=True):
            label.setText(text)
        facts = ", ".join(f"{name} {figure}" for name, figure in zip(names, figures, strict=True))
        self.setAccessibleName(self.tr("Wallet: {facts}").format(facts=facts))

    def _dress(self) -> None:
        for figure in self.figures:
            figure.setFont(tabular(make_font(self._theme.language, size_px=TYPE_LARGE, bold=True)))
