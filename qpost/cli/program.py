"""Why: answer inquiries from scripts: the desktop's services, store and outbox without a window."""

import argparse
import logging
import os
import random
import sys
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from qpost.cli.arguments import form_of, parsed, query_of
from qpost.cli.exporting import save_table
from qpost.cli.lines import print_line, tell_line, tell_of_store
from qpost.cli.money import print_points, print_qcash
from qpost.logs import setup_logging
from qpost.models.account import Shop, ShopId
from qpost.models.errors import (
    FieldFault,
    FileFault,
    KeyringFault,
    Offline,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    StoreFault,
    TryLater,
)
from qpost.models.inbox import InboxRow
from qpost.models.inquiry import Inquiry, Status
from qpost.models.outbox import OutboxId, OutboxRow, OutboxState
from qpost.models.reply import HideRequest, reply_title
from qpost.models.settings import Connection, ConnectionKind
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.session import SessionService
from qpost.services.workspace import Workspace
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile

if TYPE_CHECKING:
    from qpost.api.backend import Backend

OTHER_PROCESS_WITHIN_S = 30.0

_log = logging.getLogger(__name__)
_CODES: tuple[tuple[type[QpostError], int], ...] = (
    (SignInRejected, 3),
    (Offline, 4),
    (TryLater, 4),
    (ServerFault, 4),
    (StoreFault, 7),
    (KeyringFault, 7),
    (FileFault, 8),
    (QpostError, 5),
)


class NotThere(Refused):
    """No such inquiry or shop on this machine."""

    def __init__(self, what: str) -> None:
        super().__init__("not-found", detail=what)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    options = parsed(arguments)
    paths = Paths.under(options.data)
    setup_logging(paths.logs)
    publisher = Publisher()
    publisher.subscribe(tell_of_store)
    session = SessionService(
        settings=SettingsFile(paths.config / "settings.json"),
        credentials=Credentials(),
        publisher=publisher,
        paths=paths,
        connect=_connect,
        now=_now,
        chance=random.random,
    )
    try:
        return _run(options, session)
    except QpostError as error:
        return _complain(error)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a bug: told as such, with the traceback in the log
        _log.exception("qpost-cli failed")
        _tell_error("internal", type(error).__name__)
        return 1
    finally:
        session.close()


def _run(options: argparse.Namespace, session: SessionService) -> int:
    workspace = _login(options, session) if options.command == "login" else _opened(options, session)
    try:
        if options.command == "login":
            return 0
        if not workspace.is_kept and options.command != "sync":
            workspace.sync.sync_once()
        return _COMMANDS[options.command](workspace, options)
    finally:
        workspace.close()


def _login(options: argparse.Namespace, session: SessionService) -> Workspace:
    form = structs.replace(form_of(options), save_login=True)
    signed_in = session.sign_in(form, _secret(), api_key=_api_key(options))
    _tell_warnings(signed_in.warnings)
    print_line(
        {
            "account": signed_in.workspace.account,
            "shops": signed_in.shops,
            "kept": signed_in.workspace.is_kept,
        }
    )
    return signed_in.workspace


def _opened(options: argparse.Namespace, session: SessionService) -> Workspace:
    """Open the saved sign-in, or sign in by the password on standard input when told to."""
    form = form_of(options)
    if options.password_stdin:
        is_saved = session.is_saved(form)  # and stays so
        form = structs.replace(form, save_login=is_saved)
        signed_in = session.sign_in(form, _secret(), api_key=_api_key(options))
        _tell_warnings(signed_in.warnings)
        return signed_in.workspace
    try:
        workspace = session.resume(form)
    except KeyringFault as error:
        raise SignInRejected("sign-in-needed", detail=f"{error.code}: use --password-stdin") from error
    if workspace is None:
        raise SignInRejected("sign-in-needed", detail="run the login command first")
    return workspace


