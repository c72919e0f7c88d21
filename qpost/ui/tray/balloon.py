"""Why: Windows plays a sound of its own with every notice unless told not to, which Qt cannot tell it.

Shell_NotifyIconW is asked directly, for the icon that Qt put into the tray, so that clicks still arrive in
``QSystemTrayIcon.messageClicked``. Values after the Windows SDK, shellapi.h.
"""

import sys

_LONGEST_HEADING, _LONGEST_TEXT = 63, 255
"""In UTF-16 units, without the closing zero."""


def show_silently(heading: str, text: str) -> bool:
    """Show a notice at our icon without a sound; False when that is not to be had here."""
    if sys.platform == "win32":
        return _show(heading, text)
    else:
        return False


def cut(text: str, units: int) -> str:
    """Return what ``units`` UTF-16 units hold of ``text``, no character in halves."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


if sys.platform == "win32":
    import ctypes
    import os
    from ctypes import wintypes

    _NIM_MODIFY = 0x1
    _NIF_INFO, _NIF_SHOWTIP = 0x10, 0x80
    _NIIF_NONE, _NIIF_NOSOUND = 0x0, 0x10
    _QT_ICON_ID = 0
    _QT_WINDOW = "QTrayIconMessageWindow"
    """The name of the hidden window by which Qt owns its icon (qwindowssystemtrayicon.cpp)."""

    class _NotifyIconData(ctypes.Structure):
        _fields_ = (
            ("cbSize", wintypes.DWORD),
            ("hWnd", wintypes.HWND),
            ("uID", wintypes.UINT),
            ("uFlags", wintypes.UINT),
            ("uCallbackMessage", wintypes.UINT),
            ("hIcon", wintypes.HICON),
            ("szTip", wintypes.WCHAR * 128),
            ("dwState", wintypes.DWORD),
            ("dwStateMask", wintypes.DWORD),
            ("szInfo", wintypes.WCHAR * 256),
            ("uTimeout", wintypes.UINT),
            ("szInfoTitle", wintypes.WCHAR * 64),
            ("dwInfoFlags", wintypes.DWORD),
            ("guidItem", ctypes.c_byte * 16),
            ("hBalloonIcon", wintypes.HICON),
        )

    _user32 = ctypes.WinDLL("user32")
    _shell32 = ctypes.WinDLL("shell32")
    _find = _user32.FindWindowExW
    _find.argtypes = (wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR)
    _find.restype = wintypes.HWND
    _process_of = _user32.GetWindowThreadProcessId
    _process_of.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.DWORD))
    _process_of.restype = wintypes.DWORD
    _notify = _shell32.Shell_NotifyIconW
    _notify.argtypes = (wintypes.DWORD, ctypes.POINTER(_NotifyIconData))
    _notify.restype = wintypes.BOOL

    def _show(heading: str, text: str) -> bool:
        window = _own_window()
        if window is None:
            return False
        asked = _NotifyIconData(
            cbSize=ctypes.sizeof(_NotifyIconData),
            hWnd=window,
            uID=_QT_ICON_ID,
            uFlags=_NIF_INFO | _NIF_SHOWTIP,
            szInfo=cut(text, _LONGEST_TEXT) or " ",  # a notice without a text is taken for none
            szInfoTitle=cut(heading, _LONGEST_HEADING),
            dwInfoFlags=_NIIF_NONE | _NIIF_NOSOUND,
        )
        return bool(_notify(_NIM_MODIFY, ctypes.byref(asked)))

    def _own_window() -> int | None:
        """Return the window of this process's icon; other programs made with Qt have one of that name too."""
        window = _find(None, None, None, _QT_WINDOW)
        while window:
            process = wintypes.DWORD()
            _process_of(window, ctypes.byref(process))
            if process.value == os.getpid():
                return int(window)
            window = _find(None, window, None, _QT_WINDOW)
        return None
