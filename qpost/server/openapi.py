"""Why: completes what the framework knows of the routes with what contract.md says of all of them."""

from typing import Any

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition

from qpost.server.problems import PROBLEM_JSON, TITLES

_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_OPEN = frozenset({"/v1/health", "/v1/sessions", "/v1/sessions/refresh"})
_EVENT = {
    "type": "object",
    "description": "One event of the stream, by the names of its fields",
    "required": ["event", "data"],
    "properties": {name: {"type": "string"} for name in ("id", "event", "data")},
}
_FILE_TYPES = (
    "application/pdf",
    "application/zip",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
    "text/plain",
)


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
    components = document["components"]
    components["schemas"]["Problem"] = _problem_schema()
    components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    document["security"] = [{"bearer": []}]
    document["info"]["description"] = "Inquiries, service points and Qcash of Qoo10 sellers."
    for schema in components["schemas"].values():
        _whole_numbers(schema)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _complete(operation, path=path, method=method)
    return document


def _complete(operation: dict[str, Any], *, path: str, method: str) -> None:
    operation["parameters"] = [_parameter(given) for given in operation.get("parameters", ())]
    answers = operation["responses"]
    answers.pop("400", None)
    if path.endswith("/attachments/{attachment}") and method == "get":
        answers["200"]["content"] = {kind: {"schema": {}} for kind in _FILE_TYPES}
    if path == "/v1/events":
        answers["200"]["content"] = {"text/event-stream": {"schema": _EVENT}}
    if _has_etag(path, method):
        answers["304"] = {"description": "The client has this very answer already"}
        answers["200"]["headers"] = {"ETag": {"schema": {"type": "string"}}}
        operation["parameters"].append(
            {"name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"}}
        )
    if path in _OPEN:
        operation["security"] = []
    for status in sorted(_problem_statuses(operation, path=path, method=method)):
        answers[str(status)] = _problem_answer(status)


def _parameter(given: dict[str, Any]) -> dict[str, Any]:
    """Return the parameter without "null", which cannot be sent in a path, query or header."""
    schema = given["schema"]
    if "oneOf" in schema:
        kinds = [kind for kind in schema["oneOf"] if kind.get("type") != "null"]
        schema = {name: value for name, value in schema.items() if name != "oneOf"} | kinds[0]
    if isinstance(schema.get("type"), list):
        schema = schema | {"type": next(kind for kind in schema["type"] if kind != "null")}
        schema["enum"] = [word for word in schema["enum"] if word is not None]
    if given["in"] == "query" and schema.get("default") not in (100, "received"):
        schema = {name: value for name, value in schema.items() if name != "default"}
    _whole_numbers(schema)
    kept = {name: given[name] for name in ("name", "in", "required")} | {"schema": schema}
    return kept if given["in"] != "path" else kept | {"schema": schema | {"minLength": 1}}


def _whole_numbers(schema: Any) -> None:
    """Write limits of integers as integers."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name in ("minimum", "maximum") and isinstance(value, float):
                schema[name] = int(value)
            else:
                _whole_numbers(value)
    elif isinstance(schema, list):
        for part in schema:
            _whole_numbers(part)


def _has_etag(path: str, method: str) -> bool:
    streamed = path in ("/v1/health", "/v1/events")
    listed = path.endswith(("/inquiries", "/changes", "/templates", "-points/items", "/ledger", "/charges"))
    return method == "get" and not streamed and not listed


def _problem_statuses(operation: dict[str, Any], *, path: str, method: str) -> set[int]:
    statuses = {429, 500, 503} | (set() if path in _OPEN else {401})
    names = {parameter["name"] for parameter in operation["parameters"]}
    if "{" in path:
        statuses |= {403, 404}
    if names - {"shop", "inquiry", "template", "attachment", "item_no", "order_no", "If-None-Match"}:
        statuses.add(422)
    if "cursor" in names:
        statuses.add(410)
    if "requestBody" in operation:
        statuses |= {413, 415, 422}
    if "Idempotency-Key" in names or "If-Match" in names:
        statuses.add(409)
    if path.startswith("/v1/sessions") and method == "post":
        statuses |= {401} | ({423} if path == "/v1/sessions" else set())
    return statuses


def _problem_answer(status: int) -> dict[str, Any]:
    slugs = [f"`{slug}`: {title}" for slug, (known, title) in TITLES.items() if known == status]
    answer: dict[str, Any] = {
        "description": "; ".join(slugs),
        "content": {PROBLEM_JSON: {"schema": _PROBLEM}},
    }
    if status in (423, 429, 503):
        answer["headers"] = {"Retry-After": {"schema": {"type": "integer", "minimum": 1}}}
    return answer


def _problem_schema() -> dict[str, Any]:
    text = {"type": "string"}
    fault = {
        "type": "object",
        "required": ["field", "code", "message"],
        "properties": {"field": text, "code": text, "message": text},
    }
    return {
        "title": "Problem",
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": {"type": "string", "enum": list(TITLES)},
            "title": text,
            "status": {"type": "integer"},
            "detail": text,
            "instance": text,
            "errors": {"type": "array", "items": fault, "description": "on 422"},
            "current_version": {"type": "integer", "description": "on version-conflict"},
            "current_convertible": {"type": "integer", "description": "on version-conflict of a conversion"},
            "min": {"type": "string", "format": "date", "description": "on date-out-of-range"},
            "max": {"type": "string", "format": "date", "description": "on date-out-of-range"},
        },
    }
