"""Valid arguments for any operation of the documents, and an order in which all of them can be called."""

from __future__ import annotations

import json
import re
from functools import cached_property
from urllib.parse import quote, urlencode

from emulator.caller import ACCOUNT, ORGANIZATIONS, Caller, Reply
from emulator.prerequisites import ARGUMENTS, MAKERS
from terraform_twilio.catalogue.operations import Operation

ORDER = {"Create": 0, "Update": 1, "Patch": 1, "Fetch": 2, "List": 3, "Delete": 4}
AS_RECORDED = {"Create": 0, "Fetch": 1, "List": 2, "Update": 3, "Patch": 3, "Delete": 4}
"""The recorded resources were looked at before they were changed."""

BY_FORMAT = {"uri": "https://example.com/x", "phone-number": "+15005550006", "date": "2026-01-02",
             "date-time": "2026-01-02T03:04:05Z", "endpoint": "+15005550006", "email": "a@example.com"}
BY_TYPE = {"string": "value", "boolean": True, "integer": 1, "number": 1.5, "json": {}, "object": {}, "array": []}


FLOW = json.dumps({
    "description": "A flow", "flags": {"allow_concurrent_calls": True}, "initial_state": "Trigger",
    "states": [{"name": "Trigger", "type": "trigger", "properties": {"offset": {"x": 0, "y": 0}},
                "transitions": [{"event": "incomingMessage"}]}]})
MESSAGE = {"Data": '{"message": "hello"}'}
TIMERS = {"Timers.Inactive": "PT10M", "Timers.Closed": "PT1H"}
ADDRESS, CAMPAIGN = {"IpAddress": "192.0.2.1"}, {"Description": "d" * 40, "MessageFlow": "m" * 40}
SPECIAL = {
    "CreateFlow": {"Definition": FLOW}, "UpdateFlowValidate": {"Definition": FLOW},
    **dict.fromkeys(("UpdateDocument", "UpdateSyncListItem", "UpdateSyncMapItem"), MESSAGE),
    **dict.fromkeys(("UpdateConversation", "UpdateServiceConversation"), TIMERS),
    "CreateExportCustomJob": {"StartDay": "2026-01-01", "EndDay": "2026-01-02"},
    "CreateCall": {"Url": "https://example.com"},
    "CreateIncomingPhoneNumber": {"PhoneNumber": "+15005550006"}, "CreateWorkflow": {"Configuration": "{}"},
    "CreateMessage": {"From": "+15005550006", "Body": "hello"}, "CreateSubscription": {"Types": '{"type": "a"}'},
    "CreateCustomerProfileChannelEndpointAssignment": {"ChannelEndpointSid": "PN" + "0" * 32},
    "CreateCustomerProfileEntityAssignment": {"ObjectSid": "IT" + "0" * 32},
    "CreateTrustProductChannelEndpointAssignment": {"ChannelEndpointSid": "PN" + "0" * 32},
    "CreateTrustProductEntityAssignment": {"ObjectSid": "IT" + "0" * 32},
    "CreateItemAssignment": {"ObjectSid": "IT" + "0" * 32},
    "CreateFleet": {"NetworkAccessProfile": "HA" + "0" * 32}, "CreateIpCommand": {"Sim": "HS" + "0" * 32},
    "CreateSmsCommand": {"Sim": "HS" + "0" * 32}, "CreateVerification": {"Channel": "sms"},
    "CreateDialingPermissionsCountryBulkUpdate": {"UpdateRequest": '[{"iso_code": "US"}]'},
    "UpdateConfiguration": {"account_sid": ACCOUNT},
    "CreateSigningRequestConfiguration": {"country": "BR", "product": "Hosting"},
    "CreateRoleAssignment": {"role_sid": "IX" + "0" * 32, "scope": ACCOUNT, "identity": "US" + "0" * 32},
    "CreatePortingPortIn": {"losing_carrier_information": {
        "customer_name": "c", "account_number": "1", "account_telephone_number": "+15005550006",
        "address_sid": "AD" + "0" * 32, "authorized_representative": "r", "customer_type": "Business",
        "authorized_representative_email": "r@example.com"}},
    "CreateEntity": {"Identity": "identity"}, "CreateSipCredential": {"Password": "APasswordOf1Kind"},
    **dict.fromkeys(("CreateIpRecord", "CreateSipIpAddress"), ADDRESS),
    **dict.fromkeys(("CreateUsAppToPerson", "UpdateUsAppToPerson"), CAMPAIGN),
    "CreatePortingWebhookConfiguration": {"port_in_target_url": "https://example.com"},
    "UpdateExecution": {"Status": "ended"},
}
"""What the documents do not say of a valid call, by operation."""

