"""Why: the event stream's framing must not depend on how the network cuts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.api.rest.sse import EVENT_LIMIT_CHARS, SseMessage, SseParser


def parsed(*chunks: bytes) -> list[tuple[str, str, str]]:
    parser = SseParser()
    messages = [message for chunk in chunks for message in parser.feed(chunk)]
    return [(message.id, message.type, message.data) for message in messages]


@pytest.mark.parametrize(
    ("stream", "messages"),
    [
        (b"data: a\n\n", [("", "message", "a")]),
        (b"data:a\ndata: b\ndata\n\n", [("", "message", "a\nb\n")]),
        (
            b"event: x\nid: 7\ndata: a\n\ndata: b\n\n",
            [("7", "x", "a"), ("7", "message", "b")],
        ),
        (b": ping\n\n:\n\ndata:  two spaces\n\n", [("", "message", " two spaces")]),
        (
            b"\xef\xbb\xbfdata: a\r\rdata: b\r\n\r\n",
            [("", "message", "a"), ("", "message", "b")],
        ),
        (b"data: unfinished\n", []),
        (b"event: x\n\ndata: y\n\n", [("", "message", "y")]),
        (b"id: 1\n\nid: a\0b\ndata: y\n\n", [("1", "message", "y")]),
        (
            b"id: 1\ndata: x\n\nid\ndata: y\n\n",
            [("1", "message", "x"), ("", "message", "y")],
        ),
        (b"odd: 1\nretry: x\ndata\n\n", [("", "message", "")]),
        (b"data: \xff\n\n", [("", "message", "\ufffd")]),
        ("data: a\u2028b\x0bc\x85d\n\n".encode(), [("", "message", "a\u2028b\x0bc\x85d")]),
    ],
)
def test_the_specs_rules(stream: bytes, messages: list[tuple[str, str, str]]) -> None:
    assert parsed(stream) == messages
    assert parsed(*[bytes([each]) for each in stream]) == messages


TEXT = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]), max_size=12)


@given(
    events=st.lists(st.tuples(TEXT, TEXT.filter(bool), st.lists(TEXT, min_size=1, max_size=3)), max_size=5),
    ending=st.sampled_from(["\n", "\r", "\r\n"]),
    data=st.data(),
)
def test_any_cut_gives_the_same_events(
    events: list[tuple[str, str, list[str]]], ending: str, data: st.DataObject
) -> None:
    lines = []
    for kind, number, parts in events:
        lines += [f"event: {kind}", ": comment", f"id: {number}", *[f"data: {part}" for part in parts], ""]
    stream = "".join(line + ending for line in lines).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    chunks = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert parsed(*chunks) == [
        (number, kind or "message", "\n".join(parts)) for kind, number, parts in events
    ]


def test_ids_and_the_retry_time_are_remembered() -> None:
    parser = SseParser("41")
    assert parser.feed(b"retry: 2500\ndata: a\n\n") == [SseMessage("41", "message", "a")]
    assert (parser.retry_ms, parser.last_event_id) == (2500, "41")


@pytest.mark.parametrize("chunk", [b"data: " + b"x" * 1000, b"data: xxxxxxxxx\n" * 100])
def test_an_event_without_end_is_refused(chunk: bytes) -> None:
    with pytest.raises(ValueError, match="without end"):
        parsed(*[chunk] * (EVENT_LIMIT_CHARS // 500))


@given(st.lists(st.binary(max_size=30), max_size=8))
def test_no_bytes_break_the_parser(chunks: list[bytes]) -> None:
    parsed(*chunks)
