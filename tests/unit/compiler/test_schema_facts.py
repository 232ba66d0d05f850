"""What one schema says."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler import facts

TEXT = {"type": "string"}


@pytest.mark.parametrize(("schema", "type_"), [
    (TEXT, "string"), ({"type": "boolean"}, "bool"), ({"type": "integer"}, "int"), ({"type": "number"}, "number"),
    ({}, "json"), ({"type": "object"}, "json"), ({"type": "array", "items": TEXT}, ["list", "string"]),
    ({"type": "array", "items": {}}, ["list", "json"]), ({"type": "object", "format": "uri-map"}, ["map", "string"]),
    ({"type": "object", "additionalProperties": {"type": "integer"}}, ["map", "int"]),
    ({"type": "object", "properties": {"b": TEXT, "a": {}}}, ["object", {"a": "json", "b": "string"}]),
    ({"type": "object", "properties": {"camelCase": TEXT}}, "json")])
def test_an_answers_type(schema, type_):
    assert facts.answer_type(schema) == type_


@pytest.mark.parametrize(("schema", "type_"), [
    ({"type": "object", "properties": {"a": TEXT}}, "json"),
    ({"type": "array", "items": {"type": "object", "properties": {"a": TEXT}}}, ["list", "json"]),
    ({"type": "object", "additionalProperties": TEXT}, ["map", "string"])])
def test_an_object_is_written_as_json(schema, type_):
    assert facts.argument_type(schema) == type_


@pytest.mark.parametrize(("argument", "answer", "type_"), [
    ("string", "json", "json"), ("string", ["list", "string"], "json"), ("string", "bool", "string"),
    ("bool", "string", "bool"), (["list", "string"], ["list", "json"], ["list", "string"])])
def test_text_that_comes_back_structured_is_json(argument, answer, type_):
    assert facts.joined_type(argument, answer) == type_


@pytest.mark.parametrize(("schema", "found"), [
    ({"pattern": "^KS[0-9a-fA-F]{32}$", "minLength": 34, "maxLength": 34}, {"sid": ["KS"]}),
    ({"pattern": "^(SM|MM)[0-9a-fA-F]{32}$"}, {"sid": ["MM", "SM"]}),
    ({"pattern": "OR[0-9a-f]{32}"}, {"sid": ["OR"]}),
    ({"pattern": "^aia_asst_.+$"}, {"pattern": "^aia_asst_.+$"}),
    ({"enum": ["a", None]}, {"enum": ["a"]}),
    ({"type": "array", "items": {"enum": ["a"]}}, {"enum": ["a"]}),
    ({"maxLength": 191, "minimum": 0}, {"max_length": 191, "minimum": 0})])
def test_what_a_schema_admits(schema, found):
    assert facts.admitted(schema) == found


@pytest.mark.parametrize(("schema", "type_", "normaliser"), [
    ({"format": "uri"}, "string", "url"), ({"format": "http-method"}, "string", "http_method"), ({}, "json", "json"),
    ({}, ["list", "string"], "unordered"), ({}, ["list", "json"], "json"), ({}, "string", None),
    ({"format": "date-time-rfc-2822"}, "string", "rfc2822")])
def test_what_only_looks_different(schema, type_, normaliser):
    assert facts.normaliser(schema, type_) == normaliser


@pytest.mark.parametrize(("name", "type_", "is_secret"), [
    ("password", "string", True), ("sip_auth_password", "string", True), ("auth_token", "string", True),
    ("api_key", "string", True), ("include_credentials", "bool", False), ("fcm_credential_sid", "string", False),
    ("token_ttl", "int", False), ("public_key", "string", False)])
def test_names_that_sound_like_secrets(name, type_, is_secret):
    assert facts.is_secret(name, type_) is is_secret
