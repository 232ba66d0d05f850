"""How many requests an account may make in a time, where a test has said so; more are 429 (A4), and not performed."""

from __future__ import annotations

from collections import deque

from terraform_twilio.emulator.answers import Refusal

TELLING = "taskrouter.twilio.com"
EVERYBODY = ""
"""The limit of accounts that have none of their own."""


class Limit:
    """So many requests in so many seconds of the emulator's clock."""

    __slots__ = ("requests", "seconds")

    def __init__(self, requests: int, seconds: float) -> None:
        self.requests = requests
        self.seconds = seconds


class Limits:
    """The limits of all accounts, and when each account asked."""

    def __init__(self) -> None:
        self.by_account: dict[str, Limit] = {}
        self.asked: dict[str, deque[float]] = {}

    def set(self, facts: dict) -> None:
        """Takes an order; ValueError says what is wrong with it."""
        account, requests, seconds = facts.get("account", EVERYBODY), facts.get("requests"), facts.get("seconds", 1)
        if set(facts) - {"account", "requests", "seconds"} or not isinstance(account, str):
            raise ValueError("a limit has requests, and may have account and seconds")
        if type(requests) is not int or requests < 0 or type(seconds) not in (int, float):
            raise ValueError("requests is a whole number that is not negative, seconds a number")
        if not 0 < seconds <= 86400:
            raise ValueError("seconds is more than 0 and at most 86400")
        self.by_account[account] = Limit(requests, seconds)
        self.asked.clear()

    def clear(self, account: str | None = None) -> None:
        """Takes back the limit of one account, or all."""
        self.by_account = {} if account is None else {
            name: limit for name, limit in self.by_account.items() if name != account}
        self.asked.clear()

    def described(self) -> list[dict]:
        return [{"account": account or None, "requests": limit.requests, "seconds": limit.seconds}
                for account, limit in self.by_account.items()]

    def admit(self, account: str, now: float) -> None:
        """Counts a request; a refusal that says when to come again where there were too many."""
        limit = self.by_account.get(account) or self.by_account.get(EVERYBODY)
        if limit is None or not account:
            return
        asked = self.asked.setdefault(account, deque())
        while asked and asked[0] <= now - limit.seconds:
            asked.popleft()
        if len(asked) >= limit.requests:
            wait = asked[0] + limit.seconds - now if asked else limit.seconds
            raise TooMany(max(1, -int(-wait // 1)))
        asked.append(now)


    def headers(self, host: str, account: str) -> dict[str, str]:
        """What a limited account is told of its limit, by the product that tells it (A3)."""
        limit = self.by_account.get(account) or self.by_account.get(EVERYBODY)
        if limit is None or host != TELLING:
            return {}
        left = max(limit.requests - len(self.asked.get(account, ())), 0)
        return {"X-Rate-Limit-Limit": str(limit.requests), "X-Rate-Limit-Remaining": str(left),
                "X-Rate-Limit-Config": f"{limit.requests} in {limit.seconds} s"}


class TooMany(Refusal):
    """429, with the seconds after which the next request is admitted."""

    def __init__(self, wait: int) -> None:
        super().__init__(429, 20429, "Too Many Requests", headers={"Retry-After": str(wait)})
