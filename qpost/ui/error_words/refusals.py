"""Why: a "no" of the service has a reason the seller can act on (slugs of contract.md)."""

from PySide6.QtCore import QCoreApplication

from qpost.models.errors import FieldFault, OfflineCause

translate = QCoreApplication.translate

Words = dict[str, tuple[str, str]]
"""Code to (what happened and what was kept, what to do)."""


def sign_in() -> Words:
    """Return the words of a rejected sign-in or session."""
    return {
        "invalid-credentials": (
            translate("Errors", "The ID or the password is not correct."),
            translate("Errors", "Check both: five wrong passwords lock the account for 15 minutes."),
        ),
        "token-expired": (
            translate("Errors", "Your sign-in has ended. Drafts and replies not yet sent are kept."),
            translate("Errors", "Sign in again to go on."),
        ),
        "account-locked": (
            translate("Errors", "The account is locked after too many wrong passwords."),
            translate("Errors", "Try again in {minutes} min."),
        ),
        "forbidden": (
            translate("Errors", "This account may not do that. Nothing was changed."),
            translate("Errors", "Sign in with the account that owns the shop, or ask its owner."),
        ),
    }


def inquiries() -> Words:
    """Return the words about one inquiry."""
    return {
        "not-found": (
            translate("Errors", "It no longer exists on the service. What you wrote is kept as a draft."),
            translate("Errors", "Press Query to read the list again."),
        ),
        "version-conflict": (
            translate("Errors", "The inquiry was changed meanwhile. Nothing was sent and your text is kept."),
            translate("Errors", "Read what is new, then send again."),
        ),
        "changed": (
            translate("Errors", "Somebody wrote in this inquiry before your reply left. It was not sent."),
            translate("Errors", "Your text is kept: read the new message, then send again or change it."),
        ),
        "not-replied": (
            translate("Errors", "The inquiry was not hidden: nobody has replied to it yet."),
            translate("Errors", "Reply first, then hide it."),
        ),
        "not-public": (
            translate("Errors", "The inquiry was not hidden: only the shop and the customer see it anyway."),
            translate("Errors", "Only public questions on an item page can be hidden."),
        ),
        "too-late": (
            translate("Errors", "It is on its way already and can no longer be taken back."),
            translate("Errors", "Write another reply if something has to be put right."),
        ),
        "cursor-expired": (
            translate("Errors", "The list has to be read from the beginning. Drafts are kept."),
            translate("Errors", "This happens by itself and may take a few minutes."),
        ),
    }


def requests() -> Words:
    """Return the words about what was sent."""
    return {
        "validation": (
            translate("Errors", "The service did not accept what was entered. Your text is kept."),
            translate("Errors", "Correct it and send again."),
        ),
        "idempotency-mismatch": (
            translate("Errors", "The service has already received something else under this number."),
            translate("Errors", "Your text is kept: look at the history, then send it as a new reply."),
        ),
        "too-large": (
            translate("Errors", "A file is larger than the 10 MiB the service accepts. Your text is kept."),
            translate("Errors", "Take the file out or make it smaller, then send again."),
        ),
        "unsupported-media": (
            translate("Errors", "The service does not take this kind of file. Your text is kept."),
            translate("Errors", "Use a picture, a PDF, a text or a zip file."),
        ),
        "date-out-of-range": (
            translate("Errors", "These dates cannot be shown here."),
            translate("Errors", "Choose dates from {min} to {max}."),
        ),
        "address-invalid": (
            translate("Errors", "This is not the address of a service."),
            translate("Errors", "Enter it like https://qpost.example.com"),
        ),
    }


