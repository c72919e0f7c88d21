"""Why: what cannot be undone is read before the button, and only the right person can press it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from qpost.models.errors import Refused, TryLater
from qpost.models.qcash import ChargeMethod
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.errors import describe, describe_order
from qpost.ui.fonts import tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.login.password_edit import PasswordEdit
from qpost.ui.qcash.words import name_of
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, wrapped

_LOCKED_FROM_S = 60
"""A wait this long is the Q account's lock (15 minutes); a service that is only busy names seconds."""
_SECONDS_A_MINUTE = 60


class ConfirmStep(Retranslated):
    """Amount, method and balance after; the warnings of domain.md 4; the password where it is needed."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount = 0
        self._method: ChargeMethod | None = None
        self._balance: int | None = None
        self._names = [QLabel() for _ in range(4)]
        self._values = [QLabel() for _ in range(4)]
        facts = QGridLayout()
        facts.setHorizontalSpacing(SPACE_L)
        facts.setVerticalSpacing(SPACE_XS)
        facts.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            name.setProperty("ink", "2")
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setFont(tabular(value.font()))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            facts.addWidget(name, line, 0)
            facts.addWidget(value, line, 1)
        self.warnings = QFrame()
        self.warnings.setProperty("banner", "amber")
        inside = column(self.warnings, margin=SPACE_M, gap=SPACE_S)
        self._warning_lines = [wrapped(QLabel()) for _ in range(3)]
        for label in self._warning_lines:
            inside.addWidget(label)
        self.password = PasswordEdit(kit.assets)
        self.password_field = Field(self.password)
        self._browser = wrapped(QLabel())
        self._browser.setProperty("ink", "2")
        self.banner = Banner()
        lines = column(self, gap=SPACE_M)
        lines.addLayout(facts)
        lines.addWidget(self.warnings)
        lines.addWidget(self.password_field)
        lines.addWidget(self._browser)
        lines.addWidget(self.banner)
        lines.addStretch(1)
        self.password.textEdited.connect(lambda _: self.password_field.tell_fault(""))
        self.password.caps_lock_changed.connect(self._on_caps_lock_changed)
        kit.theme.changed.connect(self.password.repaint_icon)
        self.retranslate()

    def show_order(self, amount: int, method: ChargeMethod, *, balance: int | None) -> None:
        """Show what is about to be ordered; ``balance`` is what there is now, None when not known."""
        self._amount, self._method, self._balance = amount, method, balance
        self.password.forget()
        self.password_field.tell_fault("")
        self.banner.hide()
        self.retranslate()

    def check(self) -> bool:
        """Tell what is missing under its field and return whether all is there."""
        needs = self._method is not None and self._method.needs_account_password
        if needs and not self.password.text():
            self.password_field.tell_fault(self.tr("Enter the Q account password."))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def take_password(self) -> str | None:
        """Return what was typed and wipe the field; None where no password is needed."""
        needs = self._method is not None and self._method.needs_account_password
        typed = self.password.text()
        self.password.forget()
        return typed if needs else None

    def take_focus(self) -> None:
        """Put the keyboard into the password field when there is one."""
        if self.password_field.isVisible():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: Exception) -> None:
        """Say why nothing was charged: under the password where it is about that, else below."""
        self.banner.hide()
        needs = self._method is not None and self._method.needs_account_password
        if isinstance(error, Refused) and error.code == "wrong-account-password":
            self.password_field.tell_fault(describe(error).whole)
            self.take_focus()
        elif needs and isinstance(error, TryLater) and (error.retry_after_s or 0) >= _LOCKED_FROM_S:
            minutes = -(-int(error.retry_after_s or 0) // _SECONDS_A_MINUTE)
            self.password_field.tell_fault(
                self.tr(
                    "Too many wrong Q account passwords. Nothing was charged. Try again in {minutes} min."
                ).format(minutes=minutes)
            )
            self.take_focus()
        else:
            words = describe_order(error)
            self.banner.tell(words.whole, tone="red", details=words.details)

    def retranslate(self) -> None:
        """Set all words."""
        heads = (self.tr("You get"), self.tr("Price"), self.tr("Paid with"), self.tr("Balance afterwards"))
        for label, text in zip(self._names, heads, strict=True):
            label.setText(text)
        for label, text in zip(
            self._warning_lines,
            (
                self.tr("Qcash cannot be cancelled or refunded."),
                self.tr("Qcash never expires."),
                self.tr("Qcash is forfeited when the shop leaves Qoo10."),
            ),
            strict=True,
        ):
            label.setText(f"•  {text}")
        self.warnings.setAccessibleName(" ".join(label.text()[3:] for label in self._warning_lines))
        self.password_field.set_label(self.tr("Q account password (not the sign-in password)"))
        self._browser.setText(
            self.tr(
                "After ordering you get the address of the payment page. Qpost never asks for card or bank "
                "data. An order that is not paid within 5 days is cancelled."
            )
        )
        method = self._method
        if method is None:
            return
        qcash = amount_text(self._amount, Unit.QCASH)
        after = "–" if self._balance is None else amount_text(self._balance + self._amount, Unit.QCASH)
        for label, text in zip(
            self._values, (qcash, amount_text(self._amount, Unit.YEN), name_of(method), after), strict=True
        ):
            label.setText(text)
        self.password_field.setVisible(method.needs_account_password)
        self._browser.setVisible(not method.needs_account_password)

    def _on_caps_lock_changed(self, is_on: bool) -> None:
        self.password_field.tell_hint(self.tr("Caps Lock is on.") if is_on else "")
