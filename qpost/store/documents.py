"""Why: small things read from the service (shops, orders, courtesy text) are kept for the offline hours."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

import msgspec

from qpost.store.database import Connection, Database
from qpost.store.times import from_ms, to_ms

_Content = TypeVar("_Content")


class Documents:
    """Named values of any msgspec type, each with the moment it was read from the service."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, kind: str, name: str, content: object, *, read_at: datetime) -> None:
        """Keep ``content`` under its kind and name."""
        data = msgspec.msgpack.encode(content)
        self._database.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)", (kind, name, data, to_ms(read_at))
        )

    def get(self, kind: str, name: str, content_type: type[_Content]) -> tuple[_Content, datetime] | None:
        """Return the content and when it was read; None when it never was, or in a form now unknown."""

        def read(connection: Connection) -> list[tuple[bytes, int]]:
            return list(
                connection.execute(
                    "SELECT data, read_at FROM document WHERE kind = ? AND name = ?", (kind, name)
                )
            )

        for data, read_at in self._database.read(read):
            try:
                return msgspec.msgpack.decode(data, type=content_type), from_ms(read_at)
            except msgspec.ValidationError:  # an earlier version kept another shape: read it again
                return None
        return None

    def trim(self, kind: str, *, keep: int) -> None:
        """Drop the oldest of a kind beyond ``keep``, a quarter more being tolerated before it is worth it."""

        def work(connection: Connection) -> None:
            rows = connection.execute("SELECT count(*) FROM document WHERE kind = ?", (kind,))
            for (count,) in list(rows):
                if not isinstance(count, int) or count <= keep + keep // 4:
                    return
            connection.execute(
                "DELETE FROM document WHERE kind = ? AND name IN (SELECT name FROM document"
                " WHERE kind = ? ORDER BY read_at DESC, name LIMIT -1 OFFSET ?)",
                (kind, kind, keep),
            )

        self._database.write(work)

    def forget(self, kind: str, names: Iterable[str]) -> None:
        """Drop what is kept under these names."""
        rows = [(kind, name) for name in names]

        def work(connection: Connection) -> None:
            connection.executemany("DELETE FROM document WHERE kind = ? AND name = ?", rows)

        self._database.write(work)
