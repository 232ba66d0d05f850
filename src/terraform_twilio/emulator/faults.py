"""Failures ordered in advance: which requests fail, how, and how often."""

from __future__ import annotations

import random
import re

FACTS = {"method": str, "host": str, "path": str, "account": str, "status": int, "code": int, "message": str,
         "retry_after": int, "drop": str, "truncate": int, "delay": (int, float), "count": int, "probability": (int, float)}
DROPS = ("before", "after")
RANGES = {"status": (200, 599), "code": (0, 10**6), "retry_after": (0, 10**6), "truncate": (0, 10**9),
          "delay": (0, 3600), "count": (1, 10**9), "probability": (0, 1)}


class Fault:
    """One order. `drop` closes the connection "before" the request is stored or "after"; `left` counts down.

    One that is switched off keeps its place and its count.
    """

    def __init__(self, number: int, facts: dict) -> None:
        self.number = number
        self.facts = facts
        self.left: int | None = facts.get("count")
        self.enabled = True

    def matches(self, method: str, host: str, path: str, account: str) -> bool:
        """Whether a request is meant; patterns are regular expressions that match anywhere."""
        asked = {"method": method, "host": host, "path": path}
        is_open = self.enabled and self.left != 0 and self.facts.get("account", account) == account
        return is_open and all(re.search(self.facts[name], asked[name]) for name in asked if name in self.facts)

    def described(self) -> dict:
        return {"id": self.number, **self.facts, "left": self.left, "enabled": self.enabled}


class Faults:
    """All orders, the oldest first."""

    def __init__(self, seed: str | None = None) -> None:
        self.orders: list[Fault] = []
        self.made = 0
        self.random = random.Random(seed)

    def add(self, facts: dict) -> Fault:
        """Takes an order; ValueError says what is wrong with it."""
        check(facts)
        self.made += 1
        fault = Fault(self.made, dict(facts))
        self.orders.append(fault)
        return fault

    def clear(self, number: int | None = None) -> None:
        self.orders = [fault for fault in self.orders if number is not None and fault.number != number]

    def switch(self, number: int, facts: dict) -> Fault:
        """Switches one on or off; ValueError says what is wrong."""
        fault = next((fault for fault in self.orders if fault.number == number), None)
        if fault is None or set(facts) != {"enabled"} or not isinstance(facts["enabled"], bool):
            raise ValueError('name a fault by ?id= that GET lists, and say {"enabled": true} or false')
        fault.enabled = facts["enabled"]
        return fault

    def next(self, method: str, host: str, path: str, account: str) -> dict | None:
        """The fault that a request meets, counted down; `account` is whose SID or whose app's token signs it."""
        for fault in self.orders:
            if fault.matches(method, host, path, account) and self.random.random() < fault.facts.get("probability", 1):
                fault.left = None if fault.left is None else fault.left - 1
                return fault.facts
        return None


def check(facts: object) -> None:
    """Refuses an order that could not be carried out."""
    if not isinstance(facts, dict):
        raise ValueError("a fault is a JSON object")
    for name, value in facts.items():
        if name not in FACTS or not isinstance(value, FACTS[name]) or isinstance(value, bool):
            raise ValueError(f"a fault has no {name} like {value!r}; it may have {', '.join(FACTS)}")
    for name, (lowest, highest) in RANGES.items():
        if not lowest <= facts.get(name, lowest) <= highest:
            raise ValueError(f"{name} is from {lowest} to {highest}")
    if facts.get("drop", "before") not in DROPS:
        raise ValueError("drop is before or after")
    for name in ("method", "host", "path"):
        compiled(name, facts.get(name, ""))


def compiled(name: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{name} is no regular expression: {error}") from None
