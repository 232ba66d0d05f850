"""`Core`: the commands a practitioner gives, on a provider in this process.

    core = Core(provider, schemas)            schemas: schema_of_resource(name), schema_of_data_source(name)
    core.configure({...})                     once, before anything else
    core.apply({"twilio_x.one": ("twilio_x", {"name": "a"})})
    core.plan(configuration).actions          {"twilio_x.one": "no-op"}
    core.refresh(); core.import_("twilio_x.two", "twilio_x", "ID"); core.destroy()

State survives a failure as core keeps it. `Failed` is the provider's error, `Violation` a broken rule, `Mistake` the
test's.
"""

from __future__ import annotations

from dataclasses import replace
from graphlib import TopologicalSorter

from core.applying import applied
from core.calls import Calls, Kind, errors_of
from core.configuration import Block, blocks, config_of, is_data, laters, resolved, resources_needed
from core.conformity import same
from core.plan import Plan, Planner, effective_config
from core.planning import CREATE, DELETE, NOTHING, REPLACE, UPDATE, Change, Failed, assert_same_plan
from core.state import Instance
from core.violation import Mistake

__all__ = ["CREATE", "DELETE", "NOTHING", "REPLACE", "UPDATE", "Core", "Failed", "Plan"]


class Core:
    """One working directory: a provider, the schemas it published and a state."""

    def __init__(self, provider: object, schemas: object) -> None:
        self.calls = Calls(provider)
        self.schemas = schemas
        self.state: dict[str, Instance] = {}
        self.data: dict[str, object] = {}

    def configure(self, config: dict) -> None:
        errors = self.calls.configure(config)
        if errors:
            raise Failed("provider", errors)

    def attributes(self, address: str) -> dict:
        """What the state holds of a resource."""
        return self.state[address].attributes

    def kind(self, address: str, type_name: str) -> Kind:
        if is_data(address):
            return Kind(type_name, self.schemas.schema_of_data_source(type_name), is_data=True)
        return Kind(type_name, self.schemas.schema_of_resource(type_name))

    def refresh(self) -> dict:
        """Reads every resource; the names of those whose attributes changed or that are gone, with old and new."""
        before, self.state = self.state, Planner(self).refreshed(self.state)
        return {address: (one.attributes, self.state[address].attributes if address in self.state else None)
                for address, one in before.items()
                if address not in self.state or self.state[address].attributes != one.attributes}

    def drift(self, configuration: dict) -> dict:
        """A refresh-only plan: the names of what has changed outside of Terraform, by address."""
        after = Planner(self).refreshed(self.state)
        return {address: {name for name in one.attributes if address not in after
                          or not same(one.attributes[name], after[address].attributes[name])}
                for address, one in self.state.items()}

    def plan(self, configuration: dict, *, refresh: bool = True) -> Plan:
        return Planner(self).plan(blocks(configuration), self._prior(refresh))

    def plan_destroy(self, *, refresh: bool = True) -> Plan:
        return Planner(self).plan({}, self._prior(refresh))

    def apply(self, configuration: dict) -> Plan:
        """Plans, applies the plan, keeps what is left; raises what went wrong first."""
        plan = self.plan(configuration)
        self.apply_plan(plan)
        return plan

    def destroy(self) -> Plan:
        plan = self.plan_destroy()
        self.apply_plan(plan)
        return plan

    def apply_plan(self, plan: Plan) -> None:
        self.state, self.data = dict(plan.prior_state), dict(plan.data)
        failures: dict[str, Exception] = {}
        for address in reversed(_in_order_of_dependence(plan)):
            self._destroy(plan.changes[address], failures)
        for address, block in plan.blocks.items():
            self._make(plan, address, block, failures)
        for failure in failures.values():
            raise failure

    def import_(self, address: str, type_name: str, id_: str) -> Instance:
        """`terraform import`: import, then read; what does not exist is core's own error."""
        kind = self.kind(address, type_name)
        imported = self.calls.import_(kind, id_)
        self._raise(address, imported)
        read = self.calls.read(kind, imported.state, imported.private)
        self._raise(address, read)
        if read.new_state is None:
            raise NothingToImport(f"Cannot import non-existent remote object {id_!r}")
        instance = Instance(type_name, "", schema_version=kind.version)
        self.state[address] = instance.with_attributes(read.new_state, read.private)
        return self.state[address]

    def move(self, source: str, address: str, type_name: str, provider_address: str) -> None:
        """A `moved` block between resource types (U4)."""
        old, kind = self.state[source], self.kind(address, type_name)
        response = self.calls.move(
            kind, source_provider_address=provider_address, source_type_name=old.type_name, source_state=old.attributes,
            source_schema_version=old.schema_version, source_private=old.private)
        self._raise(address, response)
        moved = Instance(type_name, "", schema_version=kind.version, dependencies=old.dependencies)
        del self.state[source]
        self.state[address] = moved.with_attributes(response.target_state, response.target_private)

    def _prior(self, refresh: bool) -> dict:
        planner = Planner(self)
        return planner.refreshed(self.state) if refresh else planner.upgraded(self.state)

    def _raise(self, address: str, response: object) -> None:
        if errors_of(response):
            raise Failed(address, errors_of(response))

    def _destroy(self, change: Change, failures: dict) -> None:
        """A destroy, or the first half of a replacement; nothing is destroyed under a dependent that is still there."""
        if any(address in failures and change.address in one.dependencies for address, one in self.state.items()):
            failures[change.address] = Skipped(change.address)
            return
        gone = replace(change, action=DELETE, planned=None)
        self._keep(gone, None, [], failures)

    def _make(self, plan: Plan, address: str, block: Block, failures: dict) -> None:
        if address in failures or any(one in failures for one in block.dependencies):
            failures.setdefault(address, Skipped(address))
        elif is_data(address):
            self._read_deferred(address, block)
        else:
            self._replan_and_apply(plan, address, block, failures)

    def _read_deferred(self, address: str, block: Block) -> None:
        if address not in self.data:
            self.data[address] = Planner(self).read_data(address, block, self.look_up, is_applying=True)

    def _replan_and_apply(self, plan: Plan, address: str, block: Block, failures: dict) -> None:
        first = plan.changes[address]
        if first.action == NOTHING:
            return
        config = config_of(first.kind.attributes, resolved(block.arguments, self.look_up, True))
        instance = self.state.get(address)
        try:
            second = Planner(self).planned(address, block, config, instance)
        except Failed as failure:
            failures[address] = failure
            return
        assert_same_plan(first, second)
        if second.action != NOTHING:
            needed = resources_needed(block, plan.blocks)
            self._keep(second, effective_config(block, config, instance), needed, failures)
        for later in laters(block.arguments):
            later.is_settled = True

    def _keep(self, change: Change, config: dict | None, dependencies: list, failures: dict) -> None:
        before = self.state.pop(change.address, None)
        kept, failure = applied(self.calls, change, config, before)
        if kept is not None:
            known = before.dependencies if before else kept.dependencies
            self.state[change.address] = replace(kept, dependencies=dependencies or known)
        if failure is not None:
            failures[change.address] = failure

    def look_up(self, reference: object) -> object:
        """The value of a reference while applying: everything it names has been made by now."""
        if is_data(reference.address):
            return reference.within(self.data[reference.address])
        if reference.address not in self.state:
            raise Mistake(f"{reference.address} does not exist")
        return reference.within(self.attributes(reference.address))


class NothingToImport(Failed):
    """Core's own error: the object that was imported does not exist."""

    def __init__(self, text: str) -> None:
        Exception.__init__(self, text)
        self.errors = []


def _in_order_of_dependence(plan: Plan) -> list:
    """The addresses to destroy, dependencies first."""
    doomed = {address for address, change in plan.changes.items() if change.action in (DELETE, REPLACE)}
    order = TopologicalSorter({one: [] for one in doomed})
    for address in doomed:
        order.add(address, *(one for one in plan.prior_state[address].dependencies if one in doomed))
    return list(order.static_order())


class Skipped(Exception):
    """Not tried, because something it needs failed."""
