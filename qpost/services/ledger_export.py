"""Why: a seller's bookkeeping gets the Qcash ledger of any days as a file that a spreadsheet never runs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.csv_rows import cell
from qpost.models.jst import JST
from qpost.models.periods import Period
from qpost.models.qcash import LedgerEntry
from qpost.services.export import Course, save_table
from qpost.services.qcash_account import QcashAccount


class LedgerWords(Struct, frozen=True):
    """The heads of the six columns, and what each kind of entry is called; an unknown one stands as it is."""

    heads: Sequence[str]
    kinds: Mapping[str, str]


def save_ledger(
    account: QcashAccount,
    shop: ShopId,
    period: Period,
    target: Path,
    *,
    words: LedgerWords,
    course: Course,
) -> Path | None:
    """Write every entry of ``period``, newest first; None when it was cancelled.

    A file for the books is of now, so nothing kept goes into it. Raises as ``save_table`` does, and what the
    connection raises.
    """
    rows = (_row(entry, words) for entry in account.entries(shop, period))
    return save_table(words.heads, rows, target, course=course)


def _row(entry: LedgerEntry, words: LedgerWords) -> list[str]:
    """Return the cells; amounts stay bare numbers, which no spreadsheet takes for a formula."""
    return [
        f"{entry.at.astimezone(JST):%Y-%m-%d %H:%M:%S}",
        str(entry.amount),
        cell(words.kinds.get(str(entry.kind), str(entry.kind))),
        cell(entry.description),
        cell(entry.related or ""),
        str(entry.balance_after),
    ]
