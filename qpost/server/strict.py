"""Why: a body means what it says: "1" is no number, and no number is a text.

The framework converts between the kinds of JSON before it checks a body against its type; what a client
got wrong would be stored as something it never sent.
"""

import re
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import State

from qpost.server.callers import Caller
from qpost.server.problems import field_problem

_PLACE = re.compile(r" - at `\$\.?(?P<place>[^`]*)`$")
_MISSING = re.compile(r"missing required field `(?P<name>[^`]*)`")


class StrictRequest(Request[Caller, None, State]):
    """A request whose JSON body is decoded as the type its route takes."""

    async def json(self) -> Any:
        """Decode the body; raises ``validation`` naming the field."""
        taken = self.route_handler.parsed_data_field
        kind = Any if taken is None else taken.annotation
        body = await self.body()
        try:
            return _decoded(body, kind)
        except msgspec.ValidationError as error:
            raise _refusal(str(error)) from error
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise field_problem("", "This is not JSON.", code="malformed") from None


def _decoded(body: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError:
        # JSON does not tell 1.0 from 1; the second reading does not either
        return msgspec.convert(_with_whole_numbers(msgspec.json.decode(body)), kind)


def _with_whole_numbers(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _with_whole_numbers(part) for name, part in value.items()}
    return [_with_whole_numbers(part) for part in value] if isinstance(value, list) else value


def _refusal(text: str) -> Exception:
    found = _PLACE.search(text)
    place = found["place"] if found else ""
    message = text[: found.start()] if found else text
    missing = _MISSING.search(message)
    if missing:
        place = f"{place}.{missing['name']}" if place else missing["name"]
    return field_problem(place.partition("[")[0], message)
