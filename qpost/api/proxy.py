"""Why: shops and offices reach the web through proxies, which each system keeps in its own place."""

from enum import StrEnum
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from msgspec import Struct

from qpost.api.address import is_loopback


class ProxyMode(StrEnum):
    """Where the proxy comes from."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class ProxySetting(Struct, frozen=True):
    """The seller's choice; ``url`` (``http://[user:password@]host:port``) counts for ``MANUAL`` only."""

    mode: ProxyMode = ProxyMode.SYSTEM
    url: str = ""

    def __repr__(self) -> str:
        """Show the mode only: the URL may hold a password."""
        return f"ProxySetting({self.mode.value})"


def proxy_for(address: str, setting: ProxySetting) -> str | None:
    """Return the proxy's URL for requests to ``address``, None for a direct connection.

    ``SYSTEM`` reads the environment variables, else the settings of Windows or macOS, exceptions
    included. A proxy script (PAC) is not evaluated: such a network needs ``MANUAL``. Loopback is
    never proxied.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host) or setting.mode is ProxyMode.NONE:
        return None
    if setting.mode is ProxyMode.MANUAL:
        return _with_scheme(setting.url)
    proxies = getproxies()
    if proxy_bypass(host):
        return None
    return _with_scheme(proxies.get(parts.scheme) or proxies.get("all") or "")


def _with_scheme(url: str) -> str | None:
    if not url:
        return None
    return url if "://" in url else f"http://{url}"
