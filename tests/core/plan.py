"""Planning a whole configuration against a state, dependencies first, data sources read as soon as they can be."""

from __future__ import annotations

from dataclasses import dataclass

from core.calls import errors_of
from core.configuration import Block, config_of, is_data, resolved
from core.conformity import unknown_paths
from core.planning import NOTHING, Change, Failed, planned_change, planned_destroy
from core.state import parsed
from terraform_twilio.terraform.values import UNKNOWN


@dataclass(frozen=True)
class Plan:
    """The changes by address, the refreshed state they start from, and the data sources that could be read."""

    changes: dict
    prior_state: dict
    data: dict
    blocks: dict

    @property
    def actions(self) -> dict:
        return {address: change.action for address, change in self.changes.items()}

    @property
    def is_empty(self) -> bool:
        return all(action == NOTHING for action in self.actions.values())

    @property
    def warnings(self) -> list:
        return [warning for change in self.changes.values() for warning in change.warnings]


class Planner:
    """Makes plans for one Core; keeps nothing between them."""

    def __init__(self, core: object) -> None:
        self.core = core
        self.calls = core.calls
        self.changes: dict[str, Change] = {}
        self.data: dict[str, object] = {}

    def plan(self, configured: dict, prior_state: dict) -> Plan:
        self._validate(configured)
        for address, block in configured.items():
            self._plan_block(address, block, prior_state.get(address))
        for address in prior_state.keys() - configured.keys():
            kind = self.core.kind(address, prior_state[address].type_name)
            self.changes[address] = planned_destroy(self.calls, address, kind, prior_state[address])
        read = {address: state for address, state in self.data.items() if state is not UNKNOWN}
        return Plan(self.changes, prior_state, read, configured)

    def upgraded(self, state: dict) -> dict:
        """U1: every object in the state, on every run."""
        return {address: self._upgraded(address, instance) for address, instance in state.items()}

    def refreshed(self, state: dict) -> dict:
        """R1: what is gone is dropped."""
        read = {address: self._read(address, one) for address, one in self.upgraded(state).items()}
        return {address: instance for address, instance in read.items() if instance is not None}

    def planned(self, address: str, block: Block, config: dict, instance: object) -> Change:
        kind = self.core.kind(address, block.type_name)
        self._raise(address, self.calls.validate(kind, config))
        return planned_change(self.calls, address, kind, instance, effective_config(block, config, instance))

    def read_data(self, address: str, block: Block, look_up: object, *, is_applying: bool) -> object:
        """D1: not read while its configuration is unknown; D2 and D3 are in `Calls`."""
        kind = self.core.kind(address, block.type_name)
        config = config_of(kind.attributes, resolved(block.arguments, look_up, is_applying))
        self._raise(address, self.calls.validate(kind, config))
        if unknown_paths(config):
            return UNKNOWN
        response = self.calls.read_data_source(kind, config)
        self._raise(address, errors_of(response))
        return response.state

    def _validate(self, configured: dict) -> None:
        """V1: `terraform validate` knows no value of another block."""
        for address, block in configured.items():
            kind = self.core.kind(address, block.type_name)
            config = config_of(kind.attributes, resolved(block.arguments, lambda _: UNKNOWN, False))
            self._raise(address, self.calls.validate(kind, config))

    def _plan_block(self, address: str, block: Block, instance: object) -> None:
        if is_data(address):
            waits = self._is_pending(block)
            self.data[address] = UNKNOWN if waits else self.read_data(address, block, self._look_up, is_applying=False)
            return
        kind = self.core.kind(address, block.type_name)
        config = config_of(kind.attributes, resolved(block.arguments, self._look_up, False))
        self.changes[address] = self.planned(address, block, config, instance)

    def _is_pending(self, block: Block) -> bool:
        """D1: with `depends_on`, a data source waits for the changes of what it depends on."""
        changes = (self.changes[address] for address in block.depends_on if address in self.changes)
        return any(change.action != NOTHING for change in changes)

    def _look_up(self, reference: object) -> object:
        if is_data(reference.address):
            return reference.within(self.data[reference.address])
        return reference.within(self.changes[reference.address].planned)

    def _upgraded(self, address: str, instance: object) -> object:
        kind = self.core.kind(address, instance.type_name)
        response = self.calls.upgrade(kind, _stripped(kind, instance), instance.schema_version)
        self._raise(address, errors_of(response))
        return instance.with_attributes(response.upgraded_state, instance.private)

    def _read(self, address: str, instance: object) -> object:
        kind = self.core.kind(address, instance.type_name)
        response = self.calls.read(kind, instance.attributes, instance.private)
        self._raise(address, errors_of(response))
        return None if response.new_state is None else instance.with_attributes(response.new_state, response.private)

    def _raise(self, address: str, errors: list) -> None:
        if errors:
            raise Failed(address, errors)


def effective_config(block: Block, config: dict, instance: object) -> dict:
    """P14: under `ignore_changes` the provider gets the prior value as configuration."""
    if instance is None:
        return config
    prior = instance.attributes
    return {name: prior[name] if name in block.ignore_changes else value for name, value in config.items()}


def _stripped(kind: object, instance: object) -> dict:
    """At an equal version core itself strips attributes that no longer exist."""
    raw_state = parsed(instance.attributes_json)
    if instance.schema_version != kind.version:
        return raw_state
    known = {one.name for one in kind.attributes}
    return {name: value for name, value in raw_state.items() if name in known}
