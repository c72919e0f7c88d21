"""Why: whatever Qoo10 wraps its rows in, none is lost, none invented, and an odd one costs no other."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.api.qapi.codec import SUCCESS, Envelope, envelope, listed_window
from qpost.api.rest.codec import Garbled
from qpost.models.listing import ODD_ROW_LIMIT_CHARS, ListedRow, ListingStatus
from tests.qapi import wire
from tests.qapi.quirks import Empty, Quirks, Wrapping
from tests.qapi.rows import ODD_ROWS, Row

S1 = ListingStatus.UNPROCESSED
NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ROW: dict[str, Any] = {
    "INQ_TYPE": "MSG", "QUESTION_NO": "700", "SEQ_NO": "2", "INQ_DT": "20261120120000", "TITLE": "題",
    "CONTENTS": "本文\r\n&lt;b&gt; <b>", "CUST_NM": "山田", "GD_NM": "傘", "STATUS": "S2",
}  # fmt: skip
READ = ListedRow(
    type="MSG", question_no="700", seq_no="2", at=NOON, status="S2", title="題", body="本文\r\n&lt;b&gt; <b>",
    customer="山田", item_name="傘",
)  # fmt: skip

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
)
JSON_VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
NAMES = [*ROW, "ORDER_NO", "PACK_NO", "ITEM_NO", "GD_NO", "ITEM_CODE", "Extra"]
ROWS = st.builds(
    lambda changes, missing: {k: v for k, v in ({**ROW, **changes}).items() if k not in missing},
    st.dictionaries(st.sampled_from(NAMES), JSON_VALUES, max_size=4),
    st.sets(st.sampled_from(list(ROW)), max_size=2),
)
MARKED = ROWS.map(lambda row: {**row, "SEQ_NO": row.get("SEQ_NO")})
"""Rows of any sort that still show by a name that they are rows."""


def window(result: object) -> tuple[list[ListedRow], list[str], int]:
    read = listed_window(result, status=S1)
    return list(read.rows), [each.reason for each in read.odd], read.count


def test_a_row_is_read_exactly() -> None:
    assert window([ROW]) == ([READ], [], 1)


@pytest.mark.parametrize("wrapping", list(Wrapping))
@pytest.mark.parametrize("case", ["upper", "lower", "mixed"])
@pytest.mark.parametrize("count", [1, 3])
def test_every_wrapping_and_case_reads_alike(wrapping: Wrapping, case: str, count: int) -> None:
    row = Row("MSG", "700", "2", int(NOON.timestamp()), "S2", "題", READ.body, "山田", "傘")
    for single in (False, True):
        quirks = Quirks().but(
            wrapping=wrapping, field_case=case, envelope_case=case, lists_single=single, text_codes=single
        )
        found = envelope(wire.listed([row] * count, status="S2", quirks=quirks))
        assert found.code == SUCCESS
        assert window(found.result) == ([READ] * count, [], count)


@pytest.mark.parametrize("empty", list(Empty))
@pytest.mark.parametrize("wrapping", list(Wrapping))
def test_nothing_is_no_rows(empty: Empty, wrapping: Wrapping) -> None:
    body = wire.listed([], status="S1", quirks=Quirks().but(empty=empty, wrapping=wrapping))
    assert window(envelope(body).result) == ([], [], 0)


@pytest.mark.parametrize(
    "result",
    [{"InquiryInfo": None}, {"inquiryMessage": []}, {"InquiryList": []}, {}, " ", "[]", "null", "{}"],
)  # fmt: skip
def test_other_forms_of_nothing(result: object) -> None:
    assert window(result) == ([], [], 0)


@pytest.mark.parametrize(
    "result", [7, True, 0.5, "no rows today", {"Count": 3}, {"a": [1], "b": [2]}, "{nope"]
)
def test_what_is_no_rows_at_all_never_counts_as_none(result: object) -> None:
    with pytest.raises(Garbled):
        window(result)


def test_two_wrappers_side_by_side_are_both_read() -> None:
    rows, odd, count = window({"InquiryInfo": {"count": 2}, "InquiryMessage": [ROW, ROW]})
    assert (rows, odd, count) == ([READ, READ], ["no-number"], 3)


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"QUESTION_NO": 12345678901234567890123}, {"question_no": "12345678901234567890123"}),
        ({"QUESTION_NO": 700.0, "SEQ_NO": 0}, {"question_no": "700", "seq_no": "0"}),
        ({"SEQ_NO": " 2 "}, {"seq_no": "2"}),
        ({"INQ_DT": 20261120120000}, {}),
        ({"INQ_DT": "2026-11-20 12:00:00.123"}, {}),
        ({"INQ_DT": "2026/11/20T12:00"}, {}),
        ({"STATUS": None}, {"status": "S1"}),
        ({"STATUS": ["S3"]}, {"status": "S1"}),
        ({"STATUS": "S9"}, {"status": "S9"}),
        ({"INQ_TYPE": "CHAT"}, {"type": "CHAT"}),
        ({"INQ_TYPE": None}, {"type": ""}),
        ({"TITLE": None, "CONTENTS": 5, "CUST_NM": True}, {"title": "", "body": "5", "customer": "true"}),
        ({"CONTENTS": {"a": ["ü", None]}}, {"body": '{"a":["ü",null]}'}),
        ({"title": "small"}, {}),
        ({"TITLE": None, "title": "small"}, {"title": "small"}),
        ({"GD_NO": 55, "ORDER_NO": "77"}, {"item_no": "55", "order_no": "77"}),
        ({"ItemCode": "56", "PACK_NO": 78}, {"item_no": "56", "order_no": "78"}),
        ({"ITEM_NO": "", "ORDER_NO": None}, {}),
        ({"CONTENTS": "あ" * 1_000_000}, {"body": "あ" * 1_000_000}),
        ({"CONTENTS": "\u202e\x00\u200b👨‍👩‍👧"}, {"body": "\u202e\x00\u200b👨‍👩‍👧"}),
    ],
)
def test_odd_values_are_survived(change: dict[str, object], seen: dict[str, Any]) -> None:
    expected = {name: getattr(READ, name) for name in READ.__struct_fields__} | seen
    assert window([{**ROW, **change}]) == ([ListedRow(**expected)], [], 1)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        *((None, "no-row"), (7, "no-row"), (True, "no-row"), ("a row?", "no-row"), ([], "no-row")),
        ({}, "no-number"),
        ({**ROW, "QUESTION_NO": True}, "no-number"),
        ({**ROW, "QUESTION_NO": ""}, "no-number"),
        ({**ROW, "QUESTION_NO": "9" * 201}, "no-number"),
        ({**ROW, "SEQ_NO": None}, "no-sequence"),
        ({**ROW, "INQ_DT": "00010101000000"}, "bad-time"),
        ({**ROW, "INQ_DT": "19000101"}, "bad-time"),
        ({**ROW, "INQ_DT": "２０２６１１２０１２００００"}, "bad-time"),
        ({**ROW, "INQ_DT": "2026-11/20"}, "bad-time"),
    ],
)
def test_an_odd_row_is_kept_aside_with_its_text(row: object, reason: str) -> None:
    read = listed_window([ROW, row, ROW], status=S1)
    assert (len(read.rows), read.count) == (2, 3)
    assert [each.reason for each in read.odd] == [reason]
    assert json.loads(read.odd[0].raw) == row


def test_an_odd_rows_text_is_cut() -> None:
    read = listed_window([{**ROW, "SEQ_NO": None, "CONTENTS": "あ" * 1_000_000}], status=S1)
    assert len(read.odd[0].raw) == ODD_ROW_LIMIT_CHARS


def test_what_is_nested_without_end_is_one_odd_row() -> None:
    nested: object = ROW
    for _ in range(20):
        nested = {"InquiryInfo": [nested]}
    assert window([nested, ROW]) == ([READ], ["no-row"], 2)


def test_the_stand_ins_odd_rows_are_odd() -> None:
    body = wire.success([ROW, *ODD_ROWS, ROW], Quirks())
    read = listed_window(envelope(body).result, status=S1)
    assert (len(read.rows), len(read.odd), read.count) == (2, len(ODD_ROWS), len(ODD_ROWS) + 2)


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"ResultCode": 0, "ResultMsg": "SUCCESS"}, "0", "SUCCESS"),
        ({"RESULTCODE": " 0 ", "ResultMsg": None}, "0", ""),
        ({"resultcode": 0.0}, "0", ""),
        ({"ResultCode": "-0010005", "ResultMsg": "x"}, "-10005", "x"),
        ({"ResultCode": "E7"}, "E7", ""),
        ({"ErrorCode": -90001, "ErrorMsg": "存在しないAPIです。"}, "-90001", "存在しないAPIです。"),
        ({"ErrorCode": "-90001", "ResultCode": 0}, "-90001", ""),
        ({"ErrorCode": 0, "ResultCode": 0}, "0", ""),
    ],
)
def test_the_frame_says_whether_it_worked(body: object, code: str, message: str) -> None:
    for content in (json.dumps(body), json.dumps(json.dumps(body)), "\ufeff" + json.dumps(body)):
        found = envelope(content.encode())
        assert (found.code, found.message) == (code, message)


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>", b"Can't find method Info", b"[]", b"null", b"7", b'{"ResultObject": []}'),
        *(b'{"ResultCode": null}', b'{"ResultCode": []}', b'{"ResultCode": true}', b'{"ErrorCode": 0}'),
        *(b"[" * 100_000, b'{"ResultCode": 0, "ResultObject": ' + b"[" * 100_000, wire.PAGE.encode()),
    ],
)
def test_what_says_neither_yes_nor_no_is_garbled(body: bytes) -> None:
    with pytest.raises(Garbled):
        envelope(body)


@pytest.mark.parametrize(
    "contents",
    ['"raw\nline\tends"', '"half \\ud83d"', '"bytes \xff"', "NaN", "-Infinity", "1e999", "9" * 6000],
)
def test_json_that_is_not_quite_json_costs_no_row(contents: str) -> None:
    text = json.dumps({"ResultCode": 0, "ResultObject": [ROW, {**ROW, "CONTENTS": "HERE"}]})
    body = text.replace('"HERE"', contents).encode("latin-1")
    rows, reasons, count = window(envelope(body).result)
    assert (len(rows), reasons, count) == (2, [], 2)
    assert rows[1].body.encode()


@given(st.binary(max_size=60) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_an_envelope_or_garbled(body: bytes) -> None:
    try:
        found = envelope(body)
    except Garbled:
        return
    assert isinstance(found, Envelope)
    assert found.code


@given(JSON_VALUES | st.lists(ROWS | JSON_VALUES, max_size=4))
def test_any_result_is_a_window_or_garbled(result: object) -> None:
    try:
        read = listed_window(result, status=S1)
    except Garbled:
        assert not isinstance(result, list)
        return
    assert read.count == len(read.rows) + len(read.odd)
    assert all(row.at.tzinfo is UTC and row.question_no and row.seq_no for row in read.rows)


@given(
    st.lists(MARKED | SCALARS.filter(lambda each: not isinstance(each, str)), min_size=1, max_size=6),
    st.sampled_from([Wrapping.ARRAY, Wrapping.INFO, Wrapping.MESSAGE, Wrapping.EACH, Wrapping.TEXT]),
)
def test_no_row_is_lost_or_invented(rows: list[object], wrapping: Wrapping) -> None:
    sent = [Row("", "", "", 0, "S1", "", "", "", "", raw=(row,)) for row in rows]
    body = wire.listed(sent, status="S1", quirks=Quirks().but(wrapping=wrapping))
    alone = [listed_window([row], status=S1) for row in rows]
    read = listed_window(envelope(body).result, status=S1)
    assert read.count == len(rows)
    assert read.rows == tuple(row for each in alone for row in each.rows)
    assert len(read.odd) == sum(len(each.odd) for each in alone)
