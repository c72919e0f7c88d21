"""Why: a connection fails in many ways, and each asks something else of the seller."""

import math

from PySide6.QtCore import QCoreApplication

from qpost.models.errors import OfflineCause
from qpost.ui.error_words.refusals import Words

translate = QCoreApplication.translate

_SECONDS_A_MINUTE = 60


def wait(retry_after_s: float | None) -> str:
    """Return when it is tried again, as a part of a sentence."""
    if retry_after_s is None:
        return translate("Errors", "in a moment")
    if retry_after_s < _SECONDS_A_MINUTE:
        return translate("Errors", "in {seconds} s").format(seconds=max(1, math.ceil(retry_after_s)))
    return translate("Errors", "in {minutes} min").format(
        minutes=math.ceil(retry_after_s / _SECONDS_A_MINUTE)
    )


def service() -> Words:
    """Return the words of a service in trouble."""
    return {
        "rate-limited": (
            translate("Errors", "The service asks for fewer requests. Nothing was lost."),
            translate("Errors", "What waits is sent by itself; otherwise try again {wait}."),
        ),
        "unavailable": (
            translate("Errors", "The service is out of order for the moment. Nothing was lost."),
            translate("Errors", "It is tried again by itself; otherwise try again {wait}."),
        ),
        "internal": (
            translate("Errors", "The service failed on this request. Your text is kept."),
            translate("Errors", "Try again; if it stays, give the details to whoever runs the service."),
        ),
    }


def offline() -> Words:
    """Return the words of a request that was not answered."""
    return {
        OfflineCause.UNREACHABLE.value: (
            translate("Errors", "The service cannot be reached. What you have written is kept."),
            translate("Errors", "Check the network and the service's address; it is tried again by itself."),
        ),
        OfflineCause.TIMEOUT.value: (
            translate("Errors", "The service did not answer in time. What you have written is kept."),
            translate("Errors", "The network may be slow: try again."),
        ),
        OfflineCause.CUT.value: (
            translate("Errors", "The connection broke off. What you have written is kept."),
            translate("Errors", "It is checked what arrived before anything is sent again."),
        ),
        OfflineCause.CERTIFICATE.value: (
            translate("Errors", "The service could not prove who it is, so nothing was sent to it."),
            translate(
                "Errors", "Check this computer's date and the address; the certificate may be expired."
            ),
        ),
        OfflineCause.PROXY.value: (
            translate("Errors", "The network's proxy does not let the connection through."),
            translate("Errors", "Check the system's proxy settings, or ask whoever looks after the network."),
        ),
        OfflineCause.CAPTIVE.value: (
            translate("Errors", "The network answered with a page of its own instead of the service."),
            translate("Errors", "Sign in to this network in a web browser, then try again."),
        ),
        OfflineCause.INSECURE.value: (
            translate("Errors", "This address is not encrypted (http), so no password is sent to it."),
            translate("Errors", "Use an address that begins with https://"),
        ),
    }
