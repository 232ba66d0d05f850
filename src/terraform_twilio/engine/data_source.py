"""Reading what Terraform does not manage (D1–D4): all of a list, or one object, by its path values or by searching.

A singular data source whose object stands in a list may be searched for: instead of its own id it takes the list's
filters, and `unique_name`, `friendly_name` or `phone_number`. Exactly one object must match.
"""

from __future__ import annotations

from terraform_twilio.catalogue.model import Attribute, Entry
from terraform_twilio.catalogue.resource_type import ID, ResourceType
from terraform_twilio.engine import behaviours, diagnose, validate
from terraform_twilio.engine.identity import id_of, percent_encode
from terraform_twilio.engine.normalise import same
from terraform_twilio.engine.session import addressed_account
from terraform_twilio.engine.translate import MISSING, account_of, answered, arguments_for
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

ITEMS = "items"
# What a practitioner knows an object by when its SID is not at hand.
_NAMES = ("unique_name", "friendly_name", "phone_number")
_CANDIDATES = 10


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
        """The path's attributes, the query parameters and headers of the call, and what may be searched by."""
        return {**self.searched_by, **{attribute.name: attribute for attribute in self.path_attributes}, **self.headers,
                **self.asked}

    @property
    def headers(self) -> dict:
        return {name: attribute for name, attribute in self.entry.attributes.items()
                if attribute.header and self.verb in (attribute.sent_on or ())}

    @property
    def own(self) -> Attribute | None:
        """The path value that stands for the object itself and may be found by searching; parents are not."""
        listed = self.entry.operations.get("list")
        if self.plural or listed is None:
            return None
        addressing = self.path_attributes
        parents = [attribute for attribute in addressing if f"{{{attribute.path}}}" in listed.path]
        own = [attribute for attribute in addressing if attribute.response and attribute not in parents]
        return own[0] if len(own) == 1 and listed.path.count("{") == len(parents) else None

    @property
    def searched_by(self) -> dict:
        """The attributes that may stand in for the object's own id."""
        if self.own is None:
            return {}
        named = {name: self.results[name] for name in _NAMES if name in self.results}
        filters = {name: self.results.get(name, attribute) for name, attribute in self.entry.filters.items()}
        return {name: attribute for name, attribute in {**named, **filters}.items() if name != self.own.name}

    @property
    def results(self) -> dict:
        return {name: attribute for name, attribute in self.entry.attributes.items()
                if attribute.response and not (attribute.not_in_list if self.plural else attribute.is_only_listed)}

    @property
    def wire_types(self) -> dict:
        types = {name: attribute.wire_type for name, attribute in self.arguments.items()}
        results = {name: attribute.wire_type for name, attribute in self.results.items()}
        if self.plural:
            return {**types, ITEMS: ["list", ["object", results]]}
        return {ID: "string", **results, **types}

    def requires(self, attribute: Attribute) -> bool:
        """Path values have no default but the account's (v2010); a query parameter is required where Twilio says so,
        or where it is what addresses the object."""
        if attribute.name in self.asked:
            return bool(attribute.required) or (not self.plural and attribute.name in self.entry.id)
        return attribute in self.path_attributes and not (attribute.names_account or attribute is self.own)

    @property
    def asked(self) -> dict:
        return self.entry.filters if self.plural else self.entry.queries


def validate_config(source: DataSource, config: dict) -> list[Diagnostic]:
    missing = [diagnose.required_is_null(attribute) for attribute in source.arguments.values()
               if source.requires(attribute) and config.get(attribute.name) is None]
    configured = {name: value for name, value in config.items() if value is not None}
    given = [attribute for name, attribute in source.arguments.items() if name in configured]
    return missing + _search_problems(source, configured) + validate.arguments(given, configured) \
        + validate.arguments(_filters_behind(source, configured), configured)


def _filters_behind(source: DataSource, configured: dict) -> list[Attribute]:
    """The list's own facts on what is searched by, where the argument has the result's."""
    return [attribute for name, attribute in source.entry.filters.items()
            if name in configured and name in source.searched_by and name in source.results
            and attribute.wire_type == source.results[name].wire_type]


