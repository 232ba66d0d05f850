"""The messages of protocol 6.0 to 6.8 that travel at run time: number, name, kind and cardinality of every field.

Later minors add fields and calls; their fields are skipped on reading and never written. Schemas: `schema_messages`.
"""

from __future__ import annotations

from terraform_twilio.terraform.protocol6.wire import BOOL, BYTES, INT64, MANY, MAP, ONE, PRESENT, STRING, Table

DYNAMIC_VALUE = Table("DynamicValue", (1, "msgpack", BYTES), (2, "json", BYTES))
STEP = Table("AttributePath.Step", (1, "attribute_name", STRING, PRESENT), (2, "element_key_string", STRING, PRESENT),
             (3, "element_key_int", INT64, PRESENT))
ATTRIBUTE_PATH = Table("AttributePath", (1, "steps", STEP, MANY))
DIAGNOSTIC = Table("Diagnostic", (1, "severity", INT64), (2, "summary", STRING), (3, "detail", STRING),
                   (4, "attribute", ATTRIBUTE_PATH))
FUNCTION_ERROR = Table("FunctionError", (1, "text", STRING), (2, "function_argument", INT64, PRESENT))
RAW_STATE = Table("RawState", (1, "json", BYTES), (2, "flatmap", STRING, MAP))
SERVER_CAPABILITIES = Table("ServerCapabilities", (1, "plan_destroy", BOOL), (2, "get_provider_schema_optional", BOOL),
                            (3, "move_resource_state", BOOL))
CLIENT_CAPABILITIES = Table("ClientCapabilities", (1, "deferral_allowed", BOOL),
                            (2, "write_only_attributes_allowed", BOOL))
TYPE_NAME = Table("TypeName", (1, "type_name", STRING))
IMPORTED_RESOURCE = Table("ImportResourceState.ImportedResource", (1, "type_name", STRING), (2, "state", DYNAMIC_VALUE),
                          (3, "private", BYTES))

_DIAGNOSTICS = ("diagnostics", DIAGNOSTIC, MANY)
_TYPE_NAME = (1, "type_name", STRING)
_CAPABILITIES = ("client_capabilities", CLIENT_CAPABILITIES)

REQUESTS = {table.name: table for table in (
    Table("GetMetadata"),
    Table("GetProviderSchema"),
    Table("ValidateProviderConfig", (1, "config", DYNAMIC_VALUE)),
    Table("ConfigureProvider", (1, "terraform_version", STRING), (2, "config", DYNAMIC_VALUE), (3, *_CAPABILITIES)),
    Table("ValidateResourceConfig", _TYPE_NAME, (2, "config", DYNAMIC_VALUE), (3, *_CAPABILITIES)),
    Table("ValidateDataResourceConfig", _TYPE_NAME, (2, "config", DYNAMIC_VALUE)),
    Table("UpgradeResourceState", _TYPE_NAME, (2, "version", INT64), (3, "raw_state", RAW_STATE)),
    Table("ReadResource", _TYPE_NAME, (2, "current_state", DYNAMIC_VALUE), (3, "private", BYTES),
          (4, "provider_meta", DYNAMIC_VALUE), (5, *_CAPABILITIES)),
    Table("PlanResourceChange", _TYPE_NAME, (2, "prior_state", DYNAMIC_VALUE), (3, "proposed_new_state", DYNAMIC_VALUE),
          (4, "config", DYNAMIC_VALUE), (5, "prior_private", BYTES), (6, "provider_meta", DYNAMIC_VALUE),
          (7, *_CAPABILITIES)),
    Table("ApplyResourceChange", _TYPE_NAME, (2, "prior_state", DYNAMIC_VALUE), (3, "planned_state", DYNAMIC_VALUE),
          (4, "config", DYNAMIC_VALUE), (5, "planned_private", BYTES), (6, "provider_meta", DYNAMIC_VALUE)),
    Table("ImportResourceState", _TYPE_NAME, (2, "id", STRING), (3, *_CAPABILITIES)),
    Table("MoveResourceState", (1, "source_provider_address", STRING), (2, "source_type_name", STRING),
          (3, "source_schema_version", INT64), (4, "source_state", RAW_STATE), (5, "target_type_name", STRING),
          (6, "source_private", BYTES)),
    Table("ReadDataSource", _TYPE_NAME, (2, "config", DYNAMIC_VALUE), (3, "provider_meta", DYNAMIC_VALUE),
          (4, *_CAPABILITIES)),
    Table("GetFunctions"),
    Table("CallFunction", (1, "name", STRING), (2, "arguments", DYNAMIC_VALUE, MANY)),
    Table("ValidateEphemeralResourceConfig", _TYPE_NAME, (2, "config", DYNAMIC_VALUE)),
    Table("OpenEphemeralResource", _TYPE_NAME, (2, "config", DYNAMIC_VALUE), (3, *_CAPABILITIES)),
    Table("RenewEphemeralResource", _TYPE_NAME, (2, "private", BYTES, PRESENT)),
    Table("CloseEphemeralResource", _TYPE_NAME, (2, "private", BYTES, PRESENT)),
    Table("StopProvider"),
)}

RESPONSES = {table.name: table for table in (
    Table("GetMetadata", (1, "server_capabilities", SERVER_CAPABILITIES), (2, *_DIAGNOSTICS),
          (3, "data_sources", TYPE_NAME, MANY), (4, "resources", TYPE_NAME, MANY)),
    Table("GetProviderSchema", (4, *_DIAGNOSTICS)),
    Table("ValidateProviderConfig", (2, *_DIAGNOSTICS)),
    Table("ConfigureProvider", (1, *_DIAGNOSTICS)),
    Table("ValidateResourceConfig", (1, *_DIAGNOSTICS)),
    Table("ValidateDataResourceConfig", (1, *_DIAGNOSTICS)),
    Table("UpgradeResourceState", (1, "upgraded_state", DYNAMIC_VALUE), (2, *_DIAGNOSTICS)),
    Table("ReadResource", (1, "new_state", DYNAMIC_VALUE), (2, *_DIAGNOSTICS), (3, "private", BYTES)),
    Table("PlanResourceChange", (1, "planned_state", DYNAMIC_VALUE), (2, "requires_replace", ATTRIBUTE_PATH, MANY),
          (3, "planned_private", BYTES), (4, *_DIAGNOSTICS)),
    Table("ApplyResourceChange", (1, "new_state", DYNAMIC_VALUE), (2, "private", BYTES), (3, *_DIAGNOSTICS)),
    Table("ImportResourceState", (1, "imported_resources", IMPORTED_RESOURCE, MANY), (2, *_DIAGNOSTICS)),
    Table("MoveResourceState", (1, "target_state", DYNAMIC_VALUE), (2, *_DIAGNOSTICS), (3, "target_private", BYTES)),
    Table("ReadDataSource", (1, "state", DYNAMIC_VALUE), (2, *_DIAGNOSTICS)),
    Table("GetFunctions", (2, *_DIAGNOSTICS)),
    Table("CallFunction", (1, "result", DYNAMIC_VALUE), (2, "error", FUNCTION_ERROR, ONE)),
    Table("ValidateEphemeralResourceConfig", (1, *_DIAGNOSTICS)),
    Table("OpenEphemeralResource", (1, *_DIAGNOSTICS)),
    Table("RenewEphemeralResource", (1, *_DIAGNOSTICS)),
    Table("CloseEphemeralResource", (1, *_DIAGNOSTICS)),
    Table("StopProvider", (1, "Error", STRING)),
)}
