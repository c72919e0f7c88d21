"""Why: where a file goes, how far it is and what became of it is told in one way, whatever is written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qpost.models.errors import QpostError
from qpost.services.export import Course, Saved
from qpost.ui.errors import describe
from qpost.ui.export.progress import ExportProgress
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.words import one_line
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.toast import Toast

_TOLD_S = 10.0

Work = Callable[[Course], Saved | Path | None]


class FileWriting(Retranslated):
    """The line that tells of progress and faults; it takes no room while there is nothing to tell.

    One file is written at a time. What became of it is told by ``toast``, without one in the line itself.
    """

    def __init__(self, kit: Kit, toast: Toast | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._toast = toast
        self._course: Course | None = None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) if documents else Path.home()
        self.progress = ExportProgress(self)
        self.banner = Banner(self)
        lines = column(self, gap=0)
        lines.addWidget(self.progress)
        lines.addWidget(self.banner)
        self.progress.cancelled.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """True while a file is being written."""
        return self._course is not None

    def cancel(self) -> None:
        """Stop what is being written; the file that was there before stays as it was."""
        if self._course is not None:
            self._course.cancel()

    def ask_where(
        self, title: str, name: str, *, suffix: str, kind: str, chosen: Callable[[Path], object]
    ) -> None:
        """Ask where to, proposing ``name``, which is safe; ``chosen`` gets the place."""
        dialog = QFileDialog(self, title, str(self._folder), kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def write(self, work: Work, target: Path, *, counts_inquiries: bool = False) -> None:
        """Have a worker do ``work``, which writes ``target`` and returns None when it was cancelled."""
        if self._course is not None:
            return
        self._course = course = Course()
        self._folder = target.parent
        self.banner.hide()
        self.progress.follow(course, name=one_line(target.name), counts_inquiries=counts_inquiries)
        self.show_busy()
        self._kit.jobs.run(
            partial(work, course),
            owner=self,
            done=partial(self._on_done, target),
            failed=self._on_failed,
            lane=Lane.NET,
        )

    def show_busy(self) -> None:
        """Offer what can be done now that a file begins or ends."""

    def _on_done(self, target: Path, written: Saved | Path | None) -> None:
        self._end()
        if written is None:
            text, action, chosen = self.tr("Export cancelled. No file was written."), "", None
        else:
            text = self.tr("Saved as {name}").format(name=one_line(target.name))
            action = self.tr("Show in folder")
            chosen = partial(_open_folder, target.parent)
        if self._toast is None:
            self.banner.tell(
                text,
                tone="accent",
                action=action or self.tr("Close"),
                chosen=partial(self._on_answered, chosen),
            )
        elif chosen is None:
            self._toast.tell(text)
        else:
            self._toast.tell(text, duration_s=_TOLD_S, action=action, chosen=chosen)

    def _on_answered(self, chosen: Callable[[], object] | None) -> None:
        self.banner.hide()
        if chosen is not None:
            chosen()

    def _on_failed(self, error: QpostError) -> None:
        self._end()
        self.banner.tell_fault(describe(error), close=self.tr("Close"))

    def _end(self) -> None:
        self._course = None
        self.progress.end()
        self.show_busy()


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
