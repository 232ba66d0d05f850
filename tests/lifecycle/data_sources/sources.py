"""The data sources of the catalogue, as the tests read its text: none of the engine's own derivations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lifecycle.facts import PARAMETER, Attribute, Entry, read_entries

# What a practitioner knows an object by when its SID is not at hand (issue of the founding plan: data sources).
NAMES = ("unique_name", "friendly_name", "phone_number")


@dataclass(frozen=True)
class Source:
    """One data source: `entry` read by its fetch, or by its list when it is plural."""

    name: str
    entry: Entry
    is_plural: bool

    def __str__(self) -> str:
        return self.name

    @property
    def verb(self) -> str:
        """The operation it is read with."""
        if self.is_plural:
            return "list"
        return "lookup" if "lookup" in self.entry.verbs else "fetch"

    @property
    def path(self) -> str:
        return self.entry.verbs[self.verb][1]

    @cached_property
    def parameters(self) -> list:
        """The names in the path, in order."""
        return PARAMETER.findall(self.path)

    def attribute_of(self, parameter: str) -> Attribute:
        """The attribute that fills a parameter of the path."""
        return next(one for one in self.entry.attributes.values() if parameter in (one.path, one.query))

    @property
    def results(self) -> list:
        """The attributes that an answer fills."""
        hidden = "not_in_list" if self.is_plural else "only_in_list"
        return [one for one in self.entry.attributes.values()
                if one.response and not (one.facts.get(hidden) and (self.is_plural or not one.path))]

    @property
    def asked(self) -> dict:
        """The query parameters that are arguments."""
        return self.entry.filters if self.is_plural else self.entry.queries

    @property
    def addressing_queries(self) -> dict:
        """Those without which there is nothing to read."""
        return {name: one for name, one in self.asked.items()
                if one.required or (not self.is_plural and name in (self.entry.id or []))}

    @property
    def own(self) -> Attribute | None:
        """The one id value that is the object's and not its parents', where a list can find it."""
        listed = self.entry.verbs.get("list")
        if self.is_plural or listed is None or set(PARAMETER.findall(listed[1])) - set(self.parameters):
            return None
        own = [one for parameter in self.parameters if f"{{{parameter}}}" not in listed[1]
               and (one := self.attribute_of(parameter)).response]
        return own[0] if len(own) == 1 else None

    @property
    def searched(self) -> dict:
        """What may stand in for the own id, by name: filters of the list, and names."""
        if self.own is None:
            return {}
        told = {one.name: one for one in self.results}
        named = {name: told[name] for name in NAMES if name in told}
        filters = {name: told.get(name, one) for name, one in self.entry.filters.items()}
        return {name: one for name, one in {**named, **filters}.items() if name != self.own.name}


def read_sources() -> list:
    """Every data source, singular before plural."""
    entries = read_entries().values()
    return [Source(one.facts[kind], one, kind == "plural") for kind in ("singular", "plural")
            for one in entries if kind in one.facts]
