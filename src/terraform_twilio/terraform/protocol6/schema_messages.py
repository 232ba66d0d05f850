"""The messages that state a schema; written at build time only."""

from __future__ import annotations

from terraform_twilio.terraform.protocol6.messages import SERVER_CAPABILITIES
from terraform_twilio.terraform.protocol6.wire import BOOL, BYTES, INT64, MANY, MAP, STRING, Table

_ATTRIBUTE_FIELDS = (
    (1, "name", STRING), (2, "type", BYTES), (3, "description", STRING), (4, "required", BOOL), (5, "optional", BOOL),
    (6, "computed", BOOL), (7, "sensitive", BOOL), (8, "description_kind", INT64), (9, "deprecated", BOOL))
OBJECT = Table("Schema.Object", (3, "nesting", INT64))
ATTRIBUTE = Table("Schema.Attribute", *_ATTRIBUTE_FIELDS, (10, "nested_type", OBJECT), (11, "write_only", BOOL))
OBJECT.__init__("Schema.Object", (1, "attributes", ATTRIBUTE, MANY), (3, "nesting", INT64))  # the two hold each other
BLOCK = Table("Schema.Block", (1, "version", INT64), (2, "attributes", ATTRIBUTE, MANY), (4, "description", STRING),
              (5, "description_kind", INT64), (6, "deprecated", BOOL))
SCHEMA = Table("Schema", (1, "version", INT64), (2, "block", BLOCK))
GET_PROVIDER_SCHEMA_RESPONSE = Table(
    "GetProviderSchema.Response", (1, "provider", SCHEMA), (2, "resource_schemas", SCHEMA, MAP),
    (3, "data_source_schemas", SCHEMA, MAP), (6, "server_capabilities", SERVER_CAPABILITIES))
