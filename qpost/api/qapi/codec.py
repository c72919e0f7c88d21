"""Why: success and failure come alike, with status 200 and in several wrappings; here they part."""

import json
import re

import msgspec
from msgspec import Struct

from qpost.api.qapi.fields import (
    Members,
    as_json,
    first_number,
    has_any,
    members_of,
    moment_of,
    number_of,
    plain_name,
    text_of,
)
from qpost.api.rest.codec import Garbled
from qpost.models.listing import ODD_ROW_LIMIT_CHARS, ListedRow, ListedWindow, ListingStatus, OddRow
from qpost.models.text import whole

SUCCESS = "0"

_WRAPPERS = frozenset({"inquiryinfo", "inquirymessage"})
_ROW_MARKS = frozenset({"questionno", "seqno", "inqtype", "inqdt", "contents"})
_NUMBER_LIMIT_CHARS = 200
_LAYERS = 8
"""So many wrappings are taken off; what is still wrapped then is an odd row."""

_DIGITS_LIMIT = 400
_CODE = re.compile(r"\s*([+-]?)0*([0-9]{1,18})(?:\.0*)?\s*", re.ASCII)
_CODE_LIMIT_CHARS = 100
_FAULTS = (ValueError, RecursionError)
"""What decoding hostile bytes may raise (msgspec's and json's errors are ``ValueError``)."""


class Envelope(Struct, frozen=True):
    """An answer's frame: ``code`` is ``SUCCESS`` or the error's number as text; the rest as it came."""

    code: str
    message: str
    result: object

    def __repr__(self) -> str:
        """Show no content: an answer may hold a key."""
        return f"Envelope({self.code!r})"


def envelope(body: bytes) -> Envelope:
    """Read the frame; raises ``Garbled`` for what says neither that it worked nor that it failed."""
    value = _decoded(body)
    for _ in range(_LAYERS):
        if not isinstance(value, str):
            break
        value = _decoded(value.encode())
    if not isinstance(value, dict):
        raise Garbled("not an object")
    members = members_of(value)
    code, error = _code(members.get("resultcode")), _code(members.get("errorcode"))
    if error not in ("", SUCCESS):
        return Envelope(error, text_of(members.get("errormsg")), None)
    if not code:
        raise Garbled("no result code")
    return Envelope(code, text_of(members.get("resultmsg")), members.get("resultobject"))


def listed_window(result: object, *, status: ListingStatus) -> ListedWindow:
    """Read the rows of a window, listed under ``status``; an odd row is kept aside and costs no other.

    No result, an empty one included, means no rows; raises ``Garbled`` for one that is no rows at all.
    """
    rows: list[ListedRow] = []
    odd: list[OddRow] = []
    elements = elements_of(result)
    for element in elements:
        row = _row(element, status)
        if isinstance(row, ListedRow):
            rows.append(row)
        else:
            odd.append(row)
    return ListedWindow(tuple(rows), tuple(odd), len(elements))


def elements_of(result: object) -> list[object]:
    """Take the wrappings off a result and return its rows, whatever they are; ``Garbled`` if it has none."""
    value = _opened(result)
    if _is_nothing(value):
        return []
    if isinstance(value, dict) and not _is_row(value):
        inside = _wrapped(value) or _only_list(value)
        if not inside:
            raise Garbled("no rows")
        return [row for each in inside if not _is_nothing(each) for row in _unwrapped(each, _LAYERS)]
    if isinstance(value, dict | list):
        return _unwrapped(value, _LAYERS)
    raise Garbled("no rows")


def _unwrapped(value: object, layers: int) -> list[object]:
    """Return the rows in a list or a wrapper; what is neither, or holds nothing, is one row."""
    opened = _opened(value)
    inside: list[object] = []
    if isinstance(opened, list):
        inside = opened
    elif isinstance(opened, dict) and not _is_row(opened):
        inside = [each for each in _wrapped(opened) if not _is_nothing(each)]
    if not inside or not layers:
        return [opened if isinstance(opened, dict) else value]
    return [row for each in inside for row in _unwrapped(each, layers - 1)]


def _wrapped(value: dict[str, object]) -> list[object]:
    """Return what stands under the known wrappers' names."""
    return [_opened(each) for name, each in value.items() if plain_name(name) in _WRAPPERS]


def _only_list(value: dict[str, object]) -> list[object]:
    """Return, alone in a list, what an unknown wrapper holds: its only list, empty or with rows."""
    lists = [each for each in value.values() if isinstance(each, list)]
    is_wrapper = len(lists) == 1 and (not lists[0] or any(map(_is_row, lists[0])))
    return [lists[0]] if is_wrapper else []


def _is_nothing(value: object) -> bool:
    return value is None or value in ({}, [])


def _is_row(value: object) -> bool:
    return isinstance(value, dict) and has_any(value, _ROW_MARKS)


def _opened(value: object) -> object:
    """Return what a text of JSON stands for, None for a blank one, and anything else as it is."""
    if not isinstance(value, str):
        return value
    if value.lstrip()[:1] not in ("{", "["):
        return None if value.strip() in ("", "null") else value
    try:
        return _decoded(value.encode())
    except Garbled:
        return value


def _row(value: object, status: ListingStatus) -> ListedRow | OddRow:
    if not isinstance(value, dict):
        return _odd(value, "no-row")
    members = members_of(value)
    question_no, seq_no = number_of(members.get("questionno")), number_of(members.get("seqno"))
    if not 0 < len(question_no) <= _NUMBER_LIMIT_CHARS:
        return _odd(value, "no-number")
    if not 0 < len(seq_no) <= _NUMBER_LIMIT_CHARS:
        return _odd(value, "no-sequence")
    at = moment_of(members.get("inqdt"))
    if at is None:
        return _odd(value, "bad-time")
    return ListedRow(
        type=_word(members, "inqtype"),
        question_no=question_no,
        seq_no=seq_no,
        at=at,
        status=_word(members, "status") or status.value,
        title=text_of(members.get("title")),
        body=text_of(members.get("contents")),
        customer=text_of(members.get("custnm")),
        item_name=text_of(members.get("gdnm")),
        item_no=first_number(members, "itemno", "gdno", "itemcode"),
        order_no=first_number(members, "orderno", "packno"),
    )


def _word(members: Members, name: str) -> str:
    return number_of(members.get(name))[:_NUMBER_LIMIT_CHARS]


def _odd(value: object, reason: str) -> OddRow:
    return OddRow(as_json(value)[:ODD_ROW_LIMIT_CHARS], reason)


def _code(value: object) -> str:
    """Return an error's number as text without needless signs and zeros; "" when there is none."""
    text = number_of(value)[:_CODE_LIMIT_CHARS]
    found = _CODE.fullmatch(text)
    if found is None:
        return text
    sign, digits = found.groups()
    return f"-{digits}" if sign == "-" and digits != "0" else digits


def _decoded(body: bytes) -> object:
    """Read any JSON, forgiving a BOM, raw line ends, broken characters and numbers without bounds."""
    try:
        return msgspec.json.decode(body)
    except _FAULTS:
        pass
    try:
        text = body.decode("utf-8-sig", "replace")
        value = json.loads(text, strict=False, parse_int=_integer, parse_constant=str)
        return _scrubbed(value)
    except _FAULTS:
        pass
    raise Garbled("not JSON")


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _DIGITS_LIMIT else digits


def _scrubbed(value: object) -> object:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [_scrubbed(each) for each in value]
    if isinstance(value, dict):
        return {whole(str(name)): _scrubbed(each) for name, each in value.items()}
    return value
