"""Why: from one contrast theme to another of the same lightness only the system's colours change."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWindow


class SystemColours(QWindow):
    """``changed`` is emitted when the system's colours are others.

    Qt tells that to windows only, and tells nobody of a palette that lies hidden under ours. This is one that
    is never shown and gets no other events, so that Python is not called with everybody's.
    """

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        """Hear of it."""
        if event.type() == QEvent.Type.ThemeChange:
            self.changed.emit()
        return super().event(event)
