"""Every error has a sentence of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from qpost.api.qapi.problems import REFUSED, SIGN_IN_REJECTED
from qpost.models.account import Capability
from qpost.models.errors import (
    Conflict,
    FieldFault,
    FileFault,
    KeyringFault,
    Offline,
    OfflineCause,
    Refused,
    ServerFault,
    SignInRejected,
    StoreFault,
    TryLater,
    Unsupported,
    UpdateFault,
)
from qpost.models.outbox_rules import CHANGED
from qpost.models.qoo10 import KEY_VOID
from qpost.ui.errors import describe, describe_code, known_codes

CONTRACT_SLUGS = [
    "invalid-credentials",
    "token-expired",
    "account-locked",
    "forbidden",
    "not-found",
    "version-conflict",
    "already-converted",
    "conversion-closed",
    "idempotency-mismatch",
    "not-replied",
    "not-public",
    "validation",
    "date-out-of-range",
    "nothing-to-convert",
    "insufficient-funds",
    "wrong-account-password",
    "too-large",
    "unsupported-media",
    "rate-limited",
    "unavailable",
    "internal",
    "cursor-expired",
]

STORE_CODES = [value for name, value in vars(StoreFault).items() if name.isupper()]
KEYRING_CODES = [value for name, value in vars(KeyringFault).items() if name.isupper()]
FILE_CODES = [value for name, value in vars(FileFault).items() if name.isupper()]
UPDATE_CODES = [value for name, value in vars(UpdateFault).items() if name.isupper()]
LOCAL_CODES = [
    *STORE_CODES,
    *KEYRING_CODES,
    *FILE_CODES,
    *UPDATE_CODES,
    *(cause.value for cause in OfflineCause),
]
QOO10_CODES = [REFUSED, SIGN_IN_REJECTED, KEY_VOID]
ALL_CODES = [
    *CONTRACT_SLUGS,
    *LOCAL_CODES,
    *QOO10_CODES,
    CHANGED,
    "too-late",
    "unsupported",
    "address-invalid",
    "unclear",
]


@pytest.fixture
def japanese_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("ja"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("code", ALL_CODES)
def test_every_code_says_what_happened_and_what_to_do(code: str) -> None:
    words = describe_code(code)
    assert code in known_codes()
    assert words.text
    assert words.advice
    assert "{" not in words.whole
    assert code not in words.text


def test_no_two_codes_share_a_sentence() -> None:
    texts = [describe_code(code).text for code in known_codes()]
    assert len(set(texts)) == len(texts)
    advices = [describe_code(code).advice for code in known_codes()]
    assert len(set(advices)) == len(advices)


def test_unknown_slug_is_shown_as_it_came() -> None:
    words = describe(Refused("shop-on-holiday", detail="closed until Monday"))
    assert "shop-on-holiday" in words.text
    assert "closed until Monday" in words.details


@pytest.mark.parametrize("seconds", [1, 60, 61, 899])
def test_locked_account_tells_the_minutes_left(seconds: int) -> None:
    words = describe(SignInRejected("account-locked", extra={"retry_after_s": float(seconds)}))
    assert f" {-(-seconds // 60)} min" in words.advice


def test_dates_out_of_range_name_the_range_in_the_readers_way(japanese_locale: None) -> None:
    words = describe(Refused("date-out-of-range", extra={"min": "2019-07-01", "max": "2026-11-21"}))
    assert "2019/07/01" in words.advice
    assert "2026/11/21" in words.advice


def test_validation_words_each_field() -> None:
    fields = (
        FieldFault("body", "too_long", "at most 1000"),
        FieldFault("title", "required", ""),
        FieldFault("colour", "odd", "must be even"),
    )
    words = describe(Refused("validation", fields=fields))
    assert "The text is too long." in words.whole
    assert "The title is missing." in words.whole
    assert "colour: must be even" in words.whole


@pytest.mark.parametrize(("wait_s", "shown"), [(None, "in a moment"), (0.2, "in 1 s"), (90.0, "in 2 min")])
def test_later_says_when(wait_s: float | None, shown: str) -> None:
    assert shown in describe(TryLater("unavailable", retry_after_s=wait_s)).advice


@pytest.mark.parametrize("capability", set(Capability) - {Capability.SETTLES_ONLY})
def test_every_missing_capability_is_named(capability: Capability) -> None:
    others = [describe(Unsupported(other)).text for other in Capability if other is not capability]
    assert describe(Unsupported(capability)).text not in others


def test_details_hold_what_a_service_owner_needs() -> None:
    words = describe(ServerFault(request_id="req-7", detail="boom"))
    assert "req-7" in words.details
    assert "boom" in words.details
    assert "req-7" not in words.whole


def test_file_faults_name_the_file_even_with_braces() -> None:
    words = describe(FileFault(FileFault.EMPTY, file_name="{0}.png"))
    assert words.text.startswith("{0}.png")


def test_conflict_and_offline_are_worded_by_their_code() -> None:
    assert describe(Conflict(current_version=4)).text == describe_code("version-conflict").text
    error = Offline(OfflineCause.CAPTIVE, may_have_arrived=False)
    assert describe(error).text == describe_code("offline-captive").text


def test_a_bug_is_called_unexpected_and_shows_no_inside() -> None:
    words = describe(KeyError("secret"))
    assert "unexpected" in words.text
    assert "secret" not in words.whole + words.details
