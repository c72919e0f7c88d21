"""Why: the choices that are kept between starts and hold no secret."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

from qpost.models.account import AccountId, LoginLocation, ShopId


class ConnectionKind(StrEnum):
    """Which kind of service the desktop speaks to."""

    DEMO = "demo"
    REST = "rest"
    QAPI = "qapi"


class Theme(StrEnum):
    """Colours: the system's choice, or the seller's own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Connection(Struct, frozen=True):
    """Where a sign-in goes. ``address`` is the base URL for REST and ignored by the demo.

    For Qoo10's own API (``QAPI``) no address stands for the official one.
    """

    kind: ConnectionKind = ConnectionKind.REST
    address: str = ""

    @property
    def place(self) -> str:
        """The address that tells this service from others, without a trailing slash; "demo" for the demo."""
        if self.kind is ConnectionKind.DEMO:
            return ConnectionKind.DEMO
        address = self.address.strip().rstrip("/")
        if self.kind is ConnectionKind.QAPI and not address:
            from qpost.models.qoo10 import API  # the outline of the first window does without

            return API
        return address


class SignInForm(Struct, frozen=True):
    """Everything the sign-in window asks for except password and keys (domain.md 1)."""

    login: str = ""
    extension: str = ""
    location: LoginLocation = LoginLocation.OTHER
    connection: Connection = Connection()
    save_login: bool = False


class UpdateSettings(Struct, frozen=True):
    """What is remembered about new versions of the program.

    ``is_wanted``: look for them; ``address``: where, empty for the place built in; ``skipped``: the version
    the seller does not want; ``chosen``: the one to be installed when the program is left; ``handed_over``:
    the one whose setup was started. ``published`` is the date of the newest manifest believed so far.
    """

    is_wanted: bool = True
    address: str = ""
    skipped: str = ""
    chosen: str = ""
    handed_over: str = ""
    checked_at: datetime | None = None
    published: datetime | None = None


MINUTES_A_DAY = 24 * 60
LEAST_REPEAT_MIN = 5


class NoticeSettings(Struct, frozen=True):
    """How the seller wants to hear of news.

    ``quiet_from`` and ``quiet_to`` are minutes after midnight by the computer's own clock and count while
    ``is_quiet_kept``; ``repeat_min`` is the time between two alarms about what waits, 0 for none;
    ``snoozed_until`` keeps everything silent for a while. Numbers no clock shows are brought into range, so
    that a file written by hand costs nobody the other settings.
    """

    toast: bool = True
    sound: bool = True
    is_quiet_kept: bool = False
    quiet_from: int = 22 * 60
    quiet_to: int = 8 * 60
    repeat_min: int = 60
    snoozed_until: datetime | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "quiet_from", self.quiet_from % MINUTES_A_DAY)
        force_setattr(self, "quiet_to", self.quiet_to % MINUTES_A_DAY)
        repeat_min = max(self.repeat_min, LEAST_REPEAT_MIN) if self.repeat_min > 0 else 0
        force_setattr(self, "repeat_min", min(repeat_min, MINUTES_A_DAY))
        if self.snoozed_until is not None and self.snoozed_until.tzinfo is None:
            force_setattr(self, "snoozed_until", None)


class KeyringEntry(Struct, frozen=True):
    """Under which names the keyring holds something of an account: its key and, perhaps, how to sign in."""

    identity: str
    login: str
    address: str


class KeyKind(StrEnum):
    """Which of the two keys of Qoo10's API."""

    API = "api"
    CERTIFICATION = "certification"


class KeyLife(Struct, frozen=True):
    """A key of the seller ``login`` and the day in Japan on which it ends (``models/key_life.py``)."""

    login: str
    kind: KeyKind
    ends_on: date


class KeyTold(Struct, frozen=True):
    """That a key was mentioned: so many days before its end, 0 after it, and on which day in Japan."""

    life: KeyLife
    step: int
    day: date


class Settings(Struct, frozen=True):
    """The settings file; every field has a default, so an older or newer file still loads.

    ``addresses`` keeps the service address of each login location; ``account_id`` and ``shop_id``
    name what the last run showed; ``undo_s`` is the time a reply is held back, in seconds.
    ``close_to_tray`` and ``start_minimised`` ask for what only a system with a tray can do;
    ``tray_told`` once the seller was told where the closed window went; ``keyring_entries`` what has to
    leave the keyring with the program; ``keys_told`` which ending keys were mentioned.
    """

    language: str = ""
    theme: Theme = Theme.SYSTEM
    sign_in: SignInForm = SignInForm()
    addresses: dict[str, str] = {}
    account_id: AccountId | None = None
    shop_id: ShopId | None = None
    undo_s: float = 5.0
    confirm_sent: bool = False
    window: str = ""
    updates: UpdateSettings = UpdateSettings()
    notices: NoticeSettings = NoticeSettings()
    close_to_tray: bool = True
    start_minimised: bool = True
    tray_told: bool = False
    keyring_entries: tuple[KeyringEntry, ...] = ()
    keys_told: tuple[KeyTold, ...] = ()
