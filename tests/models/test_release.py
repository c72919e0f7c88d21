"""Only a newer release, well formed, of today and for this system, may come into question."""

import json
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.errors import UpdateFault
from qpost.models.release import (
    NOTES_LIMIT,
    Manifest,
    ReleaseKey,
    Version,
    check_date,
    check_key,
    check_system,
    is_newer,
    open_envelope,
    read_manifest,
)
from tests.releases import NOW, PLATFORM, file_of, manifest


def read(**changes: object) -> Manifest:
    return read_manifest(json.dumps(manifest(**changes)).encode())


def code_of(call: pytest.ExceptionInfo[UpdateFault]) -> str:
    return call.value.code


ORDER = [
    "0.9.9",
    "1.0.0a1",
    "1.0.0a2",
    "1.0.0a10",
    "1.0.0b1",
    "1.0.0rc1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
]


@pytest.mark.parametrize(("older", "newer"), list(pairwise(ORDER)))
def test_versions_are_ordered_as_people_order_them(older: str, newer: str) -> None:
    assert Version.parse(older) < Version.parse(newer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "01.0.0",
        "1.0.0-rc1",
        "v1.0.0",
        "1.0.0rc",
        " 1.0.0",
        "1.0.0\n",
        "1.0.١",
        "1.0.0.dev1",
    ],
)
def test_other_texts_are_no_versions(text: str) -> None:
    with pytest.raises(ValueError, match="version"):
        Version.parse(text)


@pytest.mark.parametrize(
    ("offered", "current", "is_taken"),
    [
        ("1.0.1", "1.0.0", True),
        ("1.0.0", "1.0.0", False),
        ("0.9.9", "1.0.0", False),
        ("1.1.0rc1", "1.0.0", False),
        ("1.1.0rc1", "1.1.0b2", True),
        ("1.1.0", "1.1.0rc1", True),
        ("1.1.0rc1", "1.1.0", False),
    ],
)
def test_the_same_an_older_and_an_unasked_trial_are_refused(
    offered: str, current: str, is_taken: bool
) -> None:
    assert is_newer(offered, current) is is_taken


def test_a_manifest_is_read_whole() -> None:
    found = read(minimum_windows="10.0.17763", page="https://example.com/qpost")
    assert (found.version, found.file_for(PLATFORM).url) == ("1.1.0", "Qpost-1.1.0-setup.exe")
    assert found.notes_in("ja") == "速くなりました。"
    assert found.notes_in("ko") == "Faster.\nCalmer."


@pytest.mark.parametrize(
    "changes",
    [
        {"product": "another"},
        {"version": "1.1"},
        {"published": "2026-11-21T00:00:00"},
        {"published": "yesterday"},
        {"published": None},
        {"notes": "text"},
        {"notes": {"en": 1}},
        {"files": []},
        {"files": [file_of(), file_of()]},
        {"files": [file_of(platform=f"linux-{number}") for number in range(33)]},
        {"files": [file_of(size=0)]},
        {"files": [file_of(size=-1)]},
        {"files": [file_of(size="1")]},
        {"files": [file_of(sha256="A" * 64)]},
        {"files": [file_of(sha256="a" * 63)]},
        {"files": [file_of(platform="Windows")]},
        {"files": [file_of(url="../setup.exe")]},
        {"files": [file_of(url="/setup.exe")]},
        {"files": [file_of(url="a/../setup.exe")]},
        {"files": [file_of(url="setup.exe?x=1")]},
        {"files": [file_of(url="file:///c:/setup.exe")]},
        {"files": [file_of(url="\\\\host\\setup.exe")]},
        {"minimum_windows": "ten"},
        {"page": "http://example.com"},
        {"page": "javascript:alert(1)"},
    ],
)
def test_a_manifest_that_says_nonsense_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(UpdateFault) as caught:
        read(**changes)
    assert code_of(caught) == UpdateFault.UNREADABLE


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_garbage_is_unreadable_and_nothing_else(content: bytes) -> None:
    for read_it in (open_envelope, read_manifest):
        with pytest.raises(UpdateFault) as caught:
            read_it(content)
        assert code_of(caught) == UpdateFault.UNREADABLE


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=10,
    ),
    st.sampled_from(sorted(manifest())),
)
def test_any_member_of_any_kind_is_read_or_refused(value: object, member: str) -> None:
    content = json.dumps(manifest(**{member: value})).encode()
    with suppress(UpdateFault):
        assert read_manifest(content).file_for(PLATFORM).size > 0


