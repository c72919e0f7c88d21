"""Why: light, dark and contrast come from the same tokens and follow the system while the program runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from qpost.models.settings import Theme as ThemeChoice
from qpost.ui.assets import Assets
from qpost.ui.fonts import make_font
from qpost.ui.style_sheet import style_sheet
from qpost.ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from qpost.ui.system_colours import SystemColours

_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # PySide lets go of what belongs to it with it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.panel),
        (role.AlternateBase, tokens.background),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink2),
        (role.Button, tokens.panel),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.red),
        (role.ToolTipBase, tokens.panel),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.panel),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line_strong),
        (role.Dark, tokens.line_strong),
        (role.Shadow, tokens.ink3),
        (role.Accent, tokens.accent),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.ink3))
    return palette


class Theme(QObject):
    """The application's colours and fonts; ``changed`` tells painters to repaint."""

    changed = Signal()

    def __init__(self, app: QApplication, assets: Assets, *, choice: ThemeChoice, language: str) -> None:
        super().__init__(app)
        self._app = app
        self._assets = assets
        self._language = language
        self.tokens: Tokens = LIGHT
        self._colours: SystemColours | None = None
        self._colours_settled = QTimer(self, singleShot=True, interval=0)  # several changes come at once
        self._colours_settled.timeout.connect(self._on_colours_changed)
        if "windows11" in (key.lower() for key in QStyleFactory.keys()):  # noqa: SIM118 - not a dict
            app.setStyle("windows11")
        else:
            app.setStyle("Fusion")
        self.choose(choice)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def choose(self, choice: ThemeChoice) -> None:
        """Show light, dark, or what the system shows."""
        self._choice = choice
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._apply()

    def set_language(self, language: str) -> None:
        """Use the fonts whose glyph forms belong to ``language``."""
        if language == self._language:
            return
        self._language = language
        self._dress()

    @property
    def language(self) -> str:
        """The interface language the fonts were chosen for."""
        return self._language

    def _on_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM or self.tokens.is_contrast:
            self._apply()

    def _apply(self) -> None:
        """Use the colours that are chosen; a contrast theme of the system goes before any choice here."""
        self.tokens = self._contrast() or self._chosen()
        self._assets.set_tokens(self.tokens)
        self._dress()

    def _contrast(self) -> Tokens | None:
        if not _wants_contrast():
            return None
        from qpost.ui.contrast import contrast_tokens  # few starts need it

        self._follow_colours()
        self._app.setPalette(QPalette())  # ours off: what is left are the system's
        return contrast_tokens(self._app.palette())

    def _follow_colours(self) -> None:
        from qpost.ui.system_colours import SystemColours

        if self._colours is None:
            self._colours = SystemColours()
            self._colours.changed.connect(self._colours_settled.start)

    def _on_colours_changed(self) -> None:
        if self.tokens.is_contrast:
            self._apply()

    def _chosen(self) -> Tokens:
        is_dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM
            and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        return DARK if is_dark else LIGHT

    def _dress(self) -> None:
        """Give every widget the palette, the font and the sheet as they are to be now.

        The old sheet is taken off first: a sheet changed in place took 280 ms for the whole window, off and
        on again takes 60.
        """
        tokens = self.tokens
        arrow = self._assets.path("chevron-dark" if tokens.is_dark else "chevron-light")
        is_tick_dark = QColor(tokens.on_accent).lightnessF() < 0.5
        tick = self._assets.path("tick-dark" if is_tick_dark else "tick-light")
        self._app.setStyleSheet("")
        self._app.setPalette(_palette(tokens))
        self._app.setFont(make_font(self._language))
        self._app.setStyleSheet(style_sheet(tokens, arrow_path=arrow.as_posix(), tick_path=tick.as_posix()))
        self.changed.emit()
