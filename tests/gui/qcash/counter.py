"""Why: the Qcash page of a real window on a real service, with hands for what a seller does there."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qpost.models.links import Page
from qpost.models.qcash import Charge, ChargeId, LedgerEntry, MethodId
from qpost.ui.qcash.charge_dialog import ChargeDialog, Step
from qpost.ui.qcash.page import QcashPage
from tests.gui.inquiries.desk import Desk


class Counter:
    """The page, with everything it asks for read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.shell.rail.go(Page.QCASH)
        page = desk.shell.page(Page.QCASH)
        assert isinstance(page, QcashPage)
        self.page = page
        self.settle()

    @property
    def dialog(self) -> ChargeDialog:
        """The open assistant."""
        dialog = self.page.desk.dialog
        assert dialog is not None
        return dialog

    @property
    def balance(self) -> int:
        """The balance on screen."""
        balance = self.page.reader.held.balance
        assert balance is not None
        return balance

    @property
    def entries(self) -> Sequence[LedgerEntry]:
        """The ledger on screen."""
        return self.page.ledger.entries

    def settle(self) -> None:
        """Wait for every answer."""
        self.desk.settle()

    def wait(self, is_so: Callable[[], object]) -> None:
        """Wait until ``is_so``, or fail."""
        self.desk.wait(lambda: bool(is_so()))

    def order(self, amount: int, method: MethodId, *, password: str = "") -> None:
        """Go through the assistant by mouse and keys as far as the order."""
        click(self.page.charge_button)
        click(self.dialog.amount_step.buttons[amount])
        click(self.dialog.next_button)
        click(self.dialog.method_step.buttons[method])
        click(self.dialog.next_button)
        assert self.dialog.step is Step.CONFIRM
        if password:
            QTest.keyClicks(self.dialog.confirm_step.password, password)
        click(self.dialog.next_button)

    def ordered(self, amount: int, method: MethodId, *, password: str = "") -> Charge:
        """Order and return the charge that the assistant shows then."""
        self.order(amount, method, password=password)
        self.wait(lambda: self.dialog.step is Step.OUTCOME)
        self.settle()
        charge = self.dialog.charge
        assert charge is not None
        return charge

    def let_lapse(self, charge_id: ChargeId) -> None:
        """Put the end of a pending charge into the past, as five days would."""
        past_us = int((datetime.now(UTC) - timedelta(minutes=1)).timestamp() * 1_000_000)
        with closing(sqlite3.connect(self.desk.service.data / "qpost.db", timeout=20)) as database, database:
            changed = database.execute(
                "UPDATE charges SET expires_us = ? WHERE state = 'pending' AND id = "
                "(SELECT max(id) FROM charges)",
                (past_us,),
            )
            assert changed.rowcount == 1, charge_id


def click(widget: QWidget) -> None:
    """Press the left button in the middle of ``widget``, which must be able to take it."""
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def settle_payment(charge: Charge, action: str) -> str:
    """Do ``pay`` or ``cancel`` on the service's payment page, as a browser does; returns the page then."""
    assert charge.payment_url is not None
    with httpx.Client(trust_env=False, timeout=20) as browser:
        return browser.post(f"{charge.payment_url}/{action}", follow_redirects=True).text
