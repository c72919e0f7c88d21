"""Why: everything that changes an inquiry: reply, auto-reply, hide and colleagues' presence."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from litestar import Response, delete, get, post, put
from litestar.params import HeaderParameter, JSONBody
from sqlalchemy import Connection, Row, and_, insert, select, update
from sqlalchemy import delete as delete_rows

from qpost.models.inquiry import Author
from qpost.models.reply import reply_title
from qpost.server.changes import (
    PRESENCE,
    NewMessage,
    announce,
    change_inquiry,
    inquiry_for_change,
    lock_account,
)
from qpost.server.database import attachments, inquiries, mails, presence, reading, writing
from qpost.server.ids import ATTACHMENT, row_number, to_us
from qpost.server.inquiry_rows import load_inquiry
from qpost.server.keyed import write_once
from qpost.server.problems import Problem
from qpost.server.service import (
    InjectedService,
    PathId,
    Service,
    ServiceRequest,
    inquiry_row_number,
    owned_shop,
    tagged,
)
from qpost.server.wire import (
    AutoReplyBody,
    AutoReplyText,
    HideBody,
    InquiryAnswer,
    PresenceBody,
    ReplyBody,
)

PRESENCE_LIFE = timedelta(seconds=60)
Key = Annotated[UUID, HeaderParameter(name="Idempotency-Key")]


@post("/v1/shops/{shop:str}/inquiries/{inquiry:str}/replies", sync_to_thread=True)
def reply(
    *,
    shop: PathId,
    inquiry: PathId,
    data: JSONBody[ReplyBody],
    key: Key,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[InquiryAnswer]:
    """Answer the customer; the text is kept exactly as it was typed."""

    def change(connection: Connection, owner: Row[Any], row: Row[Any]) -> None:
        message = NewMessage(
            author=Author.SHOP,
            author_name=owner.name,
            title=data.title,
            body=data.body,
            extension=request.user.extension or None,
            attachment_rows=own_attachments(connection, owner.id, data.attachment_ids),
        )
        _store_reply(connection, row, message, status=data.status, service=service, request=request)

    return _change_once(
        service,
        request,
        key,
        route="replies",
        ids=(shop, inquiry),
        data=data,
        status=201,
        change=change,
    )


@get("/v1/shops/{shop:str}/auto-reply", sync_to_thread=True)
def read_auto_reply(
    *, shop: PathId, service: InjectedService, request: ServiceRequest
) -> Response[AutoReplyText]:
    """Read the text an auto-reply will send."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
    return tagged(request, AutoReplyText(body=owner.auto_reply_body))


