"""Reading what Terraform does not manage: one object by its path values, or all of a list (D1–D4)."""

from __future__ import annotations

from terraform_twilio.catalogue.model import Attribute, Entry
from terraform_twilio.catalogue.resource_type import ID, ResourceType
from terraform_twilio.engine import diagnose, validate
from terraform_twilio.engine.identity import with_id
from terraform_twilio.engine.session import addressed_account
from terraform_twilio.engine.translate import MISSING, account_of, answered, arguments_for
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

ITEMS = "items"


class DataSource:
    """A data source under its name: `arguments` may be configured, `results` are what Twilio says of one object."""

    __slots__ = ("entry", "name", "plural")

    def __init__(self, name: str, entry: Entry, *, plural: bool) -> None:
        self.name = name
        self.entry = entry
        self.plural = plural

    @property
    def verb(self) -> str:
        if self.plural:
            return "list"
        return "lookup" if "lookup" in self.entry.operations else "fetch"

    @property
    def path_attributes(self) -> list[Attribute]:
        path = self.entry.operations[self.verb].path
        return [attribute for attribute in self.entry.attributes.values()
                if any(wire_name and f"{{{wire_name}}}" in path for wire_name in (attribute.path, attribute.query))]

    @property
    def arguments(self) -> dict:
        """The path's attributes, and the query parameters of the call."""
        asked = self.entry.filters if self.plural else self.entry.queries
        return {**{attribute.name: attribute for attribute in self.path_attributes}, **asked}

    @property
    def results(self) -> dict:
        return {name: attribute for name, attribute in self.entry.attributes.items()
                if attribute.response and not (self.plural and attribute.not_in_list)}

    @property
    def wire_types(self) -> dict:
        types = {name: attribute.wire_type for name, attribute in self.arguments.items()}
        results = {name: attribute.wire_type for name, attribute in self.results.items()}
        if self.plural:
            return {**types, ITEMS: ["list", ["object", results]]}
        return {ID: "string", **results, **types}

    def requires(self, attribute: Attribute) -> bool:
        """Path values have no default but the account's (v2010); a query parameter is required where Twilio says so."""
        return bool(attribute.required) or (attribute.name not in self._asked and not attribute.names_account)

    @property
    def _asked(self) -> dict:
        return self.entry.filters if self.plural else self.entry.queries


def validate_config(source: DataSource, config: dict) -> list[Diagnostic]:
    missing = [diagnose.required_is_null(attribute) for attribute in source.arguments.values()
               if source.requires(attribute) and config.get(attribute.name) is None]
    configured = {name: value for name, value in config.items() if value is not None}
    given = [attribute for name, attribute in source.arguments.items() if name in configured]
    return missing + validate.arguments(given, configured)


def read_data_source(session: Session, source: DataSource, config: dict) -> tuple[dict | None, list[Diagnostic]]:
    try:
        return (_plural if source.plural else _singular)(session, source, config), []
    except ResponseError as problem:
        if problem.is_not_found:
            return None, [diagnose.not_found(source.name, _criteria(source, config))]
        return None, [_failed(source, problem)]
    except TwilioError as problem:
        return None, [_failed(source, problem)]


def _failed(source: DataSource, problem: TwilioError) -> Diagnostic:
    return diagnose.failed("read", ResourceType(source.name, source.entry), problem)


def _criteria(source: DataSource, config: dict) -> dict:
    return {name: config[name] for name, attribute in source.arguments.items()
            if config.get(name) is not None and not attribute.sensitive}


def _singular(session: Session, source: DataSource, config: dict) -> dict:
    resource_type, operation = ResourceType(source.name, source.entry), source.entry.operations[source.verb]
    arguments = arguments_for(resource_type, source.verb, operation, config, {})
    arguments.query.update(_query(source, config))
    payload = session.client.call(operation, arguments, account_sid=addressed_account(resource_type, config)).payload
    state = {**_result(source, payload), **_configured(source, config)}
    for attribute in source.path_attributes:
        if attribute.names_account and state.get(attribute.name) is None:
            state[attribute.name] = session.client.account_sid
    return with_id(resource_type, {ID: None, **state}, account_of(state) or session.client.account_sid)


def _plural(session: Session, source: DataSource, config: dict) -> dict:
    resource_type = ResourceType(source.name, source.entry)
    elements = session.elements(resource_type, config, _query(source, config))
    return {**_configured(source, config), ITEMS: [_result(source, element) for element in elements]}


def _configured(source: DataSource, config: dict) -> dict:
    """D2: what is configured comes back as it is written; a result of the same name fills what is not."""
    kept = {name: config.get(name) for name in source.arguments}
    if source.plural:
        return kept
    return {name: value for name, value in kept.items() if value is not None or name not in source.results}


def _query(source: DataSource, config: dict) -> dict:
    asked = source.entry.filters if source.plural else source.entry.queries
    return {attribute.query: config[name] for name, attribute in asked.items()
            if config.get(name) is not None and config[name] is not UNKNOWN}


def _result(source: DataSource, payload: dict) -> dict:
    told = {name: answered(attribute, payload) for name, attribute in source.results.items()}
    return {name: None if value is MISSING else value for name, value in told.items()}
