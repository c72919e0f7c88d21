"""Why: every fault of a connection must come out as exactly one error with the right promise."""

import gzip
import io
import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import certifi
import pytest

from qpost.api.proxy import ProxyMode, ProxySetting
from qpost.api.transport import Timeouts, Transport
from qpost.models.errors import Offline, OfflineCause, ServerFault
from tests.api.staging import Received, Stage, StagedServer, answer
from tests.certificates import make_certificate

Start = Callable[..., StagedServer]

_ASKS = "Windows asks a person before it trusts a new root"
QUICK = Timeouts(connect_s=0.3, read_s=0.3, whole_s=0.6)
BODY = b'{"ok": true}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"


def fault(url: str, method: str, *, timeouts: Timeouts = QUICK) -> Offline:
    with Transport(url, timeouts=timeouts) as transport, pytest.raises(Offline) as caught:
        transport.send(method, "/x", content=b"{}" if method == "POST" else None)
    return caught.value


def _reset_before(stage: Stage) -> None:
    stage.reset()


def _reset_in_head(stage: Stage) -> None:
    stage.send(HEAD[:30])
    stage.reset()


def _reset_in_body(stage: Stage) -> None:
    stage.send(HEAD + BODY[:5])
    stage.reset()


def _close_before(stage: Stage) -> None:
    stage.close()


def _close_in_body(stage: Stage) -> None:
    stage.send(HEAD + BODY[:5])
    stage.close()


def _garbage(stage: Stage) -> None:
    stage.send(b"\x00\x01 this is not http\r\n\r\n")
    stage.close()


def _silence(stage: Stage) -> None:
    stage.hang()


def _silence_in_body(stage: Stage) -> None:
    stage.send(HEAD + BODY[:5])
    stage.hang()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("act", "cause"),
    [
        (_reset_before, OfflineCause.CUT),
        (_reset_in_head, OfflineCause.CUT),
        (_reset_in_body, OfflineCause.CUT),
        (_close_before, OfflineCause.CUT),
        (_close_in_body, OfflineCause.CUT),
        (_garbage, OfflineCause.CUT),
        (_silence, OfflineCause.TIMEOUT),
        (_silence_in_body, OfflineCause.TIMEOUT),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_broken_answer_may_have_followed_a_write(
    stage: Start, act: Callable[[Stage], None], cause: OfflineCause, method: str
) -> None:
    server = stage(lambda _: act)
    error = fault(server.url, method, timeouts=QUICK if cause is OfflineCause.TIMEOUT else Timeouts())
    assert (error.cause, error.may_have_arrived) == (cause, method == "POST")
    writes = [each for each in server.requests if each.method == "POST"]
    assert len(writes) == (1 if method == "POST" else 0)


@pytest.mark.parametrize("line", [b"HTTP/x it's-a-token", b"HTTP/1.1 200 OK\r\nit's-a-token"])
def test_what_the_other_side_sent_is_not_repeated(stage: Start, line: bytes) -> None:
    error = fault(stage(lambda _: line + b"\r\n\r\n").url, "POST", timeouts=Timeouts())
    assert error.detail.startswith("RemoteProtocolError: ")
    assert "token" not in error.detail


def test_a_post_that_only_reads_is_asked_again_and_promises_that_nothing_arrived(stage: Start) -> None:
    answers = [_reset_before, answer(content={"n": 2}), _reset_before, _reset_before]
    server = stage(lambda _: answers.pop(0))
    with Transport(server.url) as transport:
        assert transport.send("POST", "/x", content=b"a=1", only_reads=True).body == b'{"n": 2}'
        with pytest.raises(Offline) as caught:
            transport.send("POST", "/x", content=b"a=1", only_reads=True)
    assert not caught.value.may_have_arrived
    assert [(each.method, each.body) for each in server.requests] == [("POST", b"a=1")] * 4


def test_a_post_that_only_reads_is_not_redirected_either(stage: Start) -> None:
    server = stage(answer(302, headers={"Location": "/y"}))
    with Transport(server.url) as transport, pytest.raises(Offline) as caught:
        transport.send("POST", "/x", content=b"a=1", only_reads=True)
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.CAPTIVE, False)
    assert len(server.requests) == 1


def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = fault(f"http://127.0.0.1:{taken.getsockname()[1]}", "POST")
    assert (error.cause, error.may_have_arrived) == (OfflineCause.UNREACHABLE, False)


def test_an_unknown_host_name_is_unreachable() -> None:
    error = fault("https://no-such-host.invalid", "POST", timeouts=Timeouts())
    assert (error.cause, error.may_have_arrived) == (OfflineCause.UNREACHABLE, False)


def test_a_host_that_takes_no_connection_is_a_timeout_before_anything_was_sent() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        error = fault(f"http://127.0.0.1:{full.getsockname()[1]}", "POST")
    assert (error.cause, error.may_have_arrived) == (OfflineCause.TIMEOUT, False)


