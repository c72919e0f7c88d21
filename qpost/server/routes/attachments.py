"""Why: files travel both ways without ever being trusted."""

import hashlib
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body
from msgspec import Struct
from sqlalchemy import Connection, insert, select

from qpost.models.inquiry import Attachment, AttachmentId
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES
from qpost.server.database import attachment_contents, attachments, insert_if_absent, reading
from qpost.server.gate import MULTIPART
from qpost.server.ids import ATTACHMENT, public_id, row_number
from qpost.server.keyed import write_once
from qpost.server.media import media_type, safe_file_name
from qpost.server.problems import Problem, invalid
from qpost.server.routes.replies import Key
from qpost.server.service import InjectedService, PathId, ServiceRequest, owned_shop

UPLOAD_LIMIT_BYTES = ATTACHMENT_LIMIT_BYTES + 64 * 1024
"""The file and what multipart wraps around it."""


class Upload(Struct):
    """The form of an upload."""

    file: UploadFile


@post(
    "/v1/shops/{shop:str}/attachments",
    sync_to_thread=True,
    opt={MULTIPART: True},
    request_max_body_size=UPLOAD_LIMIT_BYTES,
)
def upload(
    *,
    shop: PathId,
    data: Annotated[Upload, Body(media_type=RequestEncodingType.MULTI_PART)],
    key: Key,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[Attachment]:
    """Store an image, a PDF, a text or a zip of at most 10 MiB."""
    content = data.file.file.read(ATTACHMENT_LIMIT_BYTES + 1)
    if len(content) > ATTACHMENT_LIMIT_BYTES:
        raise Problem("too-large", "An attachment may have 10 MiB.")
    name = safe_file_name(data.file.filename)
    digest = hashlib.sha256(content).hexdigest()

    def write(connection: Connection) -> Attachment:
        owner = owned_shop(connection, shop, request.user)
        if not content:
            raise invalid("file", "empty", "The file is empty.")
        judged = media_type(content)
        if judged is None:
            raise Problem("unsupported-media", "Images, PDF, text and zip files are accepted.")
        return _store(connection, owner.id, name=name, judged=judged, digest=digest, content=content)

    return write_once(
        service,
        caller=request.user,
        key=key,
        route="attachments",
        payload=(shop, name, digest),
        status=201,
        write=write,
    )


@get("/v1/shops/{shop:str}/attachments/{attachment:str}", sync_to_thread=True)
def download(
    *, shop: PathId, attachment: PathId, service: InjectedService, request: ServiceRequest
) -> Response[bytes]:
    """Read the bytes, always as a download."""
    number = row_number(ATTACHMENT, attachment)
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        row = connection.execute(
            select(attachments).where(attachments.c.id == number, attachments.c.shop_id == owner.id)
        ).one_or_none()
        if row is None:
            raise Problem("not-found")
        headers = _download_headers(row.file_name, row.sha256)
        if f'"{row.sha256}"' in request.headers.get("if-none-match", ""):
            return Response(b"", status_code=304, headers=headers)
        content = connection.execute(
            select(attachment_contents.c.content).where(attachment_contents.c.sha256 == row.sha256)
        ).scalar_one()
    text = row.media_type == "text/plain"
    return Response(
        bytes(content), media_type="text/plain; charset=utf-8" if text else row.media_type, headers=headers
    )


def _store(
    connection: Connection, shop_id: int, *, name: str, judged: str, digest: str, content: bytes
) -> Attachment:
    insert_if_absent(connection, attachment_contents, sha256=digest, content=content)
    values: dict[str, Any] = {
        "file_name": name,
        "media_type": judged,
        "sha256": digest,
    }
    result = connection.execute(
        insert(attachments)
        .values(shop_id=shop_id, size_bytes=len(content), **values)
        .returning(attachments.c.id)
    )
    return Attachment(
        id=AttachmentId(public_id(ATTACHMENT, result.scalar_one())), size=len(content), **values
    )


def _download_headers(file_name: str, digest: str) -> dict[str, str]:
    plain = "".join(
        sign if sign.isascii() and sign.isprintable() and sign not in '"\\%' else "_" for sign in file_name
    )
    encoded = quote(file_name, safe="")
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-cache",
        "ETag": f'"{digest}"',
    }
