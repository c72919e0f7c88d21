"""Why: of all parts Qt's plugins get lost most easily in a frozen program, and say so late."""

import sys
from base64 import b64decode
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLibraryInfo, QTranslator
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QImageReader, QImageWriter
from PySide6.QtWidgets import QApplication, QStyleFactory

from qpost.ui.assets import Assets
from qpost.ui.i18n import LANGUAGES, Translations

_WRITABLE = ("png", "jpeg", "webp")
_DRAWN = {
    "gif": b64decode("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
}
"""A picture of each kind that Qt reads and does not write."""
_STYLES = {"win32": ("windows11", "Fusion")}
"""The styles the theme asks for, where they are not just Fusion."""
_SCRIPTS = {
    "ja": QFontDatabase.WritingSystem.Japanese,
    "zh": QFontDatabase.WritingSystem.SimplifiedChinese,
    "ko": QFontDatabase.WritingSystem.Korean,
}


class WindowPartMissing(Exception):
    """A part of Qt or of the program's own files is not there; the text says which."""


def window_checks() -> Sequence[tuple[str, Callable[[], str]]]:
    """Return the checks of everything windows need; the first one starts Qt."""
    return (
        ("qt", check_platform),
        ("styles", check_styles),
        ("images", check_images),
        ("network watch", check_network_watch),
        ("fonts", check_fonts),
        ("translations", check_translations),
        ("resources", check_resources),
    )


def check_platform() -> str:
    """Start Qt on this screen."""
    QApplication.instance() or QApplication(sys.argv[:1])
    return f"Qt {QLibraryInfo.version().toString()} on {QGuiApplication.platformName()}"


def check_styles() -> str:
    """Make the styles the theme uses."""
    for name in _STYLES.get(sys.platform, ("Fusion",)):
        if QStyleFactory.create(name) is None:
            raise WindowPartMissing(f"no style {name}")
    return ", ".join(QStyleFactory.keys())


def check_images() -> str:
    """Read a picture of every kind the windows show."""
    for kind in _WRITABLE:
        _read(kind, _written(kind))
    for kind, content in _DRAWN.items():
        _read(kind, content)
    return ", ".join(sorted(bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()))


def check_network_watch() -> str:
    """Load what tells that the network is back; Windows is asked without Qt."""
    if sys.platform == "win32":
        return "skipped: Windows is asked directly"
    from PySide6.QtNetwork import QNetworkInformation

    found = QNetworkInformation.availableBackends()
    if not found:
        raise WindowPartMissing("no back end of QNetworkInformation")
    return ", ".join(found)


def check_fonts() -> str:
    """Find fonts at all; says how many know each language's letters, which is the system's matter."""
    count = len(QFontDatabase.families())
    if not count:
        raise WindowPartMissing("no font")
    known = (f"{name} {len(QFontDatabase.families(script))}" for name, script in _SCRIPTS.items())
    return f"{count} families; {', '.join(known)}"


def check_translations() -> str:
    """Show a word in every language, and one of Qt's own."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise WindowPartMissing("Qt was not started")
    translations, seen = Translations(application), dict[str, str]()
    for language in LANGUAGES:
        translations.choose(language)
        seen[language] = QCoreApplication.translate("SignInFields", "Login location")
    translations.choose("en")
    if len(set(seen.values())) != len(LANGUAGES):
        raise WindowPartMissing(f"a language says the same as another: {seen}")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    missing = [name for name in LANGUAGES if not QTranslator().load(f"qtbase_{name}", folder)]
    if missing:
        raise WindowPartMissing(f"Qt's own words in {', '.join(missing)}")
    return ", ".join(f"{language}: {text}" for language, text in seen.items())


def check_resources() -> str:
    """Draw every icon."""
    assets = Assets()
    names = sorted(path.stem for path in assets.path("qpost").parent.glob("*.svg"))
    blank = [name for name in names if assets.pixmap(name).isNull()]
    if blank or "qpost" not in names:
        raise WindowPartMissing(f"icons: {', '.join(blank) or 'all'}")
    return f"{len(names)} icons"


def _written(kind: str) -> bytes:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#3457d5"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(kind.encode())).write(image):
        raise WindowPartMissing(f"pictures of kind {kind}")
    return bytes(buffer.data().data())


def _read(kind: str, content: bytes) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if QImageReader(buffer, QByteArray(kind.encode())).read().isNull():
        raise WindowPartMissing(f"pictures of kind {kind}")
