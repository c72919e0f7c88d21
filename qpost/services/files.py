"""Why: attachments are fetched once, kept under safe names, and never run."""

import hashlib
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from qpost.models.account import ShopId
from qpost.models.errors import FileFault, ServerFault
from qpost.models.inquiry import Attachment
from qpost.services.link import Link

NAME_LIMIT = 120
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_ZONE = b"[ZoneTransfer]\r\nZoneId=3\r\n"


class Files:
    """Attachments of messages, copied below ``folder``."""

    def __init__(self, *, link: Link, folder: Path) -> None:
        self._link = link
        self._folder = folder

    def fetch(self, shop: ShopId, attachment: Attachment) -> Path:
        """Return a local copy whose hash was checked, downloading it when needed.

        Raises ``FileFault`` when it cannot be written and what the connection raises.
        """
        identity = hashlib.sha256(f"{shop}\n{attachment.id}\n{attachment.sha256}".encode()).hexdigest()[:32]
        target = self._folder / identity / safe_name(attachment.file_name)
        if target.is_file() and _hash_of(target) == attachment.sha256.lower():
            return target
        self._download(shop, attachment, target)
        return target

    def save_as(self, shop: ShopId, attachment: Attachment, target: Path) -> Path:
        """Save it at ``target`` (a folder: under its own, made safe, name); returns the file."""
        place = target / safe_name(attachment.file_name) if target.is_dir() else target
        self._download(shop, attachment, place)
        return place

    def clear(self) -> None:
        """Remove every copy; one that is open elsewhere stays."""
        for path in sorted(self._folder.rglob("*"), reverse=True):
            try:
                path.rmdir() if path.is_dir() else path.unlink()
            except OSError:
                continue

    def _download(self, shop: ShopId, attachment: Attachment, target: Path) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        except OSError as error:
            raise _unwritable(target, error) from error
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as sink:
                self._link.call(lambda backend: backend.download(shop, attachment.id, sink))
            if attachment.sha256 and _hash_of(part) != attachment.sha256.lower():
                raise ServerFault(request_id=None, detail="the file's hash differs", may_have_arrived=False)
            part.replace(target)
            _mark_as_foreign(target)
        except OSError as error:
            raise _unwritable(target, error) from error
        finally:
            part.unlink(missing_ok=True)


def safe_name(name: str) -> str:
    """Return a file name without folders, control or direction characters, or a device's name."""
    text = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    text = _FORBIDDEN.sub("_", text).strip(" .")
    stem, dot, ending = text.rpartition(".")
    if dot and len(ending) <= 10:
        text = stem[: NAME_LIMIT - len(ending) - 1].rstrip(" .") + dot + ending
    text = text[:NAME_LIMIT].strip(" .")
    if _RESERVED.match(text):
        text = f"_{text}"
    return text or "attachment"


def _hash_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _mark_as_foreign(path: Path) -> None:
    """Tell Windows that the file came from the internet."""
    if os.name != "nt":
        return
    try:
        Path(f"{path}:Zone.Identifier").write_bytes(_ZONE)
    except OSError:  # not NTFS: there is no place for the mark
        return


def _unwritable(target: Path, error: OSError) -> FileFault:
    return FileFault(FileFault.UNWRITABLE, file_name=target.name, detail=error.strerror or "")
