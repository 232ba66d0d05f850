"""Lives and readers whose commands the real terraform does, in lockstep with others."""

from __future__ import annotations

from collections.abc import Callable

from acceptance.lockstep import Lockstep
from acceptance.real_core import RealCore
from lifecycle.data_sources.reader import Reader
from lifecycle.data_sources.seeding import Seeds
from lifecycle.life import NUMBERS, Life, Stage, numbered_account
from lifecycle.remote import Remote


class Scene:
    """A stage with a lockstep; `account` is shared by its lives, or None where each has its own."""

    def __init__(self, stage: Stage, lockstep: Lockstep, account: dict | None = None) -> None:
        self.emulator = stage.emulator
        self.facts = stage.facts
        self.schemas = stage.schemas
        self.lockstep = lockstep
        self.account = account


class Real:
    """What makes a life a real one."""

    def begin_anew(self) -> None:
        """Other names, and another account where accounts are not shared."""
        self.mark = next(NUMBERS)
        self.salt = f"{self.mark}-"
        self.account = self.stage.account or numbered_account(self.stage.emulator, self.mark)
        self.remote = Remote(self.stage.emulator.url, **self.account)
        self.core = self.new_core()
        self.applied = None

    def new_core(self, provider: str = "usual") -> RealCore:
        settings = self.account | {"endpoint": self.stage.emulator.url}
        alias = f"a{self.account['account_sid'][2:].lstrip('0')}"
        return RealCore(self.stage.lockstep, self.stage.schemas, settings, self.mark, alias=alias, provider=provider)

    def begin_from(self, blocks: dict) -> None:
        """Nothing but an apply: that nothing is left to do then, T1 and T2 have seen."""
        if self.applied != blocks:
            self.core.apply(blocks)
            self.applied = blocks

    def forgive(self) -> None:
        faults = self.stage.emulator.exchange.faults
        for one in list(faults.orders):
            if one.facts.get("account") == self.account["account_sid"]:
                faults.clear(one.number)

    def requests(self, during: Callable[[], object]) -> list:
        """Those of this life's account, which must be its own."""
        assert self.stage.account is None, "in a shared account nobody knows whose request it was"
        return super().requests(during)


class RealLife(Real, Life):
    """A resource type's life on the real terraform."""


class RealReader(Real, Reader):
    """A data source's reader on the real terraform."""

    def begin_anew(self) -> None:
        super().begin_anew()
        self.seeds = Seeds(self.stage.emulator, self.account["account_sid"], self.salt)

    def with_small_pages(self, size: int) -> RealCore:
        """The same account, read by the provider whose catalogue says that a page holds two."""
        assert size == 2
        return self.new_core("small pages")
