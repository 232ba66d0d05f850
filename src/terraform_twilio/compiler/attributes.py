"""The attributes of an entry: what is sent, where it travels, what comes back, which of the two are one attribute."""

from __future__ import annotations

from terraform_twilio.compiler import facts
from terraform_twilio.compiler.answers import Answers
from terraform_twilio.compiler.documents import Operation, Parameter
from terraform_twilio.compiler.naming import snake

PAGING = {"PageSize", "Page", "PageToken", "Token", "Size"}
SENT_ROLES = ("create", "update", "delete", "fetch", "list")


def attributes(operations: dict[str, Operation], answers: Answers, *, account_in_path: bool,
               is_managed: bool) -> dict[str, dict]:
    """All attributes of an entry by name, from the operations it uses. `is_managed`: it is a resource type's, too."""
    found: dict[str, dict] = {}
    for role in SENT_ROLES:
        if role in operations:
            _add_parameters(found, role, operations[role], is_managed=is_managed)
    for role in ("create", "update"):
        if role in operations:
            _add_body(found, role, operations[role])
    _mark_required(found, operations, account_in_path=account_in_path)
    answers.add_to(found)
    _mark_secrets(found)
    return dict(sorted(found.items()))


def _add_parameters(found: dict[str, dict], role: str, operation: Operation, *, is_managed: bool) -> None:
    for parameter in operation.parameters:
        if parameter.place == "path":
            _add(found, parameter.name, parameter.schema)["path"] = parameter.name
        elif parameter.place == "header" or role not in ("list", "fetch") or (role == "fetch" and is_managed):
            _send(_add(found, parameter.name, parameter.schema), parameter, role)


def _add(found: dict[str, dict], wire_name: str, schema: dict) -> dict:
    """The attribute's facts, begun or widened by what one operation says about it."""
    attribute = found.setdefault(snake(wire_name), {"type": facts.argument_type(schema)})
    for fact, value in facts.admitted(schema).items():
        attribute.setdefault(fact, value)
    if "sid" in attribute:
        attribute.pop("pattern", None)
    return attribute


def _send(attribute: dict, parameter: Parameter, role: str) -> None:
    attribute[parameter.place] = parameter.name
    attribute["sent_on"] = sorted({*attribute.get("sent_on", ()), role})


def _add_body(found: dict[str, dict], role: str, operation: Operation) -> None:
    for wire_name, schema in _body_fields(operation).items():
        attribute = _add(found, wire_name, schema)
        attribute[role] = wire_name
        _normalise(attribute, schema)
        if role == "update" and wire_name in operation.body_required:
            attribute["always"] = True


def _body_fields(operation: Operation) -> dict[str, dict]:
    """The parameters of the body; of a JSON body that the documents leave empty, what its answer shows."""
    is_undeclared = operation.body == "json" and not operation.body_fields
    return (operation.answer or {}) if is_undeclared else operation.body_fields


def _normalise(attribute: dict, schema: dict) -> None:
    normaliser = facts.normaliser(schema, attribute["type"])
    if normaliser:
        attribute.setdefault("normaliser", normaliser)


def _mark_required(found: dict[str, dict], operations: dict[str, Operation], *, account_in_path: bool) -> None:
    """Required is what the create demands; without a create, what any other operation demands."""
    first = [operations["create"]] if "create" in operations else list(operations.values())
    writing = operations.get("create") or operations.get("update")
    demanded = {snake(name) for operation in first for name in operation.path_names}
    demanded |= {snake(name) for name in (writing.body_required if writing else ())}
    demanded |= {snake(p.name) for p in (writing.parameters if writing else ()) if p.required and p.place == "header"}
    for name in demanded - ({"account_sid"} if account_in_path else set()):
        found[name]["required"] = True


def _mark_secrets(found: dict[str, dict]) -> None:
    for name, attribute in found.items():
        if facts.is_secret(name, attribute["type"]):
            attribute["sensitive"] = True


def queries(operation: Operation | None) -> dict[str, dict]:
    """The query parameters of a reading operation by attribute name, paging left out."""
    found: dict[str, dict] = {}
    for parameter in operation.parameters if operation else ():
        if parameter.place == "query" and parameter.name not in PAGING:
            required = {"required": True} if parameter.required else {}
            found[snake(parameter.name)] = {
                "type": facts.argument_type(parameter.schema), "query": parameter.name, **required,
                **facts.admitted(parameter.schema), **facts.moment(parameter.schema)}
    return dict(sorted(found.items()))
