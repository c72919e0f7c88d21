"""Why: a seller with a key to Qoo10's own API can work without any other service."""

from collections.abc import Callable
from datetime import datetime

from qpost.api.address import normalised_address
from qpost.api.lacking import NoFeed, NoMoney
from qpost.api.proxy import ProxySetting
from qpost.api.qapi import goods
from qpost.api.qapi.codec import listed_window
from qpost.api.qapi.problems import REFUSED
from qpost.api.qapi.requests import Call, Requests
from qpost.api.rest.codec import Garbled
from qpost.api.transport import Timeouts, Transport
from qpost.models.account import Account, AccountId, Capability, Certificate, Health, Shop, ShopId
from qpost.models.errors import Refused, ServerFault, SignInRejected
from qpost.models.inquiry import Item, Order
from qpost.models.jst import JST, to_utc
from qpost.models.listing import ListedWindow, ListingStatus
from qpost.models.qoo10 import API, KEY_VOID

DEFAULT_ADDRESS = API

_BAD_KEY_OR_METHOD = "90001"
_CERTIFICATE = Call("CertificationAPI.CreateCertificationKey")
_LISTED = Call("CSCenter.GetInquiryMessage")
_ANSWER = Call("CSCenter.SetInquiryMessage", only_reads=False)
_ORDER = Call("ShippingBasic.GetShippingAndClaimInfoByOrderNo_V2")
_ITEM = Call("ItemsLookup.GetItemDetailInfo", version="1.2")


class QapiBackend(NoFeed, NoMoney):
    """A ``Backend`` over Qoo10's seller API. Thread-safe, one request at a time; opens nothing early.

    ``address``: see ``normalised_address`` for what the constructor raises. ``certificate`` is a key made
    earlier, for the seller ``login``. ``language`` (ja, zh_CN, ko, en) may be assigned later.
    """

    honours_idempotency = False
    capabilities = frozenset(
        {
            Capability.INQUIRIES,
            Capability.REPLY,
            Capability.AUTO_REPLY,
            Capability.ORDERS,
            Capability.SETTLES_ONLY,
        }
    )

    def __init__(
        self,
        address: str = DEFAULT_ADDRESS,
        *,
        now: Callable[[], datetime],
        api_key: str,
        certificate: str | None = None,
        login: str = "",
        language: str = "ja",
        proxy: ProxySetting | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self.address = normalised_address(address)
        self.issued: Certificate | None = None
        """The key made last through this connection; None while it uses the one it was given."""
        self._login = login
        self._now = now
        self._transport = Transport(self.address, proxy=proxy, timeouts=timeouts)
        self._requests = Requests(self._transport, now=now, api_key=api_key.strip(), language=language)
        self._requests.key = certificate

    def __repr__(self) -> str:
        return f"QapiBackend({self.address!r})"

    @property
    def language(self) -> str:
        """The language asked of the service."""
        return self._requests.language

    @language.setter
    def language(self, language: str) -> None:
        self._requests.language = language

    def health(self) -> Health:
        """Say what Qoo10 offers, without asking it."""
        return Health(status="ok", version="qapi", capabilities=self.capabilities)

    def sign_in(self, *, login: str, password: str, extension: str, device: str) -> Account:
        """Have a certification key made, which :attr:`issued` shows; the password is not kept."""
        self.certificate(login=login, password=password)
        return Account(id=AccountId(self._login), login=self._login, display_name=self._login)

    def certificate(self, *, login: str, password: str, api_key: str = "") -> Certificate:
        """Have a key made by ID and password, and use it from now on; the password is not kept.

        Another ``api_key`` takes the place of the one in use, if it is accepted.
        """
        login = login.strip()
        fields = {"user_id": login, "pwd": password}
        key = self._requests.new_key(_CERTIFICATE, fields, api_key=api_key.strip())
        made = Certificate(key=key, made_at=to_utc(self._now()))
        self._login = login
        self._requests.key = key
        self.issued = made
        return made

    def sign_out(self) -> None:
        """Forget the certification key; Qoo10 knows no end of a session."""
        self._requests.key = None
        self.issued = None

    def shops(self) -> tuple[Shop, ...]:
        """Return the one shop an account has at Qoo10; nothing is asked."""
        if not self._login:
            raise SignInRejected(KEY_VOID, detail="not signed in")
        name = self._login
        return (Shop(id=ShopId(name), name=name, code=name, country="JP", inquiry_email="", unanswered=0),)

    def listed(self, shop: ShopId, *, status: ListingStatus, start: datetime, end: datetime) -> ListedWindow:
        """Read what arrived from ``start`` to ``end``, both included and to the second, in any zone."""
        fields = {
            "proc_status": status.value,
            "search_start_dt": _japanese(start),
            "search_end_dt": _japanese(end),
        }
        result = self._requests.result(_LISTED, fields)
        try:
            return listed_window(result, status=status)
        except Garbled as error:
            detail = f"unreadable: {error}"
        raise ServerFault(request_id=None, detail=detail, may_have_arrived=False)

    def answer(self, shop: ShopId, *, type: str, question_no: str, seq_no: str, text: str) -> None:
        """Answer a message, which settles its inquiry; sent once, and sent again it arrives twice."""
        fields = {"inq_type": type, "question_no": question_no, "seq_no": seq_no, "contents": text}
        self._requests.result(_ANSWER, fields)

    def order(self, shop: ShopId, order_no: str) -> Order:
        """Read an order; what Qoo10 does not tell stays open."""
        found = goods.order(self._found(_ORDER, "OrderNo", order_no), number=order_no)
        if found is None:
            raise Refused("not-found", detail="no such order")
        return found

    def item(self, shop: ShopId, item_no: str) -> Item:
        """Read an item; what Qoo10 does not tell stays open."""
        found = goods.item(self._found(_ITEM, "ItemCode", item_no), number=item_no)
        if found is None:
            raise Refused("not-found", detail="no such item")
        return found

    def close(self) -> None:
        """Cut every connection; a call under way ends with ``Offline``, later ones as well."""
        self._transport.close()

    def _found(self, call: Call, field: str, number: str) -> object:
        if not number:
            raise Refused("not-found", detail="no number")
        try:
            return self._requests.result(call, {field: number})
        except SignInRejected as error:
            if str(error.extra.get("code")).removeprefix("-") != _BAD_KEY_OR_METHOD:
                raise
            refused = Refused(REFUSED, detail=error.detail, extra=error.extra)
        raise refused  # nobody is signed out because an account may not look up orders


def _japanese(moment: datetime) -> str:
    return f"{to_utc(moment).astimezone(JST):%Y%m%d%H%M%S}"
