"""Why: a team that hosts the service itself needs an account and its shops before the first sign-in."""

import re
from collections.abc import Sequence

from sqlalchemy import Engine, func, insert, or_, select

from qpost.server.accounts import create_account
from qpost.server.database import accounts, shops, writing

SHORTEST_PASSWORD = 10
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class AdministrationError(Exception):
    """The account cannot be stored as asked; the text says why."""


def create_seller(
    engine: Engine, *, login: str, email: str, shop_names: Sequence[str], password: str
) -> None:
    """Store an account with its shops; raises :class:`AdministrationError`."""
    if not login.strip() or "@" in login:
        raise AdministrationError("the login must not be empty or contain an @")
    if _EMAIL.fullmatch(email) is None:
        raise AdministrationError("give the account's e-mail address with --email")
    if len(password) < SHORTEST_PASSWORD:
        raise AdministrationError(f"the password needs {SHORTEST_PASSWORD} characters or more")
    if not shop_names:
        raise AdministrationError("name the account's shops with --shop")
    with writing(engine) as connection:
        taken = select(func.count()).where(or_(accounts.c.login == login, accounts.c.email == email.lower()))
        if connection.execute(taken).scalar_one():
            raise AdministrationError("this login or e-mail address has an account already")
        account_id = create_account(connection, login=login, email=email, name=login, password=password)
        for number, name in enumerate(shop_names, start=1):
            connection.execute(
                insert(shops).values(
                    account_id=account_id,
                    name=name,
                    code=f"{login}-{number}",
                    country="JP",
                    inquiry_email=email,
                )
            )
