"""Why: which columns ledger and history have is one decision for table, copy and file."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from qpost.models.qcash import Charge, EntryKind, LedgerEntry
from qpost.ui.amounts import Unit, amount_text, number_text, plain_figure
from qpost.ui.dates import moment_text
from qpost.ui.inquiries.words import one_line
from qpost.ui.qcash.paged_model import Column
from qpost.ui.qcash.words import (
    kind_word,
    method_word,
    settled_text,
    state_ink,
    state_word,
    table_moment,
)

_MOMENT = "2026/00/00 00:00"
_RELATED = "000000000000000"
_CONTENT_LIMIT = 300


def ledger_columns() -> tuple[Column, ...]:
    """Return date, amount, kind, content, related and balance of a ledger entry.

    The kind is in our words, the content in the service's: they never share a cell, for they need two fonts.
    """
    translate = QCoreApplication.translate
    return (
        Column(
            heading=lambda: translate("QcashColumns", "Date (JST)"),
            text=_entry(lambda entry: table_moment(entry.at)),
            sample=_MOMENT,
            spoken=_entry(lambda entry: moment_text(entry.at)),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Amount"),
            text=_entry(lambda entry: number_text(entry.amount, is_signed=True)),
            sample="+10,000,000",
            is_figure=True,
            ink=_entry(lambda entry: "green" if entry.amount > 0 else "ink"),
            spoken=_entry(lambda entry: amount_text(entry.amount, Unit.QCASH, is_signed=True)),
            plain=_entry(lambda entry: plain_figure(entry.amount)),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Kind"),
            text=_entry(lambda entry: kind_word(entry.kind)),
            sample="Service points converted",
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Content"),
            text=_entry(lambda entry: one_line(entry.description, limit=_CONTENT_LIMIT)),
            is_foreign=True,
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Related to"),
            text=_entry(lambda entry: one_line(entry.related or "")),
            sample=_RELATED,
            is_foreign=True,
            ink=lambda _: "ink2",
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Balance"),
            text=_entry(lambda entry: number_text(entry.balance_after)),
            sample="100,000,000",
            is_figure=True,
            spoken=_entry(lambda entry: amount_text(entry.balance_after, Unit.QCASH)),
            plain=_entry(lambda entry: plain_figure(entry.balance_after)),
        ),
    )


def history_columns() -> tuple[Column, ...]:
    """Return date, amount, method, state and its date of a charge."""
    translate = QCoreApplication.translate
    return (
        Column(
            heading=lambda: translate("QcashColumns", "Ordered (JST)"),
            text=_charge(lambda charge: table_moment(charge.created_at)),
            sample=_MOMENT,
            spoken=_charge(lambda charge: moment_text(charge.created_at) if charge.created_at else ""),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Amount"),
            text=_charge(lambda charge: number_text(charge.amount)),
            sample="+10,000,000",
            is_figure=True,
            spoken=_charge(lambda charge: amount_text(charge.amount, Unit.QCASH)),
            plain=_charge(lambda charge: plain_figure(charge.amount)),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Method"),
            text=_charge(lambda charge: method_word(charge.method)),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "State"),
            text=_charge(lambda charge: state_word(charge.state)),
            sample="Waiting for payment",
            dot=_charge(lambda charge: state_ink(charge.state)),
            ink=_charge(lambda charge: state_ink(charge.state)),
        ),
        Column(
            heading=lambda: translate("QcashColumns", "Settled (JST)"),
            text=_charge(settled_text),
            sample="until " + _MOMENT,
            ink=lambda _: "ink2",
        ),
    )


def file_heads() -> list[str]:
    """Return the heads of the ledger's file, which are those on screen."""
    return [column.heading() for column in ledger_columns()]


def file_kinds() -> dict[str, str]:
    """Return the words of all kinds of entries."""
    return {str(kind): kind_word(kind) for kind in EntryKind}


def _entry(read: Callable[[LedgerEntry], str]) -> Callable[[Any], str]:
    return read


def _charge(read: Callable[[Charge], str]) -> Callable[[Any], str]:
    return read
