"""Why: composes what buyers, shops and Qoo10 write from the sentence parts in ``phrases``."""

from collections.abc import Mapping, Sequence
from datetime import date

from qpost.server.simulator.catalogue import Draw, pick
from qpost.server.simulator.order_book import CARRIERS, PlacedOrder
from qpost.server.simulator.people import JAPANESE, Buyer
from qpost.server.simulator.phrases.foreign import FOREIGN_ANSWERS, FOREIGN_QUESTIONS
from qpost.server.simulator.phrases.manners import (
    CASUAL_CLOSINGS,
    CASUAL_GREETINGS,
    COLOURS,
    LONG_PASSAGES,
    POLITE_CLOSINGS,
    POLITE_GREETINGS,
    SHOP_CLOSINGS,
    SHOP_GREETINGS,
    SIZES,
    THANKS_LINES,
)
from qpost.server.simulator.phrases.subject import Subject
from qpost.server.simulator.timeline import DAY_US, HOUR_US

BODY_LIMIT = 1000
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_NARROW_MARKS = str.maketrans({"！": "!", "？": "?"})

Words = Mapping[str, object]
"""What the placeholders of ``phrases`` stand for in one thread."""


def words_for(
    draw: Draw, *, shop: str, buyer: Buyer, item: str, order: PlacedOrder | None, moment_us: int
) -> Words:
    """Choose the facts one thread speaks about, so that all of its messages agree."""
    colour = int(draw() * len(COLOURS))
    size = int(draw() * (len(SIZES) - 1))
    paid_us = order.paid_us if order else moment_us - int(7 * draw()) * DAY_US
    return {
        "shop": shop,
        "name": buyer.name,
        "phone": buyer.phone,
        "mail": buyer.mail,
        "address": buyer.address,
        "item": item,
        "order": order.number if order else "",
        "tracking": order.tracking_no
        if order
        else f"{int(1000 + 9000 * draw())}-5520-{int(9000 * draw()):04d}",
        "carrier": order.carrier if order else pick(draw, CARRIERS),
        "date": short_date(paid_us),
        "days": 2 + int(draw() * 7),
        "color": COLOURS[colour],
        "other": COLOURS[(colour + 1 + int(draw() * (len(COLOURS) - 1))) % len(COLOURS)],
        "size": SIZES[size],
        "size2": SIZES[size + 1],
    }


_dates: dict[int, str] = {}


def short_date(moment_us: int) -> str:
    """Return the Japanese day as people write it: ``11/18``."""
    day = (moment_us + 9 * HOUR_US) // DAY_US
    text = _dates.get(day)
    if text is None:
        month, month_day = _month_and_day(day)
        text = _dates[day] = f"{month}/{month_day}"
    return text


def _month_and_day(day: int) -> tuple[int, int]:
    """Return the month and the day of ``day`` days after 1970-01-01."""
    moment = date.fromordinal(719_163 + day)
    return moment.month, moment.day


def filled(text: str, words: Words) -> str:
    """Replace placeholders, if there are any, and keep within the body's limit."""
    if "{" in text:
        text = text.format_map(words)
    return text if len(text) <= BODY_LIMIT else text[:BODY_LIMIT]


def question(draw: Draw, subject: Subject, buyer: Buyer, words: Words) -> tuple[str, str]:
    """Return the title and the body of a buyer's first message."""
    if buyer.language != JAPANESE:
        title, body = pick(draw, FOREIGN_QUESTIONS[buyer.language])
        return title, filled(body, words)
    return filled(pick(draw, subject.titles), words), _japanese_question(draw, subject, buyer, words)


def _japanese_question(draw: Draw, subject: Subject, buyer: Buyer, words: Words) -> str:
    detail = pick(draw, subject.details) if draw() < 0.55 else ""
    if buyer.is_casual:
        request = pick(draw, subject.casual_requests) if draw() < 0.7 else ""
        text = pick(draw, CASUAL_GREETINGS) + pick(draw, subject.casual) + detail + request
        return _in_own_hand(draw, filled(text + pick(draw, CASUAL_CLOSINGS), words))
    if draw() < 0.03:
        detail += pick(draw, LONG_PASSAGES)
    request = pick(draw, subject.polite_requests) if draw() < 0.85 else ""
    line_end = "\n" if draw() < 0.4 else ""
    text = pick(draw, POLITE_GREETINGS) + pick(draw, subject.polite) + line_end + detail + request
    return _in_own_hand(draw, filled(text + pick(draw, POLITE_CLOSINGS), words))


def _in_own_hand(draw: Draw, text: str) -> str:
    """Vary full and half width the way keyboards do."""
    habit = draw()
    if habit < 0.04:
        return text.translate(_WIDE_DIGITS)
    if habit < 0.12:
        return text.translate(_NARROW_MARKS)
    return text


def answer(draw: Draw, answers: Sequence[str], words: Words) -> str:
    """Return a shop's message around one of ``answers``."""
    return filled(pick(draw, SHOP_GREETINGS) + pick(draw, answers) + pick(draw, SHOP_CLOSINGS), words)


def later_answer(draw: Draw, subject: Subject, buyer: Buyer, words: Words) -> str:
    """Return a shop's reply to a follow-up."""
    if buyer.language != JAPANESE and draw() < 0.5:
        return filled(pick(draw, FOREIGN_ANSWERS), words)
    if draw() < 0.5:
        return filled("{name}様\n\n" + pick(draw, subject.further) + pick(draw, SHOP_CLOSINGS), words)
    return filled("ご連絡ありがとうございます。\n" + pick(draw, subject.further), words)


def follow_up(draw: Draw, subject: Subject, words: Words) -> str:
    """Return what a buyer writes after a reply that left something open."""
    text = pick(draw, subject.follow_ups)
    habit = draw()
    if habit < 0.25:
        text = "ご返信ありがとうございます。" + text
    elif habit < 0.4:
        text += pick(draw, subject.details)
    elif habit < 0.5:
        text = "何度もすみません。\n" + text
    return filled(text, words)


def thanks(draw: Draw) -> str:
    """Return a closing line that needs no answer in substance."""
    return pick(draw, THANKS_LINES)
