"""Why: whatever customers, staff, network and power do, in the end the store holds exactly what Qoo10 does.

And each reply that Qoo10 took in, it took in once.
"""

import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from qpost.models.inquiry import Status
from qpost.models.outbox import OutboxRow, OutboxState
from tests.qapi.faults import CUT_AFTER, CUT_BEFORE, CUT_HALFWAY, PAGE_200, PAGE_500, PAGE_523, Fault
from tests.qapi.market import Market
from tests.qapi.quirks import Order, Quirks, Wrapping
from tests.qapi.rows import Row, seeded_rows
from tests.qapi.stand_in import ANSWER, LIST, StandIn
from tests.services.qoo10_desk import START, Clock, Qoo10Desk, attempt

EXAMPLES = int(os.environ.get("QPOST_QOO10_EXAMPLES", "8"))
_PLACES = st.integers(0, 400)
_FAULTS = st.sampled_from([CUT_BEFORE, CUT_AFTER, CUT_HALFWAY, PAGE_200, PAGE_500, PAGE_523])
_ROUND = 110
"""So many passes take a round over the whole past."""


class Desk10(RuleBasedStateMachine):
    """A seller's counter at Qoo10, in any weather."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.market = Market(seeded_rows(160, until=START, burst=70), now=self.clock)
        self.stand_in = StandIn(self.market)
        self.desk = Qoo10Desk(self.stand_in, self.clock, self.folder / "store.db")
        self.sent: list[OutboxRow] = []

    def teardown(self) -> None:
        try:
            self._quieten()
        finally:
            self.desk.close()
            self.stand_in.close()
            shutil.rmtree(self.folder)

    @rule(place=_PLACES, delay_s=st.sampled_from([0, 5, 60, 3_000, 90_000]))
    def a_customer_writes(self, place: int, delay_s: int) -> None:
        """A row shows up, perhaps long after the time it bears."""
        self.market.add(
            body=f"質問 {place}", at=START.fromtimestamp(self.clock().timestamp() - delay_s, START.tzinfo)
        )

    @rule(place=_PLACES)
    def a_customer_asks_again(self, place: int) -> None:
        self.market.follow_up(self._row(place), f"追伸 {place}", quirks=self.stand_in.quirks)

    @rule(place=_PLACES, status=st.sampled_from(["S1", "S2", "S3"]))
    def somebody_changes_a_status(self, place: int, status: str) -> None:
        self.market.set_status(self._row(place), status, quirks=self.stand_in.quirks)

    @rule(
        row_cap=st.sampled_from([None, 50, 60, 100]),
        order=st.sampled_from(list(Order)),
        duplicate_every=st.sampled_from([0, 3]),
        linger_reads=st.sampled_from([0, 1, 3]),
        wrapping=st.sampled_from(list(Wrapping)),
        case=st.sampled_from(["upper", "lower", "mixed"]),
        has_status=st.booleans(),
    )
    def the_service_shows_another_side(
        self,
        row_cap: int | None,
        order: Order,
        duplicate_every: int,
        linger_reads: int,
        wrapping: Wrapping,
        case: str,
        has_status: bool,
    ) -> None:
        self.stand_in.quirks = Quirks(
            row_cap=row_cap,
            order=order,
            duplicate_every=duplicate_every,
            linger_reads=linger_reads,
            wrapping=wrapping,
            field_case=case,
            has_status=has_status,
        )

    @rule(fault=_FAULTS, method=st.sampled_from([LIST, ANSWER, None]), skip=st.integers(0, 6))
    def the_network_fails(self, fault: Fault, method: str | None, skip: int) -> None:
        self.stand_in.arm(fault, method, skip=skip)

    @rule(place=_PLACES, skip=st.integers(0, 6))
    def a_customer_writes_while_it_is_read(self, place: int, skip: int) -> None:
        self.stand_in.before(
            LIST,
            lambda: self.market.follow_up(self._row(place), f"途中 {place}", quirks=self.stand_in.quirks),
            skip=skip,
        )

    @rule(number=st.integers(0, 9))
    def the_password_changes(self, number: int) -> None:
        self.desk.password = f"秘密{number}"
        self.market.change_password(self.desk.password)

    @rule(minutes=st.sampled_from([1, 7, 90, 3_000]))
    def time_passes(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @rule()
    def it_is_read(self) -> None:
        attempt(self.desk.sync)

    @rule()
    def what_was_written_leaves(self) -> None:
        attempt(self.desk.deliver)

    @rule(place=_PLACES)
    def the_seller_answers(self, place: int) -> None:
        waiting = [each.id for each in self.desk.inquiries().values() if each.status is not Status.ANSWERED]
        if waiting:
            chosen = sorted(waiting)[place % len(waiting)]
            self.sent.append(self.desk.send(chosen, f"回答〔{len(self.sent)}〕"))

    @rule()
    def the_power_fails(self) -> None:
        self.desk.crash()

    def _row(self, place: int) -> Row:
        return self.market.rows[place % len(self.market.rows)]

    def _quieten(self) -> None:
        self.stand_in.lift()
        self.stand_in.quirks = Quirks(row_cap=self.stand_in.quirks.row_cap)
        self.desk.settle(passes=_ROUND)
        assert self.desk.seen() == self.desk.truth()
        received = Counter(reply.text for reply in self.market.replies)
        assert all(count == 1 for count in received.values())
        for row in self.sent:
            state, _ = self.desk.state(row)
            event(state)
            assert row.reply is not None
            if state is OutboxState.SENT:
                assert received[row.reply.body] == 1
            elif state is OutboxState.QUEUED:
                assert self._stands_behind_an_unclear_one(row)
            else:
                assert state in (OutboxState.FAILED, OutboxState.UNCONFIRMED), state

    def _stands_behind_an_unclear_one(self, row: OutboxRow) -> bool:
        """Tell whether an earlier reply to the same inquiry waits for the seller, which holds this one up."""
        earlier = (each for each in self.sent[: self.sent.index(row)] if each.inquiry_id == row.inquiry_id)
        return any(self.desk.state(each)[0] is OutboxState.UNCONFIRMED for each in earlier)


Desk10.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_the_store_holds_what_qoo10_does = Desk10.TestCase