def test_an_answer_that_trickles_is_given_up(stage: Start) -> None:
    def drip(stage: Stage) -> None:
        stage.send(HEAD.replace(b"12", b"100000"))
        while not stage.over.wait(0.02):
            stage.send(b" ")

    server = stage(lambda _: drip)
    started = time.monotonic()
    error = fault(server.url, "POST", timeouts=Timeouts(whole_s=0.5))
    assert (error.cause, error.may_have_arrived) == (OfflineCause.TIMEOUT, True)
    assert time.monotonic() - started < 14


def test_a_read_is_sent_again_when_a_kept_connection_turns_out_dead(stage: Start) -> None:
    answers = [answer(content={"n": 1}), _reset_before, answer(content={"n": 2})]
    server = stage(lambda _: answers.pop(0))
    with Transport(server.url) as transport:
        assert transport.send("GET", "/x").body == b'{"n": 1}'
        assert transport.send("GET", "/x").body == b'{"n": 2}'


def test_compressed_answers_are_read_and_broken_compression_is_the_servers_fault(stage: Start) -> None:
    packed = {"Content-Encoding": "gzip"}
    bodies = {"/good": gzip.compress(BODY), "/bad": b"not gzip at all"}
    server = stage(lambda request: answer(raw=bodies[request.path], headers=packed))
    with Transport(server.url) as transport:
        assert transport.send("GET", "/good").body == BODY
        with pytest.raises(ServerFault) as caught:
            transport.send("POST", "/bad", content=b"{}")
    assert caught.value.may_have_arrived


def test_an_answer_beyond_the_limit_is_not_read_to_its_end(stage: Start) -> None:
    bomb = answer(raw=gzip.compress(b" " * 20_000_000), headers={"Content-Encoding": "gzip"})
    with Transport(stage(bomb).url) as transport, pytest.raises(ServerFault, match="larger"):
        transport.send("GET", "/x", limit_bytes=1_000_000)


def test_reads_follow_redirects_within_the_origin_only(stage: Start) -> None:
    other = stage(answer(content={}))

    def play(request: Received) -> bytes:
        target = {"/here": "/there", "/away": f"{other.url}/x", "/loop": "/loop", "/odd": "http://["}
        if request.path in target:
            return answer(302, headers={"Location": target[request.path]})
        return answer(content={"path": request.path})

    server = stage(play)
    with Transport(server.url) as transport:
        arrived = transport.send("GET", "/here", headers={"Authorization": "Bearer t"})
        assert arrived.body == b'{"path": "/there"}'
        assert server.requests[-1].headers["authorization"] == "Bearer t"
        for method, path in (("GET", "/away"), ("GET", "/loop"), ("GET", "/odd"), ("POST", "/here")):
            with pytest.raises(Offline) as caught:
                transport.send(method, path)
            assert caught.value.cause is OfflineCause.CAPTIVE
            assert caught.value.may_have_arrived == (method == "POST")
    assert other.requests == []


def test_cookies_are_not_kept(stage: Start) -> None:
    server = stage(answer(content={}, headers={"Set-Cookie": "a=b; Path=/"}))
    with Transport(server.url) as transport:
        transport.send("GET", "/x")
        transport.send("GET", "/x")
    assert "cookie" not in server.requests[1].headers


def test_an_unknown_certificate_is_named_as_such(stage: Start, tmp_path: Path) -> None:
    context = make_certificate(tmp_path, "localhost").server_context()
    server = stage(answer(content={}), context=context)
    error = fault(server.url.replace("127.0.0.1", "localhost"), "POST", timeouts=Timeouts())
    assert (error.cause, error.may_have_arrived) == (OfflineCause.CERTIFICATE, False)
    assert server.requests == []


@pytest.mark.parametrize(
    ("host", "days", "is_good"), [("localhost", 9, True), ("localhost", -1, False), ("other.test", 9, False)]
)
def test_certificates_are_judged_by_the_systems_trust(
    stage: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    days: int,
    is_good: bool,
) -> None:
    certificate = make_certificate(tmp_path, host, days=days)
    context = certificate.server_context()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    server = stage(answer(content={}), context=context)
    url = server.url.replace("127.0.0.1", "localhost")
    if is_good and os.name == "nt":
        pytest.skip(_ASKS)
    if is_good:
        with Transport(url) as transport:
            assert transport.send("GET", "/x").status == 200
    else:
        assert fault(url, "GET", timeouts=Timeouts()).cause is OfflineCause.CERTIFICATE


def test_https_to_a_port_that_speaks_plain_http_is_unreachable(stage: Start) -> None:
    url = stage(answer(), greeting=answer(400)).url.replace("http:", "https:")
    assert fault(url, "POST", timeouts=Timeouts()).cause is OfflineCause.UNREACHABLE


def test_ipv6_only_services_are_reached(stage: Start) -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with Transport(stage(answer(content={}), host="::1").url) as transport:
        assert transport.send("GET", "/x").status == 200


def test_a_proxy_that_refuses_is_named(stage: Start) -> None:
    proxy = stage(answer(407))
    setting = ProxySetting(mode=ProxyMode.MANUAL, url=f"http://me:geheim@127.0.0.1:{proxy.port}")
    with Transport("https://service.test", proxy=setting) as transport, pytest.raises(Offline) as caught:
        transport.send("POST", "/x", content=b"{}")
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.PROXY, False)
    assert "geheim" not in repr(caught.value) + repr(setting) + repr(transport)
    assert proxy.requests[0].headers["proxy-authorization"].startswith("Basic ")


