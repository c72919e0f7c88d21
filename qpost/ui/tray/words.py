"""Why: a notice is read in two seconds, from the corner of the eye, and systems cut what is long."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from qpost.models.account import Shop, ShopId
from qpost.models.notices import Alarm, Notice
from qpost.ui.inquiries.words import duration_text, one_line

_NAME, _TITLE, _PREVIEW, _ITEM, _SHOP = 24, 40, 90, 28, 24
"""In characters; Windows shows 63 of a heading and 255 of the text below."""
_MOST_SHOPS = 3


class Words(NamedTuple):
    """What is told: a heading and the text below it."""

    heading: str
    text: str


def notice_words(notice: Notice, shops: Mapping[ShopId, Shop]) -> Words:
    """Say who wrote, and where when there are several shops."""
    translate = QCoreApplication.translate
    newest = notice.newest
    customer, title = one_line(newest.customer, limit=_NAME), one_line(newest.title, limit=_TITLE)
    where = _where(notice, shops)
    if notice.count == 1:
        heading = translate("NoticeWords", "{customer} wrote").format(customer=customer)
        lines = [title, one_line(newest.preview, limit=_PREVIEW), where]
    else:
        heading = translate("NoticeWords", "%n customer(s) wrote", "", notice.count)
        words = translate("NoticeWords", "Newest: {customer}, {title}")
        lines = [words.format(customer=customer, title=title), where]
    return Words(heading, "\n".join(line for line in lines if line))


def alarm_words(alarm: Alarm, *, now: datetime) -> Words:
    """Say how many wait, who waits longest, and what most ask about."""
    translate = QCoreApplication.translate
    heading = translate("NoticeWords", "%n customer(s) wait for an answer", "", alarm.count)
    longest = [
        translate("NoticeWords", "{customer} ({duration})").format(
            customer=one_line(each.customer, limit=_NAME // 2), duration=duration_text(now - each.since)
        )
        for each in alarm.longest
    ]
    items = [
        translate("NoticeWords", "{item} ({count})").format(
            item=one_line(each.name or each.number, limit=_ITEM), count=each.count
        )
        for each in alarm.items
    ]
    lines = []
    if longest:
        names = QLocale().createSeparatedList(longest)
        lines.append(translate("NoticeWords", "Waiting longest: {names}").format(names=names))
    if items:
        names = QLocale().createSeparatedList(items)
        lines.append(translate("NoticeWords", "Asked about most: {names}").format(names=names))
    return Words(heading, "\n".join(lines))


def sample_words() -> Words:
    """Say what a notice looks like."""
    translate = QCoreApplication.translate
    return Words(
        translate("NoticeWords", "This is how Qpost tells you of news"),
        translate("NoticeWords", "A click on it opens the inquiry."),
    )


def _where(notice: Notice, shops: Mapping[ShopId, Shop]) -> str:
    if len(shops) < 2:
        return ""
    names = [one_line(shops[shop].name, limit=_SHOP) for shop in notice.shops if shop in shops]
    return " · ".join(names[:_MOST_SHOPS]) + (" …" if len(names) > _MOST_SHOPS else "")
