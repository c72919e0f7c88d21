"""Why: what cannot be looked for is said where it was typed, never passed over in silence."""

from PySide6.QtCore import QCoreApplication

from qpost.models.search_words import Hint, Problem, SearchWords
from qpost.ui.inquiries.words import one_line

_LONGEST = 40


def hint_text(words: SearchWords) -> str:
    """Say what of a search makes no sense yet, and what would; empty when all of it does."""
    return _worded(words.hints[0]) if words.hints else ""


def _worded(hint: Hint) -> str:
    translate = QCoreApplication.translate
    if hint.problem is Problem.VALUE_MISSING:
        text = {
            "from": translate("SearchHints", "Write a customer's name after from:"),
            "item": translate("SearchHints", "Write an item's number or name after item:"),
            "order": translate("SearchHints", "Write the beginning of an order number after order:"),
            "status": translate("SearchHints", "After status: write unprocessed, answering or answered."),
        }.get(hint.operator, translate("SearchHints", "Write a day after {operator}: such as 2026-03-31"))
    elif hint.problem is Problem.NO_DAY:
        text = translate(
            "SearchHints",
            "“{value}” is no day. Write {operator}:2026-03-31, {operator}:2026-03 or {operator}:2026",
        )
    elif hint.problem is Problem.NO_STATUS:
        text = translate("SearchHints", "“{value}” is no status. Write unprocessed, answering or answered.")
    else:
        text = translate("SearchHints", "“{value}” has no letters or digits to look for.")
    return text.format(operator=hint.operator, value=one_line(hint.value, limit=_LONGEST))
