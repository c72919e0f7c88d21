"""Why: a second start tells the first what was asked of it, in one line that anybody might have forged."""

from enum import StrEnum

import msgspec
from msgspec import Struct

from qpost.models.links import parse_link

LONGEST_CALL = 4096
"""In bytes, with the end of the line."""
ANSWER = b"ok\n"
LONGEST_TOKEN = 200


class Verb(StrEnum):
    """What the first instance is to do; ``GREET`` only wants to know that it is there."""

    SHOW = "show"
    OPEN = "open"
    QUIT = "quit"
    GREET = "greet"


class Call(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One request; ``link`` goes with ``OPEN``, ``activation`` is the leave to come to the front."""

    verb: Verb
    link: str = ""
    activation: str = ""


def write_call(call: Call) -> bytes:
    """Return the line that says ``call``."""
    return msgspec.json.encode(call) + b"\n"


def read_call(line: bytes) -> Call | None:
    """Read one whole line; None for whatever :func:`write_call` would not have written."""
    if len(line) > LONGEST_CALL or not line.endswith(b"\n") or line.count(b"\n") != 1:
        return None
    try:
        call = msgspec.json.decode(line, type=Call)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    token = call.activation
    if (call.verb is Verb.OPEN) != bool(call.link) or len(token) > LONGEST_TOKEN:
        return None
    if not (token.isascii() and token.isprintable()) or (call.link and parse_link(call.link) is None):
        return None
    return call