def money() -> Words:
    """Return the words about points and Qcash."""
    return {
        "already-converted": (
            translate("Errors", "Last month's points were converted already. Nothing was converted twice."),
            translate("Errors", "The Qcash ledger shows the entry."),
        ),
        "conversion-closed": (
            translate("Errors", "The time for converting last month's points is over."),
            translate("Errors", "The next conversion opens on the 1st, Japan time."),
        ),
        "nothing-to-convert": (
            translate("Errors", "There are fewer than 100 points, so nothing can be converted."),
            translate("Errors", "Points are converted in units of 100."),
        ),
        "points-changed": (
            translate("Errors", "There are other points now than were shown. Nothing was converted."),
            translate("Errors", "Look at the new figures, then convert."),
        ),
        "insufficient-funds": (
            translate("Errors", "There is not enough money for this amount. Nothing was charged."),
            translate("Errors", "Choose a smaller amount or another payment method."),
        ),
        "unclear": (
            translate(
                "Errors", "Nobody can tell yet whether this took effect. It is not sent a second time."
            ),
            translate("Errors", "What happened is looked up as soon as the service answers again."),
        ),
        "wrong-account-password": (
            translate("Errors", "The Q account password is not correct. Nothing was charged."),
            translate("Errors", "It is not the password you sign in with."),
        ),
    }


def orders() -> Words:
    """Return the words of what hinders a conversion or charge, in place of those about texts to be sent."""
    return {
        "validation": (
            translate("Errors", "The service did not accept this. Nothing was converted or charged."),
            translate("Errors", "Read the page again (F5), then choose anew."),
        ),
        "not-found": (
            translate("Errors", "It no longer exists on the service. Nothing was converted or charged."),
            translate("Errors", "Read the page again (F5), then choose anew."),
        ),
        "rate-limited": (
            translate("Errors", "The service asks for fewer requests. Nothing was converted or charged."),
            translate("Errors", "Try again {wait}."),
        ),
        "unavailable": (
            translate(
                "Errors", "The service is out of order for the moment. Nothing was converted or charged."
            ),
            translate("Errors", "Try again {wait}."),
        ),
        "internal": (
            translate("Errors", "The service failed on this request. Nothing was converted or charged."),
            translate("Errors", "Try again; if it stays, give the details to whoever runs the service."),
        ),
        OfflineCause.UNREACHABLE.value: (
            translate("Errors", "The service cannot be reached. Nothing was converted or charged."),
            translate("Errors", "Check the network and the service's address, then try again."),
        ),
        OfflineCause.TIMEOUT.value: (
            translate("Errors", "The service did not answer in time. Nothing was converted or charged."),
            translate("Errors", "The network may be slow: try again."),
        ),
        OfflineCause.CUT.value: (
            translate("Errors", "The connection broke off. Nothing was converted or charged."),
            translate("Errors", "Look at the history, then try again."),
        ),
    }


def items() -> Words:
    """Return the words about an item's figures, in place of those about an inquiry."""
    return {
        "not-found": (
            translate("Errors", "The service no longer knows this item."),
            translate("Errors", "Read the items again (F5)."),
        ),
    }


def field_sentence(fault: FieldFault) -> str:
    """Word one field of a ``validation`` answer; an unknown code is shown in the service's words."""
    field = _field_names().get(fault.field.rpartition(".")[2], fault.field)
    known = {
        "required": translate("Errors", "{field} is missing."),
        "length": translate("Errors", "{field} is too long or too short."),
        "too_long": translate("Errors", "{field} is too long."),
        "too_short": translate("Errors", "{field} is too short."),
        "type": translate("Errors", "{field} is of the wrong kind."),
        "invalid": translate("Errors", "{field} is not valid."),
        "malformed": translate("Errors", "The request could not be read."),
        "unknown": translate("Errors", "{field} names something that does not exist."),
        "not_allowed": translate("Errors", "{field} cannot be set to this."),
    }
    sentence = known.get(fault.code.replace("-", "_"))
    if sentence is None:
        sentence = translate("Errors", "{field}: {message}") if field else "{message}"
    return sentence.format(field=field, message=fault.message or fault.code)


def _field_names() -> dict[str, str]:
    return {
        "title": translate("Errors", "The title"),
        "body": translate("Errors", "The text"),
        "status": translate("Errors", "The status"),
        "reason": translate("Errors", "The reason"),
        "sender_email": translate("Errors", "The sender's e-mail address"),
        "attachment_ids": translate("Errors", "A file"),
        "file": translate("Errors", "The file"),
        "login": translate("Errors", "The ID"),
        "password": translate("Errors", "The password"),
        "extension": translate("Errors", "The staff label"),
        "expected_version": translate("Errors", "The version"),
    }
