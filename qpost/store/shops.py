"""Why: shops are small integers inside the database, which keeps a million rows and their indexes slim."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from qpost.models.account import Shop, ShopId
from qpost.store.database import Connection, Database
from qpost.store.documents import Documents

_KIND = "shops"


class Feed(Struct, frozen=True):
    """Where a shop's change feed was left.

    ``rebuilding``: it is being read from the beginning again and what is not seen will be removed.
    ``complete``: it was read to the end at least once.
    """

    cursor: str | None = None
    generation: int = 0
    rebuilding: bool = False
    complete: bool = False


def key_of(connection: Connection, shop: ShopId) -> int:
    """Return the shop's integer, giving it one when it has none (then within a write only)."""
    for (key,) in connection.execute("SELECT key FROM shop_key WHERE id = ?", (shop,)):
        return int(key)
    connection.execute("INSERT INTO shop_key (id) VALUES (?)", (shop,))
    return connection.last_insert_rowid()


def known_key_of(connection: Connection, shop: ShopId) -> int:
    """Return the shop's integer, or one that no shop has."""
    for (key,) in connection.execute("SELECT key FROM shop_key WHERE id = ?", (shop,)):
        return int(key)
    return -1


class ShopStore:
    """The account's shops and the place in each one's change feed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = Documents(database)

    def list(self) -> tuple[Shop, ...]:
        """Return the shops as last read, in the service's order."""
        kept = self._documents.get(_KIND, "", tuple[Shop, ...])
        return () if kept is None else kept[0]

    def replace(self, shops: Iterable[Shop], *, read_at: datetime) -> None:
        """Keep ``shops`` instead; the inquiries of a shop that is gone stay until its cache is cleared."""
        self._documents.put(_KIND, "", tuple(shops), read_at=read_at)

    def feed(self, shop: ShopId) -> Feed:
        """Return where the shop's feed was left."""

        def read(connection: Connection) -> Feed:
            for cursor, generation, rebuilding, complete in connection.execute(
                "SELECT cursor, generation, rebuilding, complete FROM feed WHERE shop = ?",
                (known_key_of(connection, shop),),
            ):
                return Feed(cursor, generation, bool(rebuilding), bool(complete))
            return Feed()

        return self._database.read(read)

    def set_feed(self, shop: ShopId, feed: Feed) -> None:
        """Keep the place; called within the write that stores the page it belongs to."""

        def work(connection: Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)",
                (key_of(connection, shop), feed.cursor, feed.generation, feed.rebuilding, feed.complete),
            )

        self._database.write(work)
