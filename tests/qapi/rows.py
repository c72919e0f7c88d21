"""Why: a shop's letters by the hundred thousand, the same for the same seed, and rows nobody would expect."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from qpost.models.jst import JST

STATUSES = ("S1", "S2", "S3")
TYPES = ("MSG", "ITEM", "HELP")
_NAMES = ("山田 花子", "佐藤 健", "김민수", "王小明", "Anna Müller", "髙橋 𠮷子")
_ITEMS = ("リネンワンピース", "保湿クリーム 50ml", "스마트폰 케이스", "折りたたみ傘", "Wireless Earbuds ①")
_TITLES = ("発送はいつですか", "サイズについて", "返品したいです", "색상 문의", "关于尺码", "お礼")
_BODIES = (
    "まだ届きません。\r\n確認をお願いします。",
    "Mサイズは再入荷しますか？ 😊",
    "색상이 사진과 다릅니다. 교환 가능한가요?",
    "请问什么时候发货？谢谢！",
    "ありがとうございました&lt;3 <b>&amp;</b>",
    "注文番号の件です。①②③ 髙島屋 👨‍👩‍👧 e\u0301",
)

ODD_ROWS: tuple[object, ...] = (
    *(None, 7, True, "a row?", [], {}),
    {"INQ_TYPE": "MSG", "QUESTION_NO": None, "SEQ_NO": 1, "INQ_DT": "20261120120000"},
    {"INQ_TYPE": "MSG", "QUESTION_NO": {"a": [1]}, "SEQ_NO": 1, "INQ_DT": "20261120120000"},
    {"INQ_TYPE": "MSG", "QUESTION_NO": "8", "INQ_DT": "20261120120000", "CONTENTS": "no SEQ_NO"},
    {"INQ_TYPE": "MSG", "QUESTION_NO": "8", "SEQ_NO": "1", "INQ_DT": "20261399999999"},
    {"INQ_TYPE": "MSG", "QUESTION_NO": "8", "SEQ_NO": "1", "INQ_DT": None},
    {"INQ_TYPE": "MSG", "QUESTION_NO": "9" * 5000, "SEQ_NO": "1", "INQ_DT": "20261120120000"},
)
"""Rows that cannot be read; they still count."""


@dataclass(slots=True)
class Row:
    """One customer's message; ``second`` is its time in whole seconds since 1970.

    ``fields`` replace or add members as they go over the wire. ``raw``: a one-tuple of what is sent
    instead of a row.
    """

    type: str
    question_no: str
    seq_no: str
    second: int
    status: str
    title: str
    body: str
    customer: str
    item_name: str
    fields: dict[str, object] = field(default_factory=dict)
    raw: tuple[object] | None = None

    @property
    def thread(self) -> tuple[str, str]:
        return self.type, self.question_no

    def members(self, *, status: str | None) -> dict[str, object]:
        """Return the row as it is sent, with upper-case names; ``status`` None leaves it out."""
        at = datetime.fromtimestamp(self.second, JST)
        known: dict[str, object] = {
            "INQ_TYPE": self.type,
            "QUESTION_NO": self.question_no,
            "SEQ_NO": self.seq_no,
            "INQ_DT": f"{at:%Y%m%d%H%M%S}",
            "TITLE": self.title,
            "CONTENTS": self.body,
            "CUST_NM": self.customer,
            "GD_NM": self.item_name,
        }
        if status is not None:
            known["STATUS"] = status
        return known | self.fields


def seeded_rows(
    count: int, *, seed: int = 1, until: datetime, days: int = 365, burst: int = 0
) -> Iterator[Row]:
    """Yield ``count`` rows of the ``days`` before ``until``: threads of one to three messages.

    The last ``burst`` of them fall into one hour in the middle (a sale). Old threads are answered, and of
    the last week every third is not.
    """
    chance = random.Random(seed)  # noqa: S311 - the same rows each time are what it is for
    span_s = days * 86400
    last = int(until.timestamp())
    middle = last - span_s // 2
    number, left = 100_000_000, count
    while left > 0:
        number += 1
        size = min(left, chance.choice((1, 1, 1, 2, 3)))
        at = last - int(chance.random() * span_s)
        if left <= burst:
            at = middle + int(chance.random() * 3600)
        status = chance.choice(STATUSES) if last - at < 7 * 86400 else "S3"
        kind = chance.choices(TYPES, (6, 3, 1))[0]
        title, name = chance.choice(_TITLES), chance.choice(_NAMES)
        item = chance.choice(_ITEMS)
        for place in range(size):
            body = f"{chance.choice(_BODIES)} ({number}-{place + 1})"
            second = min(last, at + place * 60)
            yield Row(kind, str(number), str(place + 1), second, status, title, body, name, item)
        left -= size


def burst_end(until: datetime, *, days: int = 365) -> datetime:
    """Return when the hour of the burst ends."""
    return until - timedelta(days=days) / 2 + timedelta(hours=1)
