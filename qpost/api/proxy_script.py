"""Why: in many an office a script (PAC) names the proxy, and on Windows the system runs it as for a browser.

WinHTTP is asked directly: Python's ``getproxies`` knows of no script. Values after the SDK, winhttp.h.
"""

import ctypes
import re
import sys
from ctypes import wintypes
from typing import Protocol

_DIRECT = "DIRECT"
_NO_PROXY, _NAMED_PROXY = 1, 3
_AUTO_DETECT, _CONFIG_URL = 0x1, 0x2
_BY_DHCP, _BY_DNS = 0x1, 0x2
_LOGIN_FAILURE = 12015


def scripted_proxies(url: str, *, searches: bool) -> tuple[str | None, ...]:
    """Return the proxies the user's script names for ``url``, in its order, None being a direct connection.

    Empty where no script is set, it cannot be had, or the system has none. ``searches`` looks for one on
    the network too when the user's settings ask for that, which may take seconds.
    """
    if sys.platform == "win32":
        return read_names(names_for(url, _Library(), searches=searches), scheme=url.partition(":")[0])
    else:
        return ()


def read_names(text: str, *, scheme: str) -> tuple[str | None, ...]:
    """Return the proxies in a WinHTTP list: ``[scheme=]host:port``, separated by semicolons or blanks.

    Those for other schemes, and SOCKS, are left out.
    """
    proxies: list[str | None] = []
    for name in re.split(r"[;\s]+", text):
        kind, _, host = name.rpartition("=")
        if name.upper() == _DIRECT:
            proxies.append(None)
        elif host and kind in ("", scheme):
            proxies.append(host)
    return tuple(proxies)


class _UserConfig(ctypes.Structure):
    """WINHTTP_CURRENT_USER_IE_PROXY_CONFIG; the texts are the caller's to free."""

    _fields_ = (
        ("fAutoDetect", wintypes.BOOL),
        ("lpszAutoConfigUrl", ctypes.c_void_p),
        ("lpszProxy", ctypes.c_void_p),
        ("lpszProxyBypass", ctypes.c_void_p),
    )


class _Options(ctypes.Structure):
    """WINHTTP_AUTOPROXY_OPTIONS."""

    _fields_ = (
        ("dwFlags", wintypes.DWORD),
        ("dwAutoDetectFlags", wintypes.DWORD),
        ("lpszAutoConfigUrl", wintypes.LPCWSTR),
        ("lpvReserved", ctypes.c_void_p),
        ("dwReserved", wintypes.DWORD),
        ("fAutoLogonIfChallenged", wintypes.BOOL),
    )


class _ProxyInfo(ctypes.Structure):
    """WINHTTP_PROXY_INFO; the texts are the caller's to free."""

    _fields_ = (
        ("dwAccessType", wintypes.DWORD),
        ("lpszProxy", ctypes.c_void_p),
        ("lpszProxyBypass", ctypes.c_void_p),
    )


class WinHttp(Protocol):
    """What is asked of winhttp.dll."""

    def read_config(self, config: _UserConfig) -> bool:
        """Fill in what the user has set."""

    def ask(self, url: str, options: _Options, info: _ProxyInfo) -> int:
        """Run the script for ``url``; return 0, or the system's error number."""

    def free(self, pointer: int) -> None:
        """Give a text back."""


def names_for(url: str, system: WinHttp, *, searches: bool) -> str:
    """Return the list WinHTTP gives for ``url``; empty where there is no script, or none can be run."""
    config = _UserConfig()
    if not system.read_config(config):
        return ""
    script = _taken(config.lpszAutoConfigUrl, system)
    for unused in (config.lpszProxy, config.lpszProxyBypass):
        _taken(unused, system)
    options = _Options()
    if searches and config.fAutoDetect:
        options.dwFlags, options.dwAutoDetectFlags = _AUTO_DETECT, _BY_DHCP | _BY_DNS
    if script:
        options.dwFlags |= _CONFIG_URL
        options.lpszAutoConfigUrl = script
    if not options.dwFlags:
        return ""
    info = _ProxyInfo()
    error = system.ask(url, options, info)
    if error == _LOGIN_FAILURE:
        options.fAutoLogonIfChallenged = True  # only when needed: it sends who we are
        error = system.ask(url, options, info)
    if error:
        return ""
    names = _taken(info.lpszProxy, system)
    _taken(info.lpszProxyBypass, system)
    return names if info.dwAccessType == _NAMED_PROXY else _DIRECT


def _taken(pointer: int | None, system: WinHttp) -> str:
    """Return the text the system left at ``pointer``, and free it."""
    if not pointer:
        return ""
    text = ctypes.wstring_at(pointer)
    system.free(pointer)
    return text


if sys.platform == "win32":

    class _Library:
        """winhttp.dll."""

        def __init__(self) -> None:
            self._winhttp = ctypes.WinDLL("winhttp", use_last_error=True)
            self._winhttp.WinHttpOpen.restype = ctypes.c_void_p
            self._free = ctypes.WinDLL("kernel32").GlobalFree
            self._free.argtypes = (ctypes.c_void_p,)

        def read_config(self, config: _UserConfig) -> bool:
            return bool(self._winhttp.WinHttpGetIEProxyConfigForCurrentUser(ctypes.byref(config)))

        def ask(self, url: str, options: _Options, info: _ProxyInfo) -> int:
            session = ctypes.c_void_p(self._winhttp.WinHttpOpen("Qpost", _NO_PROXY, None, None, 0))
            if not session:
                return ctypes.get_last_error() or -1
            asked = self._winhttp.WinHttpGetProxyForUrl(
                session, ctypes.c_wchar_p(url), ctypes.byref(options), ctypes.byref(info)
            )
            error = 0 if asked else ctypes.get_last_error() or -1
            self._winhttp.WinHttpCloseHandle(session)
            return error

        def free(self, pointer: int) -> None:
            self._free(pointer)
