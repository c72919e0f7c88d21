"""Why: whole inquiries with their history, one after the other in the order they came in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qpost.models.reply import reply_title
from qpost.server.database import AUTO_REPLY_BODY
from qpost.server.simulator.catalogue import Draw, ShopPlan, SoldItem, pick
from qpost.server.simulator.files import DemoFile
from qpost.server.simulator.order_book import OrderBook, PlacedOrder
from qpost.server.simulator.people import Buyer
from qpost.server.simulator.phrases import SUBJECTS
from qpost.server.simulator.phrases.notices import NOTICES, NoticeSubject
from qpost.server.simulator.phrases.subject import Subject
from qpost.server.simulator.progress import ANSWERED, ANSWERING, Progress, message_times
from qpost.server.simulator.wording import (
    Words,
    answer,
    filled,
    follow_up,
    later_answer,
    question,
    thanks,
    words_for,
)

CENTRE = "Qoo10カスタマーセンター"
EXTENSIONS = ("A1", "A1", "A1", "A2", "A2", "B1", "B2", "C3")
CUSTOMER, SHOP, QOO10, SYSTEM = "customer", "shop", "qoo10", "system"
_ARRIVED = frozenset({"返品", "交換", "不良品", "不足", "領収書", "お礼", "その他"})
_PHOTOGRAPHED = frozenset({"defect", "exchange", "missing"})
_SYSTEM_LINE = "【自動通知】購入者様が注文内容を変更しました。"
_DECK = tuple(subject for subject in SUBJECTS for _ in range(subject.weight))
_NOTICE_DECK = tuple(notice for notice in NOTICES for _ in range(notice.weight))


class Note(NamedTuple):
    """One message of a thread; ``files`` are shown with it under the given names."""

    author: str
    author_name: str
    title: str
    body: str
    at_us: int
    auto: bool = False
    extension: str | None = None
    files: tuple[tuple[DemoFile, str], ...] = ()


class Conversation(NamedTuple):
    """An inquiry with its history; ``new_order`` has to be stored as well."""

    source: str
    is_public: bool
    kind: str
    category: str
    status: str
    hidden: bool
    restricted: bool
    title: str
    customer_name: str
    customer_email: str
    item: SoldItem | None
    order: PlacedOrder | None
    new_order: PlacedOrder | None
    notes: tuple[Note, ...]


class Stage(NamedTuple):
    """What the conversations of one shop share."""

    plan: ShopPlan
    items: Sequence[SoldItem]
    buyers: Sequence[Buyer]
    photos: Sequence[DemoFile]
    paper: DemoFile
    memo: DemoFile


class Conversations:
    """Writes the conversations of one shop; the same draws give the same words.

    ``marks`` are words to keep for later instead of facts (``qpost.server.simulator.replays``).
    """

    def __init__(
        self,
        draw: Draw,
        stage: Stage,
        *,
        now_us: int,
        first_order_no: int = 310_000_000,
        marks: Words | None = None,
    ) -> None:
        self._marks = marks
        self._draw = draw
        self._stage = stage
        self._orders = OrderBook(draw, now_us=now_us, first_number=first_order_no)
        self._now_us = now_us

    def next(self, received_us: int, progress: Progress) -> Conversation:
        """Return what a buyer asked at ``received_us`` and what became of it."""
        draw, stage = self._draw, self._stage
        subject = _DECK[int(draw() * len(_DECK))]
        luck = draw()
        buyer = stage.buyers[int(luck * luck * len(stage.buyers))]
        luck = draw()
        item = stage.items[int(luck * luck * luck * len(stage.items))]
        order = new_order = None
        if subject.has_order or draw() < 0.12:
            arrived = subject.category in _ARRIVED
            order, is_new = self._orders.order_for(received_us, arrived=arrived, item=item, buyer=buyer)
            item, buyer = order.item, order.buyer
            new_order = order if is_new else None
        is_public = draw() < subject.public_share
        words = self._words(buyer, item, order, received_us)
        notes = tuple(self._history(subject, buyer, words, received_us, progress))
        hidden = is_public and progress.is_replied and draw() < (0.6 if subject.key == "personal" else 0.02)
        return Conversation(
            source=CUSTOMER,
            is_public=is_public,
            kind="商品Q&A" if is_public else "ヘルプ" if draw() < 0.06 else "一般",
            category=subject.category,
            status=progress.status,
            hidden=hidden,
            restricted=hidden and draw() < 0.2,
            title=notes[0].title,
            customer_name=buyer.name,
            customer_email=buyer.mail,
            item=item,
            order=None if is_public and not subject.has_order else order,
            new_order=new_order,
            notes=notes,
        )

    def _words(self, buyer: Buyer, item: SoldItem, order: PlacedOrder | None, received_us: int) -> Words:
        words = words_for(
            self._draw,
            shop=self._stage.plan.name,
            buyer=buyer,
            item=item.short_name,
            order=order,
            moment_us=received_us,
        )
        return {**words, **self._marks} if self._marks else words

    def _history(
        self, subject: Subject, buyer: Buyer, words: Words, received_us: int, progress: Progress
    ) -> Iterator[Note]:
        draw, shop = self._draw, self._stage.plan.name
        count = progress.length
        times = message_times(draw, received_us=received_us, count=count, now_us=self._now_us)
        title, body = question(draw, subject, buyer, words)
        yield Note(CUSTOMER, buyer.name, title, body, received_us, files=self._enclosed(subject))
        if count == 1:
            return
        last_is_shop = progress.is_replied and progress.ends_with_shop
        re_title = reply_title(title)
        answered_before = said_thanks = False
        extension = pick(draw, EXTENSIONS)
        for index in range(1, count):
            at_us = times[index]
            if ((count - 1 - index) % 2 == 0) is not last_is_shop:
                if not answered_before:
                    body = "追記です。" + filled(pick(draw, subject.details), words)
                    yield Note(
                        *(SYSTEM, "Qoo10", title, _SYSTEM_LINE)
                        if draw() < 0.1
                        else (CUSTOMER, buyer.name, title, body),
                        at_us,
                    )
                    continue
                said_thanks = index == count - 2 and draw() < 0.5
                body = thanks(draw) if said_thanks else follow_up(draw, subject, words)
                yield Note(CUSTOMER, buyer.name, re_title, body, at_us)
                continue
            if index == count - 1 and (said_thanks or subject.settled) and draw() < 0.75:
                yield Note(SHOP, shop, re_title, AUTO_REPLY_BODY, at_us, auto=True)
                continue
            if answered_before:
                body = later_answer(draw, subject, buyer, words)
            else:
                body = answer(draw, subject.answers, words)
            if answered_before and draw() < 0.2:
                extension = pick(draw, EXTENSIONS)
            files = self._papers(subject)
            answered_before = True
            yield Note(SHOP, shop, re_title, body, at_us, extension=extension, files=files)

    def _enclosed(self, subject: Subject) -> tuple[tuple[DemoFile, str], ...]:
        draw, stage = self._draw, self._stage
        likely = 0.45 if subject.key in _PHOTOGRAPHED else 0.012
        if draw() >= likely:
            return ()
        if draw() < 0.04:
            return ((stage.memo, _named(draw, stage.memo)),)
        photos = (pick(draw, stage.photos) for _ in range(1 + int(draw() * 2.2)))
        return tuple((photo, _named(draw, photo)) for photo in photos)

    def _papers(self, subject: Subject) -> tuple[tuple[DemoFile, str], ...]:
        likely = 0.5 if subject.key == "receipt" else 0.01
        paper = self._stage.paper
        return ((paper, _named(self._draw, paper)),) if self._draw() < likely else ()

    def next_notice(self, received_us: int, progress: Progress) -> Conversation:
        """Return a note from Qoo10's customer centre and the shop's answers to it."""
        draw, stage = self._draw, self._stage
        notice = _NOTICE_DECK[int(draw() * len(_NOTICE_DECK))]
        item = pick(draw, stage.items)
        buyer = pick(draw, stage.buyers)
        order = new_order = None
        if notice.has_order:
            order, is_new = self._orders.order_for(received_us, arrived=False, item=item, buyer=buyer)
            item, buyer = order.item, order.buyer
            new_order = order if is_new else None
        elif not notice.needs_reply and progress.status == ANSWERING:
            progress = Progress(ANSWERING, 1, is_replied=False, ends_with_shop=False)  # read, not confirmed
        words = self._words(buyer, item, order, received_us)
        place = int(draw() * len(notice.titles))
        title, body = filled(notice.titles[place], words), filled(notice.bodies[place], words)
        return Conversation(
            source=QOO10,
            is_public=False,
            kind=notice.kind,
            category=notice.category,
            status=progress.status,
            hidden=False,
            restricted=False,
            title=title,
            customer_name=CENTRE,
            customer_email="",
            item=item if order or "{item}" in "".join(notice.bodies) else None,
            order=order,
            new_order=new_order,
            notes=tuple(self._correspondence(notice, words, title, body, received_us, progress)),
        )

    def _correspondence(
        self, notice: NoticeSubject, words: Words, title: str, body: str, received_us: int, progress: Progress
    ) -> Iterator[Note]:
        draw, shop = self._draw, self._stage.plan.name
        count = progress.length
        times = message_times(draw, received_us=received_us, count=count, now_us=self._now_us)
        yield Note(QOO10, CENTRE, title, body, received_us)
        re_title = reply_title(title)
        for index in range(1, count):
            if ((count - 1 - index) % 2 == 0) is progress.ends_with_shop:
                body = filled("ご担当者様\n\n" + pick(draw, notice.answers) + "\n{shop}", words)
                yield Note(SHOP, shop, re_title, body, times[index], extension=pick(draw, EXTENSIONS))
            else:
                body = "ご回答ありがとうございます。引き続きご対応をお願いいたします。\n" + CENTRE
                yield Note(QOO10, CENTRE, re_title, body, times[index])


def _named(draw: Draw, file: DemoFile) -> str:
    return f"{file.stem}{1000 + int(draw() * 9000)}{file.suffix}"


__all__ = ["ANSWERED", "ANSWERING", "Conversation", "Conversations", "Note", "Stage"]
