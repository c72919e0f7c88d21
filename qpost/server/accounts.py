"""Why: who may speak to the service: accounts, sign-in with lockout, and rotating sessions."""

import hashlib
import secrets
import threading
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, or_, select, update

from qpost.models.account import Account, AccountId
from qpost.server.callers import Caller, KnownCallers
from qpost.server.database import accounts, reading, sessions, writing
from qpost.server.ids import ACCOUNT, from_us, public_id, to_us
from qpost.server.passwords import hash_password, is_password
from qpost.server.problems import Problem
from qpost.server.wire import SessionAnswer, SignInBody

TRIES = 5
LOCK = timedelta(minutes=15)
ACCESS_LIFE = timedelta(minutes=30)
REFRESH_LIFE = timedelta(days=30)


def token_hash(token: str) -> bytes:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def create_account(connection: Connection, *, login: str, email: str, name: str, password: str) -> int:
    """Store a new account and return its row number."""
    result = connection.execute(
        insert(accounts).values(
            login=login, email=email.lower(), display_name=name, password_hash=hash_password(password)
        )
    )
    key = result.inserted_primary_key
    if key is None:
        raise RuntimeError("the database did not number the account")
    return int(key[0])


_SESSION = select(
    sessions.c.account_id, sessions.c.family, sessions.c.extension, sessions.c.access_expires_us
).where(sessions.c.access_hash == bindparam("hash"))


class Accounts:
    """Signs callers in and out and knows them by their tokens."""

    def __init__(self, engine: Engine, *, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._one_try_at_a_time = threading.Lock()
        self._known = KnownCallers()

    def sign_in(self, body: SignInBody) -> SessionAnswer:
        """Open a session; raises ``invalid-credentials`` or, after five wrong passwords, ``account-locked``.

        Tries are taken one at a time: parallel guesses are counted, and argon2's memory is used once.
        """
        with self._one_try_at_a_time:
            account = self._account(body.login)
            fits = is_password(body.password, account.password_hash if account else None)
            if account is None:
                raise Problem("invalid-credentials")
            locked_s = self._locked_s(account)
            if locked_s is None and not fits:
                locked_s = self._count_failure(account)
            if locked_s is not None:
                raise Problem("account-locked", retry_after_s=locked_s)
            if not fits:
                raise Problem("invalid-credentials")
        with writing(self._engine) as connection:
            connection.execute(
                update(accounts)
                .where(accounts.c.id == account.id)
                .values(failed_tries=0, locked_until_us=None)
            )
            return self._open_session(
                connection,
                account,
                family=str(uuid.uuid4()),
                device=body.device,
                extension=body.extension or "",
            )

    def refresh(self, token: str) -> SessionAnswer:
        """Trade a refresh token for new ones; using it again ends every session that came from it."""
        now_us = to_us(self._now())
        with writing(self._engine) as connection:
            session = connection.execute(
                select(sessions).where(sessions.c.refresh_hash == token_hash(token))
            ).one_or_none()
            if session is None or session.refresh_expires_us <= now_us:
                raise Problem("token-expired")
            rotated = connection.execute(
                update(sessions)
                .where(sessions.c.id == session.id, sessions.c.rotated.is_(False))
                .values(rotated=True)
            )
            if rotated.rowcount == 1:
                account = connection.execute(
                    select(accounts).where(accounts.c.id == session.account_id)
                ).one()
                return self._open_session(
                    connection,
                    account,
                    family=session.family,
                    device=session.device,
                    extension=session.extension,
                )
            connection.execute(delete(sessions).where(sessions.c.family == session.family))
        self._known.forget()
        raise Problem("token-expired", "This refresh token was used before; the session was ended.")

    def sign_out(self, caller: Caller) -> None:
        """End the caller's session and all tokens of its family."""
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.family == caller.family))
        self._known.forget()

    def known_caller(self, authorization: str | None) -> Caller | None:
        """Return who sent a request, as far as memory tells; raises ``invalid-credentials``."""
        return self._known.find(_given_hash(authorization), now=self._now())

    def caller(self, authorization: str | None) -> Caller:
        """Return who sent a request; raises ``invalid-credentials`` or ``token-expired``."""
        given, read_in = _given_hash(authorization), self._known.round
        with reading(self._engine) as connection:
            session = connection.execute(_SESSION, {"hash": given}).one_or_none()
        now = self._now()
        if session is None or session.access_expires_us <= to_us(now):
            raise Problem("token-expired")
        caller = Caller(
            account_id=session.account_id,
            family=session.family,
            extension=session.extension,
            access_expires_at=from_us(session.access_expires_us),
        )
        self._known.remember(given, caller, now=now, read_in=read_in)
        return caller

    def _account(self, login: str) -> Row[tuple[object, ...]] | None:
        if "\x00" in login or not _is_text(login):
            return None
        with reading(self._engine) as connection:
            return connection.execute(
                select(accounts).where(or_(accounts.c.login == login, accounts.c.email == login.lower()))
            ).one_or_none()

    def _locked_s(self, account: Row[tuple[object, ...]]) -> int | None:
        if account.locked_until_us is None:
            return None
        left = from_us(account.locked_until_us) - self._now()
        return max(1, int(left.total_seconds())) if left > timedelta(0) else None

    def _count_failure(self, account: Row[tuple[object, ...]]) -> int | None:
        """Count a wrong password; returns how long the account is locked now, in seconds."""
        tries = account.failed_tries + 1
        locked = tries >= TRIES
        with writing(self._engine) as connection:
            connection.execute(
                update(accounts)
                .where(accounts.c.id == account.id)
                .values(
                    failed_tries=0 if locked else tries,
                    locked_until_us=to_us(self._now() + LOCK) if locked else None,
                )
            )
        return int(LOCK.total_seconds()) if locked else None

    def _open_session(
        self,
        connection: Connection,
        account: Row[tuple[object, ...]],
        *,
        family: str,
        device: str,
        extension: str,
    ) -> SessionAnswer:
        access, refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        now = self._now()
        connection.execute(
            insert(sessions).values(
                account_id=account.id,
                family=family,
                access_hash=token_hash(access),
                access_expires_us=to_us(now + ACCESS_LIFE),
                refresh_hash=token_hash(refresh),
                refresh_expires_us=to_us(now + REFRESH_LIFE),
                rotated=False,
                device=device,
                extension=extension,
            )
        )
        return SessionAnswer(
            access_token=access,
            access_expires_at=now + ACCESS_LIFE,
            refresh_token=refresh,
            account=Account(
                id=AccountId(public_id(ACCOUNT, account.id)),
                login=account.login,
                display_name=account.display_name,
            ),
        )


def _given_hash(authorization: str | None) -> bytes:
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem("invalid-credentials", "Send the access token as Authorization: Bearer.")
    return token_hash(token.strip())


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
