"""Why: every error reaches the seller as a sentence of its own: what happened, what was kept, what to do."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from qpost.models.errors import (
    FileFault,
    QpostError,
    Refused,
    ServerFault,
    StoreFault,
    TryLater,
    Unsupported,
)
from qpost.models.events import StoreRecovered
from qpost.ui.error_words import faults, local, qoo10, refusals, updates

_SECONDS_A_MINUTE = 60
_LOCKED_MINUTES = 15
_DETAIL_LIMIT = 600


class Wording(Struct, frozen=True):
    """``text`` says what happened and what was kept, ``advice`` what to do; ``details`` are technical."""

    text: str
    advice: str = ""
    details: str = ""

    @property
    def whole(self) -> str:
        """Text and advice as one paragraph."""
        return _paragraph(self.text, self.advice)


def describe(error: Exception) -> Wording:
    """Word ``error`` in the interface's language; an error nobody foresaw is said to be a fault of ours."""
    return _described(error, {})


def describe_order(error: Exception) -> Wording:
    """Word why a conversion or charge did not happen: nothing was written, and nothing is sent by itself."""
    return _described(error, refusals.orders())


def describe_item(error: Exception) -> Wording:
    """Word why an item's figures cannot be had."""
    return _described(error, refusals.items())


def _described(error: Exception, own: refusals.Words) -> Wording:
    if not isinstance(error, QpostError):
        text, advice = local.unexpected()
        return Wording(text, advice, type(error).__name__)
    words = _worded(error.code, _all_words() | own, fields=_fields(error))
    text = words.text
    if isinstance(error, Unsupported):
        text = local.unsupported(error.detail)
    advice = _paragraph(*_field_sentences(error), words.advice)
    return Wording(text, advice, _details(error))


def describe_recovery(event: StoreRecovered) -> Wording:
    """Word what became of a damaged local file."""
    text, advice = local.recovered(is_rebuilt=bool(event.kept_as), is_complete=event.is_complete)
    return Wording(
        text.format(drafts=event.drafts, replies=event.replies),
        advice,
        "\n".join(name for name in (event.file, event.kept_as) if name),
    )


def describe_code(code: str, *, fields: Mapping[str, object] | None = None) -> Wording:
    """Word a code alone, such as an outbox row's reason; an unknown one is shown as it came."""
    return _worded(code, _all_words(), fields=fields)


def _worded(code: str, all_words: refusals.Words, *, fields: Mapping[str, object] | None) -> Wording:
    known = {**_defaults(), **(fields or {}), "code": code}
    words = all_words.get(code)
    if words is None:
        words = local.unknown()
    text, advice = words
    return Wording(text.format_map(known), advice.format_map(known), code)


def known_codes() -> frozenset[str]:
    """Return every code that has words of its own."""
    return frozenset(_all_words())


def _all_words() -> dict[str, tuple[str, str]]:
    return {
        **refusals.sign_in(),
        **refusals.inquiries(),
        **refusals.requests(),
        **refusals.money(),
        **qoo10.qoo10(),
        **faults.service(),
        **faults.offline(),
        **local.store(),
        **local.keyring(),
        **local.files(),
        **local.program(),
        **updates.updates(),
    }


def _defaults() -> dict[str, object]:
    return {
        "minutes": _LOCKED_MINUTES,
        "file_name": _translate_file(),
        "file": _translate_file(),
        "min": "-",
        "max": "-",
        "wait": faults.wait(None),
    }


def _translate_file() -> str:
    return QCoreApplication.translate("Errors", "the file")


def _fields(error: QpostError) -> dict[str, object]:
    known: dict[str, object] = {}
    if isinstance(error, FileFault):
        known["file_name"] = error.file_name
    if isinstance(error, StoreFault) and error.file:
        known["file"] = error.file
    if isinstance(error, TryLater):
        known["wait"] = faults.wait(error.retry_after_s)
    if isinstance(error, Refused):
        for name in ("min", "max"):
            if name in error.extra:
                known[name] = _day(error.extra[name])
        seconds = error.extra.get("retry_after_s")
        if isinstance(seconds, int | float):
            known["minutes"] = max(1, -(-int(seconds) // _SECONDS_A_MINUTE))
    return known


def _day(value: object) -> str:
    day = QDate.fromString(str(value), "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else str(value)


def _field_sentences(error: QpostError) -> list[str]:
    if not isinstance(error, Refused) or error.code != "validation":
        return []
    return [refusals.field_sentence(fault) for fault in error.fields]


def _paragraph(*sentences: str) -> str:
    """Put sentences one after the other; Japanese and Chinese leave no space between them."""
    return " ".join(sentence for sentence in sentences if sentence).replace("。 ", "。")


def _details(error: QpostError) -> str:
    lines = [error.code]
    if error.detail:
        lines.append(error.detail[:_DETAIL_LIMIT])
    if isinstance(error, ServerFault) and error.request_id:
        lines.append(f"request {error.request_id}")
    if isinstance(error, Refused):
        lines += [f"{fault.field}: {fault.code} {fault.message}".strip() for fault in error.fields]
    return "\n".join(lines)
