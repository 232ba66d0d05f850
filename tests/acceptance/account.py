"""One Twilio account on the emulator, as its owner sees it: credentials, what it holds, what is ordered to go wrong."""

from __future__ import annotations

from lifecycle.remote import Remote
from terraform_twilio.emulator.server import Emulator


class Account:
    """Asks by plain HTTP; `sid` and `token` are the credentials."""

    def __init__(self, emulator: Emulator, sid: str, token: str) -> None:
        self.emulator = emulator
        self.sid = sid
        self.token = token
        self.since = emulator.exchange.count

    @property
    def settings(self) -> dict:
        """The provider's arguments."""
        return {"account_sid": self.sid, "auth_token": self.token, "endpoint": self.emulator.url}

    def ask(self, method: str, target: str, form: str = "") -> dict:
        """The answer's object; `target` begins with the product's host."""
        remote = Remote(self.emulator.url, self.sid, self.token)
        status, payload = remote.send(method, f"/{target}", form.encode() or None)
        assert status < 300, f"{method} {target}: {status} {payload}"
        return payload

    def status(self, method: str, target: str) -> int:
        return Remote(self.emulator.url, self.sid, self.token).send(method, f"/{target}")[0]

    def proxy_services(self) -> list:
        """The unique names of the Proxy services there are."""
        return sorted(one["unique_name"] for one in self.ask("GET", "proxy.twilio.com/v1/Services")["services"])

    def fault(self, **facts: object) -> None:
        """What the next requests that match meet (docs/emulator.md)."""
        self.emulator.exchange.faults.add(facts)

    def requests(self, method: str = "", path: str = "") -> list:
        """What was asked since the account came into being, refused requests included."""
        return [line for line in self.emulator.exchange.requests
                if line["number"] > self.since and method in ("", line["method"]) and path in line["path"]]
