"""A resource type or data source under one of its names: the entry, and what that name changes."""

from __future__ import annotations

from terraform_twilio.catalogue.model import Attribute, Entry

PATH_ACCOUNT = "path_account_sid"
ACCOUNT = "account_sid"
ID = "id"
TIMEOUTS = "timeouts"


class ResourceType:
    """An entry as one type name shows it.

    `attributes`: the entry's, less those that this alias omits. `takes_path_account`: an official name of a v2010
    type, which also takes `path_account_sid` for `account_sid` (Q3). `has_own_id`: the API has a property `id`.
    """

    __slots__ = ("attributes", "entry", "name", "takes_path_account")

    def __init__(self, name: str, entry: Entry) -> None:
        omitted = entry.without.get(name, ())
        self.name = name
        self.entry = entry
        self.attributes = {key: attribute for key, attribute in entry.attributes.items()
                           if key not in omitted and not (attribute.is_only_listed and "fetch" in entry.operations)}
        self.takes_path_account = name in entry.official and entry.account_attribute is not None

    @property
    def omitted(self) -> list:
        return list(self.entry.without.get(self.name, ()))

    @property
    def has_own_id(self) -> bool:
        return ID in self.attributes

    @property
    def arguments(self) -> list[Attribute]:
        return [attribute for attribute in self.attributes.values() if attribute.is_argument]

    @property
    def wire_types(self) -> dict:
        """The Terraform type of every attribute, those that the engine adds included."""
        types = {name: attribute.wire_type for name, attribute in self.attributes.items()}
        types.setdefault(ID, "string")
        if self.takes_path_account:
            types[PATH_ACCOUNT] = "string"
        if self.entry.timeouts:
            types[TIMEOUTS] = ["object", dict.fromkeys(self.entry.timeouts, "string")]
        return types
