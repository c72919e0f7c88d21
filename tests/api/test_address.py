"""Why: a mistyped address must never send a password in the clear or to the wrong place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.api.address import ADDRESS_INVALID, is_loopback, normalised_address
from qpost.api.proxy import ProxyMode, ProxySetting, proxies_for
from qpost.models.errors import Offline, OfflineCause, QpostError, Refused


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.com", "https://example.com"),
        (" HTTPS://Example.COM:443/ ", "https://example.com"),
        ("https://example.com:8443/qpost//", "https://example.com:8443/qpost"),
        ("http://localhost:80/x/", "http://localhost/x"),
        ("http://127.0.0.5:8000", "http://127.0.0.5:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
        ("https://例え.jp", "https://xn--r8jz45g.jp"),
        ("example.com.", "https://example.com"),
    ],
)
def test_addresses_take_one_form(typed: str, address: str) -> None:
    assert normalised_address(typed) == address
    assert normalised_address(address) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "https://", "ftp://x", "x:99999", "x:0", "https://x:", "https://x/?a=1", "https://x/#a"),
        *("https://user:geheim@x", "https://x/../y", "a b", "https://[::1", "https://a..b", "https://-a.b"),
        *(f"https://{'a' * 64}.jp", "https://x/a b", "https://" + "a." * 150 + "jp", "javascript://x"),
    ],
)
def test_what_is_no_address_is_refused_without_quoting_it(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        normalised_address(typed)
    assert caught.value.code == ADDRESS_INVALID
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("host", ["example.com", "10.0.0.1", "localhost.test", "127.0.0.1.test"])
def test_plain_http_stays_on_this_computer(host: str) -> None:
    with pytest.raises(Offline) as caught:
        normalised_address(f"http://{host}")
    assert (caught.value.cause, caught.value.may_have_arrived) == (OfflineCause.INSECURE, False)
    assert not is_loopback(host)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_a_clear_no(typed: str) -> None:
    try:
        address = normalised_address(typed)
    except QpostError:
        return
    assert address.startswith("https://") or "://localhost" in address or "://127." in address


def test_the_systems_proxy_is_used_unless_the_host_is_excepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)
    system = ProxySetting()
    assert proxies_for("https://service.test", system) == (None,)
    monkeypatch.setenv("https_proxy", "proxy.test:3128")
    monkeypatch.setenv("no_proxy", "inside.test")
    assert proxies_for("https://service.test", system) == ("http://proxy.test:3128",)
    assert proxies_for("https://inside.test", system) == (None,)
    assert proxies_for("https://127.0.0.1:1", system) == (None,)
    assert proxies_for("https://service.test", ProxySetting(mode=ProxyMode.NONE)) == (None,)
    manual = ProxySetting(mode=ProxyMode.MANUAL, url="http://other.test:1")
    assert proxies_for("https://service.test", manual) == ("http://other.test:1",)
    assert proxies_for("http://localhost:1", manual) == (None,)
