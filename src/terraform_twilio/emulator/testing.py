"""Fixtures for pytest: a Twilio in the test's own process, and an account of it for each test.

Where the package is installed they are there without an import; in a checkout a `conftest.py` says
`pytest_plugins = ["terraform_twilio.emulator.testing"]`.

    def test_a_reminder_is_sent(twilio, twilio_environment):
        send_reminder("+15005550006")                       # uses twilio.rest.Client() as ever
        assert twilio.requests(method="POST")[0]["path"].endswith("/Messages.json")
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlencode

import pytest

from terraform_twilio.emulator import control, seeding
from terraform_twilio.emulator.exchange import Request
from terraform_twilio.emulator.server import Emulator

NUMBERS = itertools.count(1)


class LocalTwilio:
    """One account of a running emulator, and the emulator's controls."""

    def __init__(self, emulator: Emulator, account_sid: str, auth_token: str) -> None:
        self.emulator = emulator
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.load({"accounts": {account_sid: auth_token}})

    @property
    def url(self) -> str:
        """The base URL of plain HTTP: `{url}/api.twilio.com/…`, and the provider's `endpoint`."""
        return self.emulator.url

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead any client, of this process or another, to this account."""
        return {**self.emulator.environment, "TWILIO_ACCOUNT_SID": self.account_sid,
                "TWILIO_AUTH_TOKEN": self.auth_token}

    @cached_property
    def oauth_app(self) -> dict[str, str]:
        """The provider's variables for an OAuth app of the account: the organizations' API takes nothing else."""
        with self.emulator.exchange.lock:
            return seeding.new_app(self.emulator.exchange, self.account_sid)

    def requests(self, **filters: object) -> list[dict]:
        """The account's requests in order, filtered as `GET /_emulator/requests` filters."""
        return self.control("GET", "requests", {**filters, "account": self.account_sid})["requests"]

    def resources(self, **filters: object) -> list[dict]:
        """What the account holds, filtered as `GET /_emulator/state` filters."""
        return self.control("GET", "state", {**filters, "account": self.account_sid})["resources"]

    def load(self, seed: dict) -> list[dict]:
        """Makes what a seed names; the answers in order."""
        return self.control("POST", "seed", {}, seed)["resources"]

    def fail(self, **fault: object) -> dict:
        """Orders a failure for the rest of the test: `fail(method="POST", status=503, count=1)`."""
        return self.control("POST", "faults", {}, fault)

    def limit(self, requests: int, seconds: float = 1) -> None:
        """So many requests in so many seconds for the rest of the test; more are 429."""
        self.control("POST", "limits", {}, {"account": self.account_sid, "requests": requests, "seconds": seconds})

    def advance(self, seconds: float) -> None:
        """Moves the emulator's clock, and with it whatever changes by time."""
        self.control("POST", "clock", {}, {"advance": seconds})

    def control(self, method: str, name: str, query: dict, body: object = None) -> dict:
        """A request of the control interface; ValueError with its sentence where it is refused."""
        content = b"" if body is None else json.dumps(body).encode()
        request = Request(method, "", control.PREFIX + name, urlencode(query), {}, content)
        answer = control.answer(self.emulator.exchange, request)
        if answer.status >= 400:
            raise ValueError(answer.body["error"])
        return answer.body or {}

    def calm(self) -> None:
        """Takes back every fault and limit, and lets the clock tell the real time."""
        self.emulator.exchange.faults.clear()
        self.emulator.exchange.limits.clear()
        self.emulator.world.clock.reset()


@pytest.fixture(scope="session")
def twilio_emulator() -> Iterator[Emulator]:
    """One emulator for all tests, in memory, on a free port."""
    with Emulator(seed="pytest") as emulator:
        yield emulator


@pytest.fixture
def twilio(twilio_emulator: Emulator) -> Iterator[LocalTwilio]:
    """A new account for each test; what a test ordered ends with it."""
    number = next(NUMBERS)
    local = LocalTwilio(twilio_emulator, f"AC{number:032x}", f"token{number:027x}")
    yield local
    local.calm()


@pytest.fixture
def twilio_environment(twilio: LocalTwilio, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The test's process is a client of its account: its environment, and that of the programs it starts."""
    for name in ("TWILIO_REGION", "TWILIO_EDGE", "TWILIO_API_KEY", "TWILIO_API_SECRET"):
        monkeypatch.delenv(name, raising=False)
    for name, value in twilio.environment.items():
        monkeypatch.setenv(name, value)
    return twilio.environment
