"""Why: the interface speaks ja, zh_CN, ko and en, and changes language while it runs."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

LANGUAGES = {"ja": "日本語", "zh_CN": "简体中文", "ko": "한국어", "en": "English"}
"""Language codes and their names in their own language."""

_CATALOGUES = Path(__file__).parent / "translations"


def system_language() -> str:
    """Return the offered language nearest to the system's; Japanese when there is none."""
    for name in QLocale.system().uiLanguages():
        language = name.replace("-", "_").split("_")[0]
        for offered in LANGUAGES:
            if offered.split("_")[0] == language:
                return offered
    return "ja"


class Translations(QObject):
    """Installs one language at a time; Qt then sends ``LanguageChange`` to every widget.

    Qt's own words (the menu of a text field, the buttons of a message box) come from Qt's catalogue; a Qt
    without one leaves them in English.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = "en"

    def choose(self, language: str) -> None:
        """Show the interface in ``language`` (a key of ``LANGUAGES``)."""
        own, of_qt = QTranslator(self), QTranslator(self)
        catalogue = _CATALOGUES / f"qpost_{language}.qm"
        if not own.load(str(catalogue)) and language != "en":
            raise FileNotFoundError(f"the {language} catalogue was not built; run: python3 dev.py translate")
        of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = [of_qt, own]
        self.language = language
        QLocale.setDefault(QLocale(language))
        for translator in self._installed:
            self._app.installTranslator(translator)


class Retranslated(QWidget):
    """A widget whose words are set in ``retranslate``, again after every change of language."""

    def retranslate(self) -> None:
        """Set every visible and accessible text of this widget."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
