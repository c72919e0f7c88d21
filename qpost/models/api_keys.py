"""Why: Qoo10's own API is opened by two keys that end a year after they were made, and by nothing else."""

from datetime import datetime

from msgspec import Struct

from qpost.models.account import Certificate
from qpost.models.key_life import life_of
from qpost.models.settings import Connection, KeyKind, KeyLife


class ApiKeys(Struct, frozen=True):
    """The API key with when it was first entered here, and the certification key made by it, if any."""

    api_key: str
    entered_at: datetime
    certificate: Certificate | None = None

    def __repr__(self) -> str:
        """Show the age of the keys and neither of them."""
        return f"ApiKeys(entered_at={self.entered_at.isoformat()!r}, certificate={self.certificate!r})"


def lives_of(keys: ApiKeys, *, login: str) -> tuple[KeyLife, ...]:
    """Return when the keys of ``login`` end, the API key first."""
    api = life_of(KeyKind.API, login=login, made_at=keys.entered_at)
    if keys.certificate is None:
        return (api,)
    return (api, life_of(KeyKind.CERTIFICATION, login=login, made_at=keys.certificate.made_at))


class KeyedConnection(Connection, frozen=True, kw_only=True):
    """A connection together with what opens it, for who connects only: it is never kept.

    ``login`` is whose keys these are.
    """

    keys: ApiKeys
    login: str


def is_key(text: str) -> bool:
    """Tell whether ``text`` can be a key at all: what a web request's header can hold."""
    return 0 < len(text) <= KEY_LIMIT_CHARS and text.isascii() and text.isprintable() and " " not in text


KEY_LIMIT_CHARS = 500
"""Windows keeps 2 560 bytes at most under one name, two for each character, and both keys go there."""
