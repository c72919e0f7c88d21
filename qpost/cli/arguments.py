"""Why: the words of qpost-cli's command line and what they mean as queries and forms."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from qpost.cli.lines import tell_line
from qpost.models.inquiry import REPLY_STATUSES, Source, Status
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.models.search_words import search_words
from qpost.models.settings import Connection, ConnectionKind, SignInForm

USAGE = 2
_TEXT = (
    "words in title, messages, customer, item or order; also item: order: from: status: before: after:"
    " with values such as 'from:\"Tanaka Hana\" after:2026-03 size'"
)

_HELP = """Answer inquiries from scripts: the desktop's services, store and outbox without a window.

Standard output carries one JSON object a line. An error is one JSON object on standard error,
{"error": code, "message": text}; a notice there is {"notice": code, "message": text}.

Exit codes:
  0  done
  1  a fault of this program (see the log below DIR/logs)
  2  wrong usage
  3  sign-in needed, rejected or ended
  4  the service cannot be reached or asks to wait; what was written stays in the outbox
  5  refused: not valid, not allowed, or the inquiry changed meanwhile; the text stays in the outbox
  6  no such inquiry or shop
  7  the local store or the keyring cannot be used
  8  a file cannot be used

N is the inquiry's number; a shop not named is the first that has it. "sync" also delivers what waits in the
outbox; "list", "show", "outbox" and "export" read what was synchronised, shop by shop; "points" and "qcash"
ask the service and, while it cannot answer, print what they read last. "export --csv FILE" writes a table of
one row an inquiry, whole or not at all: UTF-8 with a byte order mark, English heads, times in JST, and an
apostrophe before what a spreadsheet would take for a formula. Without a keyring nothing is kept: each command
then needs --password-stdin, synchronises first and forgets everything at its end.
"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one JSON object on standard error."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and end with code 2."""
        tell_line({"error": "usage", "message": message})
        raise SystemExit(USAGE)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed command line; ends the program for ``--help`` and for a wrong one."""
    parser = Parser(prog="qpost-cli", description=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="where everything is kept")
    parser.add_argument("--connection", choices=[kind.value for kind in ConnectionKind], default="rest")
    parser.add_argument("--url", default="", help="the service's address (rest; else the usual one)")
    parser.add_argument("--login", default="", help="ID or e-mail address")
    parser.add_argument("--extension", default="", help="the label colleagues see")
    parser.add_argument("--shop", default="", help="a shop's id, code or name")
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="sign in by a password on standard input (qapi: and the API key in a second line)",
    )
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    commands.add_parser("login", help="sign in by a password on standard input and save the login")
    commands.add_parser("sync", help="read what changed and deliver the outbox")
    _add_filters(commands.add_parser("list", help="list inquiries"))
    _add_number(commands.add_parser("show", help="one inquiry with its history, draft and writes under way"))
    reply = commands.add_parser("reply", help="answer an inquiry")
    _add_number(reply)
    reply.add_argument("--status", choices=[status.value for status in REPLY_STATUSES], required=True)
    reply.add_argument("--body-file", required=True, metavar="F", help="UTF-8 text; - is standard input")
    reply.add_argument("--title", default=None)
    _add_number(commands.add_parser("auto-reply", help="send the courtesy text and settle the inquiry"))
    hide = commands.add_parser("hide", help="hide a public, replied inquiry and mail the reason")
    _add_number(hide)
    hide.add_argument("--title", required=True)
    hide.add_argument("--reason", required=True)
    hide.add_argument("--sender-email", default=None, help="default: the shop's address")
    hide.add_argument("--restrict", action="store_true", help="restrict this customer for this item")
    commands.add_parser("outbox", help="print every write not yet confirmed, with its text")
    _add_shop(commands.add_parser("points", help="grade, conversion and points of the last twelve months"))
    _add_shop(commands.add_parser("qcash", help="Qcash, wallet and charges waiting for payment"))
    export = commands.add_parser("export", help="inquiries with their messages, as lines or as a table")
    _add_filters(export)
    export.add_argument("--csv", type=Path, default=None, metavar="FILE", help="write a CSV file instead")
    options = parser.parse_args(arguments)
    if options.connection == ConnectionKind.REST and not (options.url and options.login):
        parser.error("--connection rest needs --url and --login")
    if options.connection == ConnectionKind.QAPI and not options.login:
        parser.error("--connection qapi needs --login")
    if options.password_stdin and getattr(options, "body_file", "") == "-":
        parser.error("password and body cannot both come from standard input")
    return options


def form_of(options: argparse.Namespace) -> SignInForm:
    """Return the sign-in form the command line describes."""
    return SignInForm(
        login=options.login,
        extension=options.extension,
        connection=Connection(kind=ConnectionKind(options.connection), address=options.url),
    )


def query_of(options: argparse.Namespace) -> InquiryQuery:
    """Return the query the filters describe."""
    return InquiryQuery(
        source=None if options.source is None else Source(options.source),
        date_field=DateField(options.date_field),
        date_from=options.date_from,
        date_to=options.date_to,
        statuses=frozenset(Status(status) for status in options.status),
        item_no=options.item,
        order_no=options.order,
        text=options.text,
        sort=SortOrder(options.sort),
    )


def _add_number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="N", help="the inquiry's number")
    _add_shop(parser)


def _add_shop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--shop", default=argparse.SUPPRESS, help="a shop's id, code or name")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    _add_shop(parser)
    parser.add_argument("--source", choices=[Source.CUSTOMER.value, Source.QOO10.value])
    parser.add_argument("--status", action="append", default=[], choices=[status.value for status in Status])
    parser.add_argument("--date-field", choices=[field.value for field in DateField], default="received")
    parser.add_argument("--from", dest="date_from", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--to", dest="date_to", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--item", default="", help="the beginning of an item number")
    parser.add_argument("--order", default="", help="the beginning of an order number")
    parser.add_argument("--text", default="", type=_search, help=_TEXT)
    parser.add_argument("--sort", choices=[order.value for order in SortOrder], default="newest")
    parser.add_argument("--limit", type=_limit, default=None, metavar="COUNT")


def _search(text: str) -> str:
    for hint in search_words(text).hints:
        raise argparse.ArgumentTypeError(f"{hint.operator}:{hint.value}: {hint.problem}")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write YYYY-MM-DD") from None


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of inquiries")
    return int(text)
