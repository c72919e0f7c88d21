"""Why: attachments are fetched once, kept under safe names, and never run."""

from pathlib import Path

from qpost.models.account import ShopId
from qpost.models.inquiry import Attachment


class Files:
    """Attachments of messages."""

    def fetch(self, shop: ShopId, attachment: Attachment) -> Path:
        """Return a local copy whose hash was checked, downloading it when needed."""
        raise NotImplementedError

    def save_as(self, shop: ShopId, attachment: Attachment, target: Path) -> Path:
        """Save it at ``target`` (a folder: under its own, made safe, name); returns the file."""
        raise NotImplementedError
