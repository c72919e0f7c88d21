"""Why: what a seller takes away is written whole or not at all, however long it takes."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from qpost.models.account import Shop
from qpost.models.csv_rows import BYTE_ORDER_MARK, CsvWords, encoded, head_line, row_of
from qpost.models.errors import FileFault
from qpost.models.inquiry import Inquiry
from qpost.models.search import InquiryQuery
from qpost.services.inbox import Inbox

_ROWS_AT_ONCE = 100
"""Inquiries with whole threads in memory at a time."""
_BUFFER_BYTES = 1 << 18
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Stopped(Exception):
    """The work was cancelled; no fault, and nothing to tell."""


class Course:
    """How far a long piece of work is; read and cancelled from any thread. ``total`` 0: not known yet."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._is_cancelled = False

    def cancel(self) -> None:
        """Ask the work to end soon, leaving nothing behind."""
        self._is_cancelled = True

    @property
    def is_cancelled(self) -> bool:
        """True once somebody asked for an end."""
        return self._is_cancelled

    def check(self) -> None:
        """Raise ``Stopped`` once cancelled."""
        if self._is_cancelled:
            raise Stopped


class Saved(Struct, frozen=True):
    """A finished file and how many inquiries are in it."""

    path: Path
    inquiries: int


class Export:
    """Writes inquiries into files; reads the local store only. Raises ``FileFault`` and ``StoreFault``."""

    def __init__(self, inbox: Inbox, *, now: Callable[[], datetime]) -> None:
        self._inbox = inbox
        self._now = now

    def rows_to_csv(
        self, shop: Shop, row_ids: Sequence[int], target: Path, *, words: CsvWords, course: Course
    ) -> Saved | None:
        """Write these inquiries, in this order; None when it was cancelled."""
        return self._to_csv([(shop, row_ids)], target, words=words, course=course)

    def list_to_csv(
        self,
        shops: Sequence[Shop],
        query: InquiryQuery,
        target: Path,
        *,
        words: CsvWords,
        course: Course,
        limit: int | None = None,
    ) -> Saved | None:
        """Write what ``query`` matches, shop by shop, at most ``limit``; None when it was cancelled."""
        parts: list[tuple[Shop, Sequence[int]]] = []
        left = limit
        for shop in shops:
            row_ids = self._inbox.ids(shop.id, query)[:left]
            parts.append((shop, row_ids))
            left = None if left is None else left - len(row_ids)
        return self._to_csv(parts, target, words=words, course=course)

    def _to_csv(
        self,
        parts: Sequence[tuple[Shop, Sequence[int]]],
        target: Path,
        *,
        words: CsvWords,
        course: Course,
    ) -> Saved | None:
        course.total = sum(len(row_ids) for _, row_ids in parts)
        now = self._now()
        rows = (row_of(inquiry, shop=shop.name, words=words, now=now) for shop, inquiry in self._read(parts))
        written = _write_table(head_line(words), rows, target, course=course)
        return None if written is None else Saved(written, course.done)

    def _read(self, parts: Sequence[tuple[Shop, Sequence[int]]]) -> Iterator[tuple[Shop, Inquiry]]:
        for shop, row_ids in parts:
            for start in range(0, len(row_ids), _ROWS_AT_ONCE):
                for inquiry in self._inbox.with_messages(row_ids[start : start + _ROWS_AT_ONCE]):
                    yield shop, inquiry


def save_table(
    head: Sequence[str], records: Iterable[Sequence[str]], target: Path, *, course: Course
) -> Path | None:
    """Write ``head`` and ``records``, whose cells are fit for spreadsheets; None when it was cancelled.

    ``course.total`` is for the caller to set. Raises ``FileFault`` and what ``records`` raises; then, as
    after a cancel, ``target`` is as it was.
    """
    return _write_table(BYTE_ORDER_MARK + encoded(head), records, target, course=course)


def _write_table(
    head: bytes, records: Iterable[Sequence[str]], target: Path, *, course: Course
) -> Path | None:
    try:
        with replaced(target) as file:
            file.write(head)
            for record in records:
                course.check()
                file.write(encoded(record))
                course.done += 1
            course.check()
    except Stopped:
        return None
    return target


@contextmanager
def replaced(target: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``target`` when the block ends well.

    Until then, and for good after an exception, ``target`` is as it was and nothing else is left. Raises
    ``FileFault``: ``file-full``, ``file-in-use`` (Windows: it is open elsewhere) or ``file-unwritable``.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise _fault(target, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb", buffering=_BUFFER_BYTES) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(part, target)
    except OSError as error:
        raise _fault(target, error) from error
    finally:
        with suppress(OSError):  # a virus scanner may have it; what went wrong before matters more
            part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    try:
        part.replace(target)
    except PermissionError as error:
        if not target.is_file():
            raise
        raise FileFault(FileFault.IN_USE, file_name=target.name, detail=error.strerror or "") from error


def _fault(target: Path, error: OSError) -> FileFault:
    code = FileFault.FULL if error.errno in _FULL else FileFault.UNWRITABLE
    return FileFault(code, file_name=target.name, detail=error.strerror or "")
