"""Why: a reply leaves the pane, and comes back to it, without a moment in which its text is nowhere."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError, Refused
from qpost.models.outbox import Draft, OutboxId, OutboxRow, OutboxState
from qpost.services.workspace import Workspace
from qpost.ui.inquiries.composition import Composition
from qpost.ui.inquiries.draft_keeper import DraftKeeper
from qpost.ui.inquiries.reading import TakenBack, take_back
from qpost.ui.inquiries.reply_pane import ReplyPane
from qpost.ui.inquiries.words import one_line
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.widgets.toast import Toast

_CONFIRM_S = 4.0


class Posting(QObject):
    """Sends, retries and takes back; the reply pane is locked while its text changes places.

    ``posted`` brings the inquiry (empty: any) whose writes changed, ``hide_returned`` a request to hide
    that will not happen, ``failed`` what went wrong.
    """

    posted = Signal(str)
    hide_returned = Signal(object)
    failed = Signal(object)

    def __init__(
        self, workspace: Workspace, kit: Kit, toast: Toast, reply: ReplyPane, drafts: DraftKeeper
    ) -> None:
        super().__init__(reply)
        self._workspace = workspace
        self._kit = kit
        self._toast = toast
        self._reply = reply
        self._drafts = drafts
        self._locks = 0

    def send(self, shop: ShopId, composition: Composition) -> None:
        """Put a reply in the outbox; it goes out when the time to undo it is over."""
        hold_s = self._kit.settings.load().undo_s
        self._lock()
        self._drafts.save()  # on disk before anything else, so that no failure can take it away
        self._drafts.forget(composition.inquiry.id)
        self._run(
            partial(
                self._workspace.replies.send,
                key=composition.key,
                shop=shop,
                inquiry_id=composition.inquiry.id,
                expected_version=composition.inquiry.version,
                title=composition.title,
                body=composition.body,
                status=composition.status,
                files=composition.files,
                hold_s=hold_s,
            ),
            done=partial(self._on_queued, composition, hold_s),
            failed=partial(self._on_not_queued, composition),
        )

    def retry(self, outbox_id: str) -> None:
        """Try a write again now."""
        work = partial(self._workspace.replies.retry, OutboxId(outbox_id))
        self._run(work, done=self._on_retried, failed=self.failed.emit)

    def undo(self, outbox_id: str) -> None:
        """Take a write back before it is on its way; its text returns to the reply pane."""
        self._take_back(outbox_id, self._workspace.replies.undo)

    def discard(self, outbox_id: str) -> None:
        """Take a write back that failed; its text returns to the reply pane."""
        self._take_back(outbox_id, self._workspace.replies.discard)

    def edit(self, write: OutboxRow) -> None:
        """Take a write back, be it waiting or failed."""
        take = self.discard if write.state is OutboxState.FAILED else self.undo
        take(str(write.id))

    def _on_queued(self, composition: Composition, hold_s: float, write: OutboxRow) -> None:
        self._unlock()
        answered = self._reply.inquiry
        if answered is not None and answered.id == composition.inquiry.id:
            self._reply.show_inquiry(answered, None)
        self._workspace.delivery.wake()
        self.posted.emit(str(composition.inquiry.id))
        customer = one_line(composition.inquiry.customer.name)
        if hold_s > 0:
            self._toast.tell(
                self.tr("Your reply to {customer} goes out in a moment.").format(customer=customer),
                duration_s=hold_s,
                action=self.tr("Undo"),
                chosen=lambda: self.undo(str(write.id)),
            )

    def _on_not_queued(self, composition: Composition, error: QpostError) -> None:
        self._unlock()
        self._drafts.put(composition.inquiry.id, composition.draft())
        self.failed.emit(error)

    def _on_retried(self, _: OutboxRow) -> None:
        self._workspace.delivery.wake()
        self.posted.emit("")

    def _take_back(self, outbox_id: str, take: Callable[[OutboxId], Draft | None]) -> None:
        self._lock()  # first: it ends a composition, whose text belongs to what is saved
        self._drafts.save()  # what was written since is kept: the text returns below it
        work = partial(take_back, self._workspace, OutboxId(outbox_id), take)
        self._run(work, done=self._on_returned, failed=self._on_not_returned)

    def _on_returned(self, returned: TakenBack) -> None:
        """Show the text that came back from the outbox."""
        self._unlock()
        draft, shown = returned.draft, self._reply.inquiry
        if draft is not None and shown is not None and draft.inquiry_id == shown.id:
            self._drafts.forget(shown.id)
            self._reply.show_inquiry(shown, draft)
            self._reply.editor.setFocus()
        self.posted.emit("" if draft is None else str(draft.inquiry_id))
        if returned.write is not None and returned.write.hide is not None:
            self.hide_returned.emit(returned.write)

    def _on_not_returned(self, error: QpostError) -> None:
        self._unlock()
        if isinstance(error, Refused) and error.code == "too-late":
            self._toast.tell(self.tr("Too late to undo: the reply is on its way."), duration_s=_CONFIRM_S)
        else:
            self.failed.emit(error)

    def _run(
        self,
        work: Callable[[], object],
        *,
        done: Callable[..., object],
        failed: Callable[[QpostError], None],
    ) -> None:
        self._kit.jobs.run(work, owner=self, done=done, failed=failed, lane=Lane.WRITE)

    def _lock(self) -> None:
        self._locks += 1
        self._reply.set_locked(True)

    def _unlock(self) -> None:
        self._locks -= 1
        self._reply.set_locked(self._locks > 0)
