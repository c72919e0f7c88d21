"""Why: without a keyring all lives in memory, yet a session that ends must not take drafts along."""

import logging

from msgspec import structs

from qpost.models.errors import QpostError
from qpost.models.inbox import Unsent
from qpost.models.outbox import Draft, OutboxRow, OutboxState
from qpost.models.outbox_rules import returned_draft
from qpost.services.workspace import Workspace

_log = logging.getLogger(__name__)
_UNSENT = frozenset({OutboxState.HELD, OutboxState.QUEUED})
_STUCK = frozenset({OutboxState.FAILED, OutboxState.UNCONFIRMED})


def at_stake(workspace: Workspace) -> Unsent | None:
    """Return what would be lost with the program; None for a store that outlives it."""
    return None if workspace.is_kept else workspace.inbox.unsent()


def take_texts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return every draft, and as drafts the replies that were not sent, of a stopped workspace.

    Only what would be lost: nothing for a store that outlives the program.
    """
    if workspace.is_kept:
        return ()
    for row in workspace.replies.waiting():
        try:
            if row.state in _UNSENT:
                workspace.replies.undo(row.id)
            elif row.state in _STUCK:
                workspace.replies.discard(row.id)
            else:
                _keep_text(workspace, row)
        except QpostError as error:
            _log.warning("a waiting reply could not be taken back: %s", error.code)
    return workspace.store.drafts.all()


def _keep_text(workspace: Workspace, row: OutboxRow) -> None:
    """Keep the text of a reply that is being sent at this very moment: the seller sees what became of it."""
    draft = returned_draft(row, workspace.store.drafts.get(row.inquiry_id), now=row.created_at)
    if draft is not None:
        workspace.store.drafts.save(draft)


def put_texts(workspace: Workspace, drafts: tuple[Draft, ...]) -> None:
    """Save ``drafts`` into a fresh workspace of the same account; their files have to be chosen again."""
    for draft in drafts:
        if workspace.store.drafts.get(draft.inquiry_id) is None:
            workspace.replies.save_draft(structs.replace(draft, files=()))
