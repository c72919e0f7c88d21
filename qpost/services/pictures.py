"""Why: item pictures are read once, in a bounded place, and only from the service itself."""

import hashlib
import logging
import tempfile
from pathlib import Path

from qpost.models.account import ShopId
from qpost.services.link import Link

PICTURE_LIMIT_BYTES = 2 * 1024 * 1024
FOLDER_LIMIT_BYTES = 64 * 1024 * 1024
_WRITES_BETWEEN_TRIMS = 100

_log = logging.getLogger(__name__)


class Pictures:
    """Pictures below ``folder``; a folder that cannot be used only makes them be read again."""

    def __init__(self, *, link: Link, folder: Path) -> None:
        self._link = link
        self._folder = folder
        self._writes = 0

    def get(self, shop: ShopId, url: str) -> bytes:
        """Return the picture; raises what the connection raises when it is not here already."""
        place = self._folder / hashlib.sha256(f"{shop}\n{url}".encode("utf-8", "replace")).hexdigest()[:40]
        try:
            return place.read_bytes()
        except OSError:
            content = self._link.call(lambda backend: backend.picture(url, limit_bytes=PICTURE_LIMIT_BYTES))
        self._keep(place, content)
        return content

    def _keep(self, place: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as part:
                part.write(content)
            Path(part.name).replace(place)
            self._writes += 1
            if self._writes % _WRITES_BETWEEN_TRIMS == 0:
                self._trim()
        except OSError as error:
            _log.info("a picture is not kept: %s", error.strerror)

    def _trim(self) -> None:
        """Remove the oldest until half of the room is free."""
        files = [(path.stat(), path) for path in self._folder.iterdir() if path.is_file()]
        room = sum(facts.st_size for facts, _ in files)
        if room <= FOLDER_LIMIT_BYTES:
            return
        for facts, path in sorted(files, key=lambda each: each[0].st_mtime):
            if room <= FOLDER_LIMIT_BYTES // 2:
                return
            path.unlink(missing_ok=True)
            room -= facts.st_size