@pytest.mark.skipif(os.name == "nt", reason="the certificate is trusted through a variable")
@pytest.mark.parametrize(
    ("is_trusted", "cause"), [(True, OfflineCause.PROXY), (False, OfflineCause.CERTIFICATE)]
)
def test_a_proxy_behind_tls_is_verified_by_the_systems_certificates(
    stage: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_trusted: bool, cause: OfflineCause
) -> None:
    certificate = make_certificate(tmp_path, "localhost")
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    monkeypatch.setattr(certifi, "where", lambda: str(tmp_path / "not-shipped.pem"))
    proxy = stage(answer(407), context=certificate.server_context())
    setting = ProxySetting(mode=ProxyMode.MANUAL, url=f"https://localhost:{proxy.port}")
    with Transport("https://service.test", proxy=setting) as transport, pytest.raises(Offline) as caught:
        transport.send("POST", "/x")
    assert caught.value.cause is cause


def test_a_dead_or_unusable_proxy_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        for url in (f"127.0.0.1:{taken.getsockname()[1]}", "gopher://127.0.0.1", "http://["):
            setting = ProxySetting(mode=ProxyMode.MANUAL, url=url)
            with Transport("https://service.test", proxy=setting) as transport:
                with pytest.raises(Offline) as caught:
                    transport.send("POST", "/x")
                assert caught.value.cause is OfflineCause.PROXY


def test_requests_go_through_a_proxy_to_the_verified_service(
    stage: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = make_certificate(tmp_path, "service.test")
    context = certificate.server_context()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    if os.name == "nt":
        pytest.skip(_ASKS)
    service = stage(answer(content={"through": "proxy"}), context=context)

    def tunnel(stage: Stage) -> None:
        with socket.create_connection(("127.0.0.1", service.port)) as inner:
            stage.send(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=_pump, args=(inner, stage.connection))
            back.start()
            _pump(stage.connection, inner)
            back.join()

    proxy = stage(lambda _: tunnel)
    setting = ProxySetting(mode=ProxyMode.MANUAL, url=f"127.0.0.1:{proxy.port}")
    with Transport("https://service.test", proxy=setting) as transport:
        assert transport.send("GET", "/x").body == b'{"through": "proxy"}'
    assert (proxy.requests[0].method, proxy.requests[0].path) == ("CONNECT", "service.test:443")


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def test_a_changed_system_proxy_is_used_after_a_failure(
    stage: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    first, second = stage(answer(502)), stage(answer(407))
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{first.port}")
    with Transport("https://service.test") as transport:
        with pytest.raises(Offline):
            transport.send("GET", "/x")
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{second.port}")
        for _ in range(2):
            with pytest.raises(Offline):
                transport.send("GET", "/x")
    assert (len(first.requests), len(second.requests)) == (2, 1)


def test_closing_ends_a_call_under_way_and_all_later_ones(stage: Start) -> None:
    reached = threading.Event()

    def silence(stage: Stage) -> None:
        reached.set()
        stage.hang()

    transport = Transport(stage(lambda _: silence).url)
    caught: list[BaseException] = []

    def call() -> None:
        try:
            transport.send("POST", "/x", content=b"{}")
        except Offline as error:
            caught.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert reached.wait(10)
    transport.close()
    thread.join(5)
    assert not thread.is_alive()
    assert isinstance(caught[0], Offline)
    assert caught[0].may_have_arrived
    with pytest.raises(Offline) as late:
        transport.send("POST", "/x")
    assert not late.value.may_have_arrived
    transport.close()


def test_a_token_that_cannot_be_a_header_never_reaches_the_error(stage: Start) -> None:
    with Transport(stage(answer()).url) as transport, pytest.raises(Offline) as caught:
        transport.send("GET", "/x", headers={"Authorization": "Bearer geheim\r\nX: y"})
    assert "geheim" not in repr(caught.value)
    assert caught.value.__suppress_context__


def test_many_threads_share_one_transport(stage: Start) -> None:
    server = stage(lambda request: answer(content={"path": request.path}))
    results: dict[int, bytes] = {}
    with Transport(server.url) as transport:

        def call(number: int) -> None:
            results[number] = transport.send("GET", f"/{number}").body

        threads = [threading.Thread(target=call, args=(number,)) for number in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert results == {number: b'{"path": "/%d"}' % number for number in range(24)}


def test_a_body_is_handed_on_as_it_arrives(stage: Start) -> None:
    go_on = threading.Event()

    def in_two_parts(stage: Stage) -> None:
        stage.send(HEAD + BODY[:5])
        go_on.wait(10)
        stage.send(BODY[5:])

    with Transport(stage(lambda _: in_two_parts).url) as transport, transport.open("GET", "/x") as live:
        chunks = live.chunks()
        sink = io.BytesIO(next(chunks))
        assert sink.getvalue() == BODY[:5]
        go_on.set()
        assert b"".join(chunks) == BODY[5:]
