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
    """Speaks one language at a time; a widget says its words anew in ``retranslate``.

    Qt's own words (the menu of a text field, the buttons of a message box) come from Qt's catalogue; a Qt
    without one leaves them in English.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._of_qt, self._own = QTranslator(self), QTranslator(self)
        for translator in (self._of_qt, self._own):
            app.installTranslator(translator)
        self.language = "en"

    def choose(self, language: str) -> None:
        """Show the interface in ``language`` (a key of ``LANGUAGES``).

        Catalogues read into installed translators ask for one ``LanguageChange`` in all, where taking the
        old ones out and putting new ones in would send four. Own words do not wait for that event: a
        ``changeEvent`` in every widget would run at every change of font, palette and style as well.
        """
        catalogue = _CATALOGUES / f"qpost_{language}.qm"
        if not catalogue.exists() and language != "en":
            raise FileNotFoundError(f"the {language} catalogue was not built; run: python3 dev.py translate")
        self._of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._own.load(str(catalogue))
        self.language = language
        QLocale.setDefault(QLocale(language))
        QApplication.sendPostedEvents(self._app, QEvent.Type.LanguageChange.value)
        for window in self._app.topLevelWidgets():
            if window.parent() is None:
                for widget in (window, *window.findChildren(QWidget)):
                    retranslate = getattr(widget, "retranslate", None)
                    if retranslate is not None:
                        retranslate()


class Retranslated(QWidget):
    """A widget whose words are set in ``retranslate``, again after every change of language."""

    def retranslate(self) -> None:
        """Set every visible and accessible text of this widget."""
