"""One account in which data sources are read: core's model, an outsider, and what was put there."""

from __future__ import annotations

import copy
import json
import re
import urllib.parse
from collections.abc import Callable

from core import Core, Reference
from lifecycle.configurations import Configuration
from lifecycle.data_sources.inventing import sid_like
from lifecycle.data_sources.seeding import Place, Seeds
from lifecycle.data_sources.sources import Source
from lifecycle.facts import PARAMETER
from lifecycle.life import Life, Stage
from lifecycle.values import fitting
from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.engine import build

SUBJECT = "subject"
# A state of the emulator lasts two reads at most; one that outlasts three has come to rest.
LASTING, STEPS = 3, 12


class Reader(Life):
    """A life whose data source is `source`."""

    def __init__(self, stage: Stage, source: Source) -> None:
        self.source = source
        super().__init__(stage, source.entry)

    def begin_anew(self) -> None:
        super().begin_anew()
        self.seeds = Seeds(self.stage.emulator, self.account["account_sid"], self.salt)

    def place(self, turn: int = 0) -> Place:
        """Where the data source's operation finds something; the SIDs are those that the catalogue asks for."""
        method, path, _ = self.entry.verbs[self.source.verb]
        place = self.seeds.place(self.entry.host, method, path, turn)
        wanted = list(map(self.source.attribute_of, self.source.parameters))
        turns = [0] * (len(wanted) - 1) + [turn]
        return place._replace(values=[
            value if not one.sid or value[:2] in one.sid else sid_like(one.sid[0], one.name, its_turn, self.salt)
            for one, value, its_turn in zip(wanted, place.values, turns, strict=False)])

    def listing(self) -> Operation:
        """The operation that is searched."""
        method, path, _ = self.entry.verbs["list"]
        return self.seeds.place(self.entry.host, method, path).operation

    def arguments(self, place: Place, **more: object) -> dict:
        """The arguments that address a place, with what the query cannot do without."""
        given = zip(map(self.source.attribute_of, self.source.parameters), place.values, strict=True)
        addressed = {one.name: int(value) if one.type == "int" else value for one, value in given if not one.is_account}
        return {**addressed, **self.needed(), **more}

    def needed(self) -> dict:
        """The query parameters that are required, or that say which object is meant."""
        return {name: fitting(one, 0, self.salt) for name, one in self.source.addressing_queries.items()}

    # --- reading -----------------------------------------------------------------------------------------------------

    def read(self, arguments: dict, core: Core | None = None) -> dict:
        """The state of the data source; raises core's Failed."""
        address = f"data.{self.source.name}.{SUBJECT}"
        return (core or self.core).plan({address: (self.source.name, arguments)}).data[address]

    def read_beside(self, configuration: Configuration, arguments: dict) -> dict:
        """The state of the data source in one configuration with what it refers to."""
        address = f"data.{self.source.name}.beside"
        return self.core.plan({**configuration.blocks, address: (self.source.name, arguments)}).data[address]

    def referring(self, configuration: Configuration) -> dict:
        """The arguments that address the configuration's subject, as references to it."""
        given = map(self.source.attribute_of, self.source.parameters)
        names = {one.name for one in given if not one.is_account}
        names |= self.source.addressing_queries.keys()
        subject = configuration.subject
        return {name: Reference(subject, name) for name in sorted(names) if name in self.entry.attributes} | {
            name: value for name, value in self.needed().items() if name not in self.entry.attributes}

    def with_small_pages(self, size: int) -> Core:
        """The same account, read by a provider whose catalogue says that a page holds less."""
        facts = self.entry.facts | ({"page_size": size} if self.entry.page_size else {})
        schemas = copy.copy(self.stage.schemas)
        schemas.entries = build.entries_table([(self.entry.name, facts)])
        core = Core(schemas.new_provider(), schemas)
        arguments = core.calls.provider.type_of_provider()[1]
        core.configure(dict.fromkeys(arguments) | self.account | {"endpoint": self.stage.emulator.url})
        return core

    # --- the outsider ------------------------------------------------------------------------------------------------

    def told(self, place: Place, query: dict | None = None) -> dict | list:
        """What the API answers at a place; asked until what changes by itself has come to rest."""
        return at_rest(lambda: self._asked(place, query))

    def settled(self) -> dict | None:
        """What the resource of this life is to an outsider, once what changes by itself has come to rest."""
        return at_rest(self.fetched)

    def elements(self, place: Place, query: dict | None = None) -> list:
        """The elements of a list, on one page."""
        payload = self.told(place, {"PageSize": self.entry.page_size or 1000} | (query or {}))
        return payload[self.entry.items] if self.entry.items else payload

    def is_there(self, place: Place, query: dict) -> bool:
        """Whether the API has something at a place: a singleton, a price list, what Twilio itself keeps."""
        return self._answered(place, query)[0] < 400

    def pattern(self, place: Place) -> dict:
        """The requests of a place's operation, as a fault names them."""
        pieces = "[^/]+".join(re.escape(piece) for piece in PARAMETER.split(place.operation.path)[::2])
        return {"method": place.operation.method, "host": re.escape(place.operation.host), "path": f"^{pieces}$"}

    def _asked(self, place: Place, query: dict | None) -> dict | list:
        status, payload = self._answered(place, query)
        assert status < 400, f"the outsider's {place.operation.line} was answered {status}: {payload}"
        return payload

    def _answered(self, place: Place, query: dict | None) -> tuple:
        values = iter(place.values)
        path = PARAMETER.sub(lambda _: urllib.parse.quote(next(values), safe=""), place.operation.path)
        pairs = [(name, _text(one)) for name, value in (query or {}).items()
                 for one in (value if isinstance(value, list) else [value])]
        target = f"/{place.operation.host}{path}?{urllib.parse.urlencode(pairs)}"
        return self.remote.send(place.operation.method, target)


def at_rest(ask: Callable[[], object]) -> object:
    """The answer that no longer changes by itself."""
    answers = [ask() for _ in range(LASTING)]
    while any(one != answers[-1] for one in answers[-LASTING:]) and len(answers) < STEPS:
        answers.append(ask())
    return answers[-1]


def _text(value: object) -> str:
    return json.dumps(value) if isinstance(value, bool | dict) else str(value)
