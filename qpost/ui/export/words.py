"""Why: a file is worded on the interface's thread, once, before a worker writes it."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from qpost.models.csv_rows import Column, CsvWords
from qpost.models.inquiry import Author, Source, Status, Visibility
from qpost.ui.inquiries.words import elsewhere_words, status_word, visibility_word


class SheetWords(Struct, frozen=True):
    """What the printed thread says besides the texts; ``language`` picks the font of these words."""

    language: str
    shop: str
    customer: str
    number: str
    item: str
    order: str
    received: str
    replied: str
    status: str
    files: str
    page: str
    system: str
    auto_reply: str
    elsewhere: str


def csv_words() -> CsvWords:
    """Return heads and values of the table in the interface's language."""
    return CsvWords(heads=_heads(), values=_values())


def _heads() -> dict[Column, str]:
    translate = QCoreApplication.translate
    return {
        Column.NUMBER: translate("ExportWords", "Inquiry no."),
        Column.STATUS: translate("ExportWords", "Status"),
        Column.SOURCE: translate("ExportWords", "Source"),
        Column.VISIBILITY: translate("ExportWords", "Visibility"),
        Column.CUSTOMER: translate("ExportWords", "Customer"),
        Column.TITLE: translate("ExportWords", "Title"),
        Column.CATEGORY: translate("ExportWords", "Category"),
        Column.ITEM_NO: translate("ExportWords", "Item no."),
        Column.ITEM_NAME: translate("ExportWords", "Item name"),
        Column.ORDER_NO: translate("ExportWords", "Order no."),
        Column.RECEIVED: translate("ExportWords", "Received (JST)"),
        Column.REPLIED: translate("ExportWords", "Replied (JST)"),
        Column.WAITING_MIN: translate("ExportWords", "Waiting (minutes)"),
        Column.RESPONSE_MIN: translate("ExportWords", "Response time (minutes)"),
        Column.HANDLED_BY: translate("ExportWords", "Handled by"),
        Column.MESSAGES: translate("ExportWords", "Messages"),
        Column.LAST_MESSAGE: translate("ExportWords", "Last message"),
        Column.THREAD: translate("ExportWords", "Whole thread"),
        Column.SHOP: translate("ExportWords", "Shop"),
    }


def _values() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        **{str(status): status_word(status) for status in Status},
        **{str(visibility): visibility_word(visibility) for visibility in Visibility},
        str(Source.CUSTOMER): translate("ExportWords", "Customer"),
        str(Source.QOO10): "Qoo10",
        str(Author.SHOP): translate("ExportWords", "Shop"),
        str(Author.SYSTEM): translate("ExportWords", "System"),
    }


def sheet_words(language: str) -> SheetWords:
    """Return the words of the printed thread; ``language`` is the one the interface speaks."""
    translate = QCoreApplication.translate
    return SheetWords(
        language=language,
        shop=translate("ExportWords", "Shop"),
        customer=translate("ExportWords", "Customer"),
        number=translate("ExportWords", "Inquiry no."),
        item=translate("ExportWords", "Item"),
        order=translate("ExportWords", "Order no."),
        received=translate("ExportWords", "Received"),
        replied=translate("ExportWords", "Replied"),
        status=translate("ExportWords", "Status"),
        files=translate("ExportWords", "Files: {names}"),
        page=translate("ExportWords", "Page {number}"),
        system=translate("ExportWords", "System"),
        auto_reply=translate("ExportWords", "{name} · auto-reply"),
        elsewhere=elsewhere_words(),
    )
