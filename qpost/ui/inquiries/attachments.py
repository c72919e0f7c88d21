"""Why: files go both ways: read in off-thread before they are sent, saved under a name the seller chose."""

import stat
from collections import Counter, deque
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog

from qpost.models.account import ShopId
from qpost.models.errors import FileFault, QpostError
from qpost.models.inquiry import Attachment, Inquiry, InquiryId, Status
from qpost.models.outbox import Draft, OutboxFile
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES, reply_title
from qpost.services.files import safe_name
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
        self._adding: Counter[InquiryId] = Counter()
        self._unread: deque[tuple[Inquiry, Callable[[], bytes], str]] = deque()
        self._is_reading = False

    def add_files(self, paths: Sequence[Path]) -> None:
        """Let the files at ``paths`` go with the reply that is being written."""
        for path in paths:
            self._add(partial(_read, path), path.name)

    def add_picture(self, picture: QImage) -> None:
        """Let a pasted picture go with the reply."""
        self._add(partial(_png, picture), _PASTED_NAME)

    def save(self, attachment: Attachment) -> None:
        """Ask where to, then save an attachment of a message there."""
        dialog = QFileDialog(self._pane, self.tr("Save file"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(safe_name(attachment.file_name))
        dialog.fileSelected.connect(lambda name: self.save_to(attachment, Path(name)))
        dialog.open()

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

    def _add(self, read: Callable[[], bytes], name: str) -> None:
        """Read where waiting harms nobody (a file may lie on a slow disk), then keep the bytes."""
        inquiry = self._pane.inquiry
        if inquiry is None:
            return
        self._adding[inquiry.id] += 1
        self._pane.set_adding(self._adding)
        self._unread.append((inquiry, read, name))
        self._read_next()

    def _read_next(self) -> None:
        """Read one file at a time, so that they go in the order they were given."""
        if self._is_reading or not self._unread:
            return
        self._is_reading = True
        inquiry, read, name = self._unread.popleft()
        self._kit.jobs.run(
            read,
            owner=self,
            done=partial(self._on_content, inquiry, name),
            failed=partial(self._on_unreadable, inquiry.id),
            lane=Lane.NET,
        )

    def _on_unreadable(self, inquiry_id: InquiryId, error: QpostError) -> None:
        self._is_reading = False
        self._on_not_added(inquiry_id, error)
        self._read_next()

    def _on_content(self, inquiry: Inquiry, name: str, content: bytes) -> None:
        self._is_reading = False
        self._read_next()
        self._kit.jobs.run(
            partial(self._workspace.replies.attach, content, name),
            owner=self,
            done=partial(self._on_added, inquiry),
            failed=partial(self._on_not_added, inquiry.id),
            lane=Lane.WRITE,
        )

    def _on_added(self, inquiry: Inquiry, file: OutboxFile) -> None:
        if self._pane.is_locked:  # by a job in the write lane: after it the pane takes changes again
            done = partial(self._on_added, inquiry)
            self._kit.jobs.run(lambda: file, owner=self, done=done, lane=Lane.WRITE)
            return
        self._one_less(inquiry.id)
        if self._pane.inquiry is not None and self._pane.inquiry.id == inquiry.id:
            self._pane.add_file(file)
            return
        self._kit.jobs.run(
            partial(_add_to_draft, self._workspace, inquiry, file),
            owner=self,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_not_added(self, inquiry_id: InquiryId, error: QpostError) -> None:
        self._one_less(inquiry_id)
        self._on_failed(error)

    def _one_less(self, inquiry_id: InquiryId) -> None:
        self._adding -= Counter([inquiry_id])
        self._pane.set_adding(self._adding)

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


def _read(path: Path) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # reading a folder fails, reading a pipe never ends
            raise FileFault(FileFault.UNREADABLE, file_name=path.name, detail="not a file")
        if facts.st_size > ATTACHMENT_LIMIT_BYTES:
            raise FileFault(FileFault.TOO_LARGE, file_name=path.name)
        return path.read_bytes()
    except OSError as error:
        raise FileFault(FileFault.UNREADABLE, file_name=path.name, detail=str(error)) from error


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(picture):
        raise FileFault(FileFault.UNREADABLE, file_name=_PASTED_NAME)
    return bytes(buffer.data().data())


def _add_to_draft(workspace: Workspace, inquiry: Inquiry, file: OutboxFile) -> None:
    """Keep a file that was read after another inquiry was opened with the reply it was meant for."""
    kept = (draft for draft in workspace.replies.drafts() if draft.inquiry_id == inquiry.id)
    draft = next(kept, None)
    if draft is None:
        draft = Draft(
            inquiry_id=inquiry.id,
            title=reply_title(inquiry.title),
            body="",
            status=str(Status.ANSWERED),
            files=(),
            updated_at=datetime.now().astimezone(),
        )
    if file.sha256 not in {known.sha256 for known in draft.files}:
        workspace.replies.save_draft(structs.replace(draft, files=(*draft.files, file)))
