"""Small OpenAPI documents for the compiler's tests."""

from __future__ import annotations

import json
from pathlib import Path

STRING = {"type": "string"}
FORM = "application/x-www-form-urlencoded"


def operation(operation_id: str, *, path: tuple[str, ...] = (), body: dict | None = None,
              required: tuple[str, ...] = (), answer: dict | None = None, query: dict | None = None,
              media: str = FORM) -> dict:
    """One operation; `answer` and `body` are properties by wire name."""
    spelled: dict = {"operationId": operation_id, "responses": {"200": {"description": "OK"}}}
    spelled["parameters"] = [{"name": name, "in": "path", "required": True, "schema": STRING} for name in path] + [
        {"name": name, "in": "query", "schema": schema} for name, schema in (query or {}).items()]
    if body is not None:
        schema = {"type": "object", "properties": body, "required": list(required)}
        spelled["requestBody"] = {"content": {media: {"schema": schema}}}
    if answer is not None:
        schema = {"type": "object", "properties": answer}
        spelled["responses"]["200"]["content"] = {"application/json": {"schema": schema}}
    return spelled


def page(key: str, answer: dict) -> dict:
    """The answer of a list."""
    return {key: {"type": "array", "items": {"type": "object", "properties": answer}}, "meta": {"type": "object"}}


def write(folder: Path, name: str, paths: dict, schemas: dict | None = None) -> Path:
    """Write one document; the folder."""
    product = name.rpartition("_")[0]
    document = {"info": {"version": "1.0.0"}, "servers": [{"url": f"https://{product}.twilio.com"}], "paths": paths,
                "components": {"schemas": schemas or {}}}
    (folder / f"twilio_{name}.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


MAP = {"sid": {"type": "string", "pattern": "^MP[0-9a-fA-F]{32}$"}, "unique_name": STRING,
       "date_updated": {"type": "string", "format": "date-time"}}


def maps() -> dict:
    """The paths of a whole resource type."""
    return {
        "/v1/Maps": {
            "get": operation("ListMap", answer=page("maps", MAP),
                             query={"PageSize": {"type": "integer"}, "Name<": STRING}),
            "post": operation("CreateMap", body={"UniqueName": STRING, "Ttl": {"type": "integer"}},
                              required=("UniqueName",), answer=MAP | {"secret": STRING})},
        "/v1/Maps/{Sid}": {
            "get": operation("FetchMap", path=("Sid",), answer=MAP),
            "post": operation("UpdateMap", path=("Sid",), body={"Ttl": {"type": "integer"}}, answer=MAP),
            "delete": operation("DeleteMap", path=("Sid",))}}
