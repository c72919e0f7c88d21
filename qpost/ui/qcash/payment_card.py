"""Why: a charge that waits for its payment is in sight until it is paid or lapses."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.qcash import Charge, lapses_soon
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.qcash.words import method_word
from qpost.ui.theme import Theme
from qpost.ui.widgets.countdown import Countdown
from qpost.ui.widgets.metric_card import MetricCard


class PaymentCard(MetricCard):
    """The pending charge that lapses first, with its time left; hidden while none waits."""

    payment_asked = Signal(object)

    def __init__(self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._charges: tuple[Charge, ...] = ()
        self.countdown = Countdown(now=now)
        self.pay_button = QPushButton()
        self.add_line(self.countdown)
        self.set_action(self.pay_button)
        self.pay_button.clicked.connect(self._on_pay)
        self.hide()

    def show_charges(self, charges: Sequence[Charge]) -> None:
        """Show the charge of ``charges`` that lapses first; hide without any."""
        self._charges = tuple(
            sorted(charges, key=lambda charge: (charge.expires_at is None, charge.expires_at))
        )
        self.retranslate()
        self.setVisible(bool(charges))

    def retranslate(self) -> None:
        """Say it in the language of now, by the clock of now."""
        if not self._charges:
            return
        first, others = self._charges[0], len(self._charges) - 1
        method = method_word(first.method)
        self.pay_button.setText(self.tr("Pay…"))
        self.pay_button.setToolTip(self.tr("Show the payment page"))
        self.countdown.count_to(first.expires_at)
        self.show_metric(
            title=self.tr("Waiting for your payment"),
            figure=amount_text(first.amount, Unit.YEN),
            note=self.tr("{method} and %n more", "", others).format(method=method) if others else method,
        )
        self.emphasize(lapses_soon(first, self._now()))

    def _on_pay(self) -> None:
        if self._charges:
            self.payment_asked.emit(self._charges[0])
