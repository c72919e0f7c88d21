"""A new version is found, fetched over a bad network, proved and handed over; a wrong one is refused."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs

from qpost.api.downloads import Downloads
from qpost.api.transport import Timeouts
from qpost.models.errors import OfflineCause, QpostError, UpdateFault
from qpost.models.events import Event, UpdateChanged, UpdatePhase
from qpost.models.release import ENVELOPE_NAME, ReleaseKey
from qpost.models.settings import UpdateSettings
from qpost.services.publisher import Publisher
from qpost.services.setup import Setup
from qpost.services.updates import Updates
from qpost.store.settings import SettingsFile
from tests.api.staging import Act, Stage, StagedServer, answer
from tests.releases import NOW, PLATFORM, SETUP, ReleaseHost, Signer, envelope, file_of, manifest
from tests.store.small_disk import SmallDisk

LIMIT_S = 20.0
QUICK = Timeouts(connect_s=2.0, read_s=2.0, whole_s=2.0)
FILE = "/Qpost-1.1.0-setup.exe"
ENVELOPE = f"/{ENVELOPE_NAME}"


class Clock:
    """The time, moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Listener:
    """What was published, and a way to wait for it."""

    def __init__(self, publisher: Publisher) -> None:
        self.said: list[UpdateChanged] = []
        self._condition = threading.Condition()
        publisher.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, UpdateChanged):
            with self._condition:
                self.said.append(event)
                self._condition.notify_all()

    def wait(self, wanted: Callable[[UpdateChanged], bool], *, since: int = 0) -> UpdateChanged:
        with self._condition:
            assert self._condition.wait_for(
                lambda: any(wanted(event) for event in self.said[since:]), timeout=LIMIT_S
            ), self.said[-3:]
            return next(event for event in self.said[since:] if wanted(event))


class Bench:
    """Updates of version 1.0.0 with the tests' own key, folder and server."""

    def __init__(self, folder: Path, address: str, *keys: ReleaseKey) -> None:
        self.folder = folder
        self.clock = Clock()
        self.started: list[list[str]] = []
        self.settings = SettingsFile(folder / "settings.json")
        self.settings.update(lambda all_: structs.replace(all_, updates=UpdateSettings(address=address)))
        self.keys = keys
        self.cache = folder / "updates"
        self.made: list[Updates] = []
        self.updates = self.make()

    def make(
        self,
        *,
        version: str = "1.0.0",
        run: Callable[[Sequence[str], Path], None] | None = None,
        has_setup: bool = True,
        windows: tuple[int, int, int] | None = None,
        is_setup_running: bool = False,
    ) -> Updates:
        publisher = Publisher()
        self.heard = Listener(publisher)
        self.updates = Updates(
            settings=self.settings,
            folder=self.cache,
            publisher=publisher,
            now=self.clock,
            chance=lambda: 0.5,
            setup=Setup(run=run or self._start, is_running=lambda: is_setup_running) if has_setup else None,
            keys=self.keys,
            version=version,
            platform=PLATFORM,
            windows=windows,
            connect=lambda address: Downloads(address, timeouts=QUICK),
            first_check_s=0.0,
        )
        self.made.append(self.updates)
        return self.updates

    def _start(self, command: Sequence[str], folder: Path) -> None:
        self.started.append(list(command))

    @property
    def kept(self) -> UpdateSettings:
        return SettingsFile(self.folder / "settings.json").load().updates

    def checked(self) -> UpdateChanged:
        """Start, and wait for the end of the first check."""
        self.updates.start()
        return self.after_check(0)

    def check(self) -> UpdateChanged:
        since = len(self.heard.said)
        self.updates.check()
        return self.after_check(since)

    def after_check(self, since: int) -> UpdateChanged:
        self.heard.wait(lambda event: event.phase is UpdatePhase.CHECKING, since=since)
        begun = next(
            n for n, event in enumerate(self.heard.said) if n >= since and event.phase is UpdatePhase.CHECKING
        )
        return self.heard.wait(lambda event: event.phase is not UpdatePhase.CHECKING, since=begun)

    def fetched(self) -> UpdateChanged:
        """Choose, and wait for the end of the download."""
        since = len(self.heard.said)
        self.updates.choose()
        return self.heard.wait(
            lambda event: event.phase is UpdatePhase.READY or (event.error is not None), since=since
        )

    def close(self) -> None:
        for each in self.made:
            assert each.stop(within_s=LIMIT_S)


