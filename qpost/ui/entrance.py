"""Why: coming in and going out: which window a seller meets from the start to the shop, and after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qpost.models.errors import QpostError, StoreFault
from qpost.models.settings import Settings
from qpost.ui.dates import utc_now
from qpost.ui.errors import describe_recovery
from qpost.ui.foreground import Foreground
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.main_window import main_window
from qpost.ui.opening import OpeningWindow, is_resumed
from qpost.ui.quitting import Quitting

if TYPE_CHECKING:  # what comes after the first painted window is imported when it is needed
    from qpost.models.account import AccountId, Shop, ShopId
    from qpost.models.events import SignedOut, StoreDamaged, StoreRecovered
    from qpost.models.inbox import Unsent
    from qpost.models.outbox import Draft
    from qpost.services.seller_keys import SellerKeys
    from qpost.services.session import SessionService, SignIn
    from qpost.services.workspace import Workspace
    from qpost.ui.login.window import SignInWindow

_NETWORK_AFTER_MS = 200


class _Opened(NamedTuple):
    """A workspace and what is shown of it first."""

    workspace: Workspace
    shops: tuple[Shop, ...]
    last: ShopId | None


class Entrance(QObject):
    """Signs in, resumes, lets choose a shop and signs out; ``workspace`` is who is in.

    ``saved`` are the settings the program started with; ``sessions`` makes the session service when it
    is first needed. ``left`` is emitted when the seller closes the main window.
    """

    left = Signal()

    def __init__(
        self, front: Foreground, kit: Kit, *, saved: Settings, sessions: Callable[[], SessionService]
    ) -> None:
        super().__init__(front)
        self._front = front
        self._kit = kit
        self._saved = saved
        self._sessions = sessions
        self.workspace: Workspace | None = None
        self._shops: tuple[Shop, ...] = ()
        self._carried: tuple[AccountId, tuple[Draft, ...]] | None = None
        self._handed_over: Unsent | None = None
        self._quitting = Quitting(front, kit.jobs, unsent=self._at_stake)
        self._recovered: StoreRecovered | None = None
        kit.bridge.signed_out.connect(self._on_signed_out)
        kit.bridge.store_damaged.connect(self._on_store_damaged)
        kit.bridge.store_recovered.connect(self._on_store_recovered)

    def open(self, *, is_demo: bool = False) -> None:
        """Show the first window: the last shop of a saved sign-in, else the sign-in."""
        saved = self._saved
        if is_demo:
            self.show_sign_in(saved).try_demo()
        elif not is_resumed(saved):
            self.show_sign_in(saved)
        elif isinstance(self._front.window, OpeningWindow):
            self._front.window.wear(self._kit.theme.tokens)
            self._open_saved()
        else:
            window = OpeningWindow(self._kit.theme.tokens)
            window.shown.connect(self._open_saved)
            self._front.exchange(window)

    def show_sign_in(self, settings: Settings, *, reason: QpostError | None = None) -> SignInWindow:
        """Show the sign-in, filled in from ``settings``, with the ``reason`` it is asked for."""
        from qpost.ui.login.window import SignInWindow

        window = SignInWindow(self._sessions(), self._kit, settings=settings)
        window.signed_in.connect(self._on_signed_in)
        if reason is not None:
            window.explain(reason)
        self._front.exchange(window)
        self._tell_recovered()
        return window

    def sign_out(self) -> None:
        """End the session and ask for the next one; drafts and what waits to be sent are kept."""
        self._handed_over = self._at_stake()
        workspace = self.release()
        if workspace is None:
            return
        self._front.exchange(OpeningWindow(self._kit.theme.tokens, is_leaving=True))
        self._kit.jobs.run(
            self._kit.jobs.after_writes(partial(self._sessions().sign_out, workspace)),
            owner=self,
            done=partial(self._on_left, workspace.account.id, None),
            failed=self._ask_again,
            lane=Lane.NET,
        )

    def quit(self, go: Callable[[], object]) -> None:
        """Call ``go``, which ends the program, once nothing typed is lost by it or the seller lets it go."""
        self._quitting.quit(partial(self._leave, go))

    def may_end(self, go: Callable[[], object]) -> bool:
        """Put all that was typed on disk; when that fails show it, and ``go`` is for the seller to decide."""
        shell = main_window(self._front.window)
        is_saved = shell is None or shell.may_end(go)
        return is_saved and self._quitting.may_quit(partial(self._leave, go))

    def release(self) -> Workspace | None:
        """Return the workspace that is open, which is the caller's to close."""
        workspace, self.workspace = self.workspace, None
        return workspace

    # -- coming in

    def _open_saved(self) -> None:
        self._kit.jobs.run(
            self._resume, owner=self, done=self._on_resumed, failed=self._on_resume_failed, lane=Lane.NET
        )

    def _resume(self) -> _Opened | None:
        _load_pages()  # not beside the rest: two threads that import take longer than one after the other
        workspace = self._sessions().resume()
        if workspace is None:
            return None
        return _Opened(workspace, workspace.shops(), self._saved.shop_id)

    def _on_resumed(self, opened: _Opened | None) -> None:
        if opened is None:
            self.show_sign_in(self._saved)
            return
        self._enter(opened, goes_on=True)

    def _on_resume_failed(self, error: QpostError) -> None:
        self.show_sign_in(self._saved, reason=error)

    def _on_signed_in(self, answer: SignIn) -> None:
        self._enter(_Opened(answer.workspace, answer.shops, self._saved.shop_id))
        carried = self._carried
        if carried is not None and carried[0] == answer.workspace.account.id:
            from qpost.services.carry_over import put_texts

            self._carried = None
            self._kit.jobs.run(partial(put_texts, answer.workspace, carried[1]), owner=self, lane=Lane.WRITE)
        for warning in answer.warnings:
            self._front.tell(warning)

    def _enter(self, opened: _Opened, *, goes_on: bool = False) -> None:
        """Show the one shop there is, or the choice; the network begins once that is filled and painted.

        Who ``goes_on`` is not asked: the last shop is the choice.
        """
        self.workspace, self._shops = opened.workspace, opened.shops
        known = [shop.id for shop in opened.shops]
        if goes_on and opened.last in known:
            self._show_shop(opened.last)
        elif len(known) == 1:
            self._show_shop(known[0])
        else:
            from qpost.ui.login.shops_window import ShopsWindow

            window = ShopsWindow(opened.shops, self._kit, last=opened.last)
            window.shop_chosen.connect(self._show_shop)
            window.sign_out_requested.connect(self.sign_out)
            self._front.exchange(window)
        QTimer.singleShot(_NETWORK_AFTER_MS, self, partial(self._start, opened.workspace))

    def _start(self, workspace: Workspace) -> None:
        if self.workspace is workspace:
            workspace.start()

    def _show_shop(self, shop_id: ShopId) -> None:
        from qpost.ui.shell import Shell  # the pages are not needed for signing in

        if self.workspace is None:
            return
        said = "" if self._front.notice is None else self._front.notice.text
        keys = self._sessions().seller_keys
        shell = Shell(self.workspace, self._kit, keys=keys)
        shell.sign_out_requested.connect(self.sign_out)
        shell.closed.connect(partial(self._on_shell_closed, shell))
        shell.show_shops(self._shops, shop_id)
        self._front.exchange(shell)
        if said and self._front.notice is not None:
            self._front.notice.say(said)
        self._tell_recovered()
        if keys is not None:
            self._watch_keys(keys, shell)
        self._saved = structs.replace(self._saved, shop_id=shop_id)

    def _watch_keys(self, keys: SellerKeys, shell: QWidget) -> None:
        from qpost.ui.key_watch import KeyWatch

        KeyWatch(self._kit, keys, self._front, now=utc_now, parent=shell).look()

    def _on_store_damaged(self, event: StoreDamaged) -> None:
        self._front.tell(StoreFault(StoreFault.DAMAGED, file=event.file))

    def _on_store_recovered(self, event: StoreRecovered) -> None:
        self._recovered = event
        if self.workspace is not None:
            self._tell_recovered()

    def _tell_recovered(self) -> None:
        """Say once, where it stays to be read, what became of a damaged store."""
        event, self._recovered = self._recovered, None
        if event is not None and self._front.notice is not None:
            words = describe_recovery(event)
            tone = "amber" if event.is_complete else "red"
            self._front.notice.say(words.whole, tone=tone, details=words.details)

    # -- going out

    def _leave(self, go: Callable[[], object]) -> None:
        """Call ``go`` once all that was typed is in the store, or the seller lets it go."""
        shell = main_window(self._front.window)
        if shell is None:
            go()
        else:
            shell.leave(go)

    def _at_stake(self) -> Unsent | None:
        """Return what no disk holds: of who is in, else of who went out and may come back."""
        from qpost.models.inbox import KeptDraft, Unsent

        if self.workspace is not None:
            from qpost.services.carry_over import at_stake

            found = at_stake(self.workspace)
        else:
            found = self._handed_over
        if self._carried is None:
            return found
        drafts = tuple(KeptDraft(draft, None, None) for draft in self._carried[1])
        return (
            Unsent(drafts=drafts) if found is None else structs.replace(found, drafts=found.drafts + drafts)
        )

    def _on_shell_closed(self, shell: QWidget) -> None:
        if self._front.window is shell:
            self.left.emit()

    def _on_signed_out(self, event: SignedOut) -> None:
        """Ask for the sign-in again, filled in, and say why; what was written stays."""
        self._leave(partial(self._ask_after, event))

    def _ask_after(self, event: SignedOut) -> None:
        self._handed_over = self._at_stake()
        workspace = self.release()
        if workspace is None:
            return
        self._front.exchange(OpeningWindow(self._kit.theme.tokens, is_leaving=True))
        error = event.error if isinstance(event.error, QpostError) else None
        self._kit.jobs.run(
            partial(_leave, workspace),
            owner=self,
            done=partial(self._on_left, workspace.account.id, error),
            failed=self._ask_again,
            lane=Lane.WRITE,
        )

    def _on_left(self, account: AccountId, error: QpostError | None, drafts: tuple[Draft, ...]) -> None:
        self._handed_over = None
        self._carried = (account, drafts) if drafts else self._carried
        self._ask_again(error)

    def _ask_again(self, reason: QpostError | None) -> None:
        self._kit.jobs.run(
            self._kit.settings.load,
            owner=self,
            done=lambda settings: self.show_sign_in(settings, reason=reason),
        )


def _load_pages() -> None:
    from qpost.ui import shell  # noqa: F401 - imported for later


def _leave(workspace: Workspace) -> tuple[Draft, ...]:
    """Close a workspace; return the texts that only its memory holds."""
    from qpost.services.carry_over import take_texts

    workspace.stop()  # what is being sent is settled by then
    drafts = take_texts(workspace)
    workspace.close()
    return drafts
