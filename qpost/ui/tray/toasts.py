"""Why: a notice reaches the seller through the system when it can, else in a window of our own."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from qpost.ui.kit import Kit
from qpost.ui.tray.balloon import show_silently
from qpost.ui.tray.corner import CornerNotice
from qpost.ui.tray.sound import play
from qpost.ui.tray.words import Words

_STAY_MS = 10_000


class Toasts(QObject):
    """Tells ``Words`` with toast and sound as the settings say.

    Systems do not say which of several toasts was clicked: a click leads where the newest one does.
    """

    def __init__(self, kit: Kit, icon: QSystemTrayIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._icon = icon
        self._clicked: Callable[[], object] | None = None
        self.corner: CornerNotice | None = None
        self.make_sound: Callable[[], None] = lambda: play(kit.assets.sound("notice"))
        icon.messageClicked.connect(self._on_clicked)

    def tell(self, words: Words, *, clicked: Callable[[], object], is_quiet: bool = False) -> None:
        """Show and sound ``words``, as far as the seller wants it; a click calls ``clicked``."""
        chosen = self._kit.settings.load().notices
        if chosen.toast:
            self.show(words, clicked=clicked)
        if chosen.sound and not is_quiet:
            self.make_sound()

    def show(self, words: Words, *, clicked: Callable[[], object]) -> None:
        """Show ``words`` whatever the settings say."""
        self._clicked = clicked
        if self._icon.isVisible() and self._icon.supportsMessages():
            if not show_silently(*words):
                self._icon.showMessage(words.heading, words.text, self._picture(), _STAY_MS)
            return
        if self.corner is None:
            self.corner = CornerNotice(self._kit)
        self.corner.tell(words, clicked=self._on_clicked)

    def close(self) -> None:
        """Take away what is still shown."""
        if self.corner is not None:
            self.corner.close()
            self.corner.deleteLater()
            self.corner = None

    def _picture(self) -> QIcon:
        return QIcon(str(self._kit.assets.path("qpost")))

    def _on_clicked(self) -> None:
        if self._clicked is not None:
            self._clicked()
