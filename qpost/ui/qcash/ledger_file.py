"""Why: where the ledger's file goes, how far it is and what became of it is told where the button is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from qpost.models.account import Shop
from qpost.models.errors import QpostError
from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.services.export import Course
from qpost.services.files import safe_name
from qpost.services.ledger_export import LedgerWords, save_ledger
from qpost.services.qcash_account import QcashAccount
from qpost.ui.errors import describe
from qpost.ui.export.progress import ExportProgress
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.words import one_line
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import file_heads, file_kinds
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.toast import Toast

_ICON = QSize(16, 16)
_TOLD_S = 10.0


class LedgerFile(Retranslated):
    """The export button for others to place, and the line that tells of progress and faults."""

    def __init__(
        self,
        account: QcashAccount,
        kit: Kit,
        toast: Toast,
        *,
        asked: Callable[[], tuple[Shop, Period] | None],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._kit = kit
        self._toast = toast
        self._asked = asked
        self._now = now
        self._course: Course | None = None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) if documents else Path.home()
        self.button = QPushButton()
        self.button.setIconSize(_ICON)
        self.progress = ExportProgress(self)
        self.banner = Banner(self)
        lines = column(self, gap=0)
        lines.addWidget(self.progress)
        lines.addWidget(self.banner)
        self.button.clicked.connect(self.ask_where)
        self.progress.cancelled.connect(self.cancel)
        kit.theme.changed.connect(self._paint_icon)
        self.retranslate()
        self._paint_icon()

    def retranslate(self) -> None:
        """Set all words."""
        self.button.setText(self.tr("Export CSV…"))
        self.button.setToolTip(self.tr("All entries of the chosen dates (Ctrl+E)"))

    @property
    def is_busy(self) -> bool:
        """True while a file is being written."""
        return self._course is not None

    def ask_where(self) -> None:
        """Ask for the file's place, then write it."""
        asked = self._asked()
        if asked is None or self.is_busy:
            return
        shop, period = asked
        dialog = QFileDialog(
            self, self.tr("Export the Qcash ledger"), str(self._folder), self.tr("CSV files (*.csv)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("csv")
        today = business_date(self._now())
        dialog.selectFile(f"qcash-{safe_name(shop.code)}-{today:%Y%m%d}.csv")
        dialog.fileSelected.connect(lambda name: self.save(shop, period, Path(name)))
        dialog.open()

    def save(self, shop: Shop, period: Period, target: Path) -> None:
        """Write the entries of ``period`` to ``target``."""
        self._course = course = Course()
        self._folder = target.parent
        self.banner.hide()
        self.button.setEnabled(False)
        self.progress.follow(course, name=one_line(target.name), counts_inquiries=False)
        words = LedgerWords(heads=file_heads(), kinds=file_kinds())
        self._kit.jobs.run(
            partial(save_ledger, self._account, shop.id, period, target, words=words, course=course),
            owner=self,
            done=partial(self._on_done, target),
            failed=self._on_failed,
            lane=Lane.NET,
        )

    def cancel(self) -> None:
        """Stop what is being written; the file that was there before stays as it was."""
        if self._course is not None:
            self._course.cancel()

    def _on_done(self, target: Path, answer: Path | None) -> None:
        self._end()
        if answer is None:
            self._toast.tell(self.tr("Export cancelled. No file was written."))
            return
        folder = QUrl.fromLocalFile(str(target.parent))
        self._toast.tell(
            self.tr("Saved as {name}").format(name=one_line(target.name)),
            duration_s=_TOLD_S,
            action=self.tr("Show in folder"),
            chosen=lambda: QDesktopServices.openUrl(folder),
        )

    def _on_failed(self, error: QpostError) -> None:
        self._end()
        words = describe(error)
        self.banner.tell(
            words.whole,
            tone="red",
            details=words.details,
            action=self.tr("Close"),
            chosen=self.banner.hide,
        )

    def _end(self) -> None:
        self._course = None
        self.button.setEnabled(True)
        self.progress.end()

    def _paint_icon(self) -> None:
        self.button.setIcon(self._kit.assets.icon("download", size_px=16))
