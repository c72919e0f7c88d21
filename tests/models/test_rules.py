"""Why: the pure rules hold for every text and every moment, not only for the ones somebody thought of."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.inquiry import (
    Attachment,
    Author,
    Customer,
    Inquiry,
    ItemRef,
    Message,
    Presence,
    Source,
    Status,
    Visibility,
)
from qpost.models.jst import JST, business_date, day_bounds, to_utc
from qpost.models.reply import (
    BODY_LIMIT,
    REPLY_PREFIX,
    TITLE_LIMIT,
    ReplyFault,
    body_length,
    reply_faults,
    reply_title,
)
from qpost.models.template_text import VARIABLES, fill, unfilled
from qpost.models.text import whole

moments = st.datetimes(min_value=datetime(2005, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))
texts = st.text(max_size=60)


@given(st.text(max_size=400))
def test_a_reply_title_is_prefixed_once_and_never_too_long(title: str) -> None:
    made = reply_title(title)
    assert made.lower().startswith("[re]")
    assert len(made) <= TITLE_LIMIT
    assert reply_title(made) == made


@pytest.mark.parametrize("title", ["[Re] サイズ", "[RE] サイズ", "[re]サイズ", "  [Re] サイズ "])
def test_a_title_that_has_the_prefix_keeps_it(title: str) -> None:
    assert reply_title(title) == title.strip()
    assert REPLY_PREFIX not in reply_title(title)[1:]


@given(st.text(max_size=1_200), st.text(max_size=220))
def test_what_is_accepted_is_within_the_limits(body: str, title: str) -> None:
    faults = reply_faults(title, body, Status.ANSWERED)
    assert (ReplyFault.BODY_EMPTY in faults) is (body.strip() == "")
    assert (ReplyFault.BODY_TOO_LONG in faults) is (body_length(body) > BODY_LIMIT)
    assert (ReplyFault.TITLE_EMPTY in faults) is (title.strip() == "")
    assert (ReplyFault.TITLE_TOO_LONG in faults) is (len(title.strip()) > TITLE_LIMIT)


@pytest.mark.parametrize(
    ("status", "is_allowed"),
    [
        (Status.ANSWERING, True),
        (Status.ANSWERED, True),
        (Status.UNANSWERED, False),
        (Status("frozen"), False),
    ],
)
def test_only_two_statuses_can_be_set(status: Status, is_allowed: bool) -> None:
    assert (reply_faults("t", "b", status) == ()) is is_allowed


@pytest.mark.parametrize("letter", ["😀", "𠮷", "あ", "\u0301"])
def test_length_is_counted_in_code_points(letter: str) -> None:
    assert body_length(f" {letter * BODY_LIMIT}\n") == BODY_LIMIT
    assert reply_faults("t", letter * BODY_LIMIT, Status.ANSWERED) == ()
    assert reply_faults("t", letter * (BODY_LIMIT + 1), Status.ANSWERED) == (ReplyFault.BODY_TOO_LONG,)


@given(st.dictionaries(st.sampled_from(VARIABLES), st.text(alphabet="あa{}", max_size=5)), texts)
def test_known_variables_are_filled_and_empty_ones_stay(values: dict[str, str], rest: str) -> None:
    body = " ".join(f"{{{name}}}" for name in VARIABLES)
    expected = " ".join(values.get(name) or f"{{{name}}}" for name in VARIABLES)
    assert fill(body, values) == expected
    assert fill(rest, {}) == rest


def test_unfilled_variables_are_named_once_in_order() -> None:
    assert unfilled("{order} {x} {order} {customer} {} {A} {a b}") == ("{order}", "{x}", "{customer}")


def test_a_value_is_never_taken_for_a_variable_again() -> None:
    assert fill("{customer}", {"customer": "{order}", "order": "4711"}) == "{order}"


@given(st.text(alphabet=st.characters(), max_size=50))
def test_whole_text_can_always_be_encoded(text: str) -> None:
    assert whole(text).encode() is not None
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert whole(text) == text


def test_halves_are_joined_or_replaced() -> None:
    assert whole("\ud83d\ude00") == "😀"
    assert whole("a\ud83d") == "a\ufffd"


@given(moments)
def test_a_business_day_contains_its_moments(moment: datetime) -> None:
    day = business_date(moment)
    start, end = day_bounds(day, day)
    assert start is not None
    assert end is not None
    assert start <= moment < end
    assert end - start == timedelta(days=1)
    assert start.astimezone(JST).hour == 0


def test_days_change_at_midnight_in_japan() -> None:
    assert business_date(datetime(2026, 1, 31, 14, 59, 59, tzinfo=UTC)) == date(2026, 1, 31)
    assert business_date(datetime(2026, 1, 31, 15, tzinfo=UTC)) == date(2026, 2, 1)
    assert day_bounds(None, None) == (None, None)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        to_utc(datetime(2026, 1, 1))
    other = datetime(2026, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    assert to_utc(other) == datetime(2026, 1, 1, tzinfo=UTC)


@given(texts.filter(lambda text: text not in {status.value for status in Status}))
def test_an_unknown_word_survives_decoding_and_encoding(word: str) -> None:
    status = msgspec.convert(word, Status)
    assert status == word
    assert not status.is_known
    assert msgspec.json.decode(msgspec.json.encode(status), type=Status) == status
    assert hash(status) == hash(word)


@pytest.mark.parametrize("status", list(Status))
def test_a_known_word_is_known(status: Status) -> None:
    assert status.is_known
    assert Status(status.value) is status


@pytest.mark.parametrize("value", [None, 3, ["unanswered"]])
def test_what_is_no_text_is_no_word(value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid Status"):
        Status(cast(str, value))


def _open(kind: type[Source | Visibility | Status | Author]) -> st.SearchStrategy[object]:
    return st.one_of(st.sampled_from(list(kind)), texts.map(kind))


_attachments = st.builds(
    Attachment, id=texts, file_name=texts, media_type=texts, size=st.integers(0, 2**40), sha256=texts
)
_messages = st.builds(
    Message,
    id=texts,
    author=_open(Author),
    author_name=texts,
    title=texts,
    body=texts,
    at=moments,
    attachments=st.lists(_attachments, max_size=2).map(tuple),
    auto=st.booleans(),
    extension=st.none() | texts,
)
_inquiries = st.builds(
    Inquiry,
    id=texts,
    number=texts,
    source=_open(Source),
    visibility=_open(Visibility),
    kind=texts,
    category=texts,
    status=_open(Status),
    hidden=st.booleans(),
    title=texts,
    customer=st.builds(Customer, name=texts, restricted=st.booleans()),
    received_at=moments,
    updated_at=moments,
    version=st.integers(0, 2**60),
    message_count=st.integers(0, 10_000),
    last_message_preview=texts,
    item=st.none() | st.builds(ItemRef, number=texts, name=texts, category=texts, url=texts),
    order_no=st.none() | texts,
    cart_no=st.none() | texts,
    replied_at=st.none() | moments,
    handled_by=st.none() | texts,
    presence=st.lists(st.builds(Presence, extension=texts, state=texts), max_size=2).map(tuple),
    messages=st.none() | st.lists(_messages, max_size=3).map(tuple),
)


@given(_inquiries)
def test_an_inquiry_survives_both_encodings(inquiry: Inquiry) -> None:
    assert msgspec.json.decode(msgspec.json.encode(inquiry), type=Inquiry) == inquiry
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(inquiry), type=Inquiry) == inquiry


@given(_inquiries, st.dictionaries(texts, st.integers(), max_size=3))
def test_fields_of_a_newer_service_do_no_harm(inquiry: Inquiry, more: dict[str, int]) -> None:
    fields = msgspec.to_builtins(inquiry)
    news = {f"x-{name}": value for name, value in more.items()}
    assert msgspec.convert(fields | news, Inquiry) == inquiry
