"""One resource type's stage: an account of its own on the emulator, core's model on the real provider, an outsider."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from core import Core
from core.plan import Plan
from lifecycle.configurations import Configuration, Generator
from lifecycle.facts import Entry, Facts, read_entries
from lifecycle.remote import Remote, new_account
from lifecycle.schemas import Schemas
from terraform_twilio.emulator.server import Emulator

NUMBERS = itertools.count(1)


class Stage:
    """What all lives share: the catalogue's facts, the schemas, a running emulator."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.facts = Facts(read_entries())
        self.schemas = Schemas()


def numbered_account(emulator: Emulator, number: int) -> dict:
    """The provider's arguments of an account that nobody else has."""
    return new_account(emulator.url, f"AC{number:032x}", f"token{number:027x}")


class Life:
    """The life of one resource type. `begin_anew` takes another account, so that nothing is left of what went before."""

    def __init__(self, stage: Stage, entry: Entry) -> None:
        self.stage = stage
        self.entry = entry
        self.begin_anew()

    def begin_anew(self) -> None:
        number = next(NUMBERS)
        self.salt = f"{number}-"
        self.account = numbered_account(self.stage.emulator, number)
        self.remote = Remote(self.stage.emulator.url, **self.account)
        self.core = self.new_core()
        self.applied: dict | None = None
        self.forgive()

    def new_core(self) -> Core:
        """Another working directory on the same account."""
        core = Core(self.stage.schemas.new_provider(), self.stage.schemas)
        arguments = core.calls.provider.type_of_provider()[1]
        core.configure(dict.fromkeys(arguments) | self.account | {"endpoint": self.stage.emulator.url})
        return core

    # --- configurations ----------------------------------------------------------------------------------------------

    @property
    def generator(self) -> Generator:
        return Generator(self.stage.facts, self.entry, self.salt, self.account["account_sid"])

    def minimal(self) -> Configuration:
        return self.generator.minimal()

    def full(self) -> Configuration:
        return self.generator.full()

    # --- what the state and the account hold -------------------------------------------------------------------------

    @property
    def address(self) -> str:
        """The subject's."""
        return f"{self.entry.type_name}.subject"

    @property
    def state(self) -> dict:
        return self.core.attributes(self.address)

    def fetched(self) -> dict | None:
        return self.remote.fetch(self.entry, self.state)

    def fault(self, **facts: object) -> None:
        """What the next requests of this account that match meet (docs/emulator.md)."""
        self.stage.emulator.exchange.faults.add(facts | {"account": self.account["account_sid"]})

    def forgive(self) -> None:
        """Nothing goes wrong any more."""
        self.stage.emulator.exchange.faults.clear()

    def requests(self, during: Callable[[], object]) -> list:
        """The requests of this account that reach the emulator while something is done."""
        exchange, mine = self.stage.emulator.exchange, self.account["account_sid"]
        before = exchange.count
        during()
        with exchange.lock:
            return [line for line in exchange.requests if line["number"] > before and line["asker"] == mine]

    # --- commands ----------------------------------------------------------------------------------------------------

    def apply(self, blocks: dict) -> Plan:
        """An apply that leaves nothing to do: with and without refresh, the next plan is empty (T1)."""
        self.applied = None
        plan = self.core.apply(blocks)
        self.assert_settled(blocks)
        self.applied = blocks
        return plan

    def begin_from(self, blocks: dict) -> None:
        """As after `apply`, which is spared where it was the last thing done."""
        if self.applied != blocks:
            self.apply(blocks)

    def assert_settled(self, blocks: dict) -> None:
        for refresh in (False, True):
            left = self.core.plan(blocks, refresh=refresh)
            assert left.is_empty, f"not empty {'after' if refresh else 'without'} a refresh: {described(left)}"


def described(plan: Plan) -> str:
    """What a plan would change, attribute by attribute."""
    return "; ".join(f"{address} {change.action} {differences(change.prior, change.planned)}"
                     for address, change in plan.changes.items() if change.action != "no-op")


def differences(prior: dict | None, planned: dict | None) -> dict:
    """Old and new of every attribute that is not the same in both."""
    prior, planned = prior or {}, planned or {}
    return {name: (prior.get(name), planned.get(name)) for name in sorted({*prior, *planned})
            if prior.get(name) is not planned.get(name) and prior.get(name) != planned.get(name)}