def _sync(workspace: Workspace, _: argparse.Namespace) -> int:
    workspace.sync.sync_once()
    moved = workspace.delivery.deliver_due(within_s=OTHER_PROCESS_WITHIN_S)
    for row in moved:
        print_line(_outbox_line(row))
    waiting = [row for row in workspace.replies.waiting() if row.state is not OutboxState.FAILED]
    print_line(
        {
            "synced": True,
            "shops": len(workspace.shops()),
            "delivered": sum(row.state is OutboxState.SENT for row in moved),
            "waiting": len(waiting),
        }
    )
    if any(row.state in (OutboxState.QUEUED, OutboxState.UNCONFIRMED) for row in waiting):
        return _complain_about(waiting[0])
    return max((_code_of(row) for row in moved), default=0)


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    for row in _listed(workspace, options):
        line = _plain(structs.replace(row.inquiry, messages=None))
        line.pop("messages")
        print_line(
            line
            | {
                "has_draft": row.has_draft,
                "has_attachments": row.has_attachments,
                "pending": row.pending,
            }
        )
    return 0


def _listed(workspace: Workspace, options: argparse.Namespace) -> list[InboxRow]:
    query, rows = query_of(options), list[InboxRow]()
    for shop in _shops(workspace, options):
        left = None if options.limit is None else options.limit - len(rows)
        rows += workspace.inbox.rows(workspace.inbox.ids(shop.id, query)[:left])
    return rows


