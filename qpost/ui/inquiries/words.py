"""Why: a status, a waiting time or a sender is worded in one place for list, thread and tooltips."""

import unicodedata
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from qpost.models.inquiry import Author, Inquiry, Message, Source, Status, Visibility
from qpost.models.jst import JST
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.models.search import SortOrder
from qpost.ui.errors import describe_code
from qpost.ui.tokens import Tokens

AGEING_AFTER = timedelta(hours=2)
LATE_AFTER = timedelta(hours=6)


_UNRULY = frozenset(["Cc", "Cs", "Zl", "Zp"])
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str, *, limit: int = 200) -> str:
    """Return a stranger's words for use inside our own: one line, turning nothing that stands after it."""
    kept = "".join(
        " " if unicodedata.category(char) in _UNRULY else char
        for char in text[:limit]
        if char not in _DIRECTIONS
    )
    return kept.strip() + ("…" if len(text) > limit else "")


def status_word(status: Status) -> str:
    """Return the status in the interface language; an unknown one as the service wrote it."""
    translate = QCoreApplication.translate
    words = {
        Status.UNANSWERED: translate("InquiryWords", "Unprocessed"),
        Status.ANSWERING: translate("InquiryWords", "Answering"),
        Status.ANSWERED: translate("InquiryWords", "Answered"),
    }
    return words.get(status, str(status))


def visibility_word(visibility: Visibility) -> str:
    """Return "Public" or "Private"."""
    translate = QCoreApplication.translate
    words = {
        Visibility.PUBLIC: translate("InquiryWords", "Public"),
        Visibility.PRIVATE: translate("InquiryWords", "Private"),
    }
    return words.get(visibility, str(visibility))


def kind_word(kind: str) -> str:
    """Name a kind of Qoo10's own API; any other as the service wrote it."""
    translate = QCoreApplication.translate
    words = {
        "MSG": translate("InquiryWords", "Message"),
        "ITEM": translate("InquiryWords", "Question on the item page"),
        "HELP": translate("InquiryWords", "Through Qoo10's centre"),
    }
    return words.get(kind, kind)


def asked_where(inquiry: Inquiry) -> str:
    """Say who can see the exchange."""
    translate = QCoreApplication.translate
    if inquiry.source is Source.QOO10:
        return translate("InquiryWords", "Note from Qoo10")
    if inquiry.visibility is Visibility.PUBLIC:
        return translate("InquiryWords", "Public question on the item page")
    return translate("InquiryWords", "Private message")


def sort_word(order: SortOrder) -> str:
    """Name a sort order."""
    translate = QCoreApplication.translate
    return {
        SortOrder.NEWEST: translate("InquiryWords", "Newest first"),
        SortOrder.OLDEST: translate("InquiryWords", "Oldest first"),
        SortOrder.LONGEST_WAITING: translate("InquiryWords", "Longest waiting first"),
    }[order]


def outbox_word(state: OutboxState) -> str:
    """Say where a write stands."""
    translate = QCoreApplication.translate
    return {
        OutboxState.HELD: translate("InquiryWords", "Sending in a moment"),
        OutboxState.QUEUED: translate("InquiryWords", "Waiting to be sent"),
        OutboxState.SENDING: translate("InquiryWords", "Sending…"),
        OutboxState.SENT: translate("InquiryWords", "Sent"),
        OutboxState.FAILED: translate("InquiryWords", "Not sent"),
        OutboxState.UNCONFIRMED: translate("InquiryWords", "Checking whether it arrived"),
    }[state]


def write_text(write: OutboxRow) -> str:
    """Return what the seller wrote; for an auto-reply, what it is."""
    if write.reply is not None:
        return write.reply.body
    if write.hide is not None:
        return f"{write.hide.title}\n{write.hide.reason}"
    return QCoreApplication.translate("InquiryWords", "The courtesy text of your shop")


def write_sentence(write: OutboxRow) -> str:
    """Say where a write stands and, when something keeps it, what."""
    words = outbox_word(write.state)
    if not write.reason or write.state not in (
        OutboxState.FAILED,
        OutboxState.UNCONFIRMED,
        OutboxState.QUEUED,
    ):
        return words
    reason = describe_code(write.reason).whole
    return QCoreApplication.translate("InquiryWords", "{state}: {reason}").format(state=words, reason=reason)


def status_ink(status: Status, tokens: Tokens) -> str:
    """Return the colour of the status dot; the word stands beside it."""
    inks = {
        Status.UNANSWERED: tokens.red,
        Status.ANSWERING: tokens.amber,
        Status.ANSWERED: tokens.green,
    }
    return inks.get(status, tokens.ink2)


def is_waiting(inquiry: Inquiry) -> bool:
    """True when the customer waits for the shop."""
    return inquiry.status is not Status.ANSWERED


def duration_text(duration: timedelta) -> str:
    """Return a duration in its largest unit: minutes, hours or days."""
    translate = QCoreApplication.translate
    minutes = max(0, int(duration.total_seconds() // 60))
    if minutes < 60:
        return translate("InquiryWords", "{minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return translate("InquiryWords", "{hours} h").format(hours=minutes // 60)
    return translate("InquiryWords", "{days} d").format(days=minutes // (24 * 60))


def waiting_ink(waited: timedelta, tokens: Tokens) -> str:
    """Return the colour of a waiting time: it ages from grey over amber to red."""
    if waited >= LATE_AFTER:
        return tokens.red
    return tokens.amber if waited >= AGEING_AFTER else tokens.ink2


def short_time(moment: datetime, *, now: datetime) -> str:
    """Return the time of day today, else month and day, with the year when it is another one; JST."""
    local, today = moment.astimezone(JST), now.astimezone(JST)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    return f"{local:%m/%d}" if local.year == today.year else f"{local:%Y/%m/%d}"


def message_time(moment: datetime, *, now: datetime) -> str:
    """Return day, time and zone as they stand above a message."""
    local, today = moment.astimezone(JST), now.astimezone(JST)
    day = f"{local:%m/%d}" if local.year == today.year else f"{local:%Y/%m/%d}"
    if local.date() == today.date():
        day = QCoreApplication.translate("InquiryWords", "today")
    return f"{day} {local:%H:%M} JST"


def local_time_hint(moment: datetime) -> str:
    """Return the moment in the desktop's own time zone, for a tooltip."""
    local = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    text = QLocale().toString(local, QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("InquiryWords", "{time} on this computer").format(time=text)


def author_word(message: Message) -> str:
    """Return who wrote a message; the staff label stands in for the shop's name."""
    translate = QCoreApplication.translate
    if message.author is Author.SHOP:
        name = message.extension or message.author_name
        if message.auto:
            return translate("InquiryWords", "{name} · auto-reply").format(name=name)
        return name
    if message.author is Author.SYSTEM:
        return translate("InquiryWords", "System")
    return message.author_name


def elsewhere_words() -> str:
    """Return what stands for an answer whose words Qoo10 keeps to itself."""
    return QCoreApplication.translate(
        "InquiryWords", "Answered at Qoo10. Its API does not hand out the words."
    )