@pytest.mark.parametrize(
    "members",
    [
        {"manifest": "e30=", "signatures": []},
        {"manifest": "e30=", "signatures": [{"key": "a", "signature": "AAAA"}]},
        {"manifest": "***", "signatures": [{"key": "a", "signature": "A" * 86 + "=="}]},
        {"manifest": "e30=", "signatures": [{"key": "a", "signature": "A" * 86 + "=="}] * 9},
        {
            "format": "qpost-release-2",
            "manifest": "e30=",
            "signatures": [{"key": "a", "signature": "A" * 86 + "=="}],
        },
    ],
)
def test_an_envelope_without_proper_signatures_is_refused(members: dict[str, object]) -> None:
    with pytest.raises(UpdateFault) as caught:
        open_envelope(json.dumps({"format": "qpost-release-1"} | members).encode())
    assert code_of(caught) == UpdateFault.UNREADABLE


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(UpdateFault):
        read_manifest(b"[" * 100_000)


def test_notes_show_nothing_hidden_and_come_to_an_end() -> None:
    shown = read(notes={"en": "a\u202eb\x00c\u200bd\r\n\te" + "x" * 20_000}).notes_in("en")
    assert shown.startswith("abcd\n    ex")
    assert len(shown) == NOTES_LIMIT
    assert read(notes={}).notes_in("ja") == ""


def test_an_older_manifest_than_the_last_one_is_a_replay() -> None:
    found = read()
    check_date(found, last_published=None, now=NOW)
    check_date(found, last_published=found.published, now=NOW)
    with pytest.raises(UpdateFault) as caught:
        check_date(found, last_published=found.published + timedelta(seconds=1), now=NOW)
    assert code_of(caught) == UpdateFault.REPLAYED


def test_a_manifest_of_the_future_means_a_wrong_clock() -> None:
    found = read()
    check_date(found, last_published=None, now=found.published - timedelta(hours=23))
    with pytest.raises(UpdateFault) as caught:
        check_date(found, last_published=None, now=found.published - timedelta(hours=25))
    assert code_of(caught) == UpdateFault.CLOCK


def test_a_key_ends_for_what_is_read_and_for_what_was_published() -> None:
    found = read()
    for expires, now in ((NOW, NOW), (found.published, found.published - timedelta(days=1))):
        with pytest.raises(UpdateFault) as caught:
            check_key(ReleaseKey(id="a", public="", expires=expires), manifest=found, now=now)
        assert code_of(caught) == UpdateFault.KEY_EXPIRED
    check_key(ReleaseKey(id="a", public="", expires=NOW + timedelta(seconds=1)), manifest=found, now=NOW)


@pytest.mark.parametrize(
    ("windows", "is_taken"),
    [
        ((10, 0, 17763), True),
        ((10, 0, 22631), True),
        ((10, 0, 17134), False),
        ((6, 3, 99999), False),
        (None, True),
    ],
)
def test_a_windows_too_old_is_told_so(windows: tuple[int, int, int] | None, is_taken: bool) -> None:
    found = read(minimum_windows="10.0.17763")
    if is_taken:
        check_system(found, windows=windows)
        return
    with pytest.raises(UpdateFault) as caught:
        check_system(found, windows=windows)
    assert code_of(caught) == UpdateFault.SYSTEM_OLD


def test_another_platform_has_no_file() -> None:
    with pytest.raises(UpdateFault) as caught:
        read().file_for("linux-x86_64")
    assert code_of(caught) == UpdateFault.NO_FILE


def test_a_manifest_survives_being_written_again() -> None:
    found = read()
    assert read_manifest(msgspec.json.encode(found)) == found