MakeBench = Callable[..., Bench]
Start = Callable[..., StagedServer]


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def host(signer: Signer) -> ReleaseHost:
    return ReleaseHost(envelope(manifest(), signer))


@pytest.fixture
def serve() -> Iterator[Callable[[ReleaseHost], StagedServer]]:
    servers: list[StagedServer] = []

    def start(host: ReleaseHost) -> StagedServer:
        servers.append(StagedServer(host))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def server(host: ReleaseHost, serve: Callable[[ReleaseHost], StagedServer]) -> StagedServer:
    return serve(host)


@pytest.fixture
def bench(tmp_path: Path, server: StagedServer, signer: Signer) -> Iterator[Bench]:
    bench = Bench(tmp_path, server.url, signer.known)
    yield bench
    bench.close()


def code_of(status: UpdateChanged) -> str:
    assert isinstance(status.error, QpostError), status
    return status.error.code


def ranges(server: StagedServer) -> list[str]:
    return [request.headers.get("range", "") for request in server.requests if request.path == FILE]


def page(status: int = 200) -> bytes:
    return answer(status, raw=b"<!DOCTYPE html><title>Welcome to the hotel</title>", media_type="text/html")


# -- the good day


def test_from_the_check_to_the_setup(bench: Bench, server: StagedServer) -> None:
    found = bench.checked()
    assert found.phase is UpdatePhase.AVAILABLE
    assert found.release is not None
    assert (found.release.version, found.size, found.is_chosen) == ("1.1.0", len(SETUP), False)
    assert ranges(server) == []  # nothing is downloaded before it is asked for
    ready = bench.fetched()
    assert (ready.phase, ready.received, ready.is_chosen) == (UpdatePhase.READY, len(SETUP), True)
    assert bench.updates.stop(within_s=LIMIT_S)
    assert bench.updates.install()
    (command,) = bench.started
    assert Path(command[0]).read_bytes() == SETUP
    assert command[1:] == ["/S"]
    assert (bench.kept.chosen, bench.kept.handed_over) == ("", "1.1.0")


