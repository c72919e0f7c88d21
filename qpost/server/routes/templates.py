"""Why: frequently used replies are kept with the shop, for every colleague."""

from typing import Annotated, Any

import msgspec
from litestar import Response, delete, get, post, put
from litestar.params import HeaderParameter, JSONBody
from sqlalchemy import Connection, Row, insert, select, tuple_, update
from sqlalchemy import delete as delete_rows

from qpost.models.inquiry import AttachmentId
from qpost.models.template import Template, TemplateId
from qpost.server.changes import lock_account
from qpost.server.cursors import decode_template_place, encode_cursor
from qpost.server.database import reading, templates, writing
from qpost.server.ids import TEMPLATE, from_us, public_id, row_number, to_us
from qpost.server.keyed import write_once
from qpost.server.problems import Problem
from qpost.server.routes.inquiries import Cursor, Limit
from qpost.server.routes.replies import Key, own_attachments
from qpost.server.service import InjectedService, PathId, Service, ServiceRequest, owned_shop, tagged
from qpost.server.wire import TemplateBody, TemplateList

IfMatch = Annotated[str, HeaderParameter(name="If-Match", max_length=200)]


@get("/v1/shops/{shop:str}/templates", sync_to_thread=True)
def list_templates(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    limit: Limit = 100,
    cursor: Cursor = "",
) -> TemplateList:
    """List templates by folder and position."""
    order = (templates.c.folder, templates.c.position, templates.c.id)
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        query = select(templates).where(templates.c.shop_id == owner.id)
        if cursor:
            query = query.where(tuple_(*order) > decode_template_place(cursor))
        rows = connection.execute(query.order_by(*order).limit(limit + 1)).all()
    page = rows[:limit]
    last = page[-1] if len(rows) > limit else None
    return TemplateList(
        items=tuple(_template(row) for row in page),
        next_cursor=None if last is None else encode_cursor(last.folder, last.position, last.id),
    )


@get("/v1/shops/{shop:str}/templates/{template:str}", sync_to_thread=True)
def read_template(
    *, shop: PathId, template: PathId, service: InjectedService, request: ServiceRequest
) -> Response[Template]:
    """Read one template; its ETag is what a PUT wants back."""
    with reading(service.engine) as connection:
        row = _own(connection, shop, template, request)
    return tagged(request, _template(row), tag=_etag(row.version))


@post("/v1/shops/{shop:str}/templates", sync_to_thread=True)
def create_template(
    *, shop: PathId, data: JSONBody[TemplateBody], key: Key, service: InjectedService, request: ServiceRequest
) -> Response[Template]:
    """Store a new template."""

    def write(connection: Connection) -> Template:
        owner = owned_shop(connection, shop, request.user)
        own_attachments(connection, owner.id, data.attachment_ids)
        stored = connection.execute(
            insert(templates)
            .values(shop_id=owner.id, version=1, **_columns(data, service))
            .returning(templates)
        ).one()
        return _template(stored)

    answer = write_once(
        service,
        caller=request.user,
        key=key,
        route="templates",
        payload=(shop, data),
        status=201,
        write=write,
    )
    answer.set_header("ETag", _etag(1))
    return answer


@put("/v1/shops/{shop:str}/templates/{template:str}", sync_to_thread=True)
def replace_template(
    *,
    shop: PathId,
    template: PathId,
    data: JSONBody[TemplateBody],
    if_match: IfMatch,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[Template]:
    """Replace a template; ``version-conflict`` when ``If-Match`` is not its ETag any more."""
    with writing(service.engine) as connection:
        lock_account(connection, request.user.account_id)
        row = _own(connection, shop, template, request)
        if if_match.strip() not in ("*", _etag(row.version)):
            raise Problem("version-conflict", current_version=row.version)
        own_attachments(connection, row.shop_id, data.attachment_ids)
        stored = connection.execute(
            update(templates)
            .where(templates.c.id == row.id)
            .values(version=row.version + 1, **_columns(data, service))
            .returning(templates)
        ).one()
    return Response(_template(stored), headers={"ETag": _etag(stored.version)})


@delete("/v1/shops/{shop:str}/templates/{template:str}", sync_to_thread=True)
def delete_template(
    *, shop: PathId, template: PathId, service: InjectedService, request: ServiceRequest
) -> None:
    """Remove a template."""
    with writing(service.engine) as connection:
        row = _own(connection, shop, template, request)
        connection.execute(delete_rows(templates).where(templates.c.id == row.id))


def _own(connection: Connection, shop: str, template: str, request: ServiceRequest) -> Row[Any]:
    owner = owned_shop(connection, shop, request.user)
    number = row_number(TEMPLATE, template)
    row = connection.execute(
        select(templates).where(templates.c.id == number, templates.c.shop_id == owner.id)
    ).one_or_none()
    if row is None:
        raise Problem("not-found")
    return row


def _columns(data: JSONBody[TemplateBody], service: Service) -> dict[str, object]:
    return {
        "folder": data.folder,
        "title": data.title,
        "body": data.body,
        "shortcut": data.shortcut,
        "position": data.position,
        "attachment_ids_json": msgspec.json.encode(data.attachment_ids).decode(),
        "updated_us": to_us(service.now()),
    }


def _template(row: Row[Any]) -> Template:
    return Template(
        id=TemplateId(public_id(TEMPLATE, row.id)),
        folder=row.folder,
        title=row.title,
        body=row.body,
        shortcut=row.shortcut,
        position=row.position,
        attachment_ids=msgspec.json.decode(row.attachment_ids_json, type=tuple[AttachmentId, ...]),
        updated_at=from_us(row.updated_us),
    )


def _etag(version: int) -> str:
    return f'"{version}"'
