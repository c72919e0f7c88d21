"""Why: the services that work on a thread of their own start and stop in one way."""

from abc import ABC, abstractmethod

from qpost.services.loop import Loop


class Background(ABC):
    """Work in turns on a daemon thread called ``name``; what ``_turn`` returns is explained in ``Loop``."""

    def __init__(self, name: str) -> None:
        self._loop = Loop(name, self._turn)

    def start(self) -> None:
        """Take the first turn at once, and go on until told to stop."""
        self._loop.start()

    @property
    def is_stopping(self) -> bool:
        """True once it is to begin nothing more."""
        return self._loop.is_stopping

    def ask_to_stop(self) -> None:
        """Begin no further turn or step; returns at once."""
        self._loop.ask_to_stop()

    def stop(self, *, within_s: float = 1.0) -> None:
        """End the thread; one stuck in a call after ``within_s`` seconds is left behind."""
        self._loop.stop(within_s=within_s)

    @abstractmethod
    def _turn(self) -> float | None:
        """Do what is due; return the seconds until the next turn, None to wait until woken."""
