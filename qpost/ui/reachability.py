"""Why: when the system says the network is back, nobody should wait for the next attempt."""

import contextlib
import logging
import sys
import threading

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class Reachability(QObject):
    """Tells with ``came_back`` that the network can be used again, where the system lets us know.

    Where it does not, the regular attempts find out by themselves.
    """

    came_back = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_online: bool | None = None

    def watch(self) -> bool:
        """Begin to listen to the system; False when it has nothing to tell."""
        if sys.platform == "win32":  # Qt's own way makes this thread wait for a service of the system
            threading.Thread(target=self._watch_addresses, name="network", daemon=True).start()
            return True
        from PySide6.QtNetwork import QNetworkInformation  # not needed for the first window

        feature = QNetworkInformation.Feature.Reachability
        if not QNetworkInformation.loadBackendByFeatures(feature):
            _log.info("the system does not tell about the network")
            return False
        system = QNetworkInformation.instance()
        self.notice(system.reachability() is QNetworkInformation.Reachability.Online)
        system.reachabilityChanged.connect(
            lambda now: self.notice(now is QNetworkInformation.Reachability.Online)
        )
        return True

    def _watch_addresses(self) -> None:
        """Look again whenever Windows gives the machine another address."""
        if sys.platform == "win32":
            import ctypes

            with contextlib.suppress(RuntimeError):  # the program was left meanwhile
                while ctypes.windll.iphlpapi.NotifyAddrChange(None, None) == 0:
                    self.came_back.emit()

    def notice(self, is_online: bool) -> None:
        """Take note of what the system says now."""
        before, self._is_online = self._is_online, is_online
        if is_online and before is False:
            self.came_back.emit()
