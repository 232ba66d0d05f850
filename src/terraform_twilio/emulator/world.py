"""What one emulator consists of, and one call on it."""

from __future__ import annotations

from pathlib import Path

from terraform_twilio.catalogue.operations import Operation, read_document, read_operations
from terraform_twilio.emulator.also import widened
from terraform_twilio.emulator.clock import Clock, iso8601, rfc2822
from terraform_twilio.emulator.kinds import Kind, Kinds
from terraform_twilio.emulator.routes import Routes
from terraform_twilio.emulator.sids import Sids
from terraform_twilio.emulator.store import Store

UNDOCUMENTED = Path(__file__).with_name("undocumented.json")
"""Operations that exist and stand in no document: the two upload hosts (twilio-semantics.md A2), an older address (A7)."""


class World:
    """The store, the clock and the SIDs of one emulator, and what is known of every operation.

    `accounts` are the tokens given on the command line; with any, no other account exists.
    """

    def __init__(self, store: Store, clock: Clock, sids: Sids, accounts: dict[str, str] | None = None) -> None:
        operations = widened([*read_operations(), *read_document(UNDOCUMENTED)])
        self.store = store
        self.clock = clock
        self.sids = sids
        self.accounts = dict(accounts or {})
        self.operations = operations
        self.pace: dict[str, tuple[str, float]] = {}
        self.routes = Routes(operations)
        self.kinds = Kinds(operations)


class Call:
    """One request that passed the door: the operation, who asks, for which account, and its checked values.

    `values` are the path's parameters in order, `parameters` the body's; `query` and `headers` are the operation's own.
    """

    def __init__(self, world: World, operation: Operation, account: str, values: list[str], caller: str = "") -> None:
        self.world = world
        self.operation = operation
        self.kind: Kind = world.kinds.of(operation)
        self.place = world.kinds.place(operation)
        self.account = account
        self.caller = caller or account
        self.values = values
        self.parameters: dict[str, object] = {}
        self.query: dict[str, object] = {}
        self.headers: dict[str, str] = {}
        self.path = ""
        self.query_text = ""

    @property
    def now(self) -> float:
        return self.world.clock.now()

    def date(self, kind: Kind, name: str, moment: float | None = None) -> str:
        """A moment (now) as a property writes it."""
        is_rfc2822 = kind.shape.get(name, {}).get("format") == "date-time-rfc-2822"
        return (rfc2822 if is_rfc2822 else iso8601)(self.now if moment is None else moment)
