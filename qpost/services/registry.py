"""Why: Windows keeps this user's start-up entries and link handlers in its registry."""

import sys

if sys.platform == "win32":
    import contextlib
    import winreg

    def read(key: str, name: str) -> object:
        """Return a value below this user's ``key``; None when there is none to be read."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value: object = winreg.QueryValueEx(opened, name)[0]
        except OSError:
            return None
        return value

    def write(key: str, name: str, text: str) -> None:
        """Set a text below this user's ``key``, which is made when needed; raises ``OSError``."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

    def delete(key: str, name: str) -> None:
        """Remove a value if it is there; raises ``OSError``."""
        with (
            contextlib.suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE) as opened,
        ):
            winreg.DeleteValue(opened, name)
