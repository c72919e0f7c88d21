"""Why: later starts bring their calls here; whoever says anything else is soon shown out."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from qpost.models.call import ANSWER, LONGEST_CALL, read_call

READ_LIMIT_MS = 2_000
MOST_CALLERS = 16

_log = logging.getLogger(__name__)


class Door(QObject):
    """The local socket of the first instance, open to this user only; ``called`` is emitted with each call.

    A caller has ``READ_LIMIT_MS`` for one line of ``LONGEST_CALL`` bytes at most. More than
    ``MOST_CALLERS`` at a time are turned away; an honest one comes back.
    """

    called = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._callers: set[_Caller] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_CALLERS)
        self._server.newConnection.connect(self._on_callers)

    def open(self, address: str) -> bool:
        """Listen at ``address``, where what a crash left behind is removed first."""
        QLocalServer.removeServer(address)
        if self._server.listen(address):
            return True
        _log.warning("later starts cannot be heard: %s", self._server.errorString())
        return False

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()
        for caller in tuple(self._callers):
            caller.show_out()

    def _on_callers(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self._callers) >= MOST_CALLERS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket)
            self._callers.add(caller)
            caller.called.connect(self.called)
            caller.gone.connect(self._callers.discard)
            caller.begin()


class _Caller(QObject):
    """One connection, from its first byte to its end."""

    called = Signal(object)
    gone = Signal(object)

    def __init__(self, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._socket = socket
        self._line = b""
        self._is_done = False

    def begin(self) -> None:
        """Read what is there and what comes, for a while."""
        self._socket.readyRead.connect(self._on_bytes)
        self._socket.disconnected.connect(self._on_gone)
        QTimer.singleShot(READ_LIMIT_MS, self, self.show_out)
        if self._socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            self._on_gone()  # called, and hung up before it was its turn
        else:
            self._on_bytes()

    def show_out(self) -> None:
        """End the connection now."""
        self._socket.abort()
        self._on_gone()

    def _on_bytes(self) -> None:
        if self._is_done:
            return
        self._line += self._socket.read(LONGEST_CALL + 1 - len(self._line)).data()
        if b"\n" not in self._line and len(self._line) <= LONGEST_CALL:
            return
        self._is_done = True
        call = read_call(self._line)
        if call is None:
            _log.warning("a call of %d bytes was not understood", len(self._line))
            self.show_out()
            return
        self._socket.write(ANSWER)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self.called.emit(call)

    def _on_gone(self) -> None:
        self._is_done = True
        self.gone.emit(self)
        self._socket.deleteLater()
