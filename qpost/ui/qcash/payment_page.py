"""Why: money is paid in the seller's own browser, on a page whose address was seen first."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = frozenset({"http", "https"})


def payable(address: str | None) -> QUrl | None:
    """Return the address as one that a browser opens: http(s) with a host, no user name; else None."""
    if not address:
        return None
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme() in _SCHEMES and bool(url.host()) and not url.userInfo()
    return url if is_web else None


def host_text(url: QUrl) -> str:
    """Return the host in ASCII, so that no letter passes for another."""
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def address_text(url: QUrl) -> str:
    """Return the whole address in ASCII."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def open_in_browser(url: QUrl) -> bool:
    """Open ``url`` in the system's browser; False when there is none."""
    return QDesktopServices.openUrl(url)
