"""A plugin for pytest that writes down every request that reached the emulator of a session: `--record-requests FILE`.

Used in a session of its own (`-p emulator.request_recorder`), so that the suite it watches knows nothing of it.
"""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import pytest

RECORDED: list[deque] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-requests", type=Path)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef) -> object:
    """The session's emulator keeps its whole log."""
    made = yield
    if fixturedef.argname == "stage":
        made.emulator.exchange.requests = deque()
        RECORDED.append(made.emulator.exchange.requests)
    return made


def pytest_sessionfinish(session: pytest.Session) -> None:
    lines = [json.dumps(line) for log in RECORDED for line in log]
    session.config.getoption("--record-requests").write_text("\n".join(lines), encoding="utf-8")