SAFE = "accounts.twilio.com/v1/SafeList/Numbers"
QUERIES = {**{line: {"PhoneNumber": "value"} for line in (f"GET {SAFE}", f"DELETE {SAFE}")},
           "GET lookups.twilio.com/v1/PhoneNumbers/{PhoneNumber}": {"Type": ["carrier", "caller-name"]}}
"""What a query says although the documents do not require it, by operation: it must, or the answer would be half."""

LINKS = {"CredentialListSid": "/SIP/CredentialLists", "IpAccessControlListSid": "/SIP/IpAccessControlLists",
         "PhoneNumberSid": "/IncomingPhoneNumbers"}
"""Parameters that must name something that exists: the v2010 collection it is in."""


def sid(prefix: str) -> str:
    return ACCOUNT if prefix == "AC" else prefix + "0" * 32


def example(facts: dict) -> object:
    """A value that the facts allow."""
    if "enum" in facts:
        return facts["enum"][0]
    if facts["type"] == "array":
        items = facts.get("items", "string")
        return [example({"type": items} if isinstance(items, str) else items)]
    if "sid" in facts:
        return sid(facts["sid"][0])
    if facts["type"] in ("integer", "number"):
        return max(BY_TYPE[facts["type"]], facts.get("minimum", 0))
    value = BY_FORMAT.get(facts.get("format"), BY_TYPE[facts["type"]])
    return value[:facts["maxLength"]] if "maxLength" in facts else value


def key_names(made: object) -> object:
    return made.body if isinstance(made, Reply) else made


