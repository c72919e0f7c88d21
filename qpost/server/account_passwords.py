"""Why: money already paid in is spent only by who knows the Q account's password, and tries are few."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, select, update

from qpost.server.accounts import LOCK, TRIES
from qpost.server.database import reading, writing
from qpost.server.ids import from_us, to_us
from qpost.server.money_tables import shop_books
from qpost.server.passwords import is_password
from qpost.server.problems import Problem

_TOO_MANY = "Too many wrong passwords of the Q account."


class AccountPasswords:
    """Checks the password of a shop's Q account; wrong tries are counted and kept, whatever follows."""

    def __init__(self, engine: Engine, *, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._one_try_at_a_time = threading.Lock()

    def check(self, shop_id: int, password: str) -> None:
        """Return when the password fits.

        Raises ``wrong-account-password``; after five wrong ones in a row every try, right or wrong, is
        ``rate-limited`` for 15 minutes. The session is not touched, for it was not its password.
        """
        with self._one_try_at_a_time:
            with reading(self._engine) as connection:
                books = connection.execute(
                    select(shop_books).where(shop_books.c.shop_id == shop_id)
                ).one_or_none()
            fits = is_password(password, books.password_hash if books else None)
            if books is None:
                raise Problem("wrong-account-password")
            wait_s = self._locked_s(books)
            if wait_s is None:
                wait_s = self._count(books, fits=fits)
        if wait_s is not None:
            raise Problem("rate-limited", _TOO_MANY, retry_after_s=wait_s)
        if not fits:
            raise Problem("wrong-account-password")

    def _locked_s(self, books: Row[Any]) -> int | None:
        if books.locked_until_us is None:
            return None
        left = from_us(books.locked_until_us) - self._now()
        return max(1, int(left.total_seconds())) if left > timedelta(0) else None

    def _count(self, books: Row[Any], *, fits: bool) -> int | None:
        """Store the try; returns how long the password is refused from now on, in seconds."""
        if fits and books.failed_tries == 0:
            return None
        tries = 0 if fits else books.failed_tries + 1
        is_locked = tries >= TRIES
        with writing(self._engine) as connection:
            connection.execute(
                update(shop_books)
                .where(shop_books.c.shop_id == books.shop_id)
                .values(
                    failed_tries=0 if is_locked else tries,
                    locked_until_us=to_us(self._now() + LOCK) if is_locked else None,
                )
            )
        return int(LOCK.total_seconds()) if is_locked else None
