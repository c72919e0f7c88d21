"""Why: what tests believe of Qoo10 they believe of the stand-in, so each of its switches must do its work."""

import http.client
import json
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from qpost.models.jst import JST
from tests.qapi.faults import CUT_AFTER, CUT_BEFORE, CUT_HALFWAY, HANG_AFTER, PAGE_200, PAGE_523
from tests.qapi.fixtures import MakeStandIn
from tests.qapi.market import Market, Reply
from tests.qapi.quirks import Order, Quirks
from tests.qapi.rows import ODD_ROWS, Row, burst_end, seeded_rows
from tests.qapi.stand_in import ANSWER, KEY, LIST, StandIn

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Caller:
    """A client that knows nothing but HTTP."""

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in
        self.key = ""
        self.sign_in()

    def sign_in(self) -> Any:
        market = self.stand_in.market
        found = self.ask(
            f"CertificationAPI.{KEY}", key=market.api_key, user_id=market.login, pwd=market.password
        )
        self.key = found.get("ResultObject") or self.key
        return found

    def ask(self, method: str, *, key: str = "", **form: str) -> Any:
        return json.loads(self.raw(method, key=key, **form))

    def raw(self, method: str, *, key: str = "", **form: str) -> bytes:
        headers = {"GiosisCertificationKey": key or self.key, "Connection": "close"}
        request = urllib.request.Request(  # noqa: S310 - http to this computer
            f"{self.stand_in.url}/{method}", urlencode(form).encode(), headers
        )
        with DIRECT.open(request, timeout=20) as answer:
            content: bytes = answer.read()
            return content

    def rows(self, status: str = "S1", start: str = "20261101", end: str = "20261130") -> list[Any]:
        found = self.ask(f"CSCenter.{LIST}", proc_status=status, search_start_dt=start, search_end_dt=end)
        assert found["ResultCode"] == 0, found
        rows: list[Any] = found["ResultObject"]
        return rows

    def numbers(self, status: str = "S1") -> list[str]:
        return [row["QUESTION_NO"] for row in self.rows(status)]

    def reply(self, row: Row, text: str = "はい。") -> Any:
        thread = {"inq_type": row.type, "question_no": row.question_no, "seq_no": row.seq_no}
        return self.ask(f"CSCenter.{ANSWER}", **thread, contents=text)


@pytest.fixture
def caller(make_stand_in: MakeStandIn) -> Caller:
    return Caller(make_stand_in(Market(now=lambda: NOW)))


def test_a_window_holds_its_bounds_and_a_day_is_a_whole_day_in_japan(caller: Caller) -> None:
    market = caller.stand_in.market
    for hour, minute, second in [(0, 0, 0), (23, 59, 59)]:
        market.add(at=datetime(2026, 11, 20, hour, minute, second, tzinfo=JST))
    assert len(caller.rows(start="20261120", end="20261120")) == 2
    assert len(caller.rows(start="20261120000000", end="20261120235958")) == 1
    assert caller.rows(start="20261121", end="20261121") == []
    asked = {"proc_status": "S1", "search_start_dt": "soon", "search_end_dt": "20261120"}
    assert caller.ask(f"CSCenter.{LIST}", **asked)["ResultCode"] == -10002


def test_a_cap_cuts_silently_and_the_order_says_what_is_left(caller: Caller) -> None:
    added = [caller.stand_in.market.add(at=NOW + timedelta(seconds=step)).question_no for step in range(50)]
    caller.stand_in.quirks = Quirks(row_cap=10)
    assert caller.numbers() == added[:10]
    caller.stand_in.quirks = Quirks(row_cap=10, order=Order.NEWEST)
    assert caller.numbers() == added[:-11:-1]
    caller.stand_in.quirks = Quirks(order=Order.SHUFFLED)
    assert caller.numbers() != added
    assert sorted(caller.numbers()) == added
    caller.stand_in.quirks = Quirks(duplicate_every=25)
    assert Counter(caller.numbers()).most_common(3)[1:] == [(added[49], 2), (added[0], 1)]


def test_an_older_or_longer_window_may_be_refused(caller: Caller) -> None:
    def code(quirks: Quirks) -> int:
        caller.stand_in.quirks = quirks
        span = {"search_start_dt": "20261101", "search_end_dt": "20261130"}
        found: int = caller.ask(f"CSCenter.{LIST}", proc_status="S1", **span)["ResultCode"]
        return found

    assert (code(Quirks(reaches_back_days=18)), code(Quirks(reaches_back_days=20))) == (-20001, 0)
    assert (code(Quirks(longest_days=29)), code(Quirks(longest_days=30))) == (-20002, 0)


