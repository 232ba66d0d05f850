"""Schemas -> the bytes of GetProviderSchema's response. Build time; the launch path reads the finished bytes."""

from __future__ import annotations

from terraform_twilio.terraform import json_text
from terraform_twilio.terraform.protocol6 import to_proto, wire
from terraform_twilio.terraform.protocol6.schema_messages import GET_PROVIDER_SCHEMA_RESPONSE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.schema import Attribute, Schema

_MARKDOWN = 1


def get_provider_schema_response(provider: Schema, resource_types: dict[str, Schema],
                                 data_sources: dict[str, Schema]) -> bytes:
    """The whole answer: what we can do, and every schema by its name, so that the same schemas are the same bytes."""
    return wire.encode(GET_PROVIDER_SCHEMA_RESPONSE, {
        "provider": _schema(provider),
        "resource_schemas": {name: _schema(resource_types[name]) for name in sorted(resource_types)},
        "data_source_schemas": {name: _schema(data_sources[name]) for name in sorted(data_sources)},
        "server_capabilities": to_proto.CAPABILITIES})


def _schema(schema: Schema) -> dict:
    block = {"attributes": _attributes(schema.attributes), **_description(schema.description),
             "deprecated": schema.deprecated}
    return {"version": schema.version, "block": block}


def _attributes(attributes: list[Attribute]) -> list[dict]:
    return [_attribute(attribute) for attribute in sorted(attributes, key=lambda attribute: attribute.name)]


def _attribute(attribute: Attribute) -> dict:
    return {"name": attribute.name, **_type(attribute), **_description(attribute.description),
            "required": attribute.required, "optional": attribute.optional, "computed": attribute.computed,
            "sensitive": attribute.sensitive, "deprecated": attribute.deprecated, "write_only": attribute.write_only}


def _type(attribute: Attribute) -> dict:
    if attribute.nested is None:
        return {"type": json_text.dumps(attribute.type).encode()}
    nested = attribute.nested
    return {"nested_type": {"attributes": _attributes(nested.attributes), "nesting": nested.nesting}}


def _description(text: str) -> dict:
    return {"description": text, "description_kind": _MARKDOWN} if text else {}
