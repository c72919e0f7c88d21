"""Why: shops and offices reach the web through proxies, which each system keeps in its own place."""

from enum import StrEnum
from urllib.parse import urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from msgspec import Struct

from qpost.api.address import is_loopback
from qpost.api.proxy_script import scripted_proxies


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


def proxies_for(address: str, setting: ProxySetting, *, searches: bool = False) -> tuple[str | None, ...]:
    """Return the proxies' URLs for requests to ``address`` in the order to try, None: a direct connection.

    ``SYSTEM`` reads the environment variables, else what Windows or macOS has set: on Windows the proxy
    script first (``searches`` looks for one on the network, if the settings say so), then the fixed proxy,
    exceptions included. Loopback is never proxied.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host) or setting.mode is ProxyMode.NONE:
        return (None,)
    if setting.mode is ProxyMode.MANUAL:
        return (_with_scheme(setting.url),)
    scripted = () if getproxies_environment() else scripted_proxies(address, searches=searches)
    if scripted:
        return tuple(_with_scheme(each or "") for each in scripted)
    if proxy_bypass(host):
        return (None,)
    proxies = getproxies()
    return (_with_scheme(proxies.get(parts.scheme) or proxies.get("all") or ""),)


def proxy_after(last: str | None, proxies: tuple[str | None, ...]) -> str | None:
    """Return the proxy to try when ``last`` failed: the one after it, else the first."""
    return proxies[(proxies.index(last) + 1) % len(proxies)] if last in proxies else proxies[0]


def _with_scheme(url: str) -> str | None:
    if not url:
        return None
    return url if "://" in url else f"http://{url}"
