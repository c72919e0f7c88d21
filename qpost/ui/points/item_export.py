"""Why: points by item become a table for spreadsheets, with progress, a way to stop, and where it went."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qpost.models.errors import QpostError
from qpost.models.points import ItemPoints
from qpost.services.export import Course, save_table
from qpost.services.files import safe_name
from qpost.ui.errors import describe
from qpost.ui.export.progress import ExportProgress
from qpost.ui.i18n import Retranslated
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.points.columns import record_head, record_of
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column

_NAME_LIMIT = 80


class ItemExport(Retranslated):
    """Asks for a file and writes items into it; takes no room while there is nothing to tell."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._course: Course | None = None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) if documents else Path.home()
        self.progress = ExportProgress(self)
        self.banner = Banner(self)
        self.banner.setProperty("bar", True)
        lines = column(self, gap=0)
        lines.addWidget(self.progress)
        lines.addWidget(self.banner)
        self.progress.cancelled.connect(self._on_cancelled)

    def ask_file(self, name: str, chosen: Callable[[Path], object]) -> None:
        """Ask where to save under ``name``; ``chosen`` gets the place."""
        title, kind = self.tr("Save points by item"), self.tr("CSV files (*.csv)")
        dialog = QFileDialog(self, title, str(self._folder), kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def save(self, items: Sequence[ItemPoints], target: Path) -> None:
        """Write ``items`` in this order to ``target``; one file at a time."""
        if self._course is not None:
            return
        self._course = course = Course()
        course.total = len(items)
        self._folder = target.parent
        self.banner.hide()
        self.progress.follow(course, name=_shown(target), counts_inquiries=False)
        head = record_head()
        self._kit.jobs.run(
            lambda: save_table(head, map(record_of, items), target, course=course),
            owner=self,
            done=partial(self._on_done, target),
            failed=self._on_failed,
            lane=Lane.NET,
        )

    @property
    def is_busy(self) -> bool:
        """True while a file is being written."""
        return self._course is not None

    def _on_cancelled(self) -> None:
        if self._course is not None:
            self._course.cancel()

    def _on_done(self, target: Path, saved: Path | None) -> None:
        self._end()
        if saved is None:
            self.banner.tell(
                self.tr("Export cancelled. No file was written."),
                tone="accent",
                action=self.tr("Close"),
                chosen=self.banner.hide,
            )
            return
        folder = QUrl.fromLocalFile(str(target.parent))
        self.banner.tell(
            self.tr("Saved as {name}").format(name=_shown(target)),
            tone="accent",
            action=self.tr("Show in folder"),
            chosen=partial(self._on_shown, folder),
        )

    def _on_shown(self, folder: QUrl) -> None:
        self.banner.hide()
        QDesktopServices.openUrl(folder)

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
        self.progress.end()


def _shown(target: Path) -> str:
    return " ".join(target.name[:_NAME_LIMIT].split())
