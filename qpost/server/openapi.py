"""Why: completes what the framework knows of the routes with what contract.md says of all of them."""

from typing import Any

from litestar import Litestar


def describe(app: Litestar) -> dict[str, Any]:
    """Return the OpenAPI document of the running routes."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    return document
