"""Why: inquiries become rows of a table that a spreadsheet shows as text and never runs."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from qpost.models.inquiry import Author, Inquiry, Message, Status
from qpost.models.jst import JST
from qpost.models.text import whole

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it Excel reads UTF-8 as the system's old code page."""
CELL_LIMIT = 32_000
"""UTF-16 units of one cell: Excel takes 32 767 and tears a longer one into the cells that follow."""

_CUT = " […]"
_FILES_NAMED = 20
_STARTS_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_TEXT_MARK = "'"


class Column(StrEnum):
    """The columns, in their order; one row is one inquiry."""

    NUMBER = "number"
    STATUS = "status"
    SOURCE = "source"
    VISIBILITY = "visibility"
    CUSTOMER = "customer"
    TITLE = "title"
    CATEGORY = "category"
    ITEM_NO = "item_no"
    ITEM_NAME = "item_name"
    ORDER_NO = "order_no"
    RECEIVED = "received"
    REPLIED = "replied"
    WAITING_MIN = "waiting_min"
    RESPONSE_MIN = "response_min"
    HANDLED_BY = "handled_by"
    MESSAGES = "messages"
    LAST_MESSAGE = "last_message"
    THREAD = "thread"
    SHOP = "shop"


class CsvWords(Struct, frozen=True):
    """What the table says in the reader's language.

    ``heads`` names every column; ``values`` words the statuses, sources, visibilities and the authors
    "shop" and "system"; a value that is not in it stands as the service wrote it.
    """

    heads: Mapping[Column, str]
    values: Mapping[str, str]


ENGLISH = CsvWords(
    heads={
        Column.NUMBER: "Number",
        Column.STATUS: "Status",
        Column.SOURCE: "Source",
        Column.VISIBILITY: "Visibility",
        Column.CUSTOMER: "Customer",
        Column.TITLE: "Title",
        Column.CATEGORY: "Category",
        Column.ITEM_NO: "Item no.",
        Column.ITEM_NAME: "Item name",
        Column.ORDER_NO: "Order no.",
        Column.RECEIVED: "Received (JST)",
        Column.REPLIED: "Replied (JST)",
        Column.WAITING_MIN: "Waiting (minutes)",
        Column.RESPONSE_MIN: "Response time (minutes)",
        Column.HANDLED_BY: "Handled by",
        Column.MESSAGES: "Messages",
        Column.LAST_MESSAGE: "Last message",
        Column.THREAD: "Whole thread",
        Column.SHOP: "Shop",
    },
    values={},
)
"""What scripts get, whatever the system's language."""


def head_line(words: CsvWords) -> bytes:
    """Return the first line of the file, byte order mark included."""
    return BYTE_ORDER_MARK + encoded([words.heads[column] for column in Column])


def row_of(inquiry: Inquiry, *, shop: str, words: CsvWords, now: datetime) -> list[str]:
    """Return the cells of ``inquiry`` in the order of ``Column``; ``now`` is what it waits until."""
    messages = inquiry.messages or ()
    cells: dict[Column, str] = {
        Column.NUMBER: inquiry.number,
        Column.STATUS: _word(inquiry.status, words),
        Column.SOURCE: _word(inquiry.source, words),
        Column.VISIBILITY: _word(inquiry.visibility, words),
        Column.CUSTOMER: inquiry.customer.name,
        Column.TITLE: inquiry.title,
        Column.CATEGORY: inquiry.category,
        Column.ITEM_NO: inquiry.item.number if inquiry.item else "",
        Column.ITEM_NAME: inquiry.item.name if inquiry.item else "",
        Column.ORDER_NO: inquiry.order_no or "",
        Column.RECEIVED: _moment(inquiry.received_at),
        Column.REPLIED: _moment(inquiry.replied_at) if inquiry.replied_at else "",
        Column.WAITING_MIN: _waiting(inquiry, now),
        Column.RESPONSE_MIN: _minutes(inquiry.replied_at - inquiry.received_at) if inquiry.replied_at else "",
        Column.HANDLED_BY: inquiry.handled_by or "",
        Column.MESSAGES: str(len(messages) if inquiry.messages is not None else inquiry.message_count),
        Column.LAST_MESSAGE: messages[-1].body if messages else inquiry.last_message_preview,
        Column.THREAD: _thread(messages, words),
        Column.SHOP: shop,
    }
    return [cell(cells[column]) for column in Column]


def cell(text: str) -> str:
    """Return ``text`` as a spreadsheet may have it.

    No formula: what begins like one, blanks and invisible characters aside, gets an apostrophe before it
    (OWASP, CSV injection; full-width forms too). Line ends are line feeds, as Excel has them within a cell;
    other control characters are dropped. What is longer than ``CELL_LIMIT`` ends in " […]".
    """
    clean = _shortened(text)
    if not clean.isprintable():
        even = whole(clean) if _HALVES.search(clean) else clean
        clean = _CONTROLS.sub("", _LINE_ENDS.sub("\n", even))
    return f"{_TEXT_MARK}{clean}" if _is_formula(clean) else clean


def encoded(cells: Sequence[str]) -> bytes:
    """Return one CSV record (RFC 4180: quoted where needed, CR LF at the end) in UTF-8."""
    record: str = csv.writer(_Echo(), lineterminator="\r\n").writerow(cells)
    return record.encode("utf-8")


class _Echo:
    """What ``csv.writer`` writes to: it hands the record back instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def _word(value: str, words: CsvWords) -> str:
    return words.values.get(value, value)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(JST):%Y-%m-%d %H:%M:%S}"


def _minutes(duration: timedelta) -> str:
    return str(max(0, int(duration.total_seconds() // 60)))


def _waiting(inquiry: Inquiry, now: datetime) -> str:
    return "" if inquiry.status is Status.ANSWERED else _minutes(now - inquiry.received_at)


def _thread(messages: Sequence[Message], words: CsvWords) -> str:
    parts: list[str] = []
    room = CELL_LIMIT + 1  # one more than fits shows that it was cut
    for message in messages:
        part = f"[{_moment(message.at)}] {author_of(message, words)}\n{message.body[:room]}"
        files = ", ".join(file.file_name for file in message.attachments[:_FILES_NAMED])
        parts.append(f"{part}\n<{files}>" if files else part)
        room -= len(parts[-1])
        if room <= 0:
            break
    return "\n\n".join(parts)


def author_of(message: Message, words: CsvWords) -> str:
    """Return who wrote ``message``: the side where it is not the customer's, and the name."""
    if message.author is Author.CUSTOMER:
        return message.author_name
    name = message.extension or message.author_name
    side = _word(message.author, words)
    return f"{side} ({name})" if name and name != side else side


def _shortened(text: str) -> str:
    if len(text) <= CELL_LIMIT // 2:
        return text
    units = text[: CELL_LIMIT + 1].encode("utf-16-le", "surrogatepass")
    if len(units) <= CELL_LIMIT * 2:
        return text
    return units[: (CELL_LIMIT - len(_CUT)) * 2].decode("utf-16-le", "ignore") + _CUT


def _is_formula(text: str) -> bool:
    for char in text:
        if char in _STARTS_FORMULA:
            return True
        if not (char.isspace() or unicodedata.category(char) == "Cf"):
            return False
    return False
