"""Why: what fails on this computer is for the seller to mend, so it is named plainly."""

from PySide6.QtCore import QCoreApplication

from qpost.models.account import Capability
from qpost.models.errors import FileFault, KeyringFault, StoreFault
from qpost.ui.error_words.refusals import Words

translate = QCoreApplication.translate


def store() -> Words:
    """Return the words of the local store."""
    return {
        StoreFault.FULL: (
            translate("Errors", "The disk is full, so nothing can be saved."),
            translate("Errors", "Keep this window open, free some space, then try again."),
        ),
        StoreFault.READ_ONLY: (
            translate("Errors", "Qpost may not write into its data folder."),
            translate("Errors", "Keep this window open, allow writing to the folder, then try again."),
        ),
        StoreFault.DAMAGED: (
            translate("Errors", "The local data is damaged: {file}. The service still has your inquiries."),
            translate(
                "Errors",
                "Copy what you are writing, then start Qpost again: it saves drafts and unsent replies"
                " and reads the inquiries anew.",
            ),
        ),
        StoreFault.NEWER: (
            translate("Errors", "A newer Qpost wrote the local data: {file}. It was left untouched."),
            translate("Errors", "Install the newest Qpost."),
        ),
        StoreFault.LOCKED: (
            translate("Errors", "Another program holds the local data. Nothing was changed."),
            translate("Errors", "Close the other Qpost, then try again."),
        ),
        StoreFault.FAILED: (
            translate("Errors", "The local data could not be used. Nothing on the service was changed."),
            translate("Errors", "Try again; if it stays, start Qpost again."),
        ),
    }


def recovered(*, is_rebuilt: bool, is_complete: bool) -> tuple[str, str]:
    """Return the words for a damaged local file that was made anew."""
    if not is_rebuilt:
        return (
            translate(
                "Errors",
                "Qpost did not end properly and part of the local data is damaged."
                " Drafts at hand: {drafts}; unsent replies: {replies}.",
            ),
            translate("Errors", "The very last ones may be missing; please look through them."),
        )
    text = translate(
        "Errors",
        "The local data was damaged and has been made anew."
        " Drafts saved: {drafts}; unsent replies saved: {replies}.",
    )
    if is_complete:
        return text, translate("Errors", "None is missing. The inquiries are read again from the service.")
    return text, translate(
        "Errors",
        "Some could not be read and may be missing; please look through them."
        " The inquiries are read again from the service.",
    )


def keyring() -> Words:
    """Return the words of the system's credential store."""
    return {
        KeyringFault.MISSING: (
            translate("Errors", "This system has no credential store, so the sign-in is not kept."),
            translate("Errors", "You are asked again next time; drafts last until Qpost is closed."),
        ),
        KeyringFault.LOCKED: (
            translate("Errors", "The system's credential store is locked, so the sign-in is not kept."),
            translate("Errors", "Unlock it and sign in again to keep drafts and sign-in on this computer."),
        ),
        KeyringFault.TIMEOUT: (
            translate("Errors", "The system's credential store does not answer, so the sign-in is not kept."),
            translate("Errors", "Look for a window asking for its password, then sign in again."),
        ),
        KeyringFault.REFUSED: (
            translate("Errors", "The system's credential store refused, so the sign-in is not kept."),
            translate("Errors", "Check its settings; until then drafts last until Qpost is closed."),
        ),
    }


def files() -> Words:
    """Return the words of a file the seller chose."""
    return {
        FileFault.UNREADABLE: (
            translate("Errors", "{file_name} cannot be read, so it was not attached."),
            translate("Errors", "Check that it still exists and that you may open it."),
        ),
        FileFault.TOO_LARGE: (
            translate("Errors", "{file_name} is larger than 10 MiB, so it was not attached."),
            translate("Errors", "Choose a smaller file."),
        ),
        FileFault.EMPTY: (
            translate("Errors", "{file_name} is empty, so it was not attached."),
            translate("Errors", "Choose another file."),
        ),
        FileFault.UNWRITABLE: (
            translate("Errors", "{file_name} could not be saved there."),
            translate("Errors", "Choose another folder or free some space."),
        ),
        FileFault.FULL: (
            translate("Errors", "The disk is full, so {file_name} was not saved."),
            translate("Errors", "Free some space or choose another disk, then save again."),
        ),
        FileFault.IN_USE: (
            translate("Errors", "{file_name} is open in another program, so it was not replaced."),
            translate("Errors", "Close it there or choose another name, then save again."),
        ),
    }


def program() -> Words:
    """Return the words of what the program or the connection does not do."""
    return {
        "unsupported": (
            translate("Errors", "This connection does not offer this."),
            translate("Errors", "Everything else goes on as before."),
        ),
        "demo-failed": (
            translate("Errors", "The demo could not be started."),
            translate("Errors", "Install Qpost with its service part, or connect to a Qpost service."),
        ),
        "autostart-failed": (
            translate("Errors", "The system did not accept the start setting."),
            translate("Errors", "Allow Qpost in the system's start-up settings, then choose again."),
        ),
    }


def unsupported(capability: str) -> str:
    """Name the ``capability`` the connection lacks."""
    names: dict[str, str] = {
        Capability.INQUIRIES: translate("Errors", "This connection does not offer inquiries."),
        Capability.REPLY: translate("Errors", "This connection does not offer replies."),
        Capability.AUTO_REPLY: translate("Errors", "This connection does not offer auto-reply."),
        Capability.HIDE: translate("Errors", "This connection does not offer hiding."),
        Capability.ATTACHMENTS: translate("Errors", "This connection does not offer files."),
        Capability.TEMPLATES: translate("Errors", "This connection does not offer templates."),
        Capability.EVENTS: translate("Errors", "This connection does not offer live updates."),
        Capability.POINTS: translate("Errors", "This connection does not offer service points."),
        Capability.POINTS_CONVERT: translate("Errors", "This connection does not offer converting points."),
        Capability.QCASH: translate("Errors", "This connection does not offer Qcash."),
        Capability.QCASH_CHARGE: translate("Errors", "This connection does not offer charging Qcash."),
        Capability.PRESENCE: translate("Errors", "This connection does not show who else is at work."),
        Capability.ORDERS: translate("Errors", "This connection does not offer orders."),
    }
    return names.get(capability) or translate("Errors", "This connection does not offer this.")


def unexpected() -> tuple[str, str]:
    """Return the words of a bug."""
    return (
        translate("Errors", "Something unexpected happened. Qpost goes on; what you have written is kept."),
        translate("Errors", "If it happens again, please report the details."),
    )


def unknown() -> tuple[str, str]:
    """Return the words of a code this version has never heard of."""
    return (
        translate("Errors", "The service answered with something this version does not know: {code}."),
        translate("Errors", "Nothing you have written was lost. A newer Qpost may know it."),
    )
