"""Why: the demo's payment provider: a page on which a pending charge is paid or dropped.

It is what ``payment_url`` leads to, in a browser that knows no token of the API: the address itself, which
cannot be guessed, is the right to pay or drop this one charge. No script, no form field, no card.
"""

import base64
import hashlib
from html import escape
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect
from sqlalchemy import Row

from qpost.models.jst import JST
from qpost.models.qcash import ChargeState, MethodId
from qpost.server.charging import NAMES, PAYMENT_PATH, drop, find, state_of
from qpost.server.charging import pay as pay_charge
from qpost.server.database import reading, writing
from qpost.server.gate import FORM, OPEN
from qpost.server.ids import from_us
from qpost.server.service import InjectedService, PathId

_STYLE = (
    "body{font:16px/1.6 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1c2733;"
    "background:#fff}"
    "dt{color:#5a6875}dd{margin:0 0 .8rem;font-weight:600}"
    "form{display:inline}button{font:inherit;padding:.6rem 1.4rem;margin-right:.6rem;"
    "border:1px solid #1c2733;border-radius:6px;background:#fff;color:#1c2733}"
    "button.pay{background:#0b5cad;border-color:#0b5cad;color:#fff}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_WORDS = {
    ChargeState.PENDING: "お支払い待ち / Waiting for payment",
    ChargeState.COMPLETED: "お支払い済み / Paid",
    ChargeState.CANCELLED: "取り消し済み / Cancelled",
}
_CLOSE = "<p>このページを閉じて、Qpostにお戻りください。<br>Close this page and return to Qpost.</p>"
_OPTIONS: dict[str, Any] = {OPEN: True, FORM: True}


@get(PAYMENT_PATH + "{token:str}", sync_to_thread=True, opt={OPEN: True}, include_in_schema=False)
def show(*, token: PathId, service: InjectedService) -> Response[str]:
    """Show the charge, and while it is pending the two buttons."""
    with reading(service.engine) as connection:
        row = find(connection, _clean(token))
    if row is None:
        return _page("<h1>404</h1><p>このページはありません。<br>There is nothing here.</p>", status=404)
    return _page(_content(row, state_of(row, now=service.now()), token=token))


@post(PAYMENT_PATH + "{token:str}/pay", sync_to_thread=True, opt=_OPTIONS, include_in_schema=False)
def pay(*, token: PathId, service: InjectedService) -> Redirect:
    """Pay, unless it was paid, dropped or lapsed meanwhile; the page then says so."""
    with writing(service.engine) as connection:
        pay_charge(connection, _clean(token), now=service.now())
    return Redirect(f"{PAYMENT_PATH}{token}", status_code=303)


@post(PAYMENT_PATH + "{token:str}/cancel", sync_to_thread=True, opt=_OPTIONS, include_in_schema=False)
def cancel(*, token: PathId, service: InjectedService) -> Redirect:
    """Drop the charge, unless it was paid meanwhile."""
    with writing(service.engine) as connection:
        drop(connection, _clean(token), now=service.now())
    return Redirect(f"{PAYMENT_PATH}{token}", status_code=303)


def _clean(token: str) -> str:
    return token.replace("\x00", "")


def _content(row: Row[Any], state: ChargeState, *, token: str) -> str:
    facts = {
        "金額 / Amount": f"¥{row.amount:,}",
        "お支払い方法 / Method": NAMES.get(MethodId(row.method), row.method),
        "状態 / State": _WORDS.get(state, state),
    }
    if state is ChargeState.PENDING and row.expires_us is not None:
        facts["期限 / Until (JST)"] = f"{from_us(row.expires_us).astimezone(JST):%Y-%m-%d %H:%M}"
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts.items())
    if state is ChargeState.PENDING:
        address = escape(f"{PAYMENT_PATH}{token}", quote=True)
        end = (
            f'<form method="post" action="{address}/pay"><button class="pay">支払う / Pay</button></form>'
            f'<form method="post" action="{address}/cancel"><button>取り消す / Cancel</button></form>'
            "<p>これはデモの決済ページです。実際の請求はありません。<br>"
            "This is a demo's payment page: nothing is charged to anybody.</p>"
        )
    else:
        end = _CLOSE
    return f"<h1>Qキャッシュのチャージ<br>Qcash charge</h1><dl>{listed}</dl>{end}"


def _page(content: str, *, status: int = 200) -> Response[str]:
    page = (
        '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Qcash</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}</style></head><body><main>{content}</main></body></html>"
    )
    return Response(page, status_code=status, media_type="text/html; charset=utf-8", headers=_HEADERS)
