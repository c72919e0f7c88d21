"""Why: after ordering one reads what happened, what is still to do, and until when."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qpost.models.qcash import Charge, ChargeState
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.qcash.payment_page import address_text, host_text, open_in_browser, payable
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XS
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.countdown import Countdown
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, set_role, surface, wrapped
from qpost.ui.widgets.plain_tip import plain_tip

_ICON_PX = 32


class Outcome(StrEnum):
    """What became of an order; the value is the icon's name."""

    CHARGED = "check"
    WAITING = "clock"
    CANCELLED = "cross"
    NOTHING = "reset"
    UNCLEAR = "warning"


_INKS = {
    Outcome.CHARGED: "green",
    Outcome.WAITING: "amber",
    Outcome.CANCELLED: "ink2",
    Outcome.NOTHING: "ink2",
    Outcome.UNCLEAR: "amber",
}


class OutcomeStep(Retranslated):
    """Charged, waiting for the payment page, cancelled, or unclear; ``look_asked`` wants a fresh look."""

    look_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._charge: Charge | None = None
        self._balance: int | None = None
        self.outcome = Outcome.UNCLEAR
        self._icon, self._title, self._text = QLabel(), wrapped(QLabel()), wrapped(QLabel())
        self._title.setProperty("type", "title")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._address = surface("card")
        inside = column(self._address, margin=SPACE_M, gap=SPACE_XS)
        self._about, self._host, self._whole = wrapped(QLabel()), QLabel(), ElidedLabel()
        self._about.setProperty("ink", "2")
        self._host.setTextFormat(Qt.TextFormat.PlainText)
        self._host.setProperty("type", "large")
        self._whole.setProperty("ink", "2")
        for part in (self._about, self._host, self._whole):
            inside.addWidget(part)
        self.countdown = Countdown()
        self.open_button, self.copy_button, self.look_button = QPushButton(), QPushButton(), QPushButton()
        buttons = row(gap=SPACE_S)
        for button in (self.open_button, self.copy_button, self.look_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._fault = wrapped(QLabel())
        self._fault.setProperty("ink", "red")
        self._fault.hide()
        head = row(gap=SPACE_M)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=SPACE_S)
        words.addWidget(self._title)
        words.addWidget(self._text)
        head.addLayout(words, 1)
        lines = column(self, gap=SPACE_M)
        lines.addLayout(head)
        lines.addWidget(self._address)
        lines.addWidget(self.countdown)
        lines.addLayout(buttons)
        lines.addWidget(self._fault)
        lines.addStretch(1)
        set_role(self.open_button, "role", "primary")
        self.open_button.clicked.connect(self._on_open)
        self.copy_button.clicked.connect(self._on_copy)
        self.look_button.clicked.connect(self.look_asked)
        kit.theme.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def charge(self) -> Charge | None:
        """The charge shown; None while its outcome is unclear."""
        return self._charge

    @property
    def address_shown(self) -> str:
        """The whole address on screen; empty when there is none to open."""
        return self._whole.text() if self._address.isVisibleTo(self) else ""

    @property
    def title(self) -> str:
        """What became of the order, in short."""
        return self._title.text()

    @property
    def text(self) -> str:
        """What became of the order, in full."""
        return self._text.text()

    def show_charge(self, charge: Charge, *, balance: int | None) -> None:
        """Show how far ``charge`` is; ``balance`` is what there is now, None when not known yet."""
        states = {ChargeState.COMPLETED: Outcome.CHARGED, ChargeState.CANCELLED: Outcome.CANCELLED}
        before, self.outcome = self.outcome, states.get(charge.state, Outcome.WAITING)
        self._charge, self._balance = charge, balance
        self.tell_fault("")
        self.retranslate()
        if before is not self.outcome:
            announce(self, self.title)

    def show_unclear(self) -> None:
        """Say that nobody knows yet whether the charge happened."""
        self._charge, self.outcome = None, Outcome.UNCLEAR
        self.retranslate()
        announce(self, self.title)

    def show_nothing_happened(self) -> None:
        """Say that the charge did not happen after all."""
        self._charge, self.outcome = None, Outcome.NOTHING
        self.retranslate()
        announce(self, self.title)

    def tell_fault(self, text: str) -> None:
        """Say what could not be done; an empty text takes it away."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        if text:
            announce(self, text)

    @property
    def fault(self) -> str:
        """What could not be done; empty when nothing failed."""
        return "" if self._fault.isHidden() else self._fault.text()

    def take_focus(self) -> None:
        """Put the keyboard at what is to be done next."""
        button = self.open_button if self.open_button.isVisible() else self.look_button
        if button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words."""
        self.open_button.setText(self.tr("Open the payment page"))
        self.copy_button.setText(self.tr("Copy address"))
        self.look_button.setText(self.tr("Look again"))
        self._about.setText(self.tr("Opens in your browser:"))
        size = QSize(_ICON_PX, _ICON_PX)
        icon = self._kit.assets.icon(self.outcome.value, ink=_INKS[self.outcome], size_px=_ICON_PX)
        self._icon.setPixmap(icon.pixmap(size, self.devicePixelRatio()))
        title, text = self._words()
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        is_waiting = self.outcome is Outcome.WAITING
        url = payable(self._charge.payment_url) if self._charge and is_waiting else None
        self._address.setVisible(url is not None)
        if url is not None:
            self._host.setText(host_text(url))
            self._whole.setText(address_text(url))
            self._whole.setToolTip(plain_tip(address_text(url)))
        self.open_button.setVisible(url is not None)
        self.copy_button.setVisible(url is not None)
        self.look_button.setVisible(self.outcome in (Outcome.WAITING, Outcome.UNCLEAR))
        expires_at = self._charge.expires_at if self._charge and is_waiting else None
        self.countdown.count_to(expires_at)
        self.countdown.setVisible(expires_at is not None)

    def _words(self) -> tuple[str, str]:
        charge = self._charge
        if self.outcome is Outcome.NOTHING:
            return (
                self.tr("The charge did not go through"),
                self.tr("Nothing was paid and no Qcash was added. You can order again."),
            )
        if charge is None:
            return (
                self.tr("It is not known yet whether the charge went through"),
                self.tr(
                    "The answer did not arrive. Qpost looks at the charge history until it is clear, and "
                    "offers no second charge meanwhile. You can close this window."
                ),
            )
        qcash, yen = amount_text(charge.amount, Unit.QCASH), amount_text(charge.amount, Unit.YEN)
        if self.outcome is Outcome.CHARGED:
            balance = "" if self._balance is None else amount_text(self._balance, Unit.QCASH)
            after = self.tr("Your balance is {balance}.").format(balance=balance) if balance else ""
            return self.tr("{qcash} charged").format(qcash=qcash), after
        if self.outcome is Outcome.CANCELLED:
            return (
                self.tr("The charge of {price} was cancelled").format(price=yen),
                self.tr("Nothing was paid and no Qcash was added. You can order again."),
            )
        if payable(charge.payment_url) is None:
            return (
                self.tr("{price} waits for your payment").format(price=yen),
                self.tr("The service named no payment page that can be opened. Pay it in QSM."),
            )
        return (
            self.tr("{price} waits for your payment").format(price=yen),
            self.tr("Pay on the page in your browser. This window notices when it is done."),
        )

    def _on_open(self) -> None:
        url = payable(self._charge.payment_url) if self._charge else None
        opened = url is not None and open_in_browser(url)
        self.tell_fault("" if opened else self.tr("No browser could be opened. Copy the address instead."))

    def _on_copy(self) -> None:
        url = payable(self._charge.payment_url) if self._charge else None
        if url is not None:
            QGuiApplication.clipboard().setText(address_text(url))
