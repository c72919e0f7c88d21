"""A call between two starts is one short line, and nothing else is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.call import LONGEST_CALL, Call, Verb, read_call, write_call

OPEN = Call(Verb.OPEN, link="qpost://inquiry/tokyo/1041")


@pytest.mark.parametrize("call", [Call(Verb.SHOW, activation="kwin-1_TIME5"), Call(Verb.QUIT), OPEN])
def test_a_call_is_read_as_it_was_written(call: Call) -> None:
    assert read_call(write_call(call)) == call


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"quit\n",
        b'{"verb":"quit"}',
        b'{"verb":"quit"}\n\n',
        b'{"verb":"quit"}\n{"verb":"show"}\n',
        b'{"verb":"erase"}\n',
        b'{"verb":"quit","force":true}\n',
        b'{"verb":"open"}\n',
        b'{"verb":"open","link":"file:///etc/passwd"}\n',
        b'{"verb":"quit","link":"qpost://page/points"}\n',
        b'{"verb":"show","activation":"a\\u0007b"}\n',
        b'{"verb":"show","activation":"' + b"a" * 201 + b'"}\n',
        b'{"verb":"show"}' + b" " * LONGEST_CALL + b"\n",
        b'{"verb":"show","link":' + b"[" * 4000 + b"\n",
        b'\xff\xfe{"verb":"show"}\n',
        b'["show"]\n',
    ],
)
def test_nothing_else_is_understood(line: bytes) -> None:
    assert read_call(line) is None


@given(st.binary(max_size=200))
def test_no_bytes_do_harm(line: bytes) -> None:
    read_call(line + b"\n")
