"""Why: from the Charge button to the last word about a charge, one part knows what may be done and told."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qpost.models.account import Capability, ShopId
from qpost.models.errors import Offline, QpostError
from qpost.models.events import LinkState
from qpost.models.qcash import Charge, ChargeOptions, ChargeState
from qpost.services.workspace import Workspace
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.errors import describe
from qpost.ui.kept_reader import KeptReader
from qpost.ui.kit import Kit
from qpost.ui.qcash.charge_dialog import ChargeDialog
from qpost.ui.qcash.charging import Charging
from qpost.ui.qcash.following import LOOK_EVERY_S, Following
from qpost.ui.qcash.holdings import Holdings
from qpost.ui.widgets.toast import Toast

_TOLD_S = 8.0
_NO_CHOICE = ChargeOptions(amounts=(), methods=())


class ChargeDesk(QObject):
    """Opens the assistant, follows what waits, and tells in the dialog, or else in a toast, how it ended.

    ``changed`` tells that charging became possible or impossible; ``history_changed`` that a charge did.
    """

    changed = Signal()
    history_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        kit: Kit,
        toast: Toast,
        reader: KeptReader[Holdings],
        *,
        page: QWidget,
        now: Callable[[], datetime],
        follow_every_s: float = LOOK_EVERY_S,
    ) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._kit = kit
        self._toast = toast
        self._reader = reader
        self._page = page
        self._now = now
        self._dialog: ChargeDialog | None = None
        self._is_look_asked = False
        self.charging = Charging(workspace.qcash, kit.jobs, self)
        self.following = Following(
            workspace.qcash, kit.jobs, is_wanted=page.isVisible, every_s=follow_every_s, parent=self
        )
        self.charging.started.connect(self.changed)
        self.charging.charged.connect(self._on_charged)
        self.charging.refused.connect(self._on_refused)
        self.charging.unclear.connect(self._on_unclear)
        self.following.settled.connect(self._on_settled)
        self.following.looked.connect(self._on_looked)
        self.following.failed.connect(self._on_look_failed)
        reader.changed.connect(self._on_holdings)

    @property
    def dialog(self) -> ChargeDialog | None:
        """The assistant while it is open."""
        return self._dialog

    @property
    def is_offered(self) -> bool:
        """False when the connection cannot charge at all; QSM can."""
        offered = self._workspace.capabilities()
        return Capability.QCASH_CHARGE in offered or Capability.QCASH not in offered

    @property
    def is_offline(self) -> bool:
        """True while there is no network."""
        is_cut = isinstance(self._reader.error, Offline)
        return is_cut or self._workspace.link().state is LinkState.OFFLINE

    def obstacle(self) -> str:
        """Say why nothing can be charged now; empty when it can."""
        holdings = self._reader.held
        if not self.is_offered:
            return self.tr("This connection does not offer charging.")
        if holdings.doubt is not None:
            return self.tr("The last charge has to be clear first.")
        if self.charging.is_busy:
            return self.tr("A charge is under way.")
        if self.is_offline:
            return self.tr("Charging needs the network.")
        if holdings.options is None:
            return self.tr("Reading the payment methods…")
        if not holdings.options.value.methods:
            return self.tr("This shop cannot charge Qcash here.")
        return ""

    def open(self) -> None:
        """Open the assistant at its first step; nothing while there is an obstacle."""
        options, shop = self._reader.held.options, self._reader.shop
        if options is not None and shop is not None and not self.obstacle():
            self._show(options.value, shop)

    def show_payment(self, charge: Charge) -> None:
        """Open the assistant where ``charge`` is paid."""
        if self._reader.shop is not None:
            dialog = self._show(_NO_CHOICE, self._reader.shop)
            dialog.show_charge(charge, balance=self._reader.held.balance)

    def look(self) -> None:
        """Look now at what waits or is unclear; a look that fails says so."""
        self._is_look_asked = True
        self.following.look()

    def _show(self, options: ChargeOptions, shop: ShopId) -> ChargeDialog:
        if self._dialog is not None:
            self._dialog.close()
        dialog = ChargeDialog(
            options,
            self._kit,
            self.charging,
            shop=shop,
            balance=self._reader.held.balance,
            parent=self._page,
        )
        dialog.look_asked.connect(self.look)
        dialog.finished.connect(partial(self._on_dialog_finished, dialog))
        self._dialog = dialog
        dialog.open()
        return dialog

    def _on_dialog_finished(self, dialog: ChargeDialog, _: int) -> None:
        if self._dialog is dialog:
            self._dialog = None

    # -- how it went on

    @property
    def _is_awaited(self) -> bool:
        """True when the open assistant gave the order, and so tells its end itself."""
        return self._dialog is not None and self._dialog.is_ordering

    def _on_charged(self, shop: ShopId, charge: Charge) -> None:
        self._after()
        if charge.state is ChargeState.PENDING and shop == self._reader.shop:
            self.following.follow(shop, [charge], is_unclear=False)
        if not self._is_awaited:
            self._tell(charge)

    def _on_refused(self, _: ShopId, error: Exception) -> None:
        self._after()
        if not self._is_awaited:
            text = self.tr("The charge was refused. Nothing was charged.")
            self._toast.tell(text, duration_s=_TOLD_S)

    def _on_unclear(self, shop: ShopId) -> None:
        self._after()
        if shop == self._reader.shop:
            self.look()

    def _after(self) -> None:
        self._reader.read_kept()
        self.changed.emit()
        self.history_changed.emit()

    def _on_settled(self, charge: Charge) -> None:
        self.history_changed.emit()
        dialog = self._dialog
        if dialog is not None and dialog.charge is not None and dialog.charge.id == charge.id:
            dialog.show_charge(charge, balance=self._reader.held.balance)
        else:
            self._tell(charge)

    def _on_looked(self) -> None:
        self._is_look_asked = False
        if self._dialog is not None:
            self._dialog.outcome_step.tell_fault("")

    def _on_look_failed(self, error: QpostError) -> None:
        """Say it where it was asked for; looks taken by ourselves fail silently and are taken again."""
        if not self._is_look_asked:
            return
        self._is_look_asked = False
        if self._dialog is not None:
            self._dialog.outcome_step.tell_fault(describe(error).whole)
        else:
            self._toast.tell(describe(error).text, duration_s=_TOLD_S)

    def _on_holdings(self, before: Holdings) -> None:
        holdings, shop = self._reader.held, self._reader.shop
        if shop is not None:
            self.following.follow(shop, holdings.pending, is_unclear=holdings.doubt is not None)
        if before.doubt is not None and holdings.doubt is None and holdings.account is not None:
            self._tell_cleared()
        dialog = self._dialog
        if dialog is not None and dialog.charge is not None and dialog.charge.state is ChargeState.COMPLETED:
            dialog.show_charge(dialog.charge, balance=holdings.balance)
        self.changed.emit()

    def _tell_cleared(self) -> None:
        """Say what became of a charge whose outcome is known again."""
        self.history_changed.emit()
        shop = self._reader.shop
        cleared = None if shop is None else self._workspace.qcash.cleared(shop)
        if cleared is None:  # another program found it out
            return
        charge = cleared.charge
        dialog = self._dialog
        if dialog is not None and dialog.is_unclear:
            if charge is None:
                dialog.show_nothing_happened()
            else:
                dialog.show_charge(charge, balance=self._reader.held.balance)
        elif charge is None:
            self._toast.tell(
                self.tr("The unclear charge did not go through. Nothing was charged."), duration_s=_TOLD_S
            )
        else:
            self._tell(charge)

    def _tell(self, charge: Charge) -> None:
        qcash, price = amount_text(charge.amount, Unit.QCASH), amount_text(charge.amount, Unit.YEN)
        texts = {
            ChargeState.COMPLETED: self.tr("{qcash} charged").format(qcash=qcash),
            ChargeState.CANCELLED: self.tr("The charge of {price} was cancelled").format(price=price),
        }
        waits = self.tr("{price} waits for your payment").format(price=price)
        self._toast.tell(texts.get(charge.state, waits), duration_s=_TOLD_S)
