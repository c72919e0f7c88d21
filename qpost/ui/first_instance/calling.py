"""Why: what a second start asks for is done by the first instance, at once and in its own window."""

import sys
import time
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtNetwork import QLocalSocket

from qpost.models.call import ANSWER, Call, write_call

_CONNECT_MS = 1000


class Reply(Enum):
    """How a call ended: done, nobody was there, or somebody was and did not answer."""

    DONE = auto()
    NOBODY = auto()
    SILENCE = auto()


def call_first(address: str, call: Call, *, within_s: float) -> Reply:
    """Ask the instance at ``address``; its answer is waited for up to ``within_s`` seconds."""
    deadline = time.monotonic() + within_s
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_CONNECT_MS):
        return Reply.NOBODY
    let_to_the_front(socket)
    socket.write(write_call(call))
    answer = b""
    while len(answer) < len(ANSWER):
        left_ms = int((deadline - time.monotonic()) * 1000)
        if left_ms <= 0:
            return Reply.SILENCE
        if not socket.bytesAvailable() and not socket.waitForReadyRead(left_ms):
            is_there = socket.state() is QLocalSocket.LocalSocketState.ConnectedState
            return Reply.SILENCE if is_there else Reply.NOBODY
        answer += socket.read(len(ANSWER) - len(answer)).data()
    return Reply.DONE if answer == ANSWER else Reply.NOBODY


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ANY_PROCESS = -1
    _SYNCHRONIZE = 0x0010_0000
    _kernel32 = ctypes.WinDLL("kernel32")
    _kernel32.OpenProcess.restype = wintypes.HANDLE
    _kernel32.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    _kernel32.WaitForSingleObject.argtypes = [wintypes.HANDLE, wintypes.DWORD]
    _kernel32.CloseHandle.argtypes = [wintypes.HANDLE]
    _kernel32.GetNamedPipeServerProcessId.argtypes = [wintypes.HANDLE, ctypes.POINTER(wintypes.ULONG)]

    def let_to_the_front(socket: QLocalSocket) -> None:
        """Pass on the leave to come to the front, which Windows gives to what the user started last."""
        ctypes.windll.user32.AllowSetForegroundWindow(_server_process(socket) or _ANY_PROCESS)

    def end_of(address: str | None) -> Callable[[float], bool]:
        """Return a wait, in seconds, for the end of the process that listens at ``address`` now."""
        socket = QLocalSocket()
        socket.connectToServer(address or "")
        process = _server_process(socket) if socket.waitForConnected(_CONNECT_MS) else 0
        handle = _kernel32.OpenProcess(_SYNCHRONIZE, False, process) if process else None

        def wait(within_s: float) -> bool:
            if handle is None:
                return True
            has_ended: bool = _kernel32.WaitForSingleObject(handle, max(int(within_s * 1000), 0)) == 0
            _kernel32.CloseHandle(handle)
            return has_ended

        return wait

    def _server_process(socket: QLocalSocket) -> int:
        process = wintypes.ULONG(0)
        handle = wintypes.HANDLE(int(socket.socketDescriptor()))
        _kernel32.GetNamedPipeServerProcessId(handle, ctypes.byref(process))
        return process.value

else:

    def let_to_the_front(socket: QLocalSocket) -> None:
        """Nothing is to be done: the call carries what the desktop gave us."""

    def end_of(address: str | None) -> Callable[[float], bool]:
        """Return a wait that is over at once: the system frees the lock when a process has ended."""
        return lambda within_s: True