def test_odd_values_and_rows_go_out_as_they_are(caller: Caller) -> None:
    market = caller.stand_in.market
    market.add(fields={"GD_NM": None, "ORDER_NO": 77, "STATUS": "S9"}, type="CHAT")
    for raw in ODD_ROWS:
        market.add(raw=(raw,))
    first, *others = caller.rows()
    assert (first["GD_NM"], first["ORDER_NO"], first["STATUS"], first["INQ_TYPE"]) == (None, 77, "S9", "CHAT")
    assert others == list(ODD_ROWS)
    caller.stand_in.quirks = Quirks(has_status=False)
    assert "STATUS" in caller.rows()[0]
    market.add(at=NOW - timedelta(days=1))
    assert "STATUS" not in caller.rows()[0]


def test_an_answer_settles_the_thread_and_every_copy_of_it_is_kept(caller: Caller) -> None:
    market, quirks = caller.stand_in.market, caller.stand_in.quirks
    first = market.add()
    second = market.follow_up(first, "もう一度", quirks=quirks)
    assert (first.question_no, first.seq_no, second.seq_no) == (second.question_no, "1", "2")
    for _ in range(2):
        assert caller.reply(second, "はい 👍")["ResultCode"] == 0
    assert market.replies == [Reply("MSG", first.question_no, "2", "はい 👍", NOW)] * 2
    assert (caller.rows("S1"), len(caller.rows("S3"))) == ([], 2)
    market.follow_up(first, "さらに", quirks=quirks)
    assert (len(caller.rows("S1")), caller.rows("S3")) == (3, [])


def test_a_status_may_be_each_rows_own(caller: Caller) -> None:
    caller.stand_in.quirks = Quirks(thread_status=False)
    market, quirks = caller.stand_in.market, caller.stand_in.quirks
    first = market.add(status="S3")
    second = market.follow_up(first, "もう一度", quirks=quirks)
    assert [row["SEQ_NO"] for row in caller.rows("S1")] == [second.seq_no]
    caller.reply(second)
    assert (caller.rows("S1"), len(caller.rows("S3"))) == ([], 2)


def test_a_reply_to_nothing_or_of_nothing_is_refused_and_not_kept(caller: Caller) -> None:
    row = caller.stand_in.market.add()
    assert caller.reply(row, "")["ResultCode"] == -10001
    assert caller.ask(f"CSCenter.{ANSWER}", inq_type="MSG", question_no="404")["ResultCode"] == -10001
    assert caller.stand_in.market.replies == []


def test_a_change_may_show_under_both_statuses_for_a_while(caller: Caller) -> None:
    caller.stand_in.quirks = Quirks(linger_reads=2)
    row = caller.stand_in.market.add()
    caller.reply(row)
    seen = [(caller.numbers("S1"), caller.numbers("S3")) for _ in range(3)]
    number = row.question_no
    assert seen == [([number], [number]), ([number], [number]), ([], [number])]


def test_a_password_changed_in_the_middle_voids_the_key_and_a_new_one_works(caller: Caller) -> None:
    stand_in = caller.stand_in
    stand_in.before(LIST, lambda: stand_in.market.change_password("new"), skip=1)
    assert caller.rows() == []
    found = caller.ask(
        f"CSCenter.{LIST}", proc_status="S1", search_start_dt="20261101", search_end_dt="20261101"
    )
    assert (found["ResultCode"], found["ResultObject"]) == (stand_in.quirks.void_key_code, None)
    assert caller.sign_in()["ResultCode"] == 0
    assert caller.rows() == []
    stand_in.market.change_api_key("another")
    found = caller.ask(f"CertificationAPI.{KEY}", key="old", user_id="a", pwd="b")
    assert found["ResultCode"] == stand_in.quirks.api_key_code
    stand_in.market.now = lambda: NOW + timedelta(days=365)
    assert caller.ask("itemslookup.getitemdetailinfo")["ResultCode"] == stand_in.quirks.void_key_code


def test_errors_come_in_both_envelopes_and_codes_as_text(caller: Caller) -> None:
    caller.stand_in.quirks = Quirks(errors_as_error=True)
    assert caller.ask("CSCenter.Nothing") == {"ErrorCode": -90001, "ErrorMsg": "存在しないAPIです。"}
    caller.stand_in.quirks = Quirks(text_codes=True, envelope_case="lower")
    assert caller.ask("CSCenter.Nothing")["resultcode"] == "-90001"


