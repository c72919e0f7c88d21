"""Why: Qoo10's own API says no with a number; the seller is told which key or password it is about."""

from PySide6.QtCore import QCoreApplication

from qpost.ui.error_words.refusals import Words

translate = QCoreApplication.translate


def qoo10() -> Words:
    """Return the words of what Qoo10's own API refuses."""
    return {
        "qapi": (
            translate("Errors", "Qoo10 refused this request. What you have written is kept."),
            translate("Errors", "The details hold Qoo10's own reason; look the inquiry up in QSM."),
        ),
        "qapi-sign-in": (
            translate("Errors", "Qoo10 did not accept the API key, the ID or the password."),
            translate("Errors", "Check all three; an API key has to be renewed at Qoo10 every year."),
        ),
        "qapi-key-void": (
            translate("Errors", "Qoo10 has ended your sign-in. Drafts and replies not yet sent are kept."),
            translate(
                "Errors",
                "Sign in again with your password: it was changed, or a year has passed since the last time.",
            ),
        ),
    }
