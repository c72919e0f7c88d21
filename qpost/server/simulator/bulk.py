"""Why: stores a million inquiries in seconds: rows go to the driver in batches, past SQLAlchemy's inserts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Dialect, Engine, Table
from sqlalchemy.schema import CreateIndex, CreateTable, DropIndex, ExecutableDDLElement

Rows = list[tuple[Any, ...]]


class Loader:
    """Writes rows of whole tables on one connection; the columns are those of the table, in its order."""

    def __init__(self, connection: Any, dialect: Dialect) -> None:
        self._cursor = connection.cursor()
        self._connection = connection
        self._dialect = dialect
        self._is_postgresql = dialect.name == "postgresql"

    def begin(self) -> None:
        """Open a transaction; PostgreSQL's driver does so by itself."""
        if not self._is_postgresql:
            self._cursor.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep what was written since :meth:`begin`."""
        self._connection.commit()

    def create(self, table: Table) -> None:
        """Create a (temporary) table."""
        self._define(CreateTable(table))

    def drop_indexes(self, table: Table) -> None:
        """Drop the secondary indexes: building them from all the rows is cheaper than keeping them up."""
        for index in table.indexes:
            self._define(DropIndex(index, if_exists=True))

    def create_indexes(self, table: Table) -> None:
        """Build the secondary indexes that are missing."""
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            self._define(CreateIndex(index, if_not_exists=True))

    def _define(self, definition: ExecutableDDLElement) -> None:
        self._cursor.execute(str(definition.compile(dialect=self._dialect)))

    def run(self, statement: str) -> None:
        """Run a statement without parameters."""
        self._cursor.execute(statement)

    def write(self, table: Table, rows: Rows) -> None:
        """Insert ``rows``; parents come before children."""
        if not rows:
            return
        columns = ", ".join(column.name for column in table.columns)
        if self._is_postgresql:
            with self._cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("?" * len(table.columns))
        statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - names from our tables
        self._cursor.executemany(statement, rows)


@contextmanager
def loading(engine: Engine) -> Iterator[Loader]:
    """Lend a connection for loading; SQLite does not wait for the disk or check references meanwhile."""
    is_postgresql = engine.dialect.name == "postgresql"
    lent = engine.raw_connection()
    raw: Any = lent.driver_connection
    try:
        if not is_postgresql:
            _pragmas(raw, ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-65536", "temp_store=MEMORY"))
        yield Loader(raw, engine.dialect)
    finally:
        if is_postgresql:
            raw.rollback()
            lent.close()
        else:
            if raw.in_transaction:
                raw.rollback()
            lent.invalidate()  # the next user gets a connection with the service's own settings


def _pragmas(raw: Any, pragmas: Sequence[str]) -> None:
    for pragma in pragmas:
        raw.execute(f"PRAGMA {pragma}")