def test_faults_strike_before_or_after_the_work_as_often_as_armed(caller: Caller) -> None:
    stand_in = caller.stand_in
    row = stand_in.market.add()
    for fault, kept in [(CUT_BEFORE, 0), (CUT_AFTER, 1), (CUT_HALFWAY, 2)]:
        stand_in.arm(fault, ANSWER)
        with pytest.raises((OSError, http.client.HTTPException)):
            caller.reply(row)
        assert len(stand_in.market.replies) == kept
    stand_in.arm(PAGE_200, LIST, times=2, skip=1)
    bodies = [caller.raw(f"CSCenter.{LIST}", proc_status="S1") for _ in range(4)]
    assert [body.startswith(b"<!DOCTYPE html>") for body in bodies] == [False, True, True, False]
    stand_in.arm(PAGE_523)
    with pytest.raises(urllib.error.HTTPError) as caught:
        caller.rows()
    assert caught.value.code == 523
    caught.value.close()
    assert stand_in.counts == {KEY: 1, ANSWER: 3, LIST: 5}


def test_what_hangs_is_cut_when_the_fault_is_lifted(caller: Caller) -> None:
    stand_in = caller.stand_in
    row = stand_in.market.add()
    stand_in.arm(HANG_AFTER, ANSWER)
    ended = threading.Event()

    def reply() -> None:
        with pytest.raises((OSError, http.client.HTTPException)):
            caller.reply(row)
        ended.set()

    thread = threading.Thread(target=reply)
    thread.start()
    arrived = threading.Event()
    stand_in.before(LIST, arrived.set)
    caller.rows()
    assert arrived.is_set()
    assert not ended.is_set()
    stand_in.lift()
    thread.join(10)
    assert ended.is_set()
    assert len(stand_in.market.replies) == 1


def test_some_share_of_requests_fails_before_or_after_the_work(caller: Caller) -> None:
    stand_in = caller.stand_in
    stand_in.quirks = Quirks(failing=0.5)
    row = stand_in.market.add()
    codes = Counter[int]()
    for _ in range(60):
        try:
            codes[caller.reply(row)["ResultCode"]] += 1
        except urllib.error.HTTPError as error:
            codes[error.code] += 1
            error.close()
    assert codes.keys() == {0, 500}
    assert codes[0] < len(stand_in.market.replies) < 60


def test_slow_answers_overlap(caller: Caller) -> None:
    caller.stand_in.quirks = Quirks(slow_s=0.2)
    threads = [threading.Thread(target=caller.rows) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert caller.stand_in.most_at_once > 1


def test_the_same_seed_makes_the_same_rows() -> None:
    rows = list(seeded_rows(20_000, seed=3, until=NOW, days=100, burst=500))
    assert rows[:50] == list(seeded_rows(20_000, seed=3, until=NOW, days=100, burst=500))[:50]
    assert rows[:50] != list(seeded_rows(20_000, seed=4, until=NOW, days=100, burst=500))[:50]
    assert len({(row.type, row.question_no, row.seq_no) for row in rows}) == 20_000
    assert {row.status for row in rows} == {"S1", "S2", "S3"}
    first = (NOW - timedelta(days=100)).timestamp()
    assert all(first <= row.second <= NOW.timestamp() for row in rows)
    end = burst_end(NOW, days=100).timestamp()
    assert sum(end - 3600 <= row.second <= end + 120 for row in rows) >= 500


def test_another_process_can_start_it_count_and_turn_its_switches() -> None:
    command = [sys.executable, "-m", "tests.qapi", "--rows", "300", "--until", NOW.isoformat()]
    process = subprocess.Popen(
        [*command, "--quirks", '{"row_cap": 7, "wrapping": "InquiryInfo"}'],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        known = json.loads(process.stdout.readline())
        parts = urlsplit(known["url"])
        control = f"{parts.scheme}://{parts.netloc}/stand-in"
        with DIRECT.open(control, timeout=20) as answer:
            assert json.load(answer) == {"counts": {}, "rows": 300, "replies": []}
        with DIRECT.open(control, b'{"row_cap": 3}', timeout=20) as answer:
            assert json.load(answer)["rows"] == 300
        form = urlencode({"user_id": known["login"], "pwd": known["password"]}).encode()
        request = urllib.request.Request(  # noqa: S310 - http to this computer
            f"{known['url']}/CertificationAPI.{KEY}", form, {"GiosisCertificationKey": known["api_key"]}
        )
        with DIRECT.open(request, timeout=20) as answer:
            key = json.load(answer)["ResultObject"]
        form = urlencode(
            {"proc_status": "S3", "search_start_dt": "20250101", "search_end_dt": "20261231"}
        ).encode()
        request = urllib.request.Request(  # noqa: S310 - http to this computer
            f"{known['url']}/CSCenter.{LIST}", form, {"GiosisCertificationKey": key}
        )
        with DIRECT.open(request, timeout=20) as answer:
            assert len(json.load(answer)["ResultObject"]["InquiryInfo"]) == 3
        process.stdin.close()
        assert process.wait(20) == 0
