"""Why: what this program says is read by other programs: one JSON object a line, UTF-8 everywhere."""

import contextlib
import sys

import msgspec


def print_line(value: object) -> None:
    """Write a result; a reader that has gone away raises ``BrokenPipeError``."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


def tell_line(value: object) -> None:
    """Write an error or a notice to standard error, where nobody has to listen."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.buffer.write(msgspec.json.encode(value) + b"\n")
        sys.stderr.buffer.flush()
