"""Why: pictures of items are fetched only for rows on screen, two at a time, and few are remembered."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from qpost.models.errors import QpostError
from qpost.ui.jobs import Jobs, Lane

PICTURE_PX = 28
_KEPT = 512
"""Thumbnails in memory: at most 512 x (28 x 3)² x 4 bytes = 14 MB at 300 %, 1.6 MB at 100 %."""
_WAITING = 48
_AT_ONCE = 2
_LARGEST_PX = 8_192
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp"})

Fetch = Callable[[str], bytes]


def thumbnail(content: bytes, *, side_px: int) -> QImage | None:
    """Return the picture fit into a square of ``side_px``; None for what is no picture of a known kind.

    It is decoded at that size, whatever size it claims, so a huge one costs no memory.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return None
    if not (0 < size.width() <= _LARGEST_PX and 0 < size.height() <= _LARGEST_PX):
        return None
    reader.setScaledSize(size.scaled(QSize(side_px, side_px), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Pictures(QObject):
    """Thumbnails by address. ``picture`` answers at once, with None while one is not there (yet).

    What was asked for last is fetched first; what was asked for long ago is forgotten when rows fly by.
    A picture that cannot be had is not asked for again until :meth:`clear`.
    """

    arrived = Signal()

    def __init__(self, jobs: Jobs, *, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._fetch: Fetch | None = None
        self._ratio = 1.0
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._under_way: set[str] = set()
        self._turn = 0

    def fetch_by(self, fetch: Fetch | None) -> None:
        """Forget all pictures and fetch the next ones by ``fetch``; None fetches none."""
        self._fetch = fetch
        self.clear()

    def clear(self) -> None:
        """Forget all pictures, and what could not be had."""
        self._turn += 1
        self._kept.clear()
        self._waiting.clear()
        self._under_way.clear()

    def picture(self, url: str, *, ratio: float) -> QPixmap | None:
        """Return the thumbnail of ``url`` for a screen of ``ratio``; asks for it when it is not known."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.clear()
        if url in self._kept:
            self._kept.move_to_end(url)
            return self._kept[url]
        if url not in self._under_way and self._fetch is not None:
            self._waiting[url] = None
            self._waiting.move_to_end(url)
            if len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._next()
        return None

    @property
    def kept_count(self) -> int:
        """How many answers are remembered."""
        return len(self._kept)

    def _next(self) -> None:
        while self._fetch is not None and self._waiting and len(self._under_way) < _AT_ONCE:
            url, _ = self._waiting.popitem(last=True)
            self._under_way.add(url)
            fetch, side_px, turn = self._fetch, round(PICTURE_PX * self._ratio), self._turn

            def work(url: str = url, fetch: Fetch = fetch, side_px: int = side_px) -> QImage | None:
                return thumbnail(fetch(url), side_px=side_px)

            self._jobs.run(
                work,
                owner=self,
                done=partial(self._on_answer, turn, url),
                failed=partial(self._on_failed, turn, url),
                lane=Lane.NET,
            )

    def _on_answer(self, turn: int, url: str, image: QImage | None) -> None:
        if turn != self._turn:
            return
        pixmap = None
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self._ratio)
        self._under_way.discard(url)
        self._kept[url] = pixmap
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()
        self._next()

    def _on_failed(self, turn: int, url: str, _: QpostError) -> None:
        self._on_answer(turn, url, None)