def _search_problems(source: DataSource, configured: dict) -> list[Diagnostic]:
    """Either the object's own id or something to search by."""
    if source.own is None or not source.searched_by:
        return []
    searched = sorted(source.searched_by.keys() & configured.keys())
    if source.own.name in configured:
        return [diagnose.id_and_search(source.own.name, searched)] if searched else []
    if not searched:
        return [diagnose.needs_one_of([source.own.name, *sorted(source.searched_by)])]
    return [diagnose.required_is_null(attribute) for name, attribute in source.entry.filters.items()
            if attribute.required and name not in configured]


def read_data_source(session: Session, source: DataSource, config: dict) -> tuple[dict | None, list[Diagnostic]]:
    try:
        return (_plural if source.plural else _singular)(session, source, config), []
    except Ambiguous as problem:
        return None, [diagnose.not_one(source.name, _criteria(source, config), problem.ids, problem.many)]
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
    addressed = _addressed(session, source, resource_type, config)
    arguments = arguments_for(resource_type, source.verb, operation, addressed, {})
    arguments.query.update(_query(source, config))
    payload = session.client.call(operation, arguments, account_sid=addressed_account(resource_type, config)).payload
    payload = behaviours.of(source.entry).fetched(session, resource_type, addressed, payload)
    state = {**_result(source, payload), **_configured(source, addressed)}
    for attribute in source.path_attributes:
        if attribute.names_account and state.get(attribute.name) is None:
            state[attribute.name] = session.client.account_sid
    if resource_type.has_own_id:
        return state
    return {ID: _id_of(source, resource_type, state, account_of(state) or session.client.account_sid), **state}


def _id_of(source: DataSource, resource_type: ResourceType, state: dict, account_sid: str) -> str:
    """The id of the resource; where the answer does not say all of it, what addressed the object."""
    addressing = [state[attribute.name] for attribute in source.path_attributes if not attribute.names_account]
    addressed_by = "/".join(percent_encode(str(value)) for value in addressing)
    return id_of(resource_type, state, account_sid) or addressed_by or account_sid


def _addressed(session: Session, source: DataSource, resource_type: ResourceType, config: dict) -> dict:
    """The configuration, with the object's own id found by searching where it is not configured; raises Ambiguous."""
    own = source.own
    if own is None or config.get(own.name) is not None or not source.searched_by:
        return config
    query = {attribute.query: config[name] for name, attribute in source.entry.filters.items()
             if config.get(name) is not None}
    found = [element for element in session.elements(resource_type, config, query) if _matches(source, element, config)]
    if len(found) != 1:
        raise Ambiguous([str(answered(own, element)) for element in found[:_CANDIDATES]], len(found))
    return {**config, own.name: answered(own, found[0])}


class Ambiguous(Exception):
    """A search that found none, or more than one: the `ids` of the first few, and how `many` there are."""

    def __init__(self, ids: list[str], many: int) -> None:
        super().__init__(ids, many)
        self.ids = ids
        self.many = many


def _matches(source: DataSource, element: dict, config: dict) -> bool:
    """Twilio's filters may match loosely, and names are no filters everywhere: what can be compared is."""
    return all(_is_said(attribute, answered(attribute, element), config[name])
               for name, attribute in source.searched_by.items()
               if attribute.response and config.get(name) is not None and not _is_moment(source, name))


def _is_moment(source: DataSource, name: str) -> bool:
    """Whether a filter takes a date: Twilio alone compares it, with a property that is spelled in another way."""
    return name in source.entry.filters and source.entry.filters[name].normaliser in validate.MOMENTS


def _is_said(attribute: Attribute, answer: object, wanted: object) -> bool:
    """Whether an element has the wanted value, or all the wanted ones among several."""
    if isinstance(answer, list) and isinstance(wanted, list):
        return all(one in answer for one in wanted)
    return same(attribute, answer, wanted)


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
    return {attribute.query: config[name] for name, attribute in source.asked.items()
            if config.get(name) is not None and config[name] is not UNKNOWN}


def _result(source: DataSource, payload: dict) -> dict:
    told = {name: answered(attribute, payload) for name, attribute in source.results.items()}
    return {name: None if value is MISSING else value for name, value in told.items()}
