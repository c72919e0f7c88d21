"""Why: server-sent events arrive in arbitrary pieces; this makes whole messages of them (WHATWG HTML 9.2)."""

import codecs

from msgspec import Struct

EVENT_LIMIT_CHARS = 1024 * 1024
"""Longer lines or events are an attack or a fault, not a notice."""


class SseMessage(Struct, frozen=True):
    """One dispatched event; ``id`` is the stream's last id, "" when it never named one."""

    id: str
    type: str
    data: str


class SseParser:
    """Feed it bytes, get messages; ids go on from ``last_event_id``, where an earlier stream ended.

    ``retry_ms`` is the reconnection time the stream asked for.
    """

    def __init__(self, last_event_id: str = "") -> None:
        self.last_event_id = last_event_id
        self.retry_ms: int | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._at_start = True
        self._after_cr = False
        self._line: list[str] = []
        self._line_chars = 0
        self._data: list[str] = []
        self._data_chars = 0
        self._type = ""
        self._id = last_event_id

    def feed(self, chunk: bytes) -> list[SseMessage]:
        """Return the events completed by ``chunk``; raises ``ValueError`` when one outgrows the limit."""
        text = self._decoder.decode(chunk)
        if text and self._at_start:
            self._at_start = False
            text = text.removeprefix("\ufeff")
        if text and self._after_cr:
            self._after_cr = False
            text = text.removeprefix("\n")
        self._after_cr = text.endswith("\r") or (not text and self._after_cr)
        *ended, rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        messages = []
        for part in ended:
            line = "".join([*self._line, part])
            self._line, self._line_chars = [], 0
            message = self._take(line)
            if message is not None:
                messages.append(message)
        if rest:
            self._line.append(rest)
            self._line_chars += len(rest)
        if self._line_chars + self._data_chars > EVENT_LIMIT_CHARS:
            raise ValueError("an event without end")
        return messages

    def _take(self, line: str) -> SseMessage | None:
        if not line:
            return self._dispatched()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._data_chars += len(value) + 1
        elif name == "event":
            self._type = value
        elif name == "id":
            if "\0" not in value:
                self._id = value
        elif name == "retry" and value.isascii() and value.isdigit() and len(value) < 10:
            self.retry_ms = int(value)
        return None

    def _dispatched(self) -> SseMessage | None:
        self.last_event_id = self._id
        data, kind = self._data, self._type
        self._data, self._data_chars, self._type = [], 0, ""
        if not data:
            return None
        return SseMessage(id=self.last_event_id, type=kind or "message", data="\n".join(data))
