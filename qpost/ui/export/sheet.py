"""Why: what stands on the printed thread is decided apart from how it is drawn, and is text only."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from qpost.models.inquiry import Author, Inquiry, Message, is_elsewhere
from qpost.models.jst import JST
from qpost.models.text import whole
from qpost.ui.export.words import SheetWords
from qpost.ui.inquiries.words import one_line

_PIECE = 2_000
"""Characters laid out at a time: a line without end must not take memory or minutes without end."""
_TITLE_LIMIT = 1_000
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


class Role(StrEnum):
    """How a paragraph looks."""

    TITLE = "title"
    FACT = "fact"
    AUTHOR = "author"
    BODY = "body"
    NOTE = "note"


class Paragraph(Struct, frozen=True):
    """A piece of text without line breaks; ``label`` stands beside it in the words of the interface.

    ``language`` "" lets the text pick its own font. ``weight`` is how far it moves the progress.
    """

    role: Role
    text: str
    label: str = ""
    language: str = ""
    weight: int = 0


def weight_of(inquiry: Inquiry) -> int:
    """Return the sum of the weights of ``paragraphs``, without walking through them."""
    return sum(len(message.body) + 1 for message in inquiry.messages or ())


def paragraphs(inquiry: Inquiry, *, shop: str, status: str, words: SheetWords) -> Iterator[Paragraph]:
    """Yield the thread from title to last message; nothing in it is interpreted.

    What is still being written or sent is not part of it.
    """
    yield Paragraph(Role.TITLE, one_line(inquiry.title, limit=_TITLE_LIMIT))
    item = inquiry.item
    for label, value in (
        (words.shop, one_line(shop)),
        (words.customer, one_line(inquiry.customer.name)),
        (words.number, one_line(inquiry.number)),
        (words.item, one_line(f"{item.number}  {item.name}", limit=_TITLE_LIMIT) if item else ""),
        (words.order, one_line(inquiry.order_no or "")),
        (words.received, moment_text(inquiry.received_at)),
        (words.replied, moment_text(inquiry.replied_at) if inquiry.replied_at else ""),
        (words.status, status),
    ):
        if value:
            own = words.language if value is status else ""
            yield Paragraph(Role.FACT, value, label=label, language=own)
    for message in inquiry.messages or ():
        yield from _message(message, words)


def moment_text(moment: datetime) -> str:
    """Return day and time in Japan, to the minute, with the zone: paper has no tooltip."""
    return f"{moment.astimezone(JST):%Y-%m-%d %H:%M} JST"


def _message(message: Message, words: SheetWords) -> Iterator[Paragraph]:
    yield Paragraph(Role.AUTHOR, _author(message, words), label=moment_text(message.at))
    if is_elsewhere(message):
        yield Paragraph(Role.NOTE, words.elsewhere, language=words.language, weight=1)
        return
    left = len(message.body) + 1
    for line in _lines(message.body):
        for start in range(0, max(len(line), 1), _PIECE):
            piece = line[start : start + _PIECE]
            weight = min(len(piece), left)
            left -= weight
            yield Paragraph(Role.BODY, piece, weight=weight)
    names = ", ".join(one_line(file.file_name) for file in message.attachments)
    if names:
        for start in range(0, len(names), _PIECE):
            piece = words.files.format(names=names[start : start + _PIECE])
            yield Paragraph(Role.NOTE, piece, language=words.language)


def _author(message: Message, words: SheetWords) -> str:
    if message.author is Author.SYSTEM:
        return words.system
    name = one_line(message.author_name)
    if message.author is Author.SHOP:
        name = one_line(message.extension or message.author_name)
        return words.auto_reply.format(name=name) if message.auto else name
    return name


def _lines(text: str) -> list[str]:
    even = whole(text).replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return even.expandtabs(4).splitlines() or [""]
