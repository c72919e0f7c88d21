"""Why: in many an office a script (PAC) names the proxy, and on Windows the system runs it as for a browser.

WinHTTP is asked directly: Python's ``getproxies`` knows of no script. Values after the SDK, winhttp.h.
"""

import re
import sys

_DIRECT = "DIRECT"


def scripted_proxies(url: str, *, searches: bool) -> tuple[str | None, ...]:
    """Return the proxies the user's script names for ``url``, in its order, None being a direct connection.

    Empty where no script is set, it cannot be had, or the system has none. ``searches`` looks for one on
    the network too when the user's settings ask for that, which may take seconds.
    """
    if sys.platform == "win32":
        return read_names(_names_for(url, searches=searches), scheme=url.partition(":")[0])
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


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _NO_PROXY, _NAMED_PROXY = 1, 3
    _AUTO_DETECT, _CONFIG_URL = 0x1, 0x2
    _BY_DHCP, _BY_DNS = 0x1, 0x2
    _LOGIN_FAILURE = 12015

    class _UserConfig(ctypes.Structure):
        _fields_ = (
            ("fAutoDetect", wintypes.BOOL),
            ("lpszAutoConfigUrl", ctypes.c_void_p),
            ("lpszProxy", ctypes.c_void_p),
            ("lpszProxyBypass", ctypes.c_void_p),
        )

    class _Options(ctypes.Structure):
        _fields_ = (
            ("dwFlags", wintypes.DWORD),
            ("dwAutoDetectFlags", wintypes.DWORD),
            ("lpszAutoConfigUrl", wintypes.LPCWSTR),
            ("lpvReserved", ctypes.c_void_p),
            ("dwReserved", wintypes.DWORD),
            ("fAutoLogonIfChallenged", wintypes.BOOL),
        )

    class _ProxyInfo(ctypes.Structure):
        _fields_ = (
            ("dwAccessType", wintypes.DWORD),
            ("lpszProxy", ctypes.c_void_p),
            ("lpszProxyBypass", ctypes.c_void_p),
        )

    _winhttp = ctypes.WinDLL("winhttp", use_last_error=True)
    _free = ctypes.WinDLL("kernel32").GlobalFree
    _free.argtypes = (ctypes.c_void_p,)
    _open = _winhttp.WinHttpOpen
    _open.argtypes = (
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.LPCWSTR,
        wintypes.LPCWSTR,
        wintypes.DWORD,
    )
    _open.restype = ctypes.c_void_p
    _close = _winhttp.WinHttpCloseHandle
    _close.argtypes = (ctypes.c_void_p,)
    _read_config = _winhttp.WinHttpGetIEProxyConfigForCurrentUser
    _read_config.argtypes = (ctypes.POINTER(_UserConfig),)
    _ask = _winhttp.WinHttpGetProxyForUrl
    _ask.argtypes = (
        ctypes.c_void_p,
        wintypes.LPCWSTR,
        ctypes.POINTER(_Options),
        ctypes.POINTER(_ProxyInfo),
    )

    def _names_for(url: str, *, searches: bool) -> str:
        config = _UserConfig()
        if not _read_config(ctypes.byref(config)):
            return ""
        script = _taken(config.lpszAutoConfigUrl)
        for unused in (config.lpszProxy, config.lpszProxyBypass):
            _taken(unused)
        options = _Options()
        if searches and config.fAutoDetect:
            options.dwFlags, options.dwAutoDetectFlags = _AUTO_DETECT, _BY_DHCP | _BY_DNS
        if script:
            options.dwFlags |= _CONFIG_URL
            options.lpszAutoConfigUrl = script
        return _answer_of(url, options) if options.dwFlags else ""

    def _answer_of(url: str, options: _Options) -> str:
        session = _open("Qpost", _NO_PROXY, None, None, 0)
        if not session:
            return ""
        info = _ProxyInfo()
        try:
            is_known = _ask(session, url, ctypes.byref(options), ctypes.byref(info))
            if not is_known and ctypes.get_last_error() == _LOGIN_FAILURE:
                options.fAutoLogonIfChallenged = True  # asked for only when needed: it sends who we are
                is_known = _ask(session, url, ctypes.byref(options), ctypes.byref(info))
        finally:
            _close(session)
        if not is_known:
            return ""
        names = _taken(info.lpszProxy)
        _taken(info.lpszProxyBypass)
        return names if info.dwAccessType == _NAMED_PROXY else _DIRECT

    def _taken(pointer: int | None) -> str:
        """Return the text the system left at ``pointer``, and free it."""
        if not pointer:
            return ""
        text = ctypes.wstring_at(pointer)
        _free(pointer)
        return text
