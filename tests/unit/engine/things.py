"""A made-up entry with one attribute of each kind, for the rules of the engine."""

from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType

ACCOUNT = "AC" + "0" * 32
OTHER_ACCOUNT = "AC" + "1" * 32
SERVICE = "IS" + "a" * 32
OTHER_SERVICE = "IS" + "b" * 32
SID = "TH" + "c" * 32

FACTS = {
    "class": "crud",
    "host": "things.twilio.com",
    "resource": "twilio_things_thing",
    "operations": {
        "create": "POST /v1/Services/{ServiceSid}/Things",
        "fetch": "GET /v1/Services/{ServiceSid}/Things/{Sid}",
        "update": "POST /v1/Services/{ServiceSid}/Things/{Sid}",
        "delete": "DELETE /v1/Services/{ServiceSid}/Things/{Sid}",
        "list": "GET /v1/Services/{ServiceSid}/Things",
    },
    "id": ["service_sid", "sid"],
    "items": "things",
    "one_of": [["name", "label"]],
    "attributes": {
        "account_sid": {"type": "string", "response": "account_sid"},
        "attributes": {"type": "json", "create": "Attributes", "update": "Attributes", "response": "attributes"},
        "color": {"type": "string", "create": "Color", "update": "Color", "response": "color", "enum": ["red", "blue"]},
        "count_limit": {"type": "int", "create": "CountLimit", "update": "CountLimit", "response": "count_limit",
                        "unset": {"default": 5}, "maximum": 10},
        "date_created": {"type": "string", "response": "date_created"},
        "date_updated": {"type": "string", "response": "date_updated", "volatile": True},
        "enabled": {"type": "bool", "create": "Enabled", "update": "Enabled", "response": "enabled"},
        "kind": {"type": "string", "create": "Kind", "response": "kind"},
        "label": {"type": "string", "create": "Label", "update": "Label", "response": "label"},
        "members": {"type": ["list", "string"], "create": "Member", "update": "Member", "response": "members",
                    "normaliser": "unordered", "unset": {"empty": True}},
        "name": {"type": "string", "create": "Name", "update": "Name", "response": "name", "max_length": 8,
                 "unset": {"empty": True}},
        "password": {"type": "string", "create": "Password", "update": "Password", "sensitive": True},
        "pin": {"type": "string", "create": "Pin"},
        "secret": {"type": "string", "create_response": "secret", "sensitive": True},
        "service_sid": {"type": "string", "required": True, "path": "ServiceSid", "sid": ["IS"],
                        "response": "service_sid"},
        "sid": {"type": "string", "path": "Sid", "response": "sid"},
        "summary": {"type": "string", "response": "summary", "derived_from": ["label"]},
        "late": {"type": "string", "update": "Late", "response": "late"},
    },
}

OWNED_FACTS = {
    "class": "crud",
    "host": "api.twilio.com",
    "resource": "twilio_api_gadget",
    "aliases": ["twilio_api_accounts_gadgets", "twilio_api_gadgets_v2010"],
    "official": ["twilio_api_accounts_gadgets"],
    "without": {"twilio_api_gadgets_v2010": ["secret"]},
    "operations": {
        "create": "POST /2010-04-01/Accounts/{AccountSid}/Gadgets.json",
        "fetch": "GET /2010-04-01/Accounts/{AccountSid}/Gadgets/{Sid}.json",
        "update": "POST /2010-04-01/Accounts/{AccountSid}/Gadgets/{Sid}.json",
        "delete": "DELETE /2010-04-01/Accounts/{AccountSid}/Gadgets/{Sid}.json",
    },
    "id": ["sid"],
    "attributes": {
        "account_sid": {"type": "string", "path": "AccountSid", "sid": ["AC"]},
        "friendly_name": {"type": "string", "create": "FriendlyName", "update": "FriendlyName",
                          "response": "friendly_name"},
        "secret": {"type": "string", "create_response": "secret", "sensitive": True},
        "sid": {"type": "string", "path": "Sid", "response": "sid", "sid": ["GA"]},
    },
}


def thing(**changes: object) -> ResourceType:
    """The entry, with facts replaced: `attributes_<name>={…}` changes one attribute's."""
    facts = {**FACTS, "attributes": {name: dict(attribute) for name, attribute in FACTS["attributes"].items()}}
    for name, change in changes.items():
        if name.startswith("attributes_"):
            facts["attributes"].setdefault(name.removeprefix("attributes_"), {}).update(change)
        else:
            facts[name] = change
    return ResourceType(facts["resource"], Entry("things_v1/thing", facts))


def gadget(name: str = "twilio_api_gadget") -> ResourceType:
    return ResourceType(name, Entry("api_v2010/gadget", OWNED_FACTS))


def state(resource_type: ResourceType, **values: object) -> dict:
    """A state with every attribute, null but for the given ones."""
    return {**dict.fromkeys(resource_type.wire_types), **values}


def prior(resource_type: ResourceType, **values: object) -> dict:
    """The state of an existing thing."""
    known = {"account_sid": ACCOUNT, "service_sid": SERVICE, "sid": SID, "id": f"{SERVICE}/{SID}",
             "date_created": "2020-01-01T00:00:00Z", "date_updated": "2020-01-01T00:00:00Z", "summary": "as it was",
             "secret": "s3cret", "kind": "plain", "label": "first", "color": "red", "count_limit": 5, "enabled": True,
             "attributes": "{}", "late": "yes"}
    return state(resource_type, **{**known, **values})
