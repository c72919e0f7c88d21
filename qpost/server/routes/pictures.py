"""Why: item pictures are shown beside points; anybody who knows an item's number may see one."""

import re

from litestar import Response, get

from qpost.server.gate import OPEN
from qpost.server.pictures import item_picture
from qpost.server.problems import Problem
from qpost.server.service import PathId

PICTURE_PATH = "/pictures/"
_NAME = re.compile(r"([0-9]{1,20})\.png", re.ASCII)
_HEADERS = {"Cache-Control": "public, max-age=604800, immutable", "X-Content-Type-Options": "nosniff"}


@get(PICTURE_PATH + "{name:str}", sync_to_thread=True, opt={OPEN: True}, include_in_schema=False)
def show(*, name: PathId) -> Response[bytes]:
    """Read the picture of a demo item."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise Problem("not-found")
    return Response(item_picture(found[1]), media_type="image/png", headers=_HEADERS)
