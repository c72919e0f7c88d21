"""Why: the service describes itself, so that clients and tests need not guess."""

import msgspec
from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from qpost.server.gate import OPEN
from qpost.server.openapi import describe
from qpost.server.service import ServiceRequest


def document_route() -> HTTPRouteHandler:
    """Return the route of the document; it is written on the first request and kept."""
    written: list[bytes] = []

    @get("/v1/openapi.json", sync_to_thread=True, opt={OPEN: True}, security=[], include_in_schema=False)
    def read_document(*, request: ServiceRequest) -> Response[bytes]:
        """Read the OpenAPI document."""
        if not written:
            written.append(msgspec.json.encode(describe(request.app)))
        return Response(written[0], media_type="application/json")

    return read_document
