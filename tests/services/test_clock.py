"""Why: a clock set back a day, another time zone and another language hold nothing up and lose nothing."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from qpost.models.inquiry import InquiryId
from qpost.models.outbox import OutboxState
from qpost.models.outbox_rules import LONGEST_DELAY_S
from tests.services.desk import Desk, MakeDesk
from tests.services.marketplace import Marketplace, offline
from tests.store.letters import START, fill, make_draft, make_entry, open_store

DAY_S = 86_400.0

_READER = """
import json, sys
from pathlib import Path
from tests.store.letters import open_store
store = open_store(Path(sys.argv[1]))
print(json.dumps({
    "drafts": [[d.inquiry_id, d.body, d.updated_at.timestamp()] for d in store.drafts.all()],
    "replies": [[e.row.id, e.row.not_before.timestamp()] for e in store.outbox.unfinished()],
    "recovered": store.recovered is not None,
}))
store.close()
"""


@pytest.mark.parametrize("back_s", [60.0, 1800.0, DAY_S, 400 * DAY_S])
def test_a_held_reply_goes_although_the_clock_went_back(
    desk: Desk, market: Marketplace, back_s: float
) -> None:
    row = desk.send(hold_s=5)
    desk.clock.forward(-back_s)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(InquiryId("i1")) == ["ありがとうございます。"]


@pytest.mark.parametrize("is_restarted", [False, True])
@pytest.mark.parametrize("back_s", [7200.0, DAY_S])
def test_a_reply_that_waits_to_be_tried_again_is_not_held_for_a_day(
    desk: Desk, market: Marketplace, back_s: float, is_restarted: bool
) -> None:
    market.stage("inquiry", offline(may_have_arrived=False))
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.QUEUED
    if is_restarted:
        desk.reopen()
    desk.clock.forward(-back_s)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_a_small_step_back_is_noticed_while_the_program_runs(desk: Desk, market: Marketplace) -> None:
    desk.clock.forward(3600)
    row = desk.send()
    for _ in range(8):  # far into the backing off
        market.stage("inquiry", offline(may_have_arrived=False))
        desk.delivery.deliver_due()
        desk.clock.forward(LONGEST_DELAY_S)
    market.stage("inquiry", offline(may_have_arrived=False))
    desk.delivery.deliver_due()
    desk.clock.forward(-600)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_after_a_step_back_a_failing_reply_backs_off_as_ever(desk: Desk, market: Marketplace) -> None:
    for _ in range(2):
        market.stage("inquiry", offline(may_have_arrived=False))
    row = desk.send()
    desk.clock.forward(-DAY_S)
    desk.delivery.deliver_due()
    attempts = desk.replies.row(row.id)
    assert attempts is not None
    desk.delivery.deliver_due()
    again = desk.replies.row(row.id)
    assert again is not None
    assert again.attempts == attempts.attempts


def test_order_and_drafts_do_not_depend_on_the_clock(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    desk.send(body="一")
    desk.replies.save_draft(make_draft(1, text="昨日の続き"))
    desk.clock.forward(-DAY_S)
    desk.send(body="二")
    desk.replies.save_draft(make_draft(1, text="書き直し"))
    desk.reopen()
    kept = desk.store.drafts.get(InquiryId("i1"))
    assert kept is not None
    assert kept.body == "書き直し"
    desk.deliver_until_quiet()
    assert market.shop_messages(InquiryId("i1")) == ["一", "二"]


def test_another_time_zone_and_language_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    fill(store, drafts=4, replies=3, inquiries=5)
    store.close()
    for zone, language in (("Asia/Tokyo", "ja_JP.UTF-8"), ("America/New_York", "tr_TR.UTF-8"), ("UTC", "C")):
        answer = subprocess.run(
            [sys.executable, "-c", _READER, str(path)],
            env=os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        )
        told = json.loads(answer.stdout)
        assert told["recovered"] is False
        assert told["drafts"] == [
            [f"i{n}", make_draft(n).body, (START + timedelta(seconds=n)).timestamp()] for n in (3, 2, 1, 0)
        ]
        assert told["replies"] == [[make_entry(n).row.id, START.timestamp()] for n in range(3)]
