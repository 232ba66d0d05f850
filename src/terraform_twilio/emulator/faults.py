"""Failures ordered in advance: which requests fail, how, and how often."""

from __future__ import annotations

import random
import re

FACTS = {"method": str, "host": str, "path": str, "status": int, "code": int, "message": str, "retry_after": int,
         "drop": str, "truncate": int, "delay": (int, float), "count": int, "probability": (int, float)}
DROPS = ("before", "after")


class Fault:
    """One order. `drop` closes the connection "before" the request is stored or "after"; `left` counts down."""

    def __init__(self, number: int, facts: dict) -> None:
        self.number = number
        self.facts = facts
        self.left: int | None = facts.get("count")

    def matches(self, method: str, host: str, path: str) -> bool:
        """Whether a request is meant; patterns are regular expressions that match anywhere."""
        asked = {"method": method, "host": host, "path": path}
        return self.left != 0 and all(re.search(self.facts[name], asked[name]) for name in asked if name in self.facts)

    def described(self) -> dict:
        return {"id": self.number, **self.facts, "left": self.left}


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

    def next(self, method: str, host: str, path: str) -> dict | None:
        """The fault that a request meets, counted down."""
        for fault in self.orders:
            if fault.matches(method, host, path) and self.random.random() < fault.facts.get("probability", 1):
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
    if facts.get("drop", "before") not in DROPS:
        raise ValueError("drop is before or after")
    for name in ("method", "host", "path"):
        compiled(name, facts.get(name, ""))


def compiled(name: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{name} is no regular expression: {error}") from None
