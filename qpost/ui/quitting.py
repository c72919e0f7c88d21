"""Why: some texts live in memory only, above all without a keyring; quitting asks before they are lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from qpost.ui.foreground import Foreground
from qpost.ui.jobs import Jobs
from qpost.ui.main_window import main_window

if TYPE_CHECKING:  # the first painted window does not wait for what may be asked at the end
    from qpost.models.inbox import Unsent
    from qpost.models.reply import HideRequest

_PATIENCE_S = 2.0


class Quitting(QObject):
    """Stands before every way out of the program, be it a window's close button.

    ``unsent`` returns what the service has not confirmed and no disk holds. Signing out does not come by
    here: it hands its texts over to the next sign-in.
    """

    def __init__(self, front: Foreground, jobs: Jobs, *, unsent: Callable[[], Unsent | None]) -> None:
        super().__init__(front)
        self._front = front
        self._jobs = jobs
        self._unsent = unsent
        self._is_let_go = False
        front.window_changed.connect(self._watch)

    def quit(self, go: Callable[[], object]) -> None:
        """Call ``go``, at once or when the seller lets go what would be lost."""
        if self.may_quit(go):
            go()

    def may_quit(self, go: Callable[[], object]) -> bool:
        """Tell whether nothing would be lost; else show what, and ``go`` is for the seller to decide."""
        window = self._front.window
        if window is None or self._is_let_go:
            return True
        texts, is_kept = self._at_stake(window)
        if texts:
            self._ask(texts, is_kept=is_kept, go=go)
        return not texts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask when the window is closed by hand: with the last one the program ends."""
        if event.type() == QEvent.Type.Close and watched is self._front.window:
            assert isinstance(watched, QWidget)  # noqa: S101 - the front has no others
            if watched.isVisible() and not self.may_quit(watched.close):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _watch(self, window: QWidget) -> None:
        window.installEventFilter(self)

    def _at_stake(self, window: QWidget) -> tuple[list[str], bool]:
        """Return every text that would be lost; and whether all else is on a disk."""
        shell = main_window(window)
        hides: tuple[HideRequest, ...] = ()
        if shell is not None:
            shell.inquiries.conversation.put_aside()
            hides = shell.inquiries.unsent_hides
        self._jobs.wait_for_writes(within_s=_PATIENCE_S)  # what was typed last counts as well
        unsent = self._unsent()
        texts = [f"{each.title}\n{each.reason}" for each in hides]
        if unsent is None:
            return texts, True
        if unsent.writes:
            from qpost.ui.inquiries.words import write_text

            texts += [write_text(write) for write in unsent.writes]
        return [*texts, *(f"{kept.draft.title}\n{kept.draft.body}" for kept in unsent.drafts)], False

    def _ask(self, texts: list[str], *, is_kept: bool, go: Callable[[], object]) -> None:
        from qpost.ui.inquiries.unsaved_dialog import UnsavedDialog, memory_reason

        self._front.raise_window()
        window = self._front.window
        assert window is not None  # noqa: S101 - may_quit looked
        dialog = UnsavedDialog(texts, memory_reason(is_kept=is_kept), window)
        dialog.retry_asked.connect(partial(self.quit, go))
        dialog.leave_asked.connect(partial(self._let_go, go))
        dialog.replace_others()
        dialog.open()

    def _let_go(self, go: Callable[[], object]) -> None:
        self._is_let_go = True
        try:
            go()
        finally:
            self._is_let_go = False
