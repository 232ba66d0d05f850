"""Reading a document: references, alternatives, recursion, redirects."""

from __future__ import annotations

from terraform_twilio.compiler import documents
from unit.compiler.documents import STRING, operation, write


def only_operation(tmp_path, spelled: dict, schemas: dict) -> documents.Operation:
    folder = write(tmp_path, "sync_v1", {"/v1/Maps.json": {"get": spelled}}, schemas)
    return documents.read_all(folder)[0].operations[0]


def referring(name: str, status: str = "200") -> dict:
    spelled = operation("FetchMap")
    schema = {"$ref": f"#/components/schemas/{name}"}
    spelled["responses"] = {status: {"content": {"application/json": {"schema": schema}}}}
    return spelled


def test_references_are_followed(tmp_path):
    schemas = {"map": {"type": "object", "properties": {"kind": {"$ref": "#/components/schemas/kind"}}},
               "kind": {"type": "string", "enum": ["a"]}}
    assert only_operation(tmp_path, referring("map"), schemas).answer == {"kind": {"type": "string", "enum": ["a"]}}


def test_a_schema_inside_itself_ends(tmp_path):
    schemas = {"map": {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/map"}}}}
    assert only_operation(tmp_path, referring("map"), schemas).answer == {"inner": {}}


def test_alternatives_are_taken_together(tmp_path):
    schemas = {"map": {"oneOf": [{"$ref": "#/components/schemas/a"}, {"$ref": "#/components/schemas/b"}]},
               "a": {"properties": {"x": STRING}}, "b": {"properties": {"y": STRING}}}
    assert only_operation(tmp_path, referring("map"), schemas).answer == {"x": STRING, "y": STRING}


def test_a_redirect_is_an_answer_and_an_error_is_not(tmp_path):
    schemas = {"map": {"properties": {"x": STRING}}}
    assert only_operation(tmp_path, referring("map", "307"), schemas).answer == {"x": STRING}
    assert only_operation(tmp_path, referring("map", "404"), schemas).answer is None


def test_a_path_is_wiped_of_its_suffix_and_names():
    assert documents.wipe("/2010-04-01/Accounts/{AccountSid}/Keys/{Sid}.json") == "/2010-04-01/Accounts/{}/Keys/{}"


def test_a_documents_product_and_version(tmp_path):
    found = documents.read_all(write(tmp_path, "ip_messaging_v2", {}))[0]
    assert (found.product, found.version, found.host) == ("ip_messaging", 2, "ip_messaging.twilio.com")