def _export(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.csv is not None:
        print_line(save_table(workspace, _shops(workspace, options), options))
        return 0
    left = options.limit
    for shop in _shops(workspace, options):
        for inquiry in workspace.inbox.export(shop.id, query_of(options)):
            if left is not None:
                if left == 0:
                    return 0
                left -= 1
            print_line({"shop": shop.id} | _plain(inquiry))
    return 0


def _show(workspace: Workspace, options: argparse.Namespace) -> int:
    shop, inquiry = _found(workspace, options)
    thread = workspace.inbox.thread(inquiry.id)
    if thread is None:
        raise NotThere(options.number)
    print_line({"shop": shop} | _plain(thread.inquiry) | {"draft": thread.draft, "outbox": thread.outbox})
    return 0


def _reply(workspace: Workspace, options: argparse.Namespace) -> int:
    body = _body(options.body_file)
    shop, inquiry = _found(workspace, options)
    row = workspace.replies.send(
        key=_new_id(),
        shop=shop,
        inquiry_id=inquiry.id,
        expected_version=inquiry.version,
        title=reply_title(inquiry.title) if options.title is None else options.title,
        body=body,
        status=Status(options.status),
        keeps_draft=True,  # somebody may be writing at the desktop
    )
    return _delivered(workspace, row)


def _auto_reply(workspace: Workspace, options: argparse.Namespace) -> int:
    shop, inquiry = _found(workspace, options)
    row = workspace.replies.auto_reply(
        key=_new_id(), shop=shop, inquiry_id=inquiry.id, expected_version=inquiry.version
    )
    return _delivered(workspace, row)


def _hide(workspace: Workspace, options: argparse.Namespace) -> int:
    shop_id, inquiry = _found(workspace, options)
    sender_email = options.sender_email
    if sender_email is None:
        sender_email = next((shop.inquiry_email for shop in workspace.shops() if shop.id == shop_id), "")
    request = HideRequest(
        title=options.title,
        reason=options.reason,
        sender_email=sender_email,
        restrict_customer=options.restrict,
    )
    row = workspace.replies.hide(
        key=_new_id(),
        shop=shop_id,
        inquiry_id=inquiry.id,
        request=request,
        expected_version=inquiry.version,
    )
    return _delivered(workspace, row)


def _outbox(workspace: Workspace, _: argparse.Namespace) -> int:
    for row in workspace.replies.waiting():
        print_line(_outbox_line(row))
    return 0


_COMMANDS: dict[str, Callable[[Workspace, argparse.Namespace], int]] = {
    "sync": _sync,
    "list": _list,
    "show": _show,
    "reply": _reply,
    "auto-reply": _auto_reply,
    "hide": _hide,
    "outbox": _outbox,
    "export": _export,
    "points": lambda workspace, options: print_points(workspace, _shops(workspace, options)),
    "qcash": lambda workspace, options: print_qcash(workspace, _shops(workspace, options)),
}


def _delivered(workspace: Workspace, row: OutboxRow) -> int:
    """Print the row, which is durable now, try to deliver it, and print it again when that is settled."""
    print_line(_outbox_line(row))
    workspace.delivery.hasten()  # what stands before it goes first
    workspace.delivery.deliver_due(within_s=OTHER_PROCESS_WITHIN_S)
    row = workspace.replies.row(row.id) or row
    if row.state in (OutboxState.SENT, OutboxState.FAILED):
        print_line(_outbox_line(row))
        if row.state is OutboxState.SENT:
            return 0
    return _complain_about(row)


def _complain_about(row: OutboxRow) -> int:
    _tell_error(row.reason or row.state.value, f"inquiry {row.inquiry_number}: {row.state.value}")
    return _code_of(row)


def _code_of(row: OutboxRow) -> int:
    if row.state is OutboxState.SENT:
        return 0
    if row.state is not OutboxState.FAILED:
        return 3 if row.reason in ("token-expired", "invalid-credentials", "account-locked") else 4
    return 6 if row.reason == "not-found" else 5


def _shops(workspace: Workspace, options: argparse.Namespace) -> tuple[Shop, ...]:
    """Return the shop that was named, or all of them."""
    known = workspace.shops()
    if not options.shop:
        return known
    for shop in known:
        if options.shop in (shop.id, shop.code, shop.name):
            return (shop,)
    raise NotThere(options.shop)


def _found(workspace: Workspace, options: argparse.Namespace) -> tuple[ShopId, Inquiry]:
    for shop in _shops(workspace, options):
        for shop_id, inquiry in workspace.inbox.by_number(options.number, shop.id):
            return shop_id, inquiry
    raise NotThere(options.number)


def _body(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileFault(FileFault.UNREADABLE, file_name=name, detail=str(error)) from error


def _api_key(options: argparse.Namespace) -> str:
    return _secret() if options.connection == ConnectionKind.QAPI else ""


def _secret() -> str:
    line = sys.stdin.buffer.readline().decode("utf-8", "surrogateescape")
    return line.removesuffix("\n").removesuffix("\r")


def _connect(connection: Connection) -> "Backend":
    from qpost.api.connecting import backend_of  # the network's libraries cost time "list" need not pay

    return backend_of(connection, now=_now)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> OutboxId:
    return OutboxId(str(uuid.uuid4()))


def _outbox_line(row: OutboxRow) -> dict[str, object]:
    return {"outbox": row.id} | _plain(row)


def _plain(value: Inquiry | OutboxRow) -> dict[str, object]:
    return msgspec.convert(msgspec.to_builtins(value), dict[str, object])


def _tell_warnings(warnings: Sequence[QpostError]) -> None:
    for warning in warnings:
        kept = "everything stays in memory for this run" if isinstance(warning, KeyringFault) else ""
        line = {"notice": warning.code, "message": warning.detail or kept or warning.code}
        tell_line(line)


def _complain(error: QpostError) -> int:
    fields = "; ".join(_field(fault) for fault in error.fields) if isinstance(error, Refused) else ""
    _tell_error(error.code, error.detail or fields or error.code)
    if isinstance(error, Refused) and error.code == "not-found":
        return 6
    return next(code for kind, code in _CODES if isinstance(error, kind))


def _field(fault: FieldFault) -> str:
    return f"{fault.field}: {fault.message or fault.code}"


def _tell_error(code: str, message: str) -> None:
    tell_line({"error": code, "message": message})
