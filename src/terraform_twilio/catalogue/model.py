"""The catalogue's records: facts as the text states them, and the answers derived from them.

A fact that the text leaves out is None (or its stated default). Derived answers are properties: "requires
replacement" is not stored, it *is* "taken at creation and never after" (G1). The facts' meaning: `docs/seams.md`.
"""

from __future__ import annotations

from terraform_twilio.twilio.operations import Operation

ACCOUNT_PARAMETER = "AccountSid"

CREATE = "create"
UPDATE = "update"
KEPT = "kept"

REQUIRED = "required"
OPTIONAL = "optional"
OPTIONAL_COMPUTED = "optional+computed"
COMPUTED = "computed"


class Attribute:
    """One attribute and the names it travels under at Twilio."""

    FACTS = ("type", "required", "path", "create", "update", "header", "query", "sent_on", "response",
             "create_response", "always", "enum", "reported", "pattern", "sid", "min_length", "max_length", "minimum",
             "maximum", "normaliser", "sensitive", "unset", "clear", "volatile", "derived_from", "excludes", "refers_to",
             "not_in_list", "only_in_list", "local", "nested")
    __slots__ = ("name", *FACTS)

    def __init__(self, name: str, facts: dict) -> None:
        self.name = name
        for fact in self.FACTS:
            setattr(self, fact, facts.get(fact))

    @property
    def names_account(self) -> bool:
        """It says whose object this is (v2010); without it, the provider's account."""
        return self.path == ACCOUNT_PARAMETER and not self.required

    @property
    def is_argument(self) -> bool:
        """A practitioner may configure it."""
        return bool(self.required or self.create or self.update or self.header or self.query or self.local
                    or self.names_account)

    @property
    def is_returned(self) -> bool:
        """A read can tell its value, or it is part of the path and so always known."""
        return self.response is not None or self.path is not None

    @property
    def is_only_listed(self) -> bool:
        """No fetch has it, and no path needs it: only an element of a list knows it."""
        return bool(self.only_in_list) and self.path is None

    @property
    def empties(self) -> bool:
        """Proven: unset and empty are the same to Twilio (K2). An enum has no empty value that could be sent."""
        return bool(self.unset and self.unset.get("empty")) and not self.enum

    @property
    def has_default(self) -> bool:
        return bool(self.unset and "default" in self.unset)

    @property
    def configurability(self) -> str:
        """REQUIRED, OPTIONAL, OPTIONAL_COMPUTED or COMPUTED (K3, K4, K5, W3)."""
        if self.required and not self.is_asked_by_plan:
            return REQUIRED
        if not self.is_argument:
            return COMPUTED
        if not self.is_returned or (self.empties and self.is_updatable):
            return OPTIONAL
        return OPTIONAL_COMPUTED

    @property
    def is_asked_by_plan(self) -> bool:
        """Required, and null wherever Terraform generates a configuration: it is sensitive, or only making one takes it.
        The schema leaves it optional, and the plan of a create asks for it."""
        return self.required == CREATE or bool(self.required and self.sensitive and self.is_returned)

    def only_reports(self, value: object) -> bool:
        """Twilio says the value of an object, and never takes it."""
        return value in (self.reported or ())

    @property
    def is_updatable(self) -> bool:
        """An update takes it, a behaviour changes it in place, or only the state keeps it."""
        return bool(self.update) or self.local in (UPDATE, KEPT)

    @property
    def is_update_only(self) -> bool:
        """No create takes it: the update that follows does (trap 11)."""
        return bool(self.update) and not self.create

    @property
    def stays(self) -> bool:
        """Twilio has no empty value for it: removing it leaves what there is."""
        return bool(self.unset and self.unset.get("kept"))

    @property
    def elements(self) -> dict:
        """The arguments inside this one, by name; empty for an argument that is a value."""
        return {name: Attribute(name, {"type": self.type[1][name], **facts}) for name, facts in (self.nested or {}).items()}

    @property
    def is_computed(self) -> bool:
        return self.configurability in (COMPUTED, OPTIONAL_COMPUTED)

    @property
    def requires_replace(self) -> bool:
        """Taken at creation (or part of the path) and never after (G1)."""
        return (self.is_argument and not self.is_updatable
                and bool(self.create or self.path or self.local))

    @property
    def wire_type(self) -> object:
        """The type in Terraform's words (`terraform.types`)."""
        return _terraform_type(self.type)


_PLAIN = {"string": "string", "json": "string", "bool": "bool", "int": "number", "number": "number"}


def _terraform_type(type_: object) -> object:
    if isinstance(type_, str):
        return _PLAIN[type_]
    kind, inner = type_
    if kind == "object":
        return ["object", {name: _terraform_type(element) for name, element in inner.items()}]
    return [kind, _terraform_type(inner)]


class Entry:
    """One group of Twilio's operations: a resource type, its data sources, or both."""

    FACTS = ("group", "host", "resource", "singular", "plural", "items", "page_size", "member_of",
             "delete_by_update", "gone", "settle", "stages", "in_use", "timeouts", "renews", "destroy", "loss",
             "left_out", "successor")
    __slots__ = ("aliases", "attributes", "class_", "filters", "id", "name", "official", "one_of",
                 "operations", "queries", "without", *FACTS)

    def __init__(self, name: str, facts: dict) -> None:
        self.name = name
        for fact in self.FACTS:
            setattr(self, fact, facts.get(fact))
        self.class_ = facts.get("class")
        self.id = facts.get("id") or []
        self.one_of = facts.get("one_of") or []
        self.aliases = facts.get("aliases") or []
        self.official = facts.get("official") or []
        self.without = facts.get("without") or {}
        self.operations = {verb: operation_of(verb, self.host, spelled)
                           for verb, spelled in (facts.get("operations") or {}).items()}
        self.attributes = _attributes(facts, "attributes")
        self.filters = _attributes(facts, "filters")
        self.queries = _attributes(facts, "queries")

    @property
    def product(self) -> str:
        """`proxy_v1` of `proxy_v1/service`."""
        return self.name.partition("/")[0]

    @property
    def is_adopted(self) -> bool:
        """Nothing creates it: managing one means taking over what exists."""
        return "create" not in self.operations

    @property
    def is_only_forgotten(self) -> bool:
        """Destroying one leaves Twilio's object as it is."""
        return "delete" not in self.operations and not self.delete_by_update and not self.destroy

    @property
    def account_attribute(self) -> Attribute | None:
        """The v2010 attribute that names the owner, where the path has one."""
        return next((attribute for attribute in self.attributes.values() if attribute.names_account), None)


def _attributes(facts: dict, section: str) -> dict:
    return {name: Attribute(name, attribute) for name, attribute in (facts.get(section) or {}).items()}


def operation_of(verb: str, host: str, spelled: str) -> Operation:
    """`"POST /v1/Services json"` as an operation; only a create may not be repeated blindly."""
    method, path, *body = spelled.split(" ")
    carries = "json" if "json" in body else "form"
    return Operation(method, host, path, carries, repeatable=verb != "create")
