"""Why: points by item become a table for spreadsheets, with progress, a way to stop, and where it went."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qpost.models.points import ItemPoints
from qpost.services.export import Course, save_table
from qpost.services.files import safe_name
from qpost.ui.export.writing import FileWriting
from qpost.ui.kit import Kit
from qpost.ui.points.columns import record_head, record_of


class ItemExport(FileWriting):
    """Asks for a file and writes items into it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.banner.setProperty("bar", True)

    def ask_file(self, name: str, chosen: Callable[[Path], object]) -> None:
        """Ask where to save under ``name``; ``chosen`` gets the place."""
        title, kind = self.tr("Save points by item"), self.tr("CSV files (*.csv)")
        self.ask_where(title, safe_name(name), suffix="csv", kind=kind, chosen=chosen)

    def save(self, items: Sequence[ItemPoints], target: Path) -> None:
        """Write ``items`` in this order to ``target``; one file at a time."""
        head = record_head()

        def work(course: Course) -> Path | None:
            course.total = len(items)
            return save_table(head, map(record_of, items), target, course=course)

        self.write(work, target)
