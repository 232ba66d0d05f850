"""The facts of operations are what the document says, a line each, and read back the same."""

from __future__ import annotations

import json

from terraform_twilio.catalogue.operations import read_document
from terraform_twilio.compiler.operation_facts import document_facts, text_of

SID = {"type": "string", "minLength": 34, "maxLength": 34, "pattern": "^TH[0-9a-fA-F]{32}$"}
PLACE = {"name": "Sid", "in": "path", "required": True, "schema": SID}
THING = {"type": "object", "properties": {
    "sid": {**SID, "nullable": True}, "status": {"$ref": "#/components/schemas/thing.status"},
    "tags": {"type": "array", "items": {"type": "string"}}, "definition": {},
    "links": {"type": "object", "format": "uri-map", "nullable": True}}}
EXAMPLE = {"sid": "TH" + "a" * 32, "definition": {"a": 1}, "tags": [], "links": {
    "parts": "https://things.twilio.com/v1/Things/TH" + "a" * 32 + "/Parts", "site": "https://example.com/x"}}


def answer(status: str, schema: dict, example: object) -> dict:
    return {status: {"content": {"application/json": {"schema": schema, "examples": {"one": {"value": example}}}}}}


DOCUMENT = {
    "info": {"version": "1.2.3"}, "servers": [{"url": "https://things.twilio.com"}],
    "components": {"schemas": {"thing": THING, "thing.status": {"type": "string", "enum": ["new", "old"]}}},
    "paths": {
        "/v1/Things": {
            "get": {"operationId": "ListThing", "parameters": [
                {"name": "PageSize", "in": "query", "schema": {"type": "integer", "maximum": 100}}],
                "responses": answer("200", {"type": "object", "properties": {
                    "things": {"type": "array", "items": {"$ref": "#/components/schemas/thing"}},
                    "meta": {"type": "object"}}}, {"things": [EXAMPLE]})},
            "post": {"operationId": "CreateThing", "requestBody": {"content": {"application/x-www-form-urlencoded": {
                "schema": {"type": "object", "required": ["Name"], "properties": {
                    "Name": {"type": "string"}, "Definition": {}}}}}},
                "responses": answer("201", {"$ref": "#/components/schemas/thing"}, EXAMPLE)},
        },
        "/v1/Things/{Sid}": {"delete": {"operationId": "DeleteThing", "parameters": [PLACE], "security": [],
                                        "responses": {"204": {"description": ""}}}},
        "/v1/Things/{Sid}/Parts": {"put": {"operationId": "UpdatePart", "parameters": [PLACE], "requestBody": {
            "content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"204": {}}}},
    },
}


def test_a_document_is_written_a_fact_a_line_and_read_back(tmp_path):
    path = tmp_path / "things_v1.json"
    path.write_text(text_of(document_facts(DOCUMENT, "things_v1")), encoding="utf-8")
    assert '   "parameter Name": {"type": "string", "required": true},\n' in path.read_text(encoding="utf-8")
    listed, create, delete, parts = read_document(path)
    assert (listed.verb, listed.items, listed.envelope, listed.status) == ("List", "things", ["meta"], 200)
    assert listed.taken["query"] == {"PageSize": {"type": "integer", "maximum": 100}}
    assert (create.line, create.status, create.body) == ("POST things.twilio.com/v1/Things", 201, "form")
    assert create.taken["parameter"] == {"Name": {"type": "string", "required": True}, "Definition": {"type": "json"}}
    assert (delete.security, delete.has_answer, delete.taken["path"]) == (
        "none", False, {"Sid": {"type": "string", "sid": ["TH"]}})
    assert (parts.body, parts.is_open) == ("json", True)


def test_a_shape_knows_what_only_examples_show(tmp_path):
    shape = document_facts(DOCUMENT, "things_v1")["shapes"]["thing"]
    assert shape == {
        "sid": {"type": "string", "nullable": True, "sid": ["TH"]},
        "status": {"type": "string", "enum": ["new", "old"]},
        "tags": {"type": "array", "items": "string"},
        "definition": {"type": "json", "seen": ["object"]},
        "links": {"type": "object", "format": "uri-map", "nullable": True, "seen": ["object"],
                  "links": {"parts": "/v1/Things/{Sid}/Parts"}}}
    json.loads(text_of(document_facts(DOCUMENT, "things_v1")))
