"""Why: what a seller types as the service's address must become one safe base URL, or a clear no."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from qpost.models.errors import Offline, OfflineCause, Refused

ADDRESS_INVALID = "address-invalid"
"""Code of the ``Refused`` raised for text that is no address."""

_DEFAULT_PORTS = {"https": 443, "http": 80}
_HOST_NAME = re.compile(r"(?!-)[^\s/?#@:\[\]%\\]{1,63}(?<!-)")
_PREFIX = re.compile(r"(/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*")


def normalised_address(address: str) -> str:
    """Return ``scheme://host[:port][/prefix]`` without a trailing slash; ``https`` unless said otherwise.

    Raises ``Refused("address-invalid")`` for anything that is no web address (or carries a user name,
    password, query or fragment) and ``Offline(INSECURE)`` for plain http to a host other than this one.
    """
    text = address.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _invalid("host or port") from None
    host = _checked_host(parts)
    if port == 0:
        raise _invalid("port")
    if parts.scheme == "http" and not is_loopback(host):
        raise Offline(OfflineCause.INSECURE, may_have_arrived=False, detail="plain http leaves this computer")
    shown_port = "" if port is None or port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
    shown_host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown_host}{shown_port}{_checked_prefix(parts)}"


def is_loopback(host: str) -> bool:
    """Tell whether ``host`` can only be this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked_host(parts: SplitResult) -> str:
    if parts.scheme not in _DEFAULT_PORTS:
        raise _invalid("scheme")
    if parts.username is not None or parts.password is not None:
        raise _invalid("a user name in the address")
    if parts.query or parts.fragment or parts.netloc.endswith(":"):
        raise _invalid("a query, a fragment or an empty port")
    host = (parts.hostname or "").removesuffix(".")
    if ":" in host:
        return host
    try:
        encoded = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _invalid("host") from None
    labels = encoded.split(".")
    if len(encoded) > 253 or not all(_HOST_NAME.fullmatch(label) for label in labels):
        raise _invalid("host")
    return encoded


def _checked_prefix(parts: SplitResult) -> str:
    prefix = parts.path.rstrip("/")
    if not _PREFIX.fullmatch(prefix) or {".", ".."} & set(prefix.split("/")):
        raise _invalid("path")
    return prefix


def _invalid(what: str) -> Refused:
    return Refused(ADDRESS_INVALID, detail=what)
