"""Why: the columns of points by item are the same on screen, in sums, in order and in files."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from operator import attrgetter

from PySide6.QtCore import QCoreApplication

from qpost.models.csv_rows import cell
from qpost.models.points import (
    CANCEL_WEIGHT,
    NEUTRAL_WEIGHT,
    NOT_RECEIVED_WEIGHT,
    NOT_RECOMMENDED_WEIGHT,
    RECOMMENDED_WEIGHT,
    ItemPoints,
    PointsTotals,
)
from qpost.ui.amounts import Amount, Unit, amount_text, number_text, plain_figure
from qpost.ui.points.words import weight_text

translate = QCoreApplication.translate
_SCALE = 10**6
"""A score has at most six places, so this makes it whole without loss."""


class ItemColumn(StrEnum):
    """The columns, in their order."""

    NUMBER = "number"
    PICTURE = "picture"
    NAME = "name"
    TRANSACTIONS = "transactions"
    AMOUNT = "amount"
    SERVICE = "service"
    SHIPPING = "shipping"
    CANCELLED = "cancelled"
    NOT_RECEIVED = "not_received"
    COMPLAINTS = "complaints"
    RECOMMENDED = "recommended"
    NEUTRAL = "neutral"
    NOT_RECOMMENDED = "not_recommended"
    REVIEWS = "reviews"
    TOTAL = "total"


COLUMNS = tuple(ItemColumn)
TEXTS = frozenset({ItemColumn.NUMBER, ItemColumn.NAME, ItemColumn.PICTURE})
SORTABLE = tuple(column for column in COLUMNS if column is not ItemColumn.PICTURE)
_COUNTED = {
    ItemColumn.CANCELLED: CANCEL_WEIGHT,
    ItemColumn.NOT_RECEIVED: NOT_RECEIVED_WEIGHT,
    ItemColumn.RECOMMENDED: RECOMMENDED_WEIGHT,
    ItemColumn.NEUTRAL: NEUTRAL_WEIGHT,
    ItemColumn.NOT_RECOMMENDED: NOT_RECOMMENDED_WEIGHT,
}
"""Columns that count how often something happened, and what each time counts."""
_FIGURES: dict[ItemColumn, Callable[[ItemPoints], Amount]] = {
    ItemColumn.TRANSACTIONS: attrgetter("transactions"),
    ItemColumn.AMOUNT: attrgetter("amount"),
    ItemColumn.SERVICE: attrgetter("service_score"),
    ItemColumn.SHIPPING: attrgetter("shipping_score"),
    ItemColumn.CANCELLED: attrgetter("complaints.cancel_return"),
    ItemColumn.NOT_RECEIVED: attrgetter("complaints.not_received"),
    ItemColumn.COMPLAINTS: attrgetter("complaints.score"),
    ItemColumn.RECOMMENDED: attrgetter("reviews.recommended"),
    ItemColumn.NEUTRAL: attrgetter("reviews.neutral"),
    ItemColumn.NOT_RECOMMENDED: attrgetter("reviews.not_recommended"),
    ItemColumn.REVIEWS: attrgetter("reviews.score"),
    ItemColumn.TOTAL: attrgetter("total"),
}
SCORES = frozenset(
    {
        ItemColumn.SERVICE,
        ItemColumn.SHIPPING,
        ItemColumn.COMPLAINTS,
        ItemColumn.REVIEWS,
        ItemColumn.TOTAL,
    }
)
"""Columns of points, which may have places and a minus."""


def head_lines(column: ItemColumn) -> str:
    """Name ``column`` in one line or two, as narrow as it can be read."""
    return {
        ItemColumn.NUMBER: translate("PointsColumns", "Item no."),
        ItemColumn.PICTURE: "",
        ItemColumn.NAME: translate("PointsColumns", "Item name"),
        ItemColumn.TRANSACTIONS: translate("PointsColumns", "Trans-\nactions"),
        ItemColumn.AMOUNT: translate("PointsColumns", "Amount"),
        ItemColumn.SERVICE: translate("PointsColumns", "Service\nscore"),
        ItemColumn.SHIPPING: translate("PointsColumns", "Shipping\nscore"),
        ItemColumn.CANCELLED: translate("PointsColumns", "Cancel /\nreturn"),
        ItemColumn.NOT_RECEIVED: translate("PointsColumns", "Not\nreceived"),
        ItemColumn.COMPLAINTS: translate("PointsColumns", "Complaint\npoints"),
        ItemColumn.RECOMMENDED: translate("PointsColumns", "Recom-\nmended"),
        ItemColumn.NEUTRAL: translate("PointsColumns", "Neutral"),
        ItemColumn.NOT_RECOMMENDED: translate("PointsColumns", "Not recom-\nmended"),
        ItemColumn.REVIEWS: translate("PointsColumns", "Review\npoints"),
        ItemColumn.TOTAL: translate("PointsColumns", "Total"),
    }[column]


def head_text(column: ItemColumn) -> str:
    """Name ``column`` in one line, for menus, files and screen readers."""
    if column is ItemColumn.PICTURE:
        return translate("PointsColumns", "Picture")
    first, _, second = head_lines(column).partition("\n")
    if first.endswith("-"):
        return first[:-1] + second
    is_latin = first[-1:].isascii() and second[:1].isascii()
    return f"{first} {second}".strip() if is_latin else first + second


def sub_head_text(column: ItemColumn) -> str:
    """Say below the name what one of its kind counts."""
    return weight_text(_COUNTED[column]) if column in _COUNTED else ""


def figure_of(item: ItemPoints, column: ItemColumn) -> Amount:
    """Return the figure of a column that is none of ``TEXTS``."""
    return _FIGURES[column](item)


def text_of(item: ItemPoints, column: ItemColumn) -> str:
    """Return what stands in a cell; a picture has no text."""
    if column is ItemColumn.NUMBER:
        return item.item_no
    if column is ItemColumn.NAME:
        return item.item_name
    if column is ItemColumn.PICTURE:
        return ""
    return figure_text(figure_of(item, column), column)


def figure_text(figure: Amount, column: ItemColumn) -> str:
    """Return ``figure`` as it stands in ``column``."""
    return amount_text(figure, Unit.YEN) if column is ItemColumn.AMOUNT else number_text(figure)


def total_of(totals: PointsTotals, column: ItemColumn) -> Amount | None:
    """Return the sum over all rows; None for columns that have none."""
    sums: dict[ItemColumn, Amount] = {
        ItemColumn.TRANSACTIONS: totals.transactions,
        ItemColumn.AMOUNT: totals.amount,
        ItemColumn.SERVICE: totals.service_score,
        ItemColumn.SHIPPING: totals.shipping_score,
        ItemColumn.COMPLAINTS: totals.complaint_score,
        ItemColumn.REVIEWS: totals.review_score,
        ItemColumn.TOTAL: totals.service_score,
    }
    return sums.get(column)


def record_of(item: ItemPoints) -> list[str]:
    """Return the cells of ``item`` for a file or the clipboard, without the picture.

    Names and numbers are made safe for spreadsheets; figures are ours, plain and with a decimal point, so
    that a spreadsheet adds them up.
    """
    cells = []
    for column in SORTABLE:
        if column is ItemColumn.NUMBER:
            cells.append(cell(item.item_no))
        elif column is ItemColumn.NAME:
            cells.append(cell(item.item_name))
        else:
            cells.append(plain_figure(figure_of(item, column)))
    return cells


def record_head() -> list[str]:
    """Return the first line of a file."""
    heads = []
    for column in SORTABLE:
        below = sub_head_text(column)
        text = head_text(column)
        heads.append(f"{text} ({below})" if below else text)
    return heads


def in_order(items: Sequence[ItemPoints], column: ItemColumn, *, is_descending: bool) -> list[int]:
    """Return the places of ``items`` in the order of ``column``; equal ones stay as they came.

    Whole numbers are compared, so that 50 000 rows hold up no other thread for long.
    """
    keys: list[int] | list[str] | list[tuple[int, str]]
    if column is ItemColumn.NUMBER:
        keys = [(len(item.item_no), item.item_no) for item in items]
    elif column in TEXTS:
        keys = [item.item_name.casefold() for item in items]
    else:
        keys = [int(figure_of(item, column) * _SCALE) for item in items]
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=is_descending)
