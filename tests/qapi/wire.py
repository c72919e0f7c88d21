"""Why: the same answer in each of the wrappings in which Qoo10 was seen to send it."""

import json
from collections.abc import Sequence

from tests.qapi.market import Denied
from tests.qapi.quirks import Empty, Quirks, Wrapping, cased
from tests.qapi.rows import Row

PAGE = "<!DOCTYPE html>\n<html><title>サーバーエラー</title><body>The service is unavailable.</body></html>"


def success(result: object, quirks: Quirks) -> bytes:
    """An envelope of success."""
    return _envelope({"ResultCode": 0, "ResultMsg": "SUCCESS", "ResultObject": result}, quirks)


def listed(rows: Sequence[Row], *, status: str, quirks: Quirks) -> bytes:
    """An envelope around rows that were listed under ``status``."""
    if not rows:
        return _nothing(quirks)
    elements: list[object] = []
    for row in rows:
        if row.raw is not None:
            elements.append(row.raw[0])
            continue
        members = row.members(status=status if quirks.has_status else None)
        elements.append({cased(name, quirks.field_case): value for name, value in members.items()})
    result: object = elements[0] if quirks.lists_single and len(elements) == 1 else elements
    if quirks.wrapping in (Wrapping.INFO, Wrapping.MESSAGE):
        result = {cased(quirks.wrapping.value, quirks.envelope_case): result}
    elif quirks.wrapping is Wrapping.EACH:
        result = [{Wrapping.INFO.value: element} for element in elements]
    elif quirks.wrapping is Wrapping.TEXT:
        result = json.dumps(result, ensure_ascii=False)
    return success(result, quirks)


def failure(denied: Denied, quirks: Quirks) -> bytes:
    """An envelope of an error, which comes with status 200."""
    if quirks.errors_as_error:
        return _envelope({"ErrorCode": denied.code, "ErrorMsg": denied.message}, quirks)
    members = {"ResultCode": denied.code, "ResultMsg": denied.message, "ResultObject": None}
    return _envelope(members, quirks)


def _nothing(quirks: Quirks) -> bytes:
    if quirks.empty is Empty.MISSING:
        return _envelope({"ResultCode": 0, "ResultMsg": "SUCCESS"}, quirks)
    results: dict[Empty, object] = {Empty.ARRAY: [], Empty.NULL: None, Empty.TEXT: ""}
    return success(results[quirks.empty], quirks)


def _envelope(members: dict[str, object], quirks: Quirks) -> bytes:
    sent = {cased(name, quirks.envelope_case): value for name, value in members.items()}
    if quirks.text_codes:
        sent = {name: str(each) if name.lower().endswith("code") else each for name, each in sent.items()}
    text = json.dumps(sent, ensure_ascii=False)
    return (json.dumps(text) if quirks.wrapping is Wrapping.WHOLE_TEXT else text).encode()
