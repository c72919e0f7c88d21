"""Why: the tray on a screen that has one; says where things are, and what clicks did, line by line."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from qpost.models.settings import Theme as ThemeChoice
from qpost.services.publisher import Publisher
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.event_bridge import EventBridge
from qpost.ui.foreground import Foreground
from qpost.ui.i18n import Translations
from qpost.ui.jobs import Jobs
from qpost.ui.kit import Kit
from qpost.ui.theme import Theme
from qpost.ui.tray.tray import Tray
from qpost.ui.tray.words import Words

_LOOK_MS = 50
_LEAST_PX = 10
_SETTLED_LOOKS = 20
"""A panel moves its icons while it makes room for them."""


class Watch:
    """Tells what changes: the icon's place, the balloon's place, the window, the clicks."""

    def __init__(self, tray: Tray, window: QMainWindow) -> None:
        self._tray = tray
        self._window = window
        self._told: dict[str, str] = {}
        self._place = QRect()
        self._same = 0
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell what is not as it was; show the balloon once the icon has its place."""
        place = self._tray.icon.geometry()
        self._same = self._same + 1 if place == self._place else 0
        self._place = place
        if self._tray.is_shown and place.width() >= _LEAST_PX and self._same >= _SETTLED_LOOKS:
            self.tell("icon", _middle(place))
        self.tell("window", "visible" if self._window.isVisible() else "hidden")
        for widget in QApplication.topLevelWidgets():
            if widget.metaObject().className() == "QBalloonTip" and widget.isVisible():
                self.tell("balloon", _middle(widget.geometry()))

    def tell(self, what: str, value: str) -> None:
        """Print ``what`` when it is another than before."""
        if self._told.get(what) != value:
            self._told[what] = value
            print(what, value, flush=True)


def _middle(place: QRect) -> str:
    return f"{place.center().x()} {place.center().y()}"


def main() -> int:
    """Run until standard input is closed by the one who watches, or a minute is over."""
    application = QApplication(sys.argv[:1])
    application.setDesktopFileName("qpost")
    application.setDoubleClickInterval(1)  # a machine's two clicks are not one of a person
    assets = Assets()
    translations = Translations(application)
    theme = Theme(application, assets, choice=ThemeChoice.LIGHT, language="en")
    with tempfile.TemporaryDirectory() as folder:
        kit = Kit(
            jobs=Jobs(),
            bridge=EventBridge(Publisher()),
            theme=theme,
            assets=assets,
            translations=translations,
            settings=SettingsFile(Path(folder) / "settings.json"),
        )
        front = Foreground(application)
        window = QMainWindow()
        front.exchange(window)
        tray = Tray(front, kit, workspace=lambda: None, follow=lambda link: None, leave=application.quit)
        watch = Watch(tray, window)
        tray.keeping.shown.connect(
            lambda: tray.toasts.show(
                Words("News", "A customer wrote"), clicked=lambda: watch.tell("clicked", "yes")
            )
        )
        QTimer.singleShot(60_000, application, application.quit)
        code = application.exec()
        kit.bridge.close()
        kit.jobs.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