@post("/v1/shops/{shop:str}/inquiries/{inquiry:str}/auto-reply", sync_to_thread=True)
def auto_reply(
    *,
    shop: PathId,
    inquiry: PathId,
    data: JSONBody[AutoReplyBody],
    key: Key,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[InquiryAnswer]:
    """Send the shop's courtesy text and settle the inquiry."""

    def change(connection: Connection, owner: Row[Any], row: Row[Any]) -> None:
        message = NewMessage(
            author=Author.SHOP,
            author_name=owner.name,
            title=reply_title(row.title),
            body=owner.auto_reply_body,
            auto=True,
            extension=request.user.extension or None,
        )
        _store_reply(connection, row, message, status="answered", service=service, request=request)

    return _change_once(
        service,
        request,
        key,
        route="auto-reply",
        ids=(shop, inquiry),
        data=data,
        status=201,
        change=change,
    )


@post("/v1/shops/{shop:str}/inquiries/{inquiry:str}/hide", sync_to_thread=True, status_code=200)
def hide(
    *,
    shop: PathId,
    inquiry: PathId,
    data: JSONBody[HideBody],
    key: Key,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[InquiryAnswer]:
    """Mail the reason to the customer and hide the inquiry; one that is hidden already stays as it is."""

    def change(connection: Connection, owner: Row[Any], row: Row[Any]) -> None:
        if row.visibility != "public":
            raise Problem("not-public")
        if row.replied_us is None:
            raise Problem("not-replied")
        if row.hidden:
            return
        restricted = row.customer_restricted or data.restrict_customer
        change_inquiry(connection, row, now=service.now(), hidden=True, customer_restricted=restricted)
        if data.restrict_customer:
            _restrict_elsewhere(connection, row, service=service)
        connection.execute(
            insert(mails).values(
                shop_id=owner.id,
                inquiry_id=row.id,
                recipient=row.customer_email,
                sender=data.sender_email,
                title=" ".join(data.title.split()),
                body=data.reason,
                created_us=to_us(service.now()),
            )
        )

    return _change_once(
        service, request, key, route="hide", ids=(shop, inquiry), data=data, status=200, change=change
    )


@put("/v1/shops/{shop:str}/inquiries/{inquiry:str}/presence", sync_to_thread=True, status_code=204)
def set_presence(
    *,
    shop: PathId,
    inquiry: PathId,
    data: JSONBody[PresenceBody],
    service: InjectedService,
    request: ServiceRequest,
) -> None:
    """Tell colleagues that this session looks at the inquiry; it lapses after 60 s."""
    with writing(service.engine) as connection:
        shop_id, inquiry_id = _own_inquiry(connection, shop, inquiry, request)
        now = service.now()
        mine = and_(presence.c.inquiry_id == inquiry_id, presence.c.family == request.user.family)
        before = connection.execute(select(presence).where(mine)).one_or_none()
        values = {"state": data.state, "expires_us": to_us(now + PRESENCE_LIFE)}
        if before is None:
            connection.execute(
                insert(presence).values(
                    inquiry_id=inquiry_id,
                    family=request.user.family,
                    extension=request.user.extension,
                    **values,
                )
            )
        else:
            connection.execute(update(presence).where(mine).values(**values))
        if before is None or before.state != data.state:
            announce(connection, PRESENCE, shop_id=shop_id, now=now, inquiry_id=inquiry_id)
    service.hub.wake()


@delete("/v1/shops/{shop:str}/inquiries/{inquiry:str}/presence", sync_to_thread=True)
def clear_presence(
    *, shop: PathId, inquiry: PathId, service: InjectedService, request: ServiceRequest
) -> None:
    """Tell colleagues that this session left the inquiry."""
    with writing(service.engine) as connection:
        shop_id, inquiry_id = _own_inquiry(connection, shop, inquiry, request)
        removed = connection.execute(
            delete_rows(presence).where(
                presence.c.inquiry_id == inquiry_id, presence.c.family == request.user.family
            )
        )
        if removed.rowcount:
            announce(connection, PRESENCE, shop_id=shop_id, now=service.now(), inquiry_id=inquiry_id)
    service.hub.wake()


def own_attachments(connection: Connection, shop_id: int, ids: Sequence[str]) -> tuple[int, ...]:
    """Return the rows of the shop's attachments ``ids``; raises ``not-found`` for any other id."""
    numbers = [row_number(ATTACHMENT, text) for text in dict.fromkeys(ids)]
    known = set(
        connection.execute(
            select(attachments.c.id).where(
                attachments.c.shop_id == shop_id, attachments.c.id.in_([n for n in numbers if n is not None])
            )
        ).scalars()
    )
    rows = tuple(number for number in numbers if number in known and number is not None)
    if len(rows) != len(numbers):
        raise Problem("not-found", "An attachment does not exist.")
    return rows


def _change_once(
    service: Service,
    request: ServiceRequest,
    key: UUID,
    *,
    route: str,
    ids: tuple[str, str],
    data: ReplyBody | AutoReplyBody | HideBody,
    status: int,
    change: Callable[[Connection, Row[Any], Row[Any]], None],
) -> Response[Any]:
    def write(connection: Connection) -> InquiryAnswer:
        owner = owned_shop(connection, ids[0], request.user)
        inquiry_id = inquiry_row_number(ids[1])
        row = inquiry_for_change(
            connection, shop_id=owner.id, inquiry_id=inquiry_id, expected_version=data.expected_version
        )
        change(connection, owner, row)
        return InquiryAnswer(
            inquiry=load_inquiry(
                connection,
                shop_id=owner.id,
                inquiry_id=inquiry_id,
                caller=request.user,
                now=service.now(),
            )
        )

    return write_once(
        service,
        caller=request.user,
        key=key,
        route=route,
        payload=(*ids, data),
        status=status,
        write=write,
    )


def _store_reply(
    connection: Connection,
    row: Row[Any],
    message: NewMessage,
    *,
    status: str,
    service: Service,
    request: ServiceRequest,
) -> None:
    now = service.now()
    change_inquiry(
        connection,
        row,
        now=now,
        message=message,
        status=status,
        replied_us=to_us(now),
        handled_by=request.user.extension or row.handled_by,
    )


def _restrict_elsewhere(connection: Connection, row: Row[Any], *, service: Service) -> None:
    """Mark the customer's other inquiries about the item, so that all of them say the same."""
    others = connection.execute(
        select(inquiries).where(
            inquiries.c.shop_id == row.shop_id,
            inquiries.c.item_no == row.item_no,
            inquiries.c.customer_name == row.customer_name,
            inquiries.c.id != row.id,
            inquiries.c.customer_restricted.is_(False),
        )
    ).all()
    for other in others:
        change_inquiry(connection, other, now=service.now(), customer_restricted=True)


def _own_inquiry(connection: Connection, shop: str, inquiry: str, request: ServiceRequest) -> tuple[int, int]:
    lock_account(connection, request.user.account_id)
    owner = owned_shop(connection, shop, request.user)
    row = inquiry_for_change(connection, shop_id=owner.id, inquiry_id=inquiry_row_number(inquiry))
    return owner.id, row.id
