"""Why: what is typed is on disk within a second, in the order it was typed, whatever is opened next."""

from datetime import datetime
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from qpost.models.errors import QpostError, StoreFault
from qpost.models.inquiry import InquiryId
from qpost.models.outbox import Draft
from qpost.services.replies import Replies
from qpost.ui.jobs import Jobs, Lane

_DELAY_MS = 400
_PATIENCE_S, _LAST_PATIENCE_S = 2.0, 4.0


class DraftKeeper(QObject):
    """Saves the newest text of each inquiry; ``saved`` tells when it is safe."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, replies: Replies, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._replies = replies
        self._jobs = jobs
        self._waiting: dict[InquiryId, Draft | None] = {}
        self._latest: dict[InquiryId, Draft | None] = {}
        self._faults: dict[InquiryId, tuple[Draft | None, QpostError]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.save)

    def put(self, inquiry_id: InquiryId, draft: Draft | None) -> None:
        """Keep ``draft`` (None: forget it); the first change starts the clock, later ones ride along."""
        if draft is not None:
            draft = msgspec.structs.replace(draft, updated_at=datetime.now().astimezone())
        self._waiting[inquiry_id] = self._latest[inquiry_id] = draft
        if not self._timer.isActive():
            self._timer.start()

    def newest(self, inquiry_id: InquiryId, stored: Draft | None) -> Draft | None:
        """Return the newest text known here, else what the store had."""
        return self._latest.get(inquiry_id, stored)

    def forget(self, inquiry_id: InquiryId) -> None:
        """Save nothing more for this inquiry: its text was sent or brought back."""
        self._waiting.pop(inquiry_id, None)
        self._latest.pop(inquiry_id, None)

    def save(self) -> None:
        """Hand everything that waits to the store, in order; the write lane finishes even at the end."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for inquiry_id, draft in waiting.items():
            self._jobs.run(
                partial(_write, self._replies, inquiry_id, draft, self._faults),
                owner=self,
                done=partial(self._on_saved, inquiry_id, draft),
                failed=partial(self._on_failed, inquiry_id, draft),
                lane=Lane.WRITE,
            )

    def unsaved(self, *, is_last: bool = False) -> tuple[tuple[Draft, ...], QpostError | None]:
        """Save everything now and return the texts that could not be, with the reason; waits a moment.

        A write that takes longer than that goes on behind the window and is not counted among them, unless
        this moment ``is_last``: nothing goes on after it.
        """
        self.save()
        lost: list[Draft] = []
        reason: QpostError | None = None
        if not self._jobs.wait_for_writes(within_s=_LAST_PATIENCE_S if is_last else _PATIENCE_S) and is_last:
            lost = [draft for draft in self._latest.values() if draft is not None]
            return tuple(lost), StoreFault(StoreFault.LOCKED, "the disk takes its time")
        for inquiry_id, (draft, error) in tuple(self._faults.items()):
            if draft is not None and self._latest.get(inquiry_id) is draft:
                self._waiting[inquiry_id] = draft
                lost.append(draft)
                reason = error
        return tuple(lost), reason

    def _on_saved(self, inquiry_id: InquiryId, draft: Draft | None, _: None) -> None:
        if self._latest.get(inquiry_id) is draft and inquiry_id not in self._waiting:
            self._latest.pop(inquiry_id, None)
        self.saved.emit(str(inquiry_id))

    def _on_failed(self, inquiry_id: InquiryId, draft: Draft | None, error: Exception) -> None:
        if inquiry_id in self._latest and self._latest[inquiry_id] is draft:
            self._waiting[inquiry_id] = draft  # tried again with the next change; a newer text goes first
        self.failed.emit(error)


def _write(
    replies: Replies,
    inquiry_id: InquiryId,
    draft: Draft | None,
    faults: dict[InquiryId, tuple[Draft | None, QpostError]],
) -> None:
    """Save one text on a worker and note how that ended: a closing window cannot wait for the answer."""
    try:
        if draft is None:
            replies.discard_draft(inquiry_id)
        else:
            replies.save_draft(draft)
    except QpostError as error:
        faults[inquiry_id] = (draft, error)
        raise
    faults.pop(inquiry_id, None)
