"""Why: the few choices a seller makes, each at work the moment it is made."""

import sys

from msgspec import structs
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from qpost import __version__
from qpost.models.errors import QpostError
from qpost.models.settings import ConnectionKind, Settings, Theme
from qpost.ui.choices import choose_autostart, choose_language, choose_theme, read_autostart, remember
from qpost.ui.fonts import make_font
from qpost.ui.i18n import LANGUAGES, Retranslated
from qpost.ui.kit import Kit
from qpost.ui.settings.notices import NoticesSection
from qpost.ui.settings.section import Explained, Section
from qpost.ui.settings.tray import TraySection
from qpost.ui.tokens import SPACE_S, SPACE_XL
from qpost.ui.updating.section import UpdatesSection
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, wrapped
from qpost.ui.widgets.segments import Segments

_WIDEST_PX = 640
_FIELD_PX = 280
_BOX_INDENT_PX = 24
_UNDO_CHOICES_S = (0.0, 3.0, 5.0, 10.0, 20.0, 30.0)
_THEMES = (Theme.SYSTEM, Theme.LIGHT, Theme.DARK)


class SettingsPage(Retranslated):
    """Language, colours, replies, notices, start, account and what this program is.

    ``connection`` is a section about the connection in use, for those that have something to set.
    """

    sign_out_requested = Signal()

    def __init__(self, kit: Kit, *, connection: Section | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._of_connection = (connection,) if connection is not None else ()
        self._login = ""
        self._connection = ConnectionKind.REST
        self.language = QComboBox()
        self.theme = Segments(_THEMES)
        self.undo = QComboBox()
        self.confirm_sent = QCheckBox()
        self.autostart = QCheckBox()
        self.notices = NoticesSection(kit)
        self.tray = TraySection(kit)
        self.sign_out = QPushButton()
        self.open_folder = QPushButton()
        self.updates = UpdatesSection(kit)
        self._build()
        self.retranslate()
        self._show(Settings(theme=Theme.SYSTEM))
        self._connect()
        kit.jobs.run(kit.settings.load, owner=self, done=self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the system really does: it may have been switched off there meanwhile."""
        super().showEvent(event)
        read_autostart(self._kit, self, self.autostart.setChecked)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Settings"))
        self._appearance.set_heading(self.tr("Appearance"))
        self._language_field.set_label(self.tr("Interface language"))
        self.language.setCurrentIndex(self.language.findData(self._kit.translations.language))
        self._theme_field.set_label(self.tr("Colours"))
        self.theme.set_text(Theme.SYSTEM, self.tr("As the system"))
        self.theme.set_text(Theme.LIGHT, self.tr("Light"))
        self.theme.set_text(Theme.DARK, self.tr("Dark"))
        self._replies.set_heading(self.tr("Replies"))
        self._undo_field.set_label(self.tr("Time to undo after Send"))
        self._word_undo()
        self.confirm_sent.setText(self.tr("Confirm in a box after sending"))
        self._confirm.explain(self.tr("Otherwise a short note in the window says that it was sent."))
        self._start.set_heading(self.tr("Start"))
        if sys.platform == "win32":
            self.autostart.setText(self.tr("Start Qpost when Windows starts"))
        else:
            self.autostart.setText(self.tr("Start Qpost when the computer starts"))
        self._account.set_heading(self.tr("Account"))
        self.sign_out.setText(self.tr("Sign out"))
        self._sign_out.explain(self.tr("Drafts and replies waiting to be sent are kept on this computer."))
        self._about.set_heading(self.tr("About"))
        self._version.setText(self.tr("Qpost {version}").format(version=__version__))
        self._licence.setText(self.tr("Free software under the Apache License 2.0"))
        self._folder_label.setText(self.tr("Data folder"))
        self.open_folder.setText(self.tr("Open"))
        self.open_folder.setAccessibleName(self.tr("Open the data folder"))
        self._show_account()

    def _build(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self).addWidget(area)
        inside = QWidget()
        inside.setProperty("surface", "background")
        across = row(inside, gap=0)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST_PX + 2 * SPACE_XL)
        across.addWidget(middle, 1)
        across.addStretch(0)
        lines = column(middle, margin=SPACE_XL, gap=SPACE_XL)
        self._title = QLabel()
        self._title.setProperty("type", "heading")
        lines.addWidget(self._title)
        for section in (
            self._build_appearance(),
            self._build_replies(),
            self.notices,
            self._build_start(),
            self.tray,
            *self._of_connection,
            self._build_account(),
            self.updates,
            self._build_about(),
        ):
            lines.addWidget(section)
        lines.addStretch(1)
        area.setWidget(inside)

    def _build_appearance(self) -> Section:
        self._appearance = Section()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
            self.language.setItemData(self.language.count() - 1, make_font(code), Qt.ItemDataRole.FontRole)
        self.language.setFixedWidth(_FIELD_PX)
        self._language_field = Field(self.language)
        self._theme_field = Field(self.theme)
        self._appearance.lines.addWidget(self._language_field)
        self._appearance.lines.addWidget(self._theme_field)
        return self._appearance

    def _build_replies(self) -> Section:
        self._replies = Section()
        for seconds in _UNDO_CHOICES_S:
            self.undo.addItem("", seconds)
        self.undo.setFixedWidth(_FIELD_PX)
        self._undo_field = Field(self.undo)
        self._confirm = Explained(self.confirm_sent, indent_px=_BOX_INDENT_PX)
        self._replies.lines.addWidget(self._undo_field)
        self._replies.lines.addWidget(self._confirm)
        return self._replies

    def _build_start(self) -> Section:
        self._start = Section()
        self._start.lines.addWidget(self.autostart, 0, Qt.AlignmentFlag.AlignLeft)
        return self._start

    def _build_account(self) -> Section:
        self._account = Section()
        self._who = wrapped(QLabel())
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._sign_out = Explained(self.sign_out)
        self._account.lines.addWidget(self._who)
        self._account.lines.addWidget(self._sign_out)
        return self._account

    def _build_about(self) -> Section:
        self._about = Section()
        self._version, self._licence = QLabel(), QLabel()
        self._licence.setProperty("ink", "2")
        self._folder_label = QLabel()
        self._folder_label.setProperty("ink", "2")
        self._folder_label.setProperty("type", "small")
        self._folder = wrapped(QLabel(str(self._kit.data_folder or "")))
        self._folder.setTextFormat(Qt.TextFormat.PlainText)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder.setCursor(Qt.CursorShape.IBeamCursor)
        self.open_folder.setEnabled(self._kit.data_folder is not None)
        product = column(gap=2)
        product.addWidget(self._version)
        product.addWidget(self._licence)
        place = column(gap=2)
        place.addWidget(self._folder_label)
        path = row(gap=SPACE_S)
        path.addWidget(self._folder, 1)
        path.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignTop)
        place.addLayout(path)
        self._about.lines.addLayout(product)
        self._about.lines.addLayout(place)
        return self._about

    def _connect(self) -> None:
        self.language.activated.connect(self._on_language_chosen)
        self.theme.chosen.connect(lambda theme: choose_theme(self._kit, Theme(str(theme))))
        self.undo.activated.connect(self._on_undo_chosen)
        self.confirm_sent.clicked.connect(self._on_confirm_clicked)
        self.autostart.clicked.connect(self._on_autostart_clicked)
        self.sign_out.clicked.connect(self.sign_out_requested)
        self.open_folder.clicked.connect(self._on_open_folder)

    def _show(self, settings: Settings) -> None:
        self.theme.choose(settings.theme)
        if self.undo.findData(settings.undo_s) < 0:
            self.undo.addItem("", settings.undo_s)
            self._word_undo()
        self.undo.setCurrentIndex(self.undo.findData(settings.undo_s))
        self.confirm_sent.setChecked(settings.confirm_sent)
        self.notices.show_settings(settings.notices)
        self.tray.show_settings(settings)
        self._login = settings.sign_in.login
        self._connection = settings.sign_in.connection.kind
        self._show_account()

    def _show_account(self) -> None:
        if self._connection is ConnectionKind.DEMO:
            self._who.setText(self.tr("Signed in to the demo"))
        else:
            self._who.setText(self.tr("Signed in as {login}").format(login=self._login))
        self._who.setVisible(bool(self._login) or self._connection is ConnectionKind.DEMO)

    def _on_language_chosen(self) -> None:
        choose_language(self._kit, str(self.language.currentData()))

    def _word_undo(self) -> None:
        for number in range(self.undo.count()):
            seconds = float(self.undo.itemData(number))
            words = self.tr("{seconds} s").format(seconds=f"{seconds:g}") if seconds else self.tr("None")
            self.undo.setItemText(number, words)

    def _on_undo_chosen(self) -> None:
        seconds = float(self.undo.currentData())
        remember(self._kit, lambda settings: structs.replace(settings, undo_s=seconds))

    def _on_confirm_clicked(self, is_wanted: bool) -> None:
        remember(self._kit, lambda settings: structs.replace(settings, confirm_sent=is_wanted))

    def _on_autostart_clicked(self, is_wanted: bool) -> None:
        choose_autostart(self._kit, is_wanted, owner=self, failed=self._on_autostart_refused)

    def _on_autostart_refused(self, error: QpostError) -> None:
        """Show again what the system really does, and say why."""
        read_autostart(self._kit, self, self.autostart.setChecked)
        self._kit.jobs.unhandled.emit(error)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._kit.data_folder)))
