"""Why: whatever a service sends, the readable part is shown and nothing crashes."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpost.api.rest import codec
from qpost.models.inquiry import Inquiry, Source, Status, Summary

MESSAGE: dict[str, Any] = {
    "id": "m1", "author": "customer", "author_name": "田中", "title": "題", "body": "本文\r\n<b>x</b>",
    "attachments": [
        {"id": "f1", "file_name": "a.png", "media_type": "image/png", "size": 3, "sha256": "00"},
    ],
    "at": "2026-11-20T12:00:00+09:00", "auto": False, "extension": None,
}  # fmt: skip
INQUIRY: dict[str, Any] = {
    "id": "i1", "number": "1", "source": "customer", "visibility": "public", "kind": "shipping",
    "category": "配送", "status": "unanswered", "hidden": False, "title": "いつ届きますか",
    "customer": {"name": "田中", "restricted": False},
    "item": {"number": "9", "name": "n", "category": "c", "url": "https://x"},
    "order_no": "5", "cart_no": None, "received_at": "2026-11-20T12:00:00+09:00", "replied_at": None,
    "updated_at": "2026-11-20T03:00:00Z", "version": 1, "handled_by": None, "message_count": 1,
    "last_message_preview": "本文", "presence": [{"extension": "A", "state": "viewing"}],
    "messages": [MESSAGE],
}  # fmt: skip
NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def page(*items: object, **frame: object) -> bytes:
    whole = {"items": items, "deleted": [], "next_cursor": "c", "has_more": False}
    return json.dumps(whole | frame).encode()


def is_sound(row: Inquiry) -> bool:
    times = [row.received_at, row.updated_at, *[each.at for each in row.messages or ()]]
    return all(each.tzinfo is UTC for each in times) and 0 <= row.version < 2**63


def test_a_page_by_the_contract_is_read_whole_with_times_in_utc() -> None:
    answer, unreadable = codec.changes_page(
        page(INQUIRY, {**INQUIRY, "id": "i2"}, deleted=["x"], has_more=True)
    )
    first = answer.items[0]
    assert unreadable is None
    assert [each.id for each in answer.items] == ["i1", "i2"]
    assert (answer.deleted, answer.next_cursor, answer.has_more) == (("x",), "c", True)
    assert first.messages is not None
    assert (first.received_at, first.messages[0].at) == (NOON, NOON)
    assert is_sound(first)
    assert first.messages[0].body == "本文\r\n<b>x</b>"


def test_unknown_words_and_fields_pass() -> None:
    answer, unreadable = codec.changes_page(
        page({**INQUIRY, "source": "robot", "status": "парк", "new_field": {"a": 1}})
    )
    assert unreadable is None
    assert (answer.items[0].source, answer.items[0].source.is_known) == (Source("robot"), False)
    assert answer.items[0].status == Status("парк")


@pytest.mark.parametrize(
    "change",
    [
        *({"title": 7}, {"version": "1"}, {"version": 2**63}, {"version": -1}, {"id": ""}, {"id": "x" * 600}),
        *({"received_at": "2026-11-20T12:00:00"}, {"received_at": "yesterday"}, {"customer": None}),
        *({"updated_at": "0001-01-01T00:00:00+09:00"}, {"message_count": 2**70}, {"item": []}),
    ],
)
def test_one_bad_row_does_not_lose_the_page(change: dict[str, object]) -> None:
    answer, unreadable = codec.changes_page(page(INQUIRY, {**INQUIRY, **change}, {**INQUIRY, "id": "i3"}))
    assert [each.id for each in answer.items] == ["i1", "i3"]
    assert unreadable is not None
    assert (unreadable.what, unreadable.count) == ("inquiries", 1)
    assert "yesterday" not in unreadable.reason


@pytest.mark.parametrize("row", [None, 3, "x", [], {}, [[]]])
def test_a_row_that_is_no_object_is_left_out(row: object) -> None:
    answer, unreadable = codec.changes_page(page(row, INQUIRY))
    assert [each.id for each in answer.items] == ["i1"]
    assert unreadable is not None


def test_nulls_and_unreadable_messages_do_not_lose_an_inquiry() -> None:
    messages = [MESSAGE, {**MESSAGE, "at": "soon"}, None, {**MESSAGE, "id": "m3", "attachments": None}]
    answer, unreadable = codec.changes_page(page({**INQUIRY, "presence": None, "messages": messages}))
    assert unreadable is None
    row = answer.items[0]
    assert row.presence == ()
    assert [each.id for each in row.messages or ()] == ["m1", "m3"]


def test_sizes_no_store_could_hold_lose_the_file_not_the_message() -> None:
    files = [{**MESSAGE["attachments"][0], "size": size} for size in (1, -1, 2**63)]
    row = codec.single_inquiry(
        json.dumps({**INQUIRY, "messages": [{**MESSAGE, "attachments": files}]}).encode()
    )
    assert row.messages is not None
    assert [each.size for each in row.messages[0].attachments] == [1]


def test_half_a_surrogate_pair_and_bytes_that_are_not_utf8_are_replaced() -> None:
    body = page({**INQUIRY, "title": "SURROGATE"}).replace(b"SURROGATE", b"a\\ud83d b\xff")
    answer, unreadable = codec.changes_page(b"\xef\xbb\xbf" + body)
    assert unreadable is None
    assert answer.items[0].title == "a\ufffd b\ufffd"


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"[]", b"{", b'"x"', b"{}", b"\x00", b'{"items": 3}', b"<html>"),
        *(page(next_cursor=None), page(next_cursor=1), page(deleted={}), page(has_more="no"), b"[" * 300_000),
        b'{"items": [], "deleted": [], "next_cursor": "c", "has_more": ' + b"9" * 10_000 + b"}",
    ],
)
def test_an_answer_without_its_frame_is_garbled(body: bytes) -> None:
    with pytest.raises(codec.Garbled):
        codec.changes_page(body)


def test_a_huge_thread_is_read() -> None:
    many = [{**MESSAGE, "id": f"m{number}"} for number in range(10_000)]
    row = codec.single_inquiry(json.dumps({**INQUIRY, "title": "t" * 1_000_000, "messages": many}).encode())
    assert row.messages is not None
    assert (len(row.messages), len(row.title)) == (10_000, 1_000_000)


@settings(max_examples=200)
@given(field=st.sampled_from(sorted(INQUIRY)), value=JSON_VALUES, is_missing=st.booleans())
def test_every_field_missing_null_or_of_another_type(field: str, value: object, is_missing: bool) -> None:
    row = {name: each for name, each in INQUIRY.items() if name != field}
    if not is_missing:
        row[field] = value
    answer, unreadable = codec.changes_page(page(INQUIRY, row))
    assert len(answer.items) + (unreadable.count if unreadable else 0) == 2
    assert all(map(is_sound, answer.items))


@settings(max_examples=200)
@given(field=st.sampled_from(sorted(MESSAGE)), value=JSON_VALUES)
def test_every_message_field_of_another_type(field: str, value: object) -> None:
    row = {**INQUIRY, "messages": [MESSAGE, {**MESSAGE, field: value}]}
    answer, unreadable = codec.changes_page(page(row))
    assert unreadable is None
    assert len(answer.items[0].messages or ()) in (1, 2)
    assert is_sound(answer.items[0])


@given(st.binary(max_size=80) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_garbled(body: bytes) -> None:
    for read in (
        codec.changes_page, codec.written_inquiry, codec.single_inquiry, codec.shop_page, codec.template_page,
        codec.order, codec.item, codec.attachment, codec.health, codec.summary, codec.auto_reply_body,
    ):  # fmt: skip
        try:
            read(body)
        except codec.Garbled as error:
            assert len(str(error)) <= 200  # noqa: PT017


@given(st.text())
def test_text_survives_the_round_trip(text: str) -> None:
    body = codec.encoded({**INQUIRY, "messages": [{**MESSAGE, "body": text}]})
    messages = codec.single_inquiry(body).messages
    assert messages is not None
    assert messages[0].body == text


def test_templates_shops_orders_and_counters() -> None:
    template = {
        "id": "t", "folder": "", "title": "a", "body": "b", "shortcut": "", "position": 1,
        "attachment_ids": [], "updated_at": "2026-11-20T12:00:00+09:00",
    }  # fmt: skip
    naive = {**template, "updated_at": "2026-11-20T12:00:00"}
    templates = codec.template_page(json.dumps({"items": [template], "next_cursor": "n"}).encode())
    assert (templates.items[0].updated_at.tzinfo, templates.next_cursor) == (UTC, "n")
    mixed = codec.template_page(json.dumps({"items": [naive, template, {}]}).encode())
    assert len(mixed.items) == 1
    assert mixed.unreadable is not None
    assert mixed.unreadable.count == 2
    shop = {"id": "s", "name": "n", "code": "c", "country": "JP", "inquiry_email": "e", "unanswered": 2}
    shops = codec.shop_page(json.dumps({"items": [shop, {**shop, "unanswered": None}]}).encode())
    assert len(shops.items) == 1
    found = codec.order(
        b'{"number": "5", "items": [], "paid_at": "2026-11-20T12:00:00+09:00", "on_time": null}'
    )
    assert (found.paid_at, found.shipped_at) == (NOON, None)
    with pytest.raises(codec.Garbled):
        codec.order(b'{"number": "5", "items": [], "paid_at": "2026-11-20T12:00:00"}')
    counts = codec.summary(
        b'{"customer": {"unanswered": 1, "answering": 2}, "qoo10": {"unanswered": 3, "unconfirmed": 4},'
        b' "window_days": 30, "hot_items": null}'
    )
    assert isinstance(counts, Summary)
    assert counts.hot_items == ()
