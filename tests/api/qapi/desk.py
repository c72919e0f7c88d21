"""Why: tests of Qoo10's client share a client, a stand-in and a clock that stands still."""

from datetime import timedelta
from typing import Any

from qpost.api.qapi.client import QapiBackend
from qpost.api.transport import Timeouts
from qpost.models.account import ShopId
from qpost.models.listing import ListedWindow, ListingStatus
from tests.api.staging import NOW
from tests.qapi.faults import (
    Fault,
    Kind,
)
from tests.qapi.fixtures import MakeStandIn
from tests.qapi.market import Market
from tests.qapi.rows import Row
from tests.qapi.stand_in import StandIn

SHOP = ShopId("akari_shop")
S1, S2, S3 = ListingStatus
QUICK = Timeouts(connect_s=2.0, read_s=0.3, whole_s=2.0)
TEXT = "ご連絡ありがとうございます。\r\n 髙橋 𠮷子 様 👨‍👩‍👧 e\u0301 한글 谢谢 & a=b + %41 "


class Desk:
    """A client and its stand-in, whose clock stands still."""

    def __init__(self, make_stand_in: MakeStandIn) -> None:
        self.stand_in: StandIn = make_stand_in(Market(now=lambda: NOW))
        self.market = self.stand_in.market
        self.client = self.opened()

    def opened(self, **options: Any) -> QapiBackend:
        known: dict[str, Any] = {"api_key": self.market.api_key, "language": "zh_CN"}
        return QapiBackend(self.stand_in.url, now=lambda: NOW, **(known | options))

    def sign_in(self) -> None:
        self.client.sign_in(login="akari_shop", password=self.market.password, extension="A", device="d")

    def wait_for(self, fault: Fault) -> None:
        """Have a client that soon gives up waiting, if waiting is what there will be."""
        if fault.kind is Kind.HANG:
            issued = self.client.issued
            self.client.close()
            self.client = self.opened(certificate=issued and issued.key, timeouts=QUICK)

    def read(self, status: ListingStatus = S1) -> ListedWindow:
        start = NOW - timedelta(days=1)
        return self.client.listed(SHOP, status=status, start=start, end=NOW)

    def reply(self, row: Row, text: str = TEXT) -> None:
        number, sequence = row.question_no, row.seq_no
        self.client.answer(SHOP, type=row.type, question_no=number, seq_no=sequence, text=text)
