"""Why: one tree of everything that may go wrong outside our own code; ``ui/errors.py`` words it."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class QpostError(Exception):
    """The root. ``code`` is stable and is what the words in every language hang on."""

    code = "internal"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class OfflineCause(StrEnum):
    """What kept a request from being answered."""

    UNREACHABLE = "offline-unreachable"
    TIMEOUT = "offline-timeout"
    CUT = "offline-cut"
    CERTIFICATE = "offline-certificate"
    PROXY = "offline-proxy"
    CAPTIVE = "offline-captive"
    INSECURE = "offline-insecure"


class Offline(QpostError):
    """No usable answer came. ``may_have_arrived``: the request could have taken effect all the same."""

    def __init__(self, cause: OfflineCause, *, may_have_arrived: bool, detail: str = "") -> None:
        super().__init__(detail)
        self.cause = cause
        self.code = cause.value
        self.may_have_arrived = may_have_arrived


class FieldFault(Struct, frozen=True):
    """One line of a 422 answer: the field, a code and the service's own words."""

    field: str
    code: str
    message: str


class Refused(QpostError):
    """The service understood and said no; ``code`` is the slug of contract.md."""

    def __init__(
        self,
        code: str,
        *,
        detail: str = "",
        fields: Sequence[FieldFault] = (),
        extra: dict[str, object] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.fields = tuple(fields)
        self.extra = extra or {}


class SignInRejected(Refused):
    """``invalid-credentials``, ``account-locked`` or a session that ended (``token-expired``)."""


class Conflict(Refused):
    """``version-conflict``: the inquiry is at ``current_version`` now and nothing was changed."""

    def __init__(self, *, current_version: int | None, detail: str = "") -> None:
        super().__init__("version-conflict", detail=detail)
        self.current_version = current_version


class TryLater(QpostError):
    """``rate-limited`` or ``unavailable``; ``retry_after_s`` when the service named a time."""

    def __init__(self, code: str, *, retry_after_s: float | None, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code
        self.retry_after_s = retry_after_s


class ServerFault(QpostError):
    """A 5xx, or an answer nobody can read; ``request_id`` helps whoever runs the service."""

    def __init__(self, *, request_id: str | None, detail: str = "", may_have_arrived: bool = True) -> None:
        super().__init__(detail)
        self.code = "internal"
        self.request_id = request_id
        self.may_have_arrived = may_have_arrived


class CursorExpired(Refused):
    """The change feed forgot our place; read from the beginning."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("cursor-expired", detail=detail)


class Unsupported(QpostError):
    """The connection does not offer this; ``code`` names the capability."""

    code = "unsupported"


class Unclear(QpostError):
    """A conversion or charge left and nobody can tell yet whether it took effect; it is not sent again."""

    code = "unclear"


class StoreFault(QpostError):
    """The local store cannot be used; ``code`` is one of the ``store-*`` words below.

    ``file`` is the path of the file it is about, empty when it is about none in particular.
    """

    FULL = "store-full"
    READ_ONLY = "store-read-only"
    DAMAGED = "store-damaged"
    NEWER = "store-newer"
    LOCKED = "store-locked"
    FAILED = "store-failed"

    def __init__(self, code: str, detail: str = "", *, file: str = "") -> None:
        super().__init__(detail)
        self.code = code
        self.file = file


class KeyringFault(QpostError):
    """The system's credential store is ``keyring-missing``, ``-locked``, ``-timeout`` or ``-refused``."""

    MISSING = "keyring-missing"
    LOCKED = "keyring-locked"
    TIMEOUT = "keyring-timeout"
    REFUSED = "keyring-refused"

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code


class FileFault(QpostError):
    """A file the seller chose cannot be used; ``code`` is one of the ``file-*`` words below."""

    UNREADABLE = "file-unreadable"
    TOO_LARGE = "file-too-large"
    EMPTY = "file-empty"
    UNWRITABLE = "file-unwritable"
    FULL = "file-full"
    IN_USE = "file-in-use"

    def __init__(self, code: str, *, file_name: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code
        self.file_name = file_name


class UpdateFault(QpostError):
    """A new version was not found, not believed or not installed; ``code`` is one of the words below."""

    NO_KEY = "update-no-key"
    NO_ADDRESS = "update-no-address"
    OFFLINE = "update-offline"
    INSECURE = "update-insecure"
    MISSING = "update-missing"
    BUSY = "update-busy"
    SERVER = "update-server"
    UNREADABLE = "update-unreadable"
    UNSIGNED = "update-unsigned"
    KEY_EXPIRED = "update-key-expired"
    REPLAYED = "update-replayed"
    CLOCK = "update-clock"
    NO_FILE = "update-no-file"
    SYSTEM_OLD = "update-system-old"
    TOO_LARGE = "update-too-large"
    DAMAGED = "update-damaged"
    CUT = "update-cut"
    FULL = "update-full"
    UNWRITABLE = "update-unwritable"
    NOT_INSTALLED = "update-not-installed"

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code
