"""Why: nobody is told of what arrives before her eyes."""

from PySide6.QtCore import QEvent, QObject

from qpost.ui.shell import Shell

_LOOKED_AT = (
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.WindowStateChange,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)


class OnScreen(QObject):
    """Has the notices know which inquiry is open in the window that is in front."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.installEventFilter(self)
        shell.inquiries.conversation.opened.connect(self.look)
        shell.rail.chosen.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look what is on the screen now."""
        shell = self._shell
        is_seen = shell.isActiveWindow() and not shell.isMinimized() and shell.inquiries.isVisible()
        opened = shell.inquiries.conversation.inquiry if is_seen else None
        shell.workspace.notices.set_on_screen(None if opened is None else opened.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window comes or goes."""
        if watched is self._shell and event.type() in _LOOKED_AT:
            self.look()
        return super().eventFilter(watched, event)
