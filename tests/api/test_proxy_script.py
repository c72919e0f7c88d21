"""Why: the proxies a script names are used in its order, and the script is really run where there is one."""

import ctypes
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from qpost.api.proxy import proxy_after
from qpost.api.proxy_script import names_for, read_names, scripted_proxies
from qpost.api.transport import Transport
from qpost.models.errors import Offline, OfflineCause
from tests.api.staging import Stage, StagedServer, answer

Start = Callable[..., StagedServer]

SCRIPT = b"""
function FindProxyForURL(url, host) {
  if (host == "inside.test") return "DIRECT";
  return "PROXY first.test:3128";
}
"""


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("first.test:3128", ("first.test:3128",)),
        ("first.test:3128;second.test:8080", ("first.test:3128", "second.test:8080")),
        ("first.test:3128 second.test:8080; DIRECT", ("first.test:3128", "second.test:8080", None)),
        ("http=plain.test:80;https=safe.test:443", ("safe.test:443",)),
        ("socks=socks.test:1080", ()),
        ("direct", (None,)),
        ("", ()),
        (" ; ;https=;", ()),
    ],
)
def test_the_systems_list_of_proxies_is_read(names: str, expected: tuple[str | None, ...]) -> None:
    assert read_names(names, scheme="https") == expected


def test_the_next_proxy_is_tried_after_a_failure_and_the_first_after_the_last() -> None:
    proxies = ("http://first.test:1", "http://second.test:2", None)
    assert proxy_after("http://first.test:1", proxies) == "http://second.test:2"
    assert proxy_after("http://second.test:2", proxies) is None
    assert proxy_after(None, proxies) == "http://first.test:1"
    assert proxy_after("http://of-yesterday.test:1", proxies) == "http://first.test:1"
    assert proxy_after("http://only.test:1", ("http://only.test:1",)) == "http://only.test:1"


def test_a_request_goes_by_the_next_proxy_when_the_first_is_dead(
    stage: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = stage(answer())
    dead.stop()
    alive = stage(answer(content={"by": "proxy"}))
    asked: list[bool] = []

    def named(_: str, *, searches: bool) -> tuple[str | None, ...]:
        asked.append(searches)
        return (f"127.0.0.1:{dead.port}", f"127.0.0.1:{alive.port}")

    monkeypatch.setattr("qpost.api.proxy.getproxies_environment", dict)
    monkeypatch.setattr("qpost.api.proxy.scripted_proxies", named)
    with Transport("http://service.test") as transport:
        with pytest.raises(Offline) as caught:
            transport.send("GET", "/x")
        assert caught.value.cause is OfflineCause.PROXY
        assert transport.send("GET", "/x").body == b'{"by": "proxy"}'
        assert transport.send("GET", "/x").status == 200, "and stays with it"
    assert asked == [False, True], "the network is searched for a script only after a failure"


class System:
    """Windows' answers; texts lie where ctypes put them and are given back once each."""

    def __init__(self, *, script: str = "", detects: bool = False, errors: tuple[int, ...] = (0,)) -> None:
        self.script, self.detects = script, detects
        self.errors = list(errors)
        self.asked: list[tuple[int, str | None, bool]] = []
        self.proxies: str | None = "first.test:3128"
        self.is_configured = True
        self._texts: dict[int, object] = {}

    def _text(self, text: str) -> int:
        buffer = ctypes.create_unicode_buffer(text)
        self._texts[ctypes.addressof(buffer)] = buffer
        return ctypes.addressof(buffer)

    def read_config(self, config: Any) -> bool:
        config.fAutoDetect = self.detects
        config.lpszAutoConfigUrl = self._text(self.script) if self.script else None
        config.lpszProxy = self._text("fixed.test:1")
        return self.is_configured

    def ask(self, url: str, options: Any, info: Any) -> int:
        self.asked.append((options.dwFlags, options.lpszAutoConfigUrl, bool(options.fAutoLogonIfChallenged)))
        error = self.errors.pop(0)
        if not error:
            info.dwAccessType = 1 if self.proxies is None else 3
            info.lpszProxy = None if self.proxies is None else self._text(self.proxies)
        return error

    def free(self, pointer: int) -> None:
        del self._texts[pointer]

    @property
    def kept(self) -> int:
        return len(self._texts)


def test_a_script_is_asked_and_every_text_given_back() -> None:
    system = System(script="http://pac.test/proxy.pac", detects=True)
    assert names_for("https://service.test", system, searches=False) == "first.test:3128"
    assert system.asked == [(2, "http://pac.test/proxy.pac", False)]
    assert system.kept == 0


def test_the_network_is_searched_for_a_script_only_when_asked_for() -> None:
    assert names_for("https://service.test", System(detects=True), searches=False) == ""
    system = System(detects=True)
    assert names_for("https://service.test", system, searches=True) == "first.test:3128"
    assert system.asked == [(1, None, False)]
    assert names_for("https://service.test", System(), searches=True) == "", "unless the settings say so"


def test_who_we_are_is_told_only_to_a_host_that_asks() -> None:
    system = System(script="http://pac.test/proxy.pac", errors=(12015, 0))
    assert names_for("https://service.test", system, searches=False) == "first.test:3128"
    assert [logs_on for _, _, logs_on in system.asked] == [False, True]


def test_a_script_that_cannot_be_run_counts_as_none_and_one_may_say_direct() -> None:
    system = System(script="http://pac.test/proxy.pac", errors=(12167,))
    assert names_for("https://service.test", system, searches=False) == ""
    system = System(script="http://pac.test/proxy.pac")
    system.proxies = None
    assert names_for("https://service.test", system, searches=False) == "DIRECT"
    system = System(script="http://pac.test/proxy.pac")
    system.is_configured = False
    assert names_for("https://service.test", system, searches=False) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows runs scripts")
def test_where_the_system_runs_no_script_there_is_none() -> None:
    assert scripted_proxies("https://service.test", searches=True) == ()


if sys.platform == "win32":
    import winreg

    KEY = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
    NAME = "DefaultConnectionSettings"

    @contextmanager
    def script_set(url: str) -> Iterator[None]:
        """Set ``url`` as the user's proxy script, the way the Settings app keeps it; put back what was."""
        script = url.encode()
        written = struct.pack("<6I", 0x46, 1, 0x5, 0, 0, len(script)) + script + bytes(32)
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
            try:
                before: bytes | None = winreg.QueryValueEx(key, NAME)[0]
            except FileNotFoundError:
                before = None
            winreg.SetValueEx(key, NAME, 0, winreg.REG_BINARY, written)
            try:
                yield
            finally:
                if before is None:
                    winreg.DeleteValue(key, NAME)
                else:
                    winreg.SetValueEx(key, NAME, 0, winreg.REG_BINARY, before)

    def test_windows_runs_the_users_script(stage: Start) -> None:
        def send_and_close(act: Stage) -> None:
            act.send(answer(raw=SCRIPT, media_type="application/x-ns-proxy-autoconfig"))
            act.close()  # Windows would keep the connection for itself

        host = stage(lambda _: send_and_close)
        with script_set(f"{host.url}/proxy.pac"):
            assert scripted_proxies("https://service.test/", searches=False) == ("first.test:3128",)
            assert scripted_proxies("https://inside.test/", searches=False) == (None,)
        assert scripted_proxies("https://service.test/", searches=False) == ()