def test_progress_is_told_in_steps(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    counts = [event.received for event in bench.heard.said if event.phase is UpdatePhase.DOWNLOADING]
    assert counts == sorted(counts)
    assert 1 < len(counts) <= 102


def test_nothing_is_installed_that_was_not_chosen(bench: Bench) -> None:
    bench.checked()
    assert not bench.updates.install()
    assert bench.started == []


def test_a_held_back_version_is_not_installed(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    bench.updates.hold_back()
    assert not bench.updates.install()
    assert bench.kept.chosen == "1.1.0"  # the next time
    bench.updates.hold_back(False)
    assert bench.updates.install(), "the session went on after all"


def test_what_is_installed_by_now_is_cleared_away(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    assert bench.updates.install()
    bench.close()
    bench.make(version="1.1.0")
    found = bench.checked()
    assert (found.phase, found.error) == (UpdatePhase.IDLE, None)
    assert list(bench.cache.iterdir()) == []


def test_a_setup_that_changed_nothing_is_told_and_not_tried_for_ever(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    assert bench.updates.install()
    bench.close()
    bench.make()
    found = bench.checked()
    assert code_of(found) == UpdateFault.NOT_INSTALLED
    assert (found.phase, found.is_chosen) == (UpdatePhase.AVAILABLE, False)


def test_a_start_while_the_setup_works_reads_no_failure(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    assert bench.updates.install()
    bench.close()
    bench.make(is_setup_running=True)
    assert bench.checked().error is None
    assert bench.kept.handed_over == "1.1.0", "told later when it did fail"
    bench.close()
    bench.make()
    assert code_of(bench.checked()) == UpdateFault.NOT_INSTALLED
    assert bench.kept.handed_over == ""


@pytest.mark.parametrize("word", ["newest", "1.1", "9" * 5000])
def test_a_handed_over_version_that_is_none_is_passed_over(
    bench: Bench, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    bench.settings.update(
        lambda all_: structs.replace(all_, updates=structs.replace(all_.updates, handed_over=word))
    )
    found = bench.checked()
    assert (found.phase, found.error) == (UpdatePhase.AVAILABLE, None)
    assert bench.kept.handed_over == ""
    assert "no version at all" in caplog.text


def test_a_choice_outlives_the_program(bench: Bench, host: ReleaseHost, server: StagedServer) -> None:
    host.cuts = [200_000]
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.CUT
    bench.close()
    bench.make()
    bench.updates.start()
    bench.heard.wait(lambda event: event.phase is UpdatePhase.READY)
    assert ranges(server) == ["", "bytes=200000-"]


def test_once_a_day_and_not_more(bench: Bench, server: StagedServer) -> None:
    bench.checked()
    bench.clock.now += timedelta(hours=23)
    since = len(bench.heard.said)
    bench.updates.cancel()  # a turn of the thread
    bench.heard.wait(lambda event: event.phase is UpdatePhase.AVAILABLE, since=since)
    assert len(server.requests) == 1
    bench.clock.now += timedelta(hours=4)
    bench.updates.cancel()
    bench.after_check(since)
    assert len(server.requests) == 2


def test_a_clock_set_back_holds_no_check_up(bench: Bench, server: StagedServer) -> None:
    bench.checked()
    since = len(bench.heard.said)
    bench.clock.now -= timedelta(days=3)
    bench.updates.cancel()
    assert code_of(bench.after_check(since)) == UpdateFault.CLOCK
    assert len(server.requests) == 2


# -- off


def test_without_a_key_nothing_is_asked(tmp_path: Path, server: StagedServer) -> None:
    bench = Bench(tmp_path, server.url)
    try:
        bench.updates.start()
        bench.updates.check()
        told = bench.heard.wait(lambda event: event.error is not None)
        assert (told.phase, code_of(told)) == (UpdatePhase.OFF, UpdateFault.NO_KEY)
        assert server.requests == []
    finally:
        bench.close()


def test_the_shipped_program_has_no_address_yet_and_is_off(tmp_path: Path) -> None:
    updates = Updates(
        settings=SettingsFile(tmp_path / "settings.json"),
        folder=tmp_path / "updates",
        publisher=Publisher(),
        now=Clock(),
        chance=lambda: 0.5,
    )
    assert updates.status.phase is UpdatePhase.OFF
    assert updates.impossible is not None


def test_without_an_address_nothing_is_asked(tmp_path: Path, signer: Signer) -> None:
    bench = Bench(tmp_path, "", signer.known)
    try:
        bench.updates.start()
        bench.updates.check()
        assert code_of(bench.heard.wait(lambda event: event.error is not None)) == UpdateFault.NO_ADDRESS
    finally:
        bench.close()


def test_switched_off_it_looks_only_when_asked(bench: Bench, server: StagedServer) -> None:
    bench.updates.configure(is_wanted=False, address=server.url)
    bench.updates.start()
    bench.heard.wait(lambda event: event.phase is UpdatePhase.OFF)
    assert server.requests == []
    assert bench.check().phase is UpdatePhase.AVAILABLE
    assert bench.kept.is_wanted is False


def test_switching_on_looks_at_once(bench: Bench, server: StagedServer) -> None:
    bench.updates.configure(is_wanted=False, address=server.url)
    bench.updates.start()
    bench.heard.wait(lambda event: event.phase is UpdatePhase.OFF)
    since = len(bench.heard.said)
    bench.updates.configure(is_wanted=True, address=server.url)
    assert bench.after_check(since).phase is UpdatePhase.AVAILABLE


@pytest.mark.parametrize(
    ("address", "code"),
    [("http://releases.example.com", UpdateFault.INSECURE), ("ftp://x", "address-invalid")],
)
def test_an_address_that_is_no_safe_one_is_refused(bench: Bench, address: str, code: str) -> None:
    bench.updates.configure(is_wanted=True, address=address)
    assert code_of(bench.checked()) == code


# -- what the seller says


def test_a_skipped_version_is_quiet_until_it_is_asked_for(bench: Bench) -> None:
    bench.checked()
    bench.updates.skip()
    bench.heard.wait(lambda event: event.is_skipped)
    bench.close()
    bench.make()
    assert bench.checked().is_skipped
    assert not bench.check().is_skipped


def test_cancelling_stops_the_download_and_keeps_what_came(
    bench: Bench, host: ReleaseHost, server: StagedServer
) -> None:
    head = answer(raw=SETUP, headers={"ETag": '"one"'})
    begun = threading.Event()

    def stall(stage: Stage) -> None:
        stage.send(head[: len(head) - len(SETUP) + 100_000])
        begun.set()
        stage.hang()

    host.instead[FILE] = stall
    bench.checked()
    since = len(bench.heard.said)
    bench.updates.choose()
    bench.heard.wait(lambda event: event.received > 0, since=since)
    since = len(bench.heard.said)
    bench.updates.cancel()
    told = bench.heard.wait(lambda event: not event.is_chosen, since=since)
    assert (told.phase, told.error) == (UpdatePhase.AVAILABLE, None)
    del host.instead[FILE]
    assert bench.fetched().phase is UpdatePhase.READY
    assert ranges(server)[1].startswith("bytes=")


def test_what_is_ready_can_be_called_off(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    since = len(bench.heard.said)
    bench.updates.cancel()
    bench.heard.wait(lambda event: event.phase is UpdatePhase.AVAILABLE and not event.is_chosen, since=since)
    assert not bench.updates.install()


def test_a_withdrawn_version_is_not_installed(bench: Bench, host: ReleaseHost, signer: Signer) -> None:
    bench.checked()
    bench.fetched()
    host.published = envelope(manifest(version="1.0.0", published=NOW.isoformat()), signer)
    assert bench.check().phase is UpdatePhase.IDLE
    assert not bench.updates.install()


def test_what_is_ready_stays_ready_through_the_next_check(bench: Bench, host: ReleaseHost) -> None:
    bench.checked()
    bench.fetched()
    assert bench.check().phase is UpdatePhase.READY
    host.instead[ENVELOPE] = answer(500)
    failed = bench.check()
    assert (failed.phase, code_of(failed)) == (UpdatePhase.READY, UpdateFault.SERVER)
    assert bench.updates.install()


# -- what is not believed


def test_a_next_key_may_sign_along_or_take_over(
    tmp_path: Path, server: StagedServer, host: ReleaseHost, signer: Signer
) -> None:
    following = Signer("2027")
    bench = Bench(tmp_path, server.url, signer.known, following.known)
    try:
        host.published = envelope(manifest(), signer, following, Signer("2028"))
        assert bench.checked().phase is UpdatePhase.AVAILABLE
        host.published = envelope(manifest(), following)
        assert bench.check().phase is UpdatePhase.AVAILABLE
    finally:
        bench.close()


def other_key(signer: Signer) -> bytes:
    return envelope(manifest(), Signer(signer.known.id))


def unknown_key(signer: Signer) -> bytes:
    return envelope(manifest(), Signer("stranger"))


def tampered(signer: Signer) -> bytes:
    return envelope(manifest(), signer, tampered=b'{"product": "qpost"}')


def one_of_two_is_wrong(signer: Signer) -> bytes:
    return envelope(manifest(), signer, Signer(signer.known.id))


def downgrade(signer: Signer) -> bytes:
    return envelope(manifest(version="0.9.0", published=NOW.isoformat()), signer)


def same(signer: Signer) -> bytes:
    return envelope(manifest(version="1.0.0"), signer)


@pytest.mark.parametrize("publish", [other_key, unknown_key, tampered, one_of_two_is_wrong])
def test_what_no_known_key_signed_is_refused(
    bench: Bench, host: ReleaseHost, signer: Signer, publish: Callable[[Signer], bytes]
) -> None:
    host.published = publish(signer)
    found = bench.checked()
    assert (found.release, code_of(found)) == (None, UpdateFault.UNSIGNED)
    assert bench.kept.published is None


@pytest.mark.parametrize("publish", [downgrade, same])
def test_an_older_or_the_same_version_is_no_update(
    bench: Bench, host: ReleaseHost, signer: Signer, publish: Callable[[Signer], bytes]
) -> None:
    host.published = publish(signer)
    found = bench.checked()
    assert (found.phase, found.release, found.error) == (UpdatePhase.IDLE, None, None)


def test_an_older_manifest_played_again_is_refused(bench: Bench, host: ReleaseHost, signer: Signer) -> None:
    bench.checked()
    host.published = envelope(
        manifest(version="1.0.9", published=(NOW - timedelta(days=9)).isoformat()), signer
    )
    bench.close()
    bench.make()
    assert code_of(bench.checked()) == UpdateFault.REPLAYED


def test_a_key_that_ended_is_refused(tmp_path: Path, server: StagedServer, host: ReleaseHost) -> None:
    ended = Signer(expires=NOW)
    host.published = envelope(manifest(), ended)
    bench = Bench(tmp_path, server.url, ended.known)
    try:
        assert code_of(bench.checked()) == UpdateFault.KEY_EXPIRED
    finally:
        bench.close()


def test_a_release_without_a_file_for_this_system_is_told(
    bench: Bench, host: ReleaseHost, signer: Signer
) -> None:
    host.published = envelope(manifest(files=[file_of(platform="linux-x86_64")]), signer)
    assert code_of(bench.checked()) == UpdateFault.NO_FILE


def test_without_a_setup_the_release_is_only_shown(bench: Bench, host: ReleaseHost, signer: Signer) -> None:
    host.published = envelope(
        manifest(files=[file_of(platform="macos-arm64")], page="https://example.com/qpost"), signer
    )
    bench.make(has_setup=False)
    found = bench.checked()
    assert (found.phase, found.can_install) == (UpdatePhase.AVAILABLE, False)
    assert bench.updates.page == "https://example.com/qpost"


def test_an_older_windows_is_told(bench: Bench, host: ReleaseHost, signer: Signer) -> None:
    host.published = envelope(manifest(minimum_windows="10.0.22000"), signer)
    bench.make(windows=(10, 0, 19045))
    assert code_of(bench.checked()) == UpdateFault.SYSTEM_OLD


# -- a bad network and a bad server, at the check


def drip(stage: Stage) -> None:
    stage.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while not stage.over.wait(0.05):
        stage.send(b" ")


def cut(stage: Stage) -> None:
    stage.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
    stage.close()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (answer(404), UpdateFault.MISSING),
        (answer(403), UpdateFault.MISSING),
        (answer(500), UpdateFault.SERVER),
        (answer(429, headers={"Retry-After": "5"}), UpdateFault.BUSY),
        (answer(503), UpdateFault.BUSY),
        (answer(raw=b"\x00\xff garbage"), UpdateFault.UNREADABLE),
        (answer(raw=b"{}"), UpdateFault.UNREADABLE),
        (answer(raw=b""), UpdateFault.UNREADABLE),
        (answer(raw=b" " * 300_000), UpdateFault.SERVER),
        (page(), OfflineCause.CAPTIVE.value),
        (page(511), OfflineCause.CAPTIVE.value),
        (
            answer(302, headers={"Location": "https://elsewhere.example/release.json"}),
            OfflineCause.CAPTIVE.value,
        ),
        (answer(407), OfflineCause.PROXY.value),
        (cut, UpdateFault.OFFLINE),
        (drip, UpdateFault.OFFLINE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_check_that_fails_is_told_and_harms_nothing(
    bench: Bench, host: ReleaseHost, said: Act | bytes, code: str
) -> None:
    host.instead[ENVELOPE] = said
    found = bench.checked()
    assert (found.phase, code_of(found)) == (UpdatePhase.IDLE, code)
    assert bench.kept.published is None
    del host.instead[ENVELOPE]
    assert bench.check().phase is UpdatePhase.AVAILABLE


def test_nobody_there_is_offline_and_tried_again_within_hours(bench: Bench, server: StagedServer) -> None:
    server.stop()
    assert code_of(bench.checked()) == UpdateFault.OFFLINE
    since = len(bench.heard.said)
    bench.clock.now += timedelta(minutes=70)
    bench.updates.cancel()
    assert code_of(bench.after_check(since)) == UpdateFault.OFFLINE


def test_leaving_does_not_wait_for_a_silent_server(bench: Bench, host: ReleaseHost) -> None:
    asked = threading.Event()

    def silence(stage: Stage) -> None:
        asked.set()
        stage.hang()

    host.instead[ENVELOPE] = silence
    bench.updates.start()
    assert asked.wait(LIMIT_S)
    assert bench.updates.stop(within_s=1.5)
    assert bench.updates.status.error is None


# -- a bad network and a bad server, at the download


def test_a_cut_download_goes_on_where_it_stopped(
    bench: Bench, host: ReleaseHost, server: StagedServer
) -> None:
    host.cuts = [100_000, 50_000]
    bench.checked()
    for _ in range(2):
        failed = bench.fetched()
        assert (code_of(failed), failed.phase, failed.is_chosen) == (
            UpdateFault.CUT,
            UpdatePhase.AVAILABLE,
            True,
        )
    assert bench.fetched().phase is UpdatePhase.READY
    assert ranges(server) == ["", "bytes=100000-", "bytes=150000-"]


def test_a_cut_download_goes_on_by_itself(bench: Bench, host: ReleaseHost) -> None:
    host.cuts = [100_000]
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.CUT
    bench.clock.now += timedelta(minutes=2)
    bench.updates.configure(is_wanted=True, address=bench.kept.address)  # a turn of the thread
    bench.heard.wait(lambda event: event.phase is UpdatePhase.READY)


def test_a_server_that_ignores_the_range_sends_all_again(
    bench: Bench, host: ReleaseHost, server: StagedServer
) -> None:
    host.takes_ranges = False
    host.cuts = [100_000]
    bench.checked()
    bench.fetched()
    assert bench.fetched().phase is UpdatePhase.READY
    assert ranges(server) == ["", "bytes=100000-"]


def test_a_file_replaced_midway_is_read_from_its_beginning(
    bench: Bench, host: ReleaseHost, signer: Signer
) -> None:
    host.setup = b"another file, to be put right soon " * 10_000
    host.cuts = [100_000]
    bench.checked()
    bench.fetched()
    host.setup, host.etag = SETUP, '"two"'
    assert bench.fetched().phase is UpdatePhase.READY


def test_a_file_replaced_under_the_same_name_is_read_again_from_its_beginning(
    bench: Bench, host: ReleaseHost, server: StagedServer
) -> None:
    host.setup = b"another file, to be put right soon " * 10_000
    host.cuts = [100_000]
    bench.checked()
    bench.fetched()
    host.setup = SETUP
    assert bench.fetched().phase is UpdatePhase.READY
    assert ranges(server) == ["", "bytes=100000-", ""]


@pytest.mark.parametrize("etag", ["", 'W/"one"'])
def test_without_a_firm_name_nothing_is_resumed(
    bench: Bench, host: ReleaseHost, server: StagedServer, etag: str
) -> None:
    host.etag = etag
    host.cuts = [100_000]
    bench.checked()
    bench.fetched()
    assert bench.fetched().phase is UpdatePhase.READY
    assert ranges(server) == ["", ""]


def test_a_range_beyond_the_end_begins_anew(bench: Bench, host: ReleaseHost, server: StagedServer) -> None:
    host.cuts = [len(SETUP) - 1]
    bench.checked()
    bench.fetched()
    host.instead[FILE] = answer(416)
    assert code_of(bench.fetched()) == UpdateFault.SERVER
    assert ranges(server) == ["", f"bytes={len(SETUP) - 1}-", ""]


def flipped() -> bytes:
    return SETUP[:-1] + bytes([SETUP[-1] ^ 1])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (flipped(), UpdateFault.DAMAGED),
        (SETUP[:-1], UpdateFault.DAMAGED),
        (b"x", UpdateFault.DAMAGED),
        (SETUP + b"!", UpdateFault.TOO_LARGE),
    ],
    ids=["tampered", "truncated", "tiny", "longer"],
)
def test_another_file_than_was_signed_for_is_thrown_away(
    bench: Bench, host: ReleaseHost, content: bytes, code: str
) -> None:
    host.setup = content
    bench.checked()
    failed = bench.fetched()
    assert (code_of(failed), failed.is_chosen) == (code, False)
    assert list(bench.cache.iterdir()) == []
    assert not bench.updates.install()


def test_a_server_that_never_stops_is_left(bench: Bench, host: ReleaseHost) -> None:
    def pour(stage: Stage) -> None:
        stage.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not stage.over.is_set():
            stage.send(SETUP)

    host.instead[FILE] = pour
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.TOO_LARGE
    assert list(bench.cache.iterdir()) == []


def test_a_file_beyond_all_measure_is_not_asked_for(
    bench: Bench, host: ReleaseHost, server: StagedServer, signer: Signer
) -> None:
    host.published = envelope(manifest(files=[file_of(size=10**12)]), signer)
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.TOO_LARGE
    assert ranges(server) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (answer(404), UpdateFault.MISSING),
        (answer(500), UpdateFault.SERVER),
        (answer(429), UpdateFault.BUSY),
        (page(), OfflineCause.CAPTIVE.value),
        (
            answer(302, headers={"Location": "https://elsewhere.example/setup.exe"}),
            OfflineCause.CAPTIVE.value,
        ),
        (answer(206, raw=SETUP[5:], headers={"Content-Range": "bytes 5-9/10"}), UpdateFault.SERVER),
        (answer(raw=b"x", headers={"Content-Encoding": "gzip"}), UpdateFault.SERVER),
        (drip, UpdateFault.CUT),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_download_that_fails_is_told(bench: Bench, host: ReleaseHost, said: Act | bytes, code: str) -> None:
    host.instead[FILE] = said
    bench.checked()
    assert code_of(bench.fetched()) == code
    del host.instead[FILE]
    assert bench.fetched().phase is UpdatePhase.READY


def test_the_file_may_lie_elsewhere_when_the_manifest_says_so(
    bench: Bench,
    host: ReleaseHost,
    server: StagedServer,
    signer: Signer,
    serve: Callable[[ReleaseHost], StagedServer],
) -> None:
    other = serve(host)
    host.published = envelope(manifest(files=[file_of(url=f"{other.url}/deep/setup.exe")]), signer)
    bench.checked()
    assert bench.fetched().phase is UpdatePhase.READY
    assert [request.path for request in other.requests] == ["/deep/setup.exe"]
    assert ranges(server) == []


def test_the_file_is_not_fetched_in_the_clear(bench: Bench, host: ReleaseHost, signer: Signer) -> None:
    host.published = envelope(manifest(files=[file_of(url="http://releases.example.com/setup.exe")]), signer)
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.INSECURE


# -- the disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    disk = SmallDisk(tmp_path / "disk", size_kib=80 * 1024)
    yield disk
    disk.close()


def test_a_nearly_full_disk_is_left_to_the_drafts(
    bench: Bench, disk: SmallDisk, server: StagedServer
) -> None:
    bench.cache = disk.folder / "updates"
    bench.make()
    bench.checked()
    disk.fill(leave_bytes=10_000_000)
    assert code_of(bench.fetched()) == UpdateFault.FULL
    assert ranges(server) == []
    disk.free()
    assert bench.fetched().phase is UpdatePhase.READY


def test_a_disk_that_fills_midway_is_given_its_room_back(
    bench: Bench, disk: SmallDisk, host: ReleaseHost
) -> None:
    whole = answer(raw=SETUP, headers={"ETag": '"one"'})

    def fill_midway(stage: Stage) -> None:
        stage.send(whole[:200_000])
        bench.heard.wait(lambda event: event.received > 0)
        disk.fill()
        stage.send(whole[200_000:])

    host.instead[FILE] = fill_midway
    bench.cache = disk.folder / "updates"
    bench.make()
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.FULL
    assert list(bench.cache.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(bench: Bench) -> None:
    bench.cache.write_text("in the way", encoding="utf-8")
    bench.checked()
    assert code_of(bench.fetched()) == UpdateFault.UNWRITABLE


# -- at the very end


def test_a_setup_exchanged_after_the_proof_is_not_started(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    (setup,) = bench.cache.iterdir()
    setup.write_bytes(flipped())
    assert not bench.updates.install()
    assert bench.started == []
    bench.close()
    bench.make()
    assert code_of(bench.checked()) == UpdateFault.NOT_INSTALLED


def test_a_setup_that_is_gone_is_not_started(bench: Bench) -> None:
    bench.checked()
    bench.fetched()
    (setup,) = bench.cache.iterdir()
    setup.unlink()
    assert not bench.updates.install()


def test_a_system_that_refuses_is_told_at_the_next_start(bench: Bench) -> None:
    def refuse(command: object, folder: Path) -> None:
        raise PermissionError(13, "blocked by policy")

    bench.make(run=refuse)
    bench.checked()
    bench.fetched()
    assert not bench.updates.install()
    bench.close()
    bench.make()
    assert code_of(bench.checked()) == UpdateFault.NOT_INSTALLED
