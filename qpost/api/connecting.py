"""Why: which client speaks to which kind of service is decided in one place, for windows and command line."""

from collections.abc import Callable
from datetime import datetime

from qpost.api.backend import Backend
from qpost.models.api_keys import KeyedConnection
from qpost.models.settings import Connection


def backend_of(connection: Connection, *, now: Callable[[], datetime], language: str = "ja") -> Backend:
    """Return a connection to the service that ``connection`` names, which nothing is asked of yet.

    Raises ``Refused("address-invalid")`` or ``Offline`` for an address that must not be used.
    """
    if isinstance(connection, KeyedConnection):
        from qpost.api.qapi.client import QapiBackend

        certificate = connection.keys.certificate
        return QapiBackend(
            connection.place,
            now=now,
            api_key=connection.keys.api_key,
            certificate=None if certificate is None else certificate.key,
            login=connection.login,
            language=language,
        )
    from qpost.api.rest.client import RestBackend

    return RestBackend(connection.address, now=now, language=language)
