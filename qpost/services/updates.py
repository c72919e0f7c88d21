"""Why: a new version is found, proved and installed without the seller's day being disturbed by it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from qpost import __version__
from qpost.models.errors import QpostError, StoreFault, UpdateFault
from qpost.models.events import UpdateChanged, UpdatePhase
from qpost.models.release import (
    ENVELOPE_LIMIT_BYTES,
    ENVELOPE_NAME,
    Manifest,
    ReleaseKey,
    check_date,
    check_system,
    is_newer,
)
from qpost.models.release_keys import RELEASE_ADDRESS, RELEASE_KEYS
from qpost.models.settings import UpdateSettings
from qpost.services.errands import Errands
from qpost.services.handover import Handover
from qpost.services.loop import Loop
from qpost.services.pace import Pace
from qpost.services.publisher import Publisher
from qpost.services.release_signature import verified_manifest
from qpost.services.setup import Setup
from qpost.services.this_system import platform_name, windows_version
from qpost.services.update_download import Place, clear, fetch
from qpost.store.settings import SettingsFile

if TYPE_CHECKING:
    from qpost.api.downloads import Downloads

FIRST_CHECK_S = 20.0
BETWEEN_CHECKS = timedelta(hours=24)
FAILED_CHECK_PAUSE = timedelta(hours=1)
FAILED_DOWNLOAD_PAUSE = timedelta(minutes=1)
_GOES_ON_BY_ITSELF = frozenset({UpdateFault.CUT, UpdateFault.OFFLINE, UpdateFault.BUSY, UpdateFault.SERVER})

_log = logging.getLogger(__name__)


class Updates:
    """Looks for a new version at the start and once a day, on a thread of its own; says ``UpdateChanged``.

    Nothing is downloaded before :meth:`choose`, nothing installed before :meth:`install`. Without a release
    key or an address it stays off and touches no network. ``chance`` returns numbers from 0 to 1; checks are
    spread by it over a fifth of the time between them.
    """

    def __init__(
        self,
        *,
        settings: SettingsFile,
        folder: Path,
        publisher: Publisher,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        setup: Setup | None = None,
        keys: Sequence[ReleaseKey] = RELEASE_KEYS,
        version: str = __version__,
        platform: str = "",
        windows: Sequence[int] | None = None,
        connect: Callable[[str], Downloads] | None = None,
        first_check_s: float = FIRST_CHECK_S,
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._publisher = publisher
        self._now = now
        self._setup = setup
        self._keys = tuple(keys)
        self._version = version
        self._platform = platform or platform_name()
        self._windows = windows or windows_version()
        self._connect = connect or _downloads
        self._first_check = timedelta(seconds=first_check_s)
        self._checks = Pace(now=now, chance=chance, first=FAILED_CHECK_PAUSE, longest=BETWEEN_CHECKS)
        self._downloads = Pace(
            now=now, chance=chance, first=FAILED_DOWNLOAD_PAUSE, longest=FAILED_CHECK_PAUSE
        )
        self._errands = Errands()
        self._is_check_asked = False
        self._is_held_back = False
        self._handover = Handover(setup, version=version)
        self._ready: Path | None = None
        self._loop = Loop("qpost-updates", self._turn)
        self._status = self._quiet()

    # -- what windows use; none of it waits

    @property
    def status(self) -> UpdateChanged:
        """Where everything stands."""
        return self._status

    @property
    def impossible(self) -> UpdateFault | None:
        """Why no new version can be looked for at all; None when it can."""
        if not self._keys:
            return UpdateFault(UpdateFault.NO_KEY)
        return None if self._address else UpdateFault(UpdateFault.NO_ADDRESS)

    @property
    def page(self) -> str:
        """Where a person finds the release: what its manifest says, else its address."""
        release = self._status.release
        return (release.page if release is not None else "") or self._address

    def check(self) -> None:
        """Look for a new version now, be it switched off or skipped otherwise."""
        self._ask(self._note_check)

    def choose(self) -> None:
        """Download the new version, and install it when the program is left; also: try again."""
        self._ask(self._choose_now)

    def cancel(self) -> None:
        """Neither download nor install it, for now; what came is kept for later."""
        self._ask(self._cancel_now, interrupts=True)

    def skip(self) -> None:
        """Say nothing more about this version."""
        self._ask(self._skip_now, interrupts=True)

    def configure(self, *, is_wanted: bool, address: str) -> None:
        """Switch the search on or off and name its place; takes effect at once and is kept."""
        self._ask(partial(self._configure_now, is_wanted=is_wanted, address=address), interrupts=True)

    # -- what the application uses

    def start(self) -> None:
        """Start the thread; the first look is a little later, when the program has got going."""
        self._checks.begin(after=self._first_check)
        self._ask(self._look_back)
        self._loop.start()

    def stop(self, *, within_s: float = 1.0) -> bool:
        """Cut what is under way and end the thread; what was downloaded is kept."""
        self._loop.ask_to_stop()
        self._errands.ask(_nothing, interrupts=True)
        return self._loop.stop(within_s=within_s)

    def hold_back(self, is_held_back: bool = True) -> None:
        """Do not install when the program is left: the session ends, or another setup runs; or do, again."""
        self._is_held_back = is_held_back

    def install(self) -> bool:
        """Start the setup of what is ready; for when everything else of the program is closed.

        True when it was started. A failure is told at the next start.
        """
        status, path = self._status, self._ready
        if status.phase is not UpdatePhase.READY or path is None or self._is_held_back:
            return False
        release = _known(status)
        self._keep(chosen="", handed_over=release.version)
        return self._handover.start(path, release.file_for(self._platform), release.version)

    # -- the thread

    def _turn(self) -> float | None:
        self._errands.do_all()
        if self._is_check_asked or (self._is_on and self._checks.is_due):
            self._is_check_asked = False
            self._check()
        if self._is_download_chosen and self._downloads.is_due and not self._loop.is_stopping:
            self._download()
        return self._wait_s() if self._errands.is_empty else 0.0

    def _look_back(self) -> None:
        """See what became of what an earlier run handed over; switch on when all is there for it."""
        wanted = self._kept.handed_over
        error = self._handover.look_back(wanted)
        if wanted and not self._handover.is_under_way:
            self._keep(handed_over="")
        self._publish(self._quiet(error))

    def _check(self) -> None:
        reason = self.impossible
        if reason is not None:
            self._tell(error=reason)
            return
        before = self._status
        self._tell(phase=UpdatePhase.CHECKING, error=None)
        try:
            release = self._newest()
        except QpostError as error:
            _log.info("no new version could be looked for: %s %s", error.code, error.detail)
            if self._is_given_up:
                self._publish(before)
                return
            self._checks.failed()
            self._tell(phase=before.phase, error=error)
            return
        self._checks.succeeded()
        self._settle(release, before)

    def _newest(self) -> Manifest | None:
        """Return the release that goes before this version, None when there is none."""
        with self._source() as source:
            envelope = source.read(ENVELOPE_NAME, limit_bytes=ENVELOPE_LIMIT_BYTES)
        now = self._now()
        manifest = verified_manifest(envelope, keys=self._keys, now=now)
        check_date(manifest, last_published=self._kept.published, now=now)
        self._keep(published=manifest.published, checked_at=now)
        if not is_newer(manifest.version, self._version):
            return None
        if self._setup is not None:
            check_system(manifest, windows=self._windows)
            manifest.file_for(self._platform)
        return manifest

    def _settle(self, release: Manifest | None, before: UpdateChanged) -> None:
        """Take in what a check found; what was ready stays so only while the same is still offered."""
        kept = self._kept
        if release is None:
            self._ready = None
            self._keep(chosen="")
            clear(self._folder)
            self._publish(self._quiet())
            return
        is_same = before.release is not None and before.release.files == release.files
        if before.phase is UpdatePhase.READY and is_same:
            self._tell(phase=UpdatePhase.READY, release=release, checked_at=kept.checked_at)
            return
        self._ready = None
        self._downloads.begin()
        is_again = release.version == self._handover.failed
        self._tell(
            phase=UpdatePhase.AVAILABLE,
            release=release,
            error=UpdateFault(UpdateFault.NOT_INSTALLED, release.version) if is_again else None,
            received=0,
            size=release.file_for(self._platform).size if self._setup is not None else 0,
            is_chosen=kept.chosen == release.version,
            is_skipped=kept.skipped == release.version,
            checked_at=kept.checked_at,
        )

    def _download(self) -> None:
        release = _known(self._status)
        file = release.file_for(self._platform)
        place = Place.within(self._folder, file, f"Qpost-{release.version}-setup.exe")
        self._tell(phase=UpdatePhase.DOWNLOADING, error=None)
        try:
            with self._source() as source:
                self._ready = fetch(file, place=place, opens=source.open, report=self._on_received)
        except QpostError as error:
            self._on_download_failed(error)
            return
        _log.info("version %s is here and proved", release.version)
        self._tell(phase=UpdatePhase.READY, received=file.size, error=None)

    def _on_received(self, count: int) -> None:
        step = self._status.size // 100 + 1
        if count // step != self._status.received // step:
            self._tell(received=count)

    def _on_download_failed(self, error: QpostError) -> None:
        if self._is_given_up:
            self._tell(phase=UpdatePhase.AVAILABLE)
            return
        _log.warning("the new version did not arrive: %s %s", error.code, error.detail)
        self._downloads.failed()
        goes_on = error.code in _GOES_ON_BY_ITSELF
        if not goes_on:
            self._keep(chosen="")
        self._tell(phase=UpdatePhase.AVAILABLE, is_chosen=goes_on, error=error)

    # -- what was asked for, on the thread

    def _note_check(self) -> None:
        self._is_check_asked = True
        self._keep(skipped="")

    def _choose_now(self) -> None:
        if self._status.release is None or self._setup is None:
            return
        self._downloads.begin()
        self._handover.failed = ""
        self._keep(chosen=self._status.release.version, skipped="")
        self._tell(is_chosen=True, is_skipped=False, error=None)

    def _cancel_now(self) -> None:
        self._keep(chosen="")
        self._ready = None
        if self._status.release is not None:
            self._tell(phase=UpdatePhase.AVAILABLE, is_chosen=False, error=None)

    def _skip_now(self) -> None:
        self._cancel_now()
        if self._status.release is not None:
            self._keep(skipped=self._status.release.version)
            self._tell(is_skipped=True)

    def _configure_now(self, *, is_wanted: bool, address: str) -> None:
        moved = address != self._kept.address
        self._keep(is_wanted=is_wanted, address=address)
        if moved or not is_wanted:
            self._ready = None
            self._keep(chosen="")
            self._status = self._quiet()
            self._checks.begin()
        is_quiet = self._status.release is None
        self._publish(self._quiet() if is_quiet else structs.replace(self._status, error=None))

    # -- small things

    @property
    def _kept(self) -> UpdateSettings:
        return self._settings.load().updates

    @property
    def _address(self) -> str:
        return self._kept.address or RELEASE_ADDRESS

    @property
    def _is_on(self) -> bool:
        return self._kept.is_wanted and self.impossible is None

    @property
    def _is_given_up(self) -> bool:
        return self._errands.is_interrupted or self._loop.is_stopping

    @property
    def _is_download_chosen(self) -> bool:
        status = self._status
        return status.phase is UpdatePhase.AVAILABLE and status.is_chosen and self._setup is not None

    def _wait_s(self) -> float | None:
        waits = [self._checks.wait_s] if self._is_on else []
        if self._is_download_chosen:
            waits.append(self._downloads.wait_s)
        return min(waits) if waits else None

    def _ask(self, errand: Callable[[], None], *, interrupts: bool = False) -> None:
        self._errands.ask(errand, interrupts=interrupts)
        self._loop.wake()

    @contextmanager
    def _source(self) -> Iterator[Downloads]:
        source = self._connect(self._address)
        with self._errands.interruptible(source):
            yield source

    def _keep(self, **changes: object) -> None:
        """Save; a disk that takes nothing must not keep a new version from mending it."""
        try:
            self._settings.update(
                lambda all_: structs.replace(all_, updates=structs.replace(all_.updates, **changes))
            )
        except StoreFault as error:
            _log.warning("what is known of new versions was not kept: %s", error.code)

    def _quiet(self, error: UpdateFault | None = None) -> UpdateChanged:
        """Return the status when nothing newer is known."""
        return UpdateChanged(
            phase=UpdatePhase.IDLE if self._is_on else UpdatePhase.OFF,
            can_install=self._setup is not None,
            checked_at=self._kept.checked_at,
            error=error,
        )

    def _tell(self, **changes: object) -> None:
        self._publish(structs.replace(self._status, **changes))

    def _publish(self, status: UpdateChanged) -> None:
        self._status = status
        self._publisher.publish(status)


def _downloads(address: str) -> Downloads:
    from qpost.api.downloads import Downloads  # brings the network library: not before it is needed

    return Downloads(address)


def _nothing() -> None:
    """Be asked for the sake of interrupting only."""


def _known(status: UpdateChanged) -> Manifest:
    assert status.release is not None, "a phase with a release"  # noqa: S101
    return status.release
