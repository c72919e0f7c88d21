"""Why: signing in, resuming a saved sign-in and signing out, with or without network and keyring."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from qpost.api.backend import Backend
from qpost.models.account import Shop
from qpost.models.errors import QpostError
from qpost.models.settings import Connection, SignInForm
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile


class SignIn(Struct, frozen=True):
    """A successful sign-in; ``warnings`` tells what is missing (login not saved, store only in memory)."""

    workspace: Workspace
    shops: tuple[Shop, ...]
    warnings: tuple[QpostError, ...] = ()


class SessionService:
    """Opens and closes workspaces."""

    def __init__(
        self,
        *,
        settings: SettingsFile,
        credentials: Credentials,
        publisher: Publisher,
        paths: Paths,
        connect: Callable[[Connection], Backend],
        now: Callable[[], datetime],
    ) -> None:
        raise NotImplementedError

    def saved_password(self, form: SignInForm) -> str | None:
        """Return the password kept for this login and address; raises ``KeyringFault``."""
        raise NotImplementedError

    def resume(self) -> Workspace | None:
        """Open the last sign-in's store, without network; None when there is none to resume.

        The workspace signs in by the saved password once it is started; a rejection publishes
        ``SignedOut``. Raises ``KeyringFault`` or ``StoreFault`` when the store cannot be opened.
        """
        raise NotImplementedError

    def sign_in(self, form: SignInForm, password: str) -> SignIn:
        """Sign in over the network and open the account's store (not started yet).

        Raises ``Offline``, ``SignInRejected``, ``TryLater``, ``ServerFault`` or ``StoreFault``.
        """
        raise NotImplementedError

    def sign_out(self, workspace: Workspace) -> None:
        """End the session and forget the saved password; drafts and outbox stay for the next time."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop what was started for the demo connection."""
        raise NotImplementedError
