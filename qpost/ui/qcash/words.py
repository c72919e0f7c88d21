"""Why: payment methods, states and moments are worded alike in card, table, dialog, toast and file."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from qpost.models.jst import JST
from qpost.models.qcash import Charge, ChargeMethod, ChargeState, EntryKind, MethodId
from qpost.ui.dates import moment_text
from qpost.ui.inquiries.words import duration_text, one_line


def method_word(method: MethodId, name: str = "") -> str:
    """Name a payment method; one this version does not know as the service calls it."""
    translate = QCoreApplication.translate
    words = {
        MethodId.ATONE: "Atone",
        MethodId.CARD: "VISA / Mastercard / JCB",
        MethodId.PAYPAL: "PayPal",
        MethodId.BANK_TRANSFER: translate("QcashWords", "Bank transfer"),
        MethodId.CONVENIENCE_STORE: translate("QcashWords", "Convenience store / ATM"),
        MethodId.PAIDY: "Paidy",
        MethodId.LINE_PAY: "LINE Pay",
        MethodId.AU: translate("QcashWords", "au Easy Payment"),
        MethodId.NET_BANKING: translate("QcashWords", "Net banking"),
        MethodId.Q_ACCOUNT: translate("QcashWords", "Q account (settlement money)"),
        MethodId.SCHEDULED_SETTLEMENT: translate("QcashWords", "Scheduled settlement money"),
    }
    return words.get(method, one_line(name or str(method)))


def name_of(method: ChargeMethod) -> str:
    """Name a method of the charge options."""
    return method_word(method.id, method.name)


def state_word(state: ChargeState) -> str:
    """Say how far a charge is."""
    translate = QCoreApplication.translate
    words = {
        ChargeState.COMPLETED: translate("QcashWords", "Charged"),
        ChargeState.PENDING: translate("QcashWords", "Waiting for payment"),
        ChargeState.CANCELLED: translate("QcashWords", "Cancelled"),
    }
    return words.get(state, one_line(str(state)))


def state_ink(state: ChargeState) -> str:
    """Return the colour role that goes with :func:`state_word`."""
    inks = {ChargeState.COMPLETED: "green", ChargeState.PENDING: "amber", ChargeState.CANCELLED: "ink2"}
    return inks.get(state, "ink2")


def kind_word(kind: EntryKind) -> str:
    """Say what moved Qcash."""
    translate = QCoreApplication.translate
    words = {
        EntryKind.CONVERSION: translate("QcashWords", "Service points converted"),
        EntryKind.CHARGE: translate("QcashWords", "Charge"),
        EntryKind.ADVERTISING: translate("QcashWords", "Advertising"),
        EntryKind.OPENING: translate("QcashWords", "Opening balance"),
        EntryKind.ADJUSTMENT: translate("QcashWords", "Adjustment"),
    }
    return words.get(kind, one_line(str(kind)))


def table_moment(moment: datetime | None) -> str:
    """Return day and time in Japan as tables have them, where the heading names the zone."""
    return "" if moment is None else f"{moment.astimezone(JST):%Y/%m/%d %H:%M}"


def age_text(read_at: datetime, *, now: datetime) -> str:
    """Say as of when figures are, and for how long already."""
    translate = QCoreApplication.translate
    age = now - read_at
    moment = moment_text(read_at)
    if age.total_seconds() < 60:
        return translate("QcashWords", "As of {moment}").format(moment=moment)
    return translate("QcashWords", "As of {moment} ({age} ago)").format(moment=moment, age=duration_text(age))


def settled_text(charge: Charge) -> str:
    """Return when a charge was settled, or until when it can be paid."""
    if charge.state is ChargeState.PENDING:
        return (
            QCoreApplication.translate("QcashWords", "until {moment}").format(
                moment=table_moment(charge.expires_at)
            )
            if charge.expires_at
            else ""
        )
    return table_moment(charge.settled_at)
