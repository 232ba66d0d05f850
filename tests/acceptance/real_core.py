"""The real terraform behind the methods of the tests' model of it (core.Core), so that one case runs on both."""

from __future__ import annotations

from acceptance.lockstep import Lockstep, Wish
from acceptance.shown import Kept, Plan
from core.calls import Kind
from core.configuration import is_data


class Heard:
    """What reaches us of what the provider says: the warnings, and no log of the calls."""

    def __init__(self) -> None:
        self.warnings: list = []
        self.log: list = []


class Destruction:
    """The plan to destroy everything, of which nothing is done before it is applied."""


class RealCore:
    """One life's working directory, which is a part of a group's for the time of a command.

    `mark` is at the end of all its names, `alias` the provider configuration with `settings`, `provider` the name of the
    process that is dialled.
    """

    def __init__(self, lockstep: Lockstep, schemas: object, settings: dict, mark: int, *, alias: str,
                 provider: str = "usual") -> None:
        self.lockstep = lockstep
        self.schemas = schemas
        self.settings = settings
        self.mark = mark
        self.alias = alias
        self.provider = provider
        self.calls = Heard()
        self.state: dict[str, Kept] = {}
        self.others: dict[str, Kept] = {}
        self.laters: list = []

    def attributes(self, address: str) -> dict:
        return self.state[address].attributes

    def kind(self, address: str, type_name: str) -> Kind | None:
        if not type_name.startswith("twilio_"):
            return None
        if is_data(address):
            return Kind(type_name, self.schemas.schema_of_data_source(type_name), is_data=True)
        return Kind(type_name, self.schemas.schema_of_resource(type_name))

    def plan(self, blocks: dict, *, refresh: bool = True, imports: dict | None = None) -> Plan:
        return self._ask("plan", *([] if refresh else ["-refresh=false"]), blocks=blocks, imports=imports or {})

    def drift(self, blocks: dict) -> dict:
        """By address the names of what a refresh alone would record."""
        return self._ask("plan", "-refresh-only", blocks=blocks).drift

    def apply(self, blocks: dict, *, imports: dict | None = None) -> Plan:
        return self._ask("apply", blocks=blocks, imports=imports or {})

    def destroy(self) -> None:
        self._ask("destroy")

    def plan_destroy(self) -> Destruction:
        return Destruction()

    def apply_plan(self, plan: Destruction) -> None:
        """Without a refresh, so that it knows no more than when it was planned."""
        assert isinstance(plan, Destruction)
        self._ask("destroy", "-refresh=false")

    def import_(self, address: str, type_name: str, id_: str) -> None:
        self._ask("import", blocks={address: (type_name, {})}, address=address, id=id_)

    def generated(self, address: str, blocks: dict, id_: str) -> tuple:
        """The plan that takes it over, and the configuration that terraform writes down for it."""
        return self._ask("generate", blocks=blocks, imports={address: id_}, address=address)

    def told(self, blocks: dict) -> list:
        """A plan as text, and the logs up to it."""
        return self._ask("tell", blocks=blocks)

    def _ask(self, *command: str, **facts: object) -> object:
        name, *options = command
        return self.lockstep.ask(Wish((name, self.provider, *options), self, **facts))
