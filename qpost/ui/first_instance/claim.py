"""Why: one desktop works on one data folder; a later start has the first do what was asked, and ends."""

import logging
import os
import threading
import time
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qpost.models.call import LONGEST_TOKEN, Call, Verb
from qpost.models.errors import StoreFault
from qpost.models.links import Link, WindowLink, link_of
from qpost.store.process_lock import ProcessLock
from qpost.ui.first_instance.address import (
    known_address,
    new_address,
    publish_address,
    withdraw_address,
)

if TYPE_CHECKING:  # the first painted window does not wait for Qt's network part
    from qpost.ui.first_instance.door import Door

CLAIM_LIMIT_S = 12.0
"""An instance that is just starting or ending takes less (``_CLOSE_LIMIT_S`` of the application)."""
ANSWER_LIMIT_S = 8.0
QUIT_LIMIT_S = 20.0
_RETRY_S = 0.05
_WITHDRAW_LIMIT_S = 1.0

_log = logging.getLogger(__name__)


class Claim(Enum):
    """What a start found: it is the first, the first did what was asked, or it gave no answer."""

    FIRST = auto()
    DONE = auto()
    NO_ANSWER = auto()


class FirstInstance(QObject):
    """The claim to be the only desktop on ``data_folder``.

    A lock, which the system takes back when its process ends, however it ends, decides who is first. The
    local socket only carries calls, so one left over from a crash harms nobody. ``asked`` is emitted with
    the :class:`Call` of each later start.
    """

    asked = Signal(object)

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        self._folder = data_folder
        self._lock_file = data_folder / "instance.lock"
        self._lock = ProcessLock(self._lock_file)
        self._door: Door | None = None
        self._address = ""
        self._address_lock = threading.Lock()

    def claim(self, call: Call, *, within_s: float = CLAIM_LIMIT_S) -> Claim:
        """Become the first, or have the first do ``call``; waits for one that is just starting or ending."""
        deadline = time.monotonic() + within_s
        while not self._is_taken():
            outcome = self._hand_over(call, deadline)
            if outcome is not None:
                return outcome
            time.sleep(_RETRY_S)
        return Claim.FIRST

    def listen(self) -> None:
        """Take the calls of later starts from now on; the first painted window need not wait for it."""
        from qpost.ui.first_instance.door import Door

        address = new_address(self._folder)
        if address is None:
            _log.warning("there is no safe place for the local socket")
            return
        door = Door(self)
        door.called.connect(self.asked)
        if door.open(address):
            self._door, self._address = door, address
            threading.Thread(target=self._publish, args=(address,), name="address", daemon=True).start()

    def close(self) -> None:
        """Take no more calls; the lock is kept until this process ends. A slow disk is waited for briefly."""
        if self._door is None:
            return
        self._door.close()
        self._door, address, self._address = None, self._address, ""
        withdrawing = threading.Thread(target=self._withdraw, args=(address,), name="address", daemon=True)
        withdrawing.start()
        withdrawing.join(_WITHDRAW_LIMIT_S)

    def release(self) -> None:
        """Take no more calls and let another be the first."""
        self.close()
        self._lock.give_up()

    def end(self, *, within_s: float = QUIT_LIMIT_S) -> Claim:
        """Ask the desktop that runs, if any, to end.

        ``FIRST`` once none runs any more, ``DONE`` when it heard us and goes on (it may be asking its user
        something), ``NO_ANSWER`` when it does not answer.
        """
        if not self._lock_file.exists():
            return Claim.FIRST
        from qpost.ui.first_instance.calling import end_of

        deadline = time.monotonic() + within_s
        has_ended = end_of(known_address(self._folder))
        outcome = self.claim(Call(Verb.QUIT), within_s=within_s)
        if outcome is Claim.DONE:
            with self._lock.held(within_s=max(deadline - time.monotonic(), 0.0)) as is_free:
                has_left = is_free and has_ended(deadline - time.monotonic())
            return Claim.FIRST if has_left else Claim.DONE
        self._lock.give_up()
        return outcome

    def _publish(self, address: str) -> None:
        """Write down where we listen, on a thread: the interface waits for no disk."""
        try:
            with self._address_lock:
                if self._address == address and known_address(self._folder) != address:
                    publish_address(self._folder, address)
        except OSError as error:
            _log.warning("later starts cannot find this one: %s", error.strerror)

    def _withdraw(self, address: str) -> None:
        """Let no start look for us in vain, once the address was written down at all."""
        try:
            with self._address_lock:
                withdraw_address(self._folder, address)
        except OSError as error:
            _log.info("where this one listened stays written down: %s", error.strerror)

    def _is_taken(self) -> bool:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return self._lock.keep()
        except (OSError, StoreFault) as error:  # nobody can write there, as the window will say itself
            _log.warning("it cannot be told whether another one runs: %s", error)
            return True

    def _hand_over(self, call: Call, deadline: float) -> Claim | None:
        from qpost.ui.first_instance.calling import Reply, call_first

        left_s = deadline - time.monotonic()
        address = known_address(self._folder)
        reply = Reply.NOBODY
        if address is not None:
            reply = call_first(address, call, within_s=min(max(left_s, 0.0), ANSWER_LIMIT_S))
        if reply is Reply.DONE:
            return Claim.DONE
        return Claim.NO_ANSWER if reply is Reply.SILENCE or left_s <= 0 else None


def call_of(link: Link | None, *, is_silent: bool) -> Call:
    """Return what a start asks of an instance that already runs; a silent one disturbs nobody."""
    if link is not None and not isinstance(link, WindowLink):
        return Call(Verb.OPEN, link=link_of(link), activation=_activation())
    return Call(Verb.GREET) if is_silent else Call(Verb.SHOW, activation=_activation())


def _activation() -> str:
    """Return the leave to come to the front that the desktop gave this start, where it has such a thing."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    is_sound = len(token) <= LONGEST_TOKEN and token.isascii() and token.isprintable()
    return token if is_sound else ""
