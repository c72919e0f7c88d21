"""Why: completes what the framework knows of the routes with what contract.md says of all of them."""

from typing import Any

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition


def operation_id(
    _handler: HTTPRouteHandler, method: Method, path: list[str | PathParameterDefinition]
) -> str:
    """Return a stable name made of the method and the path: ``post_shops_inquiries_replies``."""
    words = [part for part in path if isinstance(part, str) and part != "v1"]
    by = "" if not path or isinstance(path[-1], str) else "_one"
    return "_".join([method.lower(), *words]).replace("-", "_") + by


def describe(app: Litestar) -> dict[str, Any]:
    """Return the OpenAPI document of the running routes."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    return document
