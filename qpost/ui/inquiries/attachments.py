"""Why: files go both ways: read in off-thread before they are sent, saved under a name the seller chose."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from qpost.models.account import ShopId
from qpost.models.errors import FileFault, QpostError
from qpost.models.inquiry import Attachment, InquiryId
from qpost.models.outbox import OutboxFile
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES
from qpost.services.replies import Replies
from qpost.services.workspace import Workspace
from qpost.ui.errors import describe
from qpost.ui.inquiries.reply_pane import ReplyPane
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.widgets.toast import Toast

_PASTED_NAME = "picture.png"


class Attachments(QObject):
    """Moves files between the seller's disk, the reply pane and the service."""

    def __init__(self, workspace: Workspace, kit: Kit, toast: Toast, pane: ReplyPane) -> None:
        super().__init__(pane)
        self.shop: ShopId | None = None
        self._workspace = workspace
        self._kit = kit
        self._toast = toast
        self._pane = pane

    def add_files(self, paths: Sequence[Path]) -> None:
        """Let the files at ``paths`` go with the reply that is being written."""
        for path in paths:
            self._add(partial(_read_and_attach, self._workspace.replies, path))

    def add_picture(self, content: bytes) -> None:
        """Let a pasted picture go with the reply."""
        self._add(partial(self._workspace.replies.attach, content, _PASTED_NAME))

    def save(self, attachment: Attachment) -> None:
        """Ask where to, then save an attachment of a message there."""
        start = str(Path.home() / Path(attachment.file_name.replace("\\", "/")).name)
        name, _ = QFileDialog.getSaveFileName(self._pane, self.tr("Save file"), start)
        if name:
            self.save_to(attachment, Path(name))

    def save_to(self, attachment: Attachment, target: Path) -> None:
        """Save an attachment at ``target`` and offer its folder."""
        if self.shop is not None:
            self._kit.jobs.run(
                partial(self._workspace.files.save_as, self.shop, attachment, target),
                owner=self,
                done=self._on_saved,
                failed=self._on_failed,
                lane=Lane.NET,
            )

    def _add(self, work: "partial[OutboxFile]") -> None:
        inquiry = self._pane.inquiry
        if inquiry is not None:
            self._kit.jobs.run(
                work,
                owner=self,
                done=partial(self._on_added, inquiry.id),
                failed=self._on_failed,
                lane=Lane.WRITE,
            )

    def _on_added(self, inquiry_id: InquiryId, file: OutboxFile) -> None:
        if self._pane.inquiry is not None and self._pane.inquiry.id == inquiry_id:
            self._pane.add_file(file)

    def _on_saved(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._toast.tell(
            self.tr("Saved as {name}").format(name=path.name),
            action=self.tr("Open folder"),
            chosen=lambda: QDesktopServices.openUrl(folder),
        )

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self._pane.banner.tell(words.whole, tone="red", details=words.details)


def _read_and_attach(replies: Replies, path: Path) -> OutboxFile:
    try:
        if path.stat().st_size > ATTACHMENT_LIMIT_BYTES:
            raise FileFault(FileFault.TOO_LARGE, file_name=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise FileFault(FileFault.UNREADABLE, file_name=path.name, detail=str(error)) from error
    return replies.attach(content, path.name)
