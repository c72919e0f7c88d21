"""Why: whether the program stays when its window goes, and comes up unseen, is the seller's choice."""

from msgspec import structs
from PySide6.QtWidgets import QCheckBox

from qpost.models.settings import Settings
from qpost.ui.choices import remember
from qpost.ui.kit import Kit
from qpost.ui.settings.section import Explained, Section

_BOX_INDENT_PX = 24


class TraySection(Section):
    """Keep running without a window, start without one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.close_to_tray = QCheckBox()
        self.start_minimised = QCheckBox()
        self._close = Explained(self.close_to_tray, indent_px=_BOX_INDENT_PX)
        self._start = Explained(self.start_minimised, indent_px=_BOX_INDENT_PX)
        self.lines.addWidget(self._close)
        self.lines.addWidget(self._start)
        self.retranslate()
        self.close_to_tray.clicked.connect(self._on_close_clicked)
        self.start_minimised.clicked.connect(self._on_start_clicked)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Tray"))
        self.close_to_tray.setText(self.tr("Keep running when the window is closed"))
        self._close.explain(
            self.tr("Qpost stays as an icon beside the clock. Where there is no such place, it ends.")
        )
        self.start_minimised.setText(self.tr("Start in the tray when the computer starts"))
        self._start.explain(self.tr("Otherwise its window opens."))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.close_to_tray.setChecked(settings.close_to_tray)
        self.start_minimised.setChecked(settings.start_minimised)

    def _on_close_clicked(self, is_wanted: bool) -> None:
        remember(self._kit, lambda settings: structs.replace(settings, close_to_tray=is_wanted))

    def _on_start_clicked(self, is_wanted: bool) -> None:
        remember(self._kit, lambda settings: structs.replace(settings, start_minimised=is_wanted))
