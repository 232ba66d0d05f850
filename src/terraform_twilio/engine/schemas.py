"""The schemas of everything the provider offers. Build time only: the launch path sends the finished bytes."""

from __future__ import annotations

from terraform_twilio.catalogue import model
from terraform_twilio.catalogue.resource_type import ID, PATH_ACCOUNT, TIMEOUTS, ResourceType
from terraform_twilio.engine.configuration import ARGUMENTS
from terraform_twilio.engine.data_source import ITEMS, DataSource
from terraform_twilio.engine.upgrade import SCHEMA_VERSION
from terraform_twilio.terraform import schema

_ID_DESCRIPTION = "The id that `terraform import` takes: the values that address it, joined by `/`."


def of_provider() -> schema.Schema:
    attributes = [schema.Attribute(name, "string", optional=True, sensitive=sensitive, description=description)
                  for name, (sensitive, description) in ARGUMENTS.items()]
    return schema.Schema(attributes, description="Manages a Twilio account.")


def of_resource(resource_type: ResourceType, descriptions: dict) -> schema.Schema:
    """One resource type's schema under one of its names (K3–K5, W3, Q1, Q3)."""
    attributes = [_attribute(attribute, descriptions) for attribute in resource_type.attributes.values()]
    if not resource_type.has_own_id:
        attributes.append(schema.Attribute(ID, "string", computed=True, description=_ID_DESCRIPTION))
    if resource_type.takes_path_account:
        attributes.append(schema.Attribute(PATH_ACCOUNT, "string", optional=True, deprecated=True,
                                           description="The older name of `account_sid`."))
    if resource_type.entry.timeouts:
        attributes.append(_timeouts(resource_type.entry.timeouts))
    return schema.Schema(_sorted(attributes), version=SCHEMA_VERSION, description=descriptions.get("", ""))


def _timeouts(defaults: dict) -> schema.Attribute:
    operations = [schema.Attribute(operation, "string", optional=True, description=f"For {operation}; `{duration}` by default.")
                  for operation, duration in sorted(defaults.items())]
    return schema.Attribute(TIMEOUTS, nested=schema.Nested(operations), optional=True,
                            description="How long to wait for Twilio, as durations such as `30s` or `10m`.")


def of_data_source(source: DataSource, descriptions: dict) -> schema.Schema:
    attributes = {} if source.plural else {
        name: schema.Attribute(name, attribute.wire_type, computed=True, sensitive=bool(attribute.sensitive),
                               description=descriptions.get(name, ""))
        for name, attribute in source.results.items()}
    if not source.plural:
        attributes[ID] = schema.Attribute(ID, "string", computed=True, description=_ID_DESCRIPTION)
    for name, attribute in source.arguments.items():
        attributes[name] = _asked(source, attribute, descriptions)
    if source.plural:
        attributes[ITEMS] = _items(source, descriptions)
    description = f"{descriptions.get('', '')} {_reads(source)}".lstrip()
    return schema.Schema(_sorted(list(attributes.values())), description=description)


def _reads(source: DataSource) -> str:
    """How many objects it reads, and how they are chosen."""
    if source.plural:
        return "The data source lists all of them, or those that its filters let through." if source.entry.filters \
            else "The data source lists all of them."
    if not source.searched_by:
        return "The data source reads one."
    return f"The data source reads one: by its `{source.own.name}`, or else the only one that fits everything else it is given."


def _attribute(attribute: model.Attribute, descriptions: dict) -> schema.Attribute:
    kind = attribute.configurability
    return schema.Attribute(
        attribute.name, None if attribute.nested else attribute.wire_type, nested=_nested(attribute, descriptions),
        description=descriptions.get(attribute.name, ""),
        sensitive=bool(attribute.sensitive), required=kind == model.REQUIRED,
        optional=kind in (model.OPTIONAL, model.OPTIONAL_COMPUTED),
        computed=kind in (model.COMPUTED, model.OPTIONAL_COMPUTED))


def _nested(attribute: model.Attribute, descriptions: dict) -> schema.Nested | None:
    """The arguments inside an argument."""
    if not attribute.nested:
        return None
    return schema.Nested([
        schema.Attribute(name, inner.wire_type, required=bool(inner.required), optional=not inner.required,
                         description=descriptions.get(f"{attribute.name}.{name}", ""))
        for name, inner in sorted(attribute.elements.items())])


def _asked(source: DataSource, attribute: model.Attribute, descriptions: dict) -> schema.Attribute:
    required = source.requires(attribute)
    told = attribute.name in source.results or attribute.names_account
    text = descriptions.get(f"filters.{attribute.name}") or descriptions.get(attribute.name, "")
    return schema.Attribute(attribute.name, attribute.wire_type, required=required, optional=not required,
                            computed=not required and told and not source.plural, description=text,
                            sensitive=bool(attribute.sensitive))


def _items(source: DataSource, descriptions: dict) -> schema.Attribute:
    attributes = [schema.Attribute(name, attribute.wire_type, computed=True, sensitive=bool(attribute.sensitive),
                                   description=descriptions.get(name, ""))
                  for name, attribute in source.results.items()]
    return schema.Attribute(ITEMS, nested=schema.Nested(_sorted(attributes), schema.LIST), computed=True,
                            description="Every object that the list holds, all pages of it.")


def _sorted(attributes: list) -> list:
    return sorted(attributes, key=lambda attribute: attribute.name)
