"""Why: a start that can neither be the first nor reach it says so instead of doing nothing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox


class NotAnswering(QMessageBox):
    """Says that another desktop holds the seller's files and gives no answer; accepted means: try again."""

    def __init__(self) -> None:
        super().__init__(QMessageBox.Icon.Warning, "Qpost", not_answering_words())
        self.retry_button = self.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        self.close_button = self.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.retry_button)

    def ask(self) -> bool:
        """Show the sentence; True when the seller wants it tried once more."""
        self.exec()
        return self.clickedButton() is self.retry_button


def not_answering_words() -> str:
    """Return the sentence, which goes to a terminal as well."""
    return QCoreApplication.translate(
        "NotAnswering",
        "Qpost is already running but does not answer. Nothing is lost: wait a moment and try again, or end "
        "the other Qpost in the system's task list first.",
    )
