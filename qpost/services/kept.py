"""Why: a page shows at once what was last read, says how old it is, and works without the network."""

from collections.abc import Callable
from datetime import datetime
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


def _name(parts: tuple[str | None, ...]) -> str:
    """Return a text that no other question has, whatever was typed into it."""
    return repr(parts)
