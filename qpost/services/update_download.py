"""Why: an interrupted download goes on where it stopped, and only the file that was signed for is kept."""

import contextlib
import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from qpost.models.errors import UpdateFault
from qpost.models.release import FILE_LIMIT_BYTES, ReleaseFile

ROOM_LEFT_BYTES = 64 * 1024 * 1024
"""So much stays free on the disk: drafts need it more than a download does."""

_ETAG_LIMIT = 200
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Arriving(Protocol):
    """A body on its way."""

    @property
    def chunks(self) -> Iterator[bytes]:
        """The bytes."""
        ...

    @property
    def offset(self) -> int:
        """Where in the file they begin."""
        ...

    @property
    def etag(self) -> str:
        """What names this very file, or nothing."""
        ...


class Opens(Protocol):
    """How a file is asked for (``api/downloads.py``)."""

    def __call__(self, url: str, *, offset: int = 0, etag: str = "") -> AbstractContextManager[Arriving]:
        """Hand out the file from ``offset`` on, or all of it."""
        ...


class Place(Struct, frozen=True):
    """Where one file is gathered: ``target`` when it is whole and proved, ``part`` before."""

    target: Path
    part: Path
    mark: Path

    @classmethod
    def within(cls, folder: Path, file: ReleaseFile, name: str) -> "Place":
        """Return the place of ``file``, to be called ``name``, in ``folder``."""
        part = folder / f"{file.sha256[:24]}.part"
        return cls(target=folder / name, part=part, mark=part.with_suffix(".etag"))


def fetch(file: ReleaseFile, *, place: Place, opens: Opens, report: Callable[[int], None]) -> Path:
    """Download ``file`` and return it once size and hash are right; ``report`` hears how many bytes are here.

    What came is kept when the connection breaks (``UpdateFault(CUT)``) and used by the next call; it is
    thrown away when it turns out wrong (``DAMAGED``, ``TOO_LARGE``) or the disk is full (``FULL``).
    """
    if file.size > FILE_LIMIT_BYTES:
        raise UpdateFault(UpdateFault.TOO_LARGE, f"{file.size} bytes")
    with _disk_faults(place):
        place.target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        clear(place.target.parent, keep=place)
        if is_proved(place.target, file):
            report(file.size)
            return place.target
        offset, etag = _kept(place, file)
        _check_room(place, file.size - offset)
        was_resumed = offset > 0
        if offset < file.size:
            was_resumed = _gather(file, place=place, opens=opens, report=report, start=(offset, etag))
        if not is_proved(place.part, file):
            _drop(place)
            if not was_resumed:
                raise UpdateFault(UpdateFault.DAMAGED, "size or hash")
            _gather(file, place=place, opens=opens, report=report, start=(0, ""))  # two files were mixed
            if not is_proved(place.part, file):
                _drop(place)
                raise UpdateFault(UpdateFault.DAMAGED, "size or hash")
        place.part.replace(place.target)
        place.mark.unlink(missing_ok=True)
    return place.target


def is_proved(path: Path, file: ReleaseFile) -> bool:
    """Tell whether ``path`` is the file that was signed for."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256


def clear(folder: Path, *, keep: Place | None = None) -> None:
    """Remove what earlier downloads left in ``folder``; what is in use stays."""
    kept = set() if keep is None else {keep.target, keep.part, keep.mark}
    for path in folder.glob("*"):
        if path not in kept:
            with contextlib.suppress(OSError):
                path.unlink()


def _gather(
    file: ReleaseFile, *, place: Place, opens: Opens, report: Callable[[int], None], start: tuple[int, str]
) -> bool:
    """Append what is missing; tell whether the server went on from what was kept."""
    offset, etag = start
    with opens(file.url, offset=offset, etag=etag) as body:
        count = body.offset
        with place.part.open("r+b" if count else "wb") as sink:
            sink.seek(count)
            _note(place, body.etag)
            report(count)
            for chunk in body.chunks:
                count += len(chunk)
                if count > file.size:
                    break
                sink.write(chunk)
                report(count)
    if count > file.size:
        _drop(place)
        raise UpdateFault(UpdateFault.TOO_LARGE, f"more than the {file.size} bytes signed for")
    return body.offset > 0


def _kept(place: Place, file: ReleaseFile) -> tuple[int, str]:
    """Return how much is here and of which file; nothing when that cannot be told."""
    try:
        etag = place.mark.read_text(encoding="ascii")
        size = place.part.stat().st_size
    except (FileNotFoundError, UnicodeDecodeError):
        return 0, ""
    return (size, etag) if etag and size <= file.size else (0, "")


def _note(place: Place, etag: str) -> None:
    if etag.isascii() and etag.isprintable() and len(etag) <= _ETAG_LIMIT:
        place.mark.write_text(etag, encoding="ascii")
    else:
        place.mark.unlink(missing_ok=True)


def _check_room(place: Place, needed_bytes: int) -> None:
    free = shutil.disk_usage(place.target.parent).free
    if free < needed_bytes + ROOM_LEFT_BYTES:
        raise UpdateFault(UpdateFault.FULL, f"{free} bytes are free")


def _drop(place: Place) -> None:
    for path in (place.part, place.mark):
        path.unlink(missing_ok=True)


@contextmanager
def _disk_faults(place: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise UpdateFault(UpdateFault.UNWRITABLE, error.strerror or "") from error
        with contextlib.suppress(OSError):
            _drop(place)
        raise UpdateFault(UpdateFault.FULL, error.strerror or "") from error
