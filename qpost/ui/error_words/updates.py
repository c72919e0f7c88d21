"""Why: a new version that does not come is no emergency, but whoever asks for it is told plainly why."""

from PySide6.QtCore import QCoreApplication

from qpost.models.errors import UpdateFault
from qpost.ui.error_words.refusals import Words

translate = QCoreApplication.translate


def updates() -> Words:
    """Return the words of the search for a new version."""
    return {**_places(), **_servers(), **_proofs(), **_this_computer()}


def _places() -> Words:
    return {
        UpdateFault.NO_KEY: (
            translate(
                "Errors", "This Qpost has no release key, so it cannot tell a true version from a false one."
            ),
            translate("Errors", "New versions are installed by hand."),
        ),
        UpdateFault.NO_ADDRESS: (
            translate("Errors", "It is not known where new versions are announced."),
            translate("Errors", "Enter the address in the settings, under Updates."),
        ),
        UpdateFault.INSECURE: (
            translate(
                "Errors", "The address for updates is not encrypted (http), so nothing is taken from it."
            ),
            translate("Errors", "Enter an address for updates that begins with https://"),
        ),
        UpdateFault.MISSING: (
            translate("Errors", "There is nothing at the address for updates."),
            translate("Errors", "Check the address in the settings, under Updates."),
        ),
    }


def _servers() -> Words:
    return {
        UpdateFault.OFFLINE: (
            translate("Errors", "The address for updates cannot be reached."),
            translate("Errors", "Qpost goes on as it is and looks again later."),
        ),
        UpdateFault.BUSY: (
            translate("Errors", "The server for updates is busy."),
            translate("Errors", "It is asked again later by itself."),
        ),
        UpdateFault.SERVER: (
            translate("Errors", "The server for updates does not answer as it should."),
            translate("Errors", "Nothing was changed; it is tried again later."),
        ),
        UpdateFault.CUT: (
            translate("Errors", "The download of the new version was interrupted."),
            translate("Errors", "What came is kept, and it goes on by itself."),
        ),
    }


def _proofs() -> Words:
    return {
        UpdateFault.UNREADABLE: (
            translate("Errors", "What stands at the address for updates cannot be read."),
            translate("Errors", "Check the address, or tell whoever publishes Qpost."),
        ),
        UpdateFault.UNSIGNED: (
            translate(
                "Errors", "The announced version is not signed by the makers of Qpost, so it was refused."
            ),
            translate("Errors", "Nothing was changed. If it stays, tell whoever publishes Qpost."),
        ),
        UpdateFault.KEY_EXPIRED: (
            translate("Errors", "The announced version is signed with an expired key, so it was refused."),
            translate("Errors", "Install the newest Qpost by hand; it knows the present key."),
        ),
        UpdateFault.REPLAYED: (
            translate("Errors", "An older announcement came back, so it was refused."),
            translate("Errors", "The server may lag behind; it is asked again tomorrow."),
        ),
        UpdateFault.CLOCK: (
            translate("Errors", "The announced version is dated in the future, so it was refused."),
            translate("Errors", "Check this computer's date and time."),
        ),
        UpdateFault.TOO_LARGE: (
            translate("Errors", "The new version is larger than announced, so it was thrown away."),
            translate("Errors", "Try again tomorrow, or install it by hand."),
        ),
        UpdateFault.DAMAGED: (
            translate("Errors", "What arrived is not the version that was signed, so it was thrown away."),
            translate("Errors", "Try again; if it stays, on another network."),
        ),
    }


def _this_computer() -> Words:
    return {
        UpdateFault.NO_FILE: (
            translate("Errors", "The new version is not made for this kind of computer."),
            translate("Errors", "Keep working with the present one."),
        ),
        UpdateFault.SYSTEM_OLD: (
            translate("Errors", "The new version needs a newer Windows."),
            translate("Errors", "Update Windows first; this Qpost goes on working."),
        ),
        UpdateFault.FULL: (
            translate("Errors", "There is not enough room on the disk for the new version."),
            translate("Errors", "Free some space, then choose to install it again."),
        ),
        UpdateFault.UNWRITABLE: (
            translate("Errors", "The new version could not be saved."),
            translate("Errors", "Check that Qpost may write into its cache folder."),
        ),
        UpdateFault.NOT_INSTALLED: (
            translate("Errors", "The new version was not installed; this is still the one before."),
            translate("Errors", "Choose to install it again, or run its setup yourself."),
        ),
    }
