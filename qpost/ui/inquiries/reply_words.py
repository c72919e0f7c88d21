"""Why: what stops a reply is said beside the reply, in words, before it is sent."""

from PySide6.QtCore import QCoreApplication

from qpost.models.reply import BODY_LIMIT, TITLE_LIMIT, ReplyFault


def fault_word(fault: ReplyFault) -> str:
    """Return the sentence for what forbids sending."""
    translate = QCoreApplication.translate
    words = {
        ReplyFault.TITLE_EMPTY: translate("ReplyWords", "Write a title."),
        ReplyFault.TITLE_TOO_LONG: translate("ReplyWords", "The title may have at most {limit} characters."),
        ReplyFault.BODY_EMPTY: translate("ReplyWords", "Write the reply first."),
        ReplyFault.BODY_TOO_LONG: translate("ReplyWords", "The reply may have at most {limit} characters."),
        ReplyFault.STATUS_NOT_ALLOWED: translate("ReplyWords", "Choose “Answering” or “Answered”."),
    }
    limit = TITLE_LIMIT if fault is ReplyFault.TITLE_TOO_LONG else BODY_LIMIT
    return words[fault].format(limit=limit)
