"""Why: a page shows at once what was last read, says how old it is, and works without the network."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, TypeVar

from msgspec import Struct

from qpost.models.errors import Offline, ServerFault, TryLater
from qpost.store.documents import Documents

T = TypeVar("T")


class Kept(Struct, Generic[T], frozen=True):
    """A ``value`` of the service, and when it was read from there."""

    value: T
    read_at: datetime


class Shelf(Generic[T]):
    """The kept values of one ``kind`` and type; the newest ``limit`` of them, all when it is None."""

    def __init__(
        self,
        documents: Documents,
        kind: str,
        value_type: type[T],
        *,
        now: Callable[[], datetime],
        limit: int | None = None,
    ) -> None:
        self._documents = documents
        self._kind = kind
        self._value_type = value_type
        self._now = now
        self._limit = limit

    def get(self, *name: str | None) -> Kept[T] | None:
        """Return what was last read under this name, None when nothing was."""
        found = self._documents.get(self._kind, _name(name), self._value_type)
        return None if found is None else Kept(*found)

    def put(self, value: T, *name: str | None, read_at: datetime | None = None) -> Kept[T]:
        """Keep ``value``, read just now unless ``read_at`` says otherwise."""
        kept = Kept(value, read_at or self._now())
        self._documents.put(self._kind, _name(name), value, read_at=kept.read_at)
        if self._limit is not None:
            self._documents.trim(self._kind, keep=self._limit)
        return kept

    def forget(self, *name: str | None) -> None:
        """Drop what is kept under this name."""
        self._documents.forget(self._kind, [_name(name)])

    def read(self, ask: Callable[[], T], *name: str | None) -> Kept[T]:
        """Ask the service and keep the answer; when it cannot answer, return what was kept or raise."""
        try:
            value = ask()
        except (Offline, TryLater, ServerFault):
            kept = self.get(*name)
            if kept is None:
                raise
            return kept
        return self.put(value, *name)


class PageShelf(Generic[T]):
    """The kept pages of one ``kind``: first ones apart, so that none is lost to what was scrolled to.

    ``limit`` of each are kept.
    """

    def __init__(
        self,
        documents: Documents,
        kind: str,
        page_type: type[T],
        *,
        now: Callable[[], datetime],
        limit: int,
    ) -> None:
        self._firsts = Shelf(documents, kind, page_type, now=now, limit=limit)
        self._others = Shelf(documents, f"{kind}-more", page_type, now=now, limit=limit)

    def first(self, *question: str | None) -> Kept[T] | None:
        """Return the first page as last read; None when it never was."""
        return self._firsts.get(*question)

    def put_first(self, page: T, *question: str | None) -> Kept[T]:
        """Keep a first page that was read just now."""
        return self._firsts.put(page, *question)

    def read(self, ask: Callable[[], T], *question: str | None, cursor: str | None) -> Kept[T]:
        """Ask the service and keep the answer; when it cannot answer, return what was kept or raise."""
        if cursor is None:
            return self._firsts.read(ask, *question)
        return self._others.read(ask, *question, cursor)


def days_name(first: date | None, last: date | None, *, today: date) -> tuple[str | None, str | None]:
    """Name a period so that "this month" and "the last 30 days" are still themselves tomorrow.

    Days that go with today are named by their distance from it, others by their date; on any one day no two
    periods have the same name.
    """
    is_recent = last is not None and 0 <= (today - last).days <= 1
    if first is None or last is None or not is_recent:
        return _iso(first), _iso(last)
    is_month_so_far = first.day == 1 and last < today
    begins = first.isoformat() if is_month_so_far else f"-{(today - first).days}"
    return begins, f"-{(today - last).days}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _name(parts: tuple[str | None, ...]) -> str:
    """Return a text that no other question has, whatever was typed into it."""
    return repr(parts)
