"""Why: a file the seller attached must be sent as it was, even when the original is gone by then."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from qpost.models.errors import FileFault
from qpost.models.outbox import OutboxFile
from qpost.store.database import Connection, Database
from qpost.store.times import to_ms

ORPHAN_AGE = timedelta(days=1)


class FileBytes:
    """Bytes by SHA-256, kept as long as a draft or an outbox row (the ``owner``) refers to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, content: bytes, file_name: str, *, now: datetime) -> OutboxFile:
        """Keep the bytes and return how to refer to them."""
        sha256 = hashlib.sha256(content).hexdigest()
        self._database.execute(
            "INSERT INTO file_bytes VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET added_at = excluded.added_at",
            (sha256, content, to_ms(now)),
        )
        return OutboxFile(file_name=file_name, size=len(content), sha256=sha256)

    def content(self, file: OutboxFile) -> bytes:
        """Return the bytes; raises ``FileFault`` when they are not kept (any more)."""

        def read(connection: Connection) -> bytes:
            for (content,) in connection.execute(
                "SELECT content FROM file_bytes WHERE sha256 = ?", (file.sha256,)
            ):
                return bytes(content)
            raise FileFault(FileFault.UNREADABLE, file_name=file.file_name)

        return self._database.read(read)

    def set_uses(self, owner: str, files: Iterable[OutboxFile]) -> None:
        """Say which files ``owner`` refers to now; bytes nobody refers to any more are removed.

        Raises ``FileFault`` for a file whose bytes are not kept.
        """
        wanted = {file.sha256: file for file in files}

        def work(connection: Connection) -> None:
            before = {
                sha256
                for (sha256,) in connection.execute("SELECT sha256 FROM file_use WHERE owner = ?", (owner,))
            }
            for sha256 in wanted.keys() - before:
                kept = connection.execute("SELECT 1 FROM file_bytes WHERE sha256 = ?", (sha256,)).fetchall()
                if not kept:
                    raise FileFault(FileFault.UNREADABLE, file_name=wanted[sha256].file_name)
                connection.execute("INSERT INTO file_use VALUES (?, ?)", (owner, sha256))
            for sha256 in before - wanted.keys():
                connection.execute("DELETE FROM file_use WHERE owner = ? AND sha256 = ?", (owner, sha256))
                connection.execute(
                    "DELETE FROM file_bytes WHERE sha256 = ?1"
                    " AND NOT EXISTS (SELECT 1 FROM file_use WHERE sha256 = ?1)",
                    (sha256,),
                )

        self._database.write(work)

    def remove_orphans(self, *, now: datetime) -> None:
        """Remove bytes that were attached over a day ago and never became part of a draft or a row."""
        self._database.execute(
            "DELETE FROM file_bytes WHERE added_at < ? AND sha256 NOT IN (SELECT sha256 FROM file_use)",
            (to_ms(now - ORPHAN_AGE),),
        )