def as_form(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [as_form(one) for one in value]
    return json.dumps(value) if isinstance(value, dict) else value


def required(taken: dict, shape: dict | None = None) -> dict:
    """A value for each required parameter, such as the property of its name can show."""
    return {name: example({**(shape or {}).get(snake(name), {}), **facts}) for name, facts in taken.items()
            if facts.get("required")}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def wiped(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path.removesuffix(".json"))


def key(operation: Operation) -> str:
    """The last path parameter as a property."""
    return snake(operation.path.rpartition("{")[2].partition("}")[0])


class Sweep:
    """Calls operations and remembers what it made, so that children find their parents."""

    def __init__(self, caller: Caller, operations: list[Operation]) -> None:
        self.caller = caller
        self.made: dict[tuple[str, str], str] = {}
        self.keys = {(operation.host, wiped(operation.path).rpartition("/")[0]): key(operation)
                     for operation in operations if wiped(operation.path).endswith("/{}")}
        shown = [operation for operation in operations
                 if wiped(operation.path).endswith("/{}") and "sid" in operation.shape.get("sid", {})]
        self.prefixes = {(operation.host, wiped(operation.path).rpartition("/")[0]):
                         {"sid": operation.shape["sid"]["sid"]} for operation in shown}

    def path(self, operation: Operation) -> str:
        """The path with the newest made resource at each parameter."""
        walked = ""
        for segment in operation.path.removesuffix(".json").strip("/").split("/"):
            if segment.startswith("{"):
                self.provide(operation, walked)
                name = segment.strip("{}")
                segment = quote(self.made.get((operation.host, walked)) or self.invented(operation, name), safe="")
            walked += "/" + segment
        return walked + (".json" if operation.path.endswith(".json") else "")

    def provide(self, operation: Operation, collection: str) -> None:
        """Has something made in a collection that no create of its own fills."""
        template = "/".join(operation.path.strip("/").split("/")[:collection.count("/")])
        make = MAKERS.get(f"{operation.host}/{wiped(template)}")
        if make and (operation.host, collection) not in self.made:
            made = make(self.caller, operation.host, collection)
            own = self.keys.get((operation.host, "/" + wiped(template)), "sid")
            self.made[(operation.host, collection)] = str(made[own] if own in key_names(made) else made["sid"])

    def invented(self, operation: Operation, name: str) -> str:
        """A key for something that nobody made; a SID where the answer shows one."""
        known = {"CountryCode": "US", "IsoCode": "US", "Revision": "1", "AccountSid": ACCOUNT}.get(name)
        return known or str(example({**self.prefix(operation, name), **operation.taken["path"][name]}))

    def prefix(self, operation: Operation, name: str) -> dict:
        """The SID's prefix that another operation's answer shows, where the path does not say it."""
        collection = wiped(operation.path.partition("{" + name + "}")[0]).rstrip("/")
        return self.prefixes.get((operation.host, collection), {})

    def call(self, operation: Operation) -> Reply:
        """One call with the required arguments; what it made is remembered under its collection."""
        path = self.path(operation)
        if operation.verb == "List":
            self.provide(operation, path.removesuffix(".json"))
        query = {**required(operation.taken["query"]), **QUERIES.get(operation.line, {})}
        target = path + ("?" + urlencode({name: as_form(value) for name, value in query.items()}, doseq=True) if query else "")
        body = {**required(operation.taken["parameter"], operation.shape), **self.special(operation),
                **self.named(operation, path)}
        form = {name: as_form(value) for name, value in body.items()} if operation.body == "form" else None
        headers = {name: str(example(facts)) for name, facts in operation.taken["header"].items()
                   if facts.get("required") and name != "Authorization"}
        reply = self.asker(operation).call(operation.method, operation.host, target, form, headers=headers,
                                 json_body=body if operation.body == "json" else None)
        if operation.name == "UpdateAuthTokenPromotion":
            self.caller = Caller(self.caller.url, password=reply["auth_token"])
        if operation.verb == "Create" and reply.status < 300 and isinstance(reply.body, dict):
            self.remember(operation, path.removesuffix(".json"), reply.body)
        return reply

    def asker(self, operation: Operation) -> Caller:
        """Whoever an operation admits."""
        return self.by_app if operation.host == ORGANIZATIONS else self.caller

    @cached_property
    def by_app(self) -> Caller:
        return self.caller.by_app()

    def special(self, operation: Operation) -> dict:
        """The arguments that must mean something, and SIDs of objects made before."""
        known = SPECIAL.get(operation.name, {})
        made = {name: sid for name, collection in LINKS.items() for (_, path), sid in self.made.items()
                if path.endswith(collection) and name in operation.taken["parameter"]}
        taken = known if operation.is_open else operation.taken["parameter"]
        return {**{name: value for name, value in known.items() if name in taken}, **made}

    def named(self, operation: Operation, path: str) -> dict:
        """The arguments that name what must be made first."""
        return ARGUMENTS[operation.line](self.caller, path) if operation.line in ARGUMENTS else {}

    def remember(self, operation: Operation, path: str, body: dict) -> None:
        """Under which name the new resource is found: its key in a path, else its SID."""
        if path == "/2010-04-01/Accounts":
            return
        own = self.keys.get((operation.host, wiped(operation.path)), "sid")
        for name in (own, "sid", "id", *(name for name in body if name.endswith("_sid") and name != "account_sid")):
            if isinstance(body.get(name), str | int) and not operation.path.removesuffix(".json").endswith("}"):
                self.made.setdefault((operation.host, path), str(body[name]))
                self.made.setdefault((operation.host, path.replace("/v2/Flows", "/v1/Flows")), str(body[name]))


def in_order(operations: list[Operation], verbs: dict[str, int] = ORDER) -> list[Operation]:
    """Parents before children, everything made before anything is deleted, deepest deleted first."""
    def rank(operation: Operation) -> tuple:
        depth, is_delete = operation.path.count("/"), operation.verb == "Delete"
        return (is_delete, -depth if is_delete else depth, verbs[operation.verb])
    return sorted(operations, key=rank)
