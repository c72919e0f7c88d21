"""Why: Windows gathers windows, toasts and pins under the name a program gives itself, not under "Python"."""

import sys

from qpost import APP_ID


def take_app_id() -> None:
    """Give this process the name its Start menu entry has; before the first window."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APP_ID))
