"""Why: a sign-in that was cancelled cannot be stopped on the wire, so its late answer is undone."""

import threading

from qpost.models.settings import SignInForm
from qpost.services.session import SessionService, SignIn


class Attempt:
    """One try to sign in. ``run`` blocks on a worker; ``cancel`` may come from any thread, once."""

    def __init__(
        self, sessions: SessionService, form: SignInForm, password: str, *, api_key: str = ""
    ) -> None:
        self.form = form
        self._api_key = api_key
        self._sessions = sessions
        self._password = password
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._late: SignIn | None = None

    def run(self) -> SignIn | None:
        """Sign in; None when it was cancelled meanwhile, and then nobody is left signed in."""
        password, self._password = self._password, ""
        api_key, self._api_key = self._api_key, ""
        answer = self._sessions.sign_in(self.form, password, api_key=api_key)
        with self._lock:
            is_wanted = not self._is_cancelled
            self._late = answer if is_wanted else None
        if is_wanted:
            return answer
        self._sessions.sign_out(answer.workspace)
        return None

    def cancel(self) -> None:
        """Stop caring; an answer still to come is signed out again, one on its way by :meth:`undo`."""
        with self._lock:
            self._is_cancelled = True

    def undo(self) -> None:
        """Sign out what was answered just before it was cancelled; blocks on a worker."""
        with self._lock:
            late, self._late = self._late, None
        if late is not None:
            self._sessions.sign_out(late.workspace)
