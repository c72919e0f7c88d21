"""Why: what this program says is read by other programs: one JSON object a line, UTF-8 everywhere."""

import contextlib
import sys

import msgspec

from qpost.models.errors import StoreFault
from qpost.models.events import Event, StoreDamaged, StoreRecovered


def print_line(value: object) -> None:
    """Write a result; a reader that has gone away raises ``BrokenPipeError``."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


def tell_line(value: object) -> None:
    """Write an error or a notice to standard error, where nobody has to listen."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.buffer.write(msgspec.json.encode(value) + b"\n")
        sys.stderr.buffer.flush()


def tell_of_store(event: Event) -> None:
    """Say what became of a damaged local file."""
    if isinstance(event, StoreRecovered):
        missing = "" if event.is_complete else "; some may be missing"
        message = f"drafts saved: {event.drafts}, unsent replies saved: {event.replies}{missing}"
        tell_line({"notice": "store-recovered", "message": message, "file": event.kept_as or event.file})
    elif isinstance(event, StoreDamaged):
        message = "the local data is damaged; the next command makes it anew"
        tell_line({"notice": StoreFault.DAMAGED, "message": message, "file": event.file})
