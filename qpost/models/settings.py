"""Why: the choices that are kept between starts and hold no secret."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from qpost.models.account import AccountId, LoginLocation, ShopId


class ConnectionKind(StrEnum):
    """Which kind of service the desktop speaks to."""

    DEMO = "demo"
    REST = "rest"


class Theme(StrEnum):
    """Colours: the system's choice, or the seller's own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Connection(Struct, frozen=True):
    """Where a sign-in goes. ``address`` is the base URL for REST and ignored by the demo."""

    kind: ConnectionKind = ConnectionKind.REST
    address: str = ""


class SignInForm(Struct, frozen=True):
    """Everything the sign-in window asks for except the password (domain.md 1)."""

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


class Settings(Struct, frozen=True):
    """The settings file; every field has a default, so an older or newer file still loads.

    ``addresses`` keeps the service address of each login location; ``account_id`` and ``shop_id``
    name what the last run showed; ``undo_s`` is the time a reply is held back, in seconds.
    """

    language: str = ""
    theme: Theme = Theme.SYSTEM
    sign_in: SignInForm = SignInForm()
    addresses: dict[str, str] = {}
    account_id: AccountId | None = None
    shop_id: ShopId | None = None
    start_with_system: bool = False
    undo_s: float = 5.0
    confirm_sent: bool = False
    window: str = ""
    updates: UpdateSettings = UpdateSettings()
