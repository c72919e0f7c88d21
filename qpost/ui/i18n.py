"""Why: the interface speaks ja, zh_CN, ko and en, and changes language while it runs."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTranslator
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
    """Installs one catalogue at a time; Qt then sends ``LanguageChange`` to every widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None
        self.language = "en"

    def choose(self, language: str) -> None:
        """Show the interface in ``language`` (a key of ``LANGUAGES``)."""
        translator = QTranslator(self)
        catalogue = _CATALOGUES / f"qpost_{language}.qm"
        if not translator.load(str(catalogue)) and language != "en":
            raise FileNotFoundError(f"the {language} catalogue was not built; run: python3 dev.py translate")
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = translator
        self.language = language
        QLocale.setDefault(QLocale(language))
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
