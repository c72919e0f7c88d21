"""Why: the file that is started is the very file that was proved, with no moment in between."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from qpost.models.errors import UpdateFault
from qpost.models.release import ReleaseFile

SILENT_FLAGS = ("/S",)
"""The setup's own: it asks nothing, and keeps what was chosen when Qpost was first installed."""

MUTEX = "Qpost-setup"
"""What a setup holds as long as it runs; two at once would write over each other."""

Run = Callable[[Sequence[str], Path], None]


class Setup:
    """Starts a downloaded setup, which then outlives this program."""

    def __init__(self, *, run: Run | None = None, is_running: Callable[[], bool] | None = None) -> None:
        self._run = run or _run_detached
        self._is_running = is_running or _is_mutex_held

    def start(self, path: Path, file: ReleaseFile) -> None:
        """Prove ``path`` once more and start it, while nobody can write to it, move or delete it.

        Raises ``UpdateFault``: ``DAMAGED`` for another file than was signed for (it is not started), or
        ``NOT_INSTALLED`` when the system refuses.
        """
        try:
            with _held(path) as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                if stream.tell() != file.size or digest != file.sha256:
                    raise UpdateFault(UpdateFault.DAMAGED, "it changed after the download")
                self._run([str(path), *SILENT_FLAGS], path.parent)
        except OSError as error:
            raise UpdateFault(UpdateFault.NOT_INSTALLED, error.strerror or type(error).__name__) from error

    def is_running(self) -> bool:
        """Tell whether a setup of Qpost runs now, whoever started it."""
        return self._is_running()


def setup_of_this_system() -> Setup | None:
    """Return what installs a new version here: only the Windows program that a setup installed has one."""
    is_installed = Path(sys.executable).with_name("uninstall.exe").exists()
    return Setup() if sys.platform == "win32" and getattr(sys, "frozen", False) and is_installed else None


if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    import subprocess
    from ctypes import wintypes

    _GENERIC_READ = 0x80000000
    _SHARE_READ = 1
    _OPEN_EXISTING = 3
    _SYNCHRONIZE = 0x0010_0000

    @contextmanager
    def _held(path: Path) -> Iterator[BufferedReader]:
        """Open for reading so that, until it is closed, others may read and run the file but nothing else."""
        create_file = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
        create_file.restype = wintypes.HANDLE
        create_file.argtypes = (
            *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
            *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
        )
        handle = create_file(str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, 0, None)
        if handle == wintypes.HANDLE(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        with os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY), "rb") as stream:
            yield stream

    def _run_detached(command: Sequence[str], folder: Path) -> None:
        ctypes.windll.kernel32.SetDllDirectoryW(None)  # the frozen program's own, which a child would inherit
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        quiet = subprocess.DEVNULL
        subprocess.Popen(
            command, cwd=folder, creationflags=flags, stdin=quiet, stdout=quiet, stderr=quiet, close_fds=True
        )

    def _is_mutex_held() -> bool:
        kernel32 = ctypes.WinDLL("kernel32")
        kernel32.OpenMutexW.restype = wintypes.HANDLE
        kernel32.OpenMutexW.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.LPCWSTR)
        kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel32.OpenMutexW(_SYNCHRONIZE, False, MUTEX)
        if handle:
            kernel32.CloseHandle(handle)
        return bool(handle)

else:

    def _is_mutex_held() -> bool:
        return False

    @contextmanager
    def _held(path: Path) -> Iterator[BufferedReader]:
        with path.open("rb") as stream:
            yield stream

    def _run_detached(command: Sequence[str], folder: Path) -> None:
        raise UpdateFault(UpdateFault.NOT_INSTALLED, "setups are Windows programs")
