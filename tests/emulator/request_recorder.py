"""A plugin for pytest that writes down every request that reached the emulators of its fixtures: `--record-requests FILE`.

Used in a session of its own (`-p emulator.request_recorder`), so that the suite it watches knows nothing of it.
"""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import pytest

from terraform_twilio.emulator.server import Emulator

RECORDED: list[deque] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-requests", type=Path)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef) -> object:
    """An emulator that a fixture makes, or that stands in what it makes, keeps its whole log."""
    made = yield
    emulator = made if isinstance(made, Emulator) else getattr(made, "emulator", None)
    if isinstance(emulator, Emulator) and emulator.exchange.requests.maxlen is not None:
        emulator.exchange.requests = deque(emulator.exchange.requests)
        RECORDED.append(emulator.exchange.requests)
    return made


def pytest_sessionfinish(session: pytest.Session) -> None:
    with session.config.getoption("--record-requests").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for log in RECORDED for line in log)
