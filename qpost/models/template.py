"""Why: frequently used replies."""

from datetime import datetime
from typing import NewType

from msgspec import Struct

from qpost.models.inquiry import AttachmentId

TemplateId = NewType("TemplateId", str)


class Template(Struct, frozen=True):
    """A prepared reply; ``position`` orders it within ``folder`` ("" is the top)."""

    id: TemplateId
    folder: str
    title: str
    body: str
    shortcut: str
    position: int
    attachment_ids: tuple[AttachmentId, ...]
    updated_at: datetime
